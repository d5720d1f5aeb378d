import * as z from 'zod/mini'
import { nearest } from '../../errors/index.ts'
import type { Notes } from '../notes.ts'
import { VersionRecord } from '../version.ts'
import type { Field, Value } from './filter.ts'
import { filterError } from './tokens.ts'

/** One version as a filter sees it. Notes are read only when a filter asks for them. */
export interface SearchedVersion {
  readonly model: string
  readonly record: VersionRecord
  readonly stage: string
  readonly aliases: readonly string[]
  notes(): Notes
}

type Reader = (version: SearchedVersion) => Value | readonly Value[]

const orNull = (value: Value | undefined): Value => value ?? null

const PLAIN: Readonly<Record<string, Reader>> = {
  model: ({ model }) => model,
  version: ({ record }) => record.version,
  stage: ({ stage }) => stage,
  alias: ({ aliases }) => aliases,
  'created-at': ({ record }) => record['created-at'],
  'created-by': ({ record }) => record['created-by'],
  commit: ({ record }) => record.commit,
  tree: ({ record }) => record.tree,
  'pull-request': ({ record }) => orNull(record['pull-request']),
  run: ({ record }) => orNull(record.run),
  format: ({ record }) => record.artifact.format,
  kind: ({ record }) => orNull(record.artifact.kind),
  sha256: ({ record }) => record.artifact.sha256,
  bytes: ({ record }) => record.artifact.bytes,
  uri: ({ record }) => record.artifact.uri,
  description: version => orNull(version.notes().description),
}

const OPEN: Readonly<Record<string, (version: SearchedVersion, name: string) => Value>> = {
  metrics: ({ record }, name) => ownValue(record.metrics, name),
  params: ({ record }, name) => {
    const value = ownValue(record.params, name)
    return Array.isArray(value) ? JSON.stringify(value) : (value as Value)
  },
  tags: (version, name) => ownValue(version.notes().tags ?? {}, name),
}

function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | null {
  return Object.hasOwn(record, name) ? (record[name] as T) : null
}

/**
 * Finds out how a field is read.
 *
 * @throws {ModelyardError} `bad-input` that points at a name that there is not, with the nearest that there is.
 */
export function fieldReader(text: string, { parts, column }: Field): Reader {
  const [first = '', ...rest] = parts
  const plain = rest.length === 0 && Object.hasOwn(PLAIN, first) ? PLAIN[first] : undefined
  if (plain !== undefined) return plain
  const open = Object.hasOwn(OPEN, first) ? OPEN[first] : undefined
  // Names of metrics and parameters may hold dots themselves.
  if (open !== undefined && rest.length > 0) return version => open(version, rest.join('.'))
  const known = [...Object.keys(PLAIN), 'metrics.NAME', 'params.NAME', 'tags.NAME']
  const near = nearest(first, [...Object.keys(PLAIN), ...Object.keys(OPEN)])
  throw filterError(
    text,
    column,
    open === undefined ? `there is no field \`${parts.join('.')}\`` : `\`${first}\` needs a name behind it`,
    near === undefined || open !== undefined ? `fields are ${known.join(', ')}` : `did you mean \`${near}\`?`,
  )
}

/** Whether a field is answered by a version's notes, which are YAML and cost more than all the rest. */
export function isOfNotes({ parts: [group] }: Field): boolean {
  return group === 'tags' || group === 'description'
}

/**
 * The part of a version's record that fields are read from. A filter turns most versions down, and then the rest of
 * their records need not be checked.
 */
export function outlineOf(fields: readonly Field[]): z.ZodMiniType<Pick<VersionRecord, 'version'>> {
  const { shape } = VersionRecord
  const keys = fields.map(({ parts: [first = ''] }) => (OF_ARTIFACT.has(first) ? 'artifact' : first))
  const known = keys.filter(key => Object.hasOwn(shape, key)) as (keyof typeof shape)[]
  return z.object({ version: shape.version, ...Object.fromEntries(known.map(key => [key, shape[key]])) })
}

const OF_ARTIFACT = new Set(['format', 'kind', 'sha256', 'bytes', 'uri'])

/** The names under `metrics`, `params` or `tags` of a version. */
export function openNames(version: SearchedVersion, group: string): readonly string[] {
  if (group === 'metrics') return Object.keys(version.record.metrics)
  return Object.keys((group === 'params' ? version.record.params : version.notes().tags) ?? {})
}
