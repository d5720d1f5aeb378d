import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * A search that shares no code with the product: it reads every file from disk, and judges a filter that is given as
 * a tree, never as text.
 */
export type Scalar = string | number | boolean
export type Tree =
  | { readonly op: 'and' | 'or'; readonly both: readonly [Tree, Tree] }
  | { readonly op: 'not'; readonly of: Tree }
  | { readonly op: 'null'; readonly field: string }
  | { readonly op: '=' | '!=' | '<' | '<=' | '>' | '>='; readonly field: string; readonly value: Scalar }
  | { readonly op: 'in'; readonly field: string; readonly values: readonly Scalar[] }
  | { readonly op: 'like'; readonly field: string; readonly parts: readonly (string | '%' | '_')[] }

/** A version as its files say, all of its fields side by side; what it does not have is not there. */
export interface Row {
  readonly model: string
  readonly version: number
  readonly fields: ReadonlyMap<string, readonly Scalar[]>
}

/** Reads the registry below a folder. */
export async function readRows(root: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const model of await names(join(root, 'models'))) {
    const folder = join(root, 'models', model)
    const pointers = await json(join(folder, 'stages.json'))
    for (const version of (await names(join(folder, 'versions'))).filter(name => /^\d+$/.test(name))) {
      const record = await json(join(folder, 'versions', version, 'version.json'))
      const notes = parse(await text(join(folder, 'versions', version, 'notes.yaml'))) ?? {}
      const fields = new Map<string, Scalar[]>()
      const put = (name: string, value: unknown) => {
        if (value !== undefined && value !== null) fields.set(name, [value as Scalar])
      }
      put('model', model)
      put('version', record.version)
      put('created-at', record['created-at'])
      put('created-by', record['created-by'])
      put('bytes', record.artifact.bytes)
      put('description', notes.description)
      for (const group of ['metrics', 'params'] as const)
        for (const [name, value] of Object.entries(record[group])) put(`${group}.${name}`, value)
      for (const [name, value] of Object.entries(notes.tags ?? {})) put(`tags.${name}`, value)
      const stages = Object.entries<number[]>(pointers.stages ?? {})
      put('stage', stages.find(([, numbers]) => numbers.includes(record.version))?.[0] ?? 'development')
      const aliases = Object.entries(pointers.aliases ?? {}).filter(([, named]) => named === record.version)
      if (aliases.length > 0) fields.set('alias', aliases.map(([alias]) => alias).sort())
      rows.push({ model, version: record.version, fields })
    }
  }
  return rows
}

/** SQL's logic of three values: undefined is unknown. A field with several values fits when one of them does. */
export function fits(tree: Tree, row: Row): boolean | undefined {
  if ('both' in tree) {
    const both = tree.both.map(part => fits(part, row))
    const decisive = tree.op === 'or'
    if (both.includes(decisive)) return decisive
    return both.includes(undefined) ? undefined : !decisive
  }
  if ('of' in tree) {
    const inner = fits(tree.of, row)
    return inner === undefined ? undefined : !inner
  }
  const values = row.fields.get(tree.field)
  if (tree.op === 'null') return values === undefined
  if (values === undefined) return undefined
  if (tree.op === 'in') return values.some(value => tree.values.some(wanted => holds('=', value, wanted)))
  if (tree.op === 'like') return values.some(value => isLike(String(value), tree.parts))
  return values.some(value => holds(tree.op, value, tree.value))
}

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

/** As numbers where one side is a number; a side that is none then only differs. */
function holds(comparison: Comparison, value: Scalar, wanted: Scalar): boolean {
  const numeric = typeof value === 'number' || typeof wanted === 'number'
  const [a, b] = numeric ? [toNumber(value), toNumber(wanted)] : [String(value), String(wanted)]
  if (Number.isNaN(a) || Number.isNaN(b)) return comparison === '!='
  const table = { '=': a === b, '!=': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }
  return table[comparison]
}

function toNumber(value: Scalar): number {
  return typeof value === 'boolean' || value === '' ? Number.NaN : Number(value)
}

function isLike(value: string, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return value === ''
  if (first === '%') return isLike(value, rest) || (value !== '' && isLike(value.slice(1), [first, ...rest]))
  if (value === '') return false
  return (first === '_' || first === value[0]) && isLike(value.slice(1), rest)
}

async function names(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort()
}

async function text(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}

// biome-ignore lint/suspicious/noExplicitAny: the files are looked at, not believed.
async function json(path: string): Promise<any> {
  return JSON.parse((await text(path)) || '{}')
}
