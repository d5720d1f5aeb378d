import * as z from 'zod/mini'

/** A record whose keys come out in code-unit order, so that the same facts are the same bytes. */
export function sorted<S extends z.ZodMiniType<Record<string, unknown>>>(schema: S): S {
  return schema.check(z.overwrite(value => (isSorted(value) ? value : sortKeys(value)))) as S
}

/** As machines write it, and mostly find it. */
function isSorted(value: Record<string, unknown>): boolean {
  let before = ''
  for (const key of Object.keys(value)) {
    if (key < before) return false
    before = key
  }
  return true
}

function sortKeys<V extends Record<string, unknown>>(value: V): V {
  return Object.fromEntries(Object.entries(value).sort(byKey)) as V
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
