import type * as z from 'zod'

/** A record whose keys come out in code-unit order, so that the same facts are the same bytes. */
export function sorted<S extends z.ZodType<Record<string, unknown>>>(schema: S): S {
  return schema.overwrite(value => Object.fromEntries(Object.entries(value).sort(byKey)) as typeof value) as S
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
