import { parse } from 'yaml'
import { ModelyardError } from '../errors/index.ts'

type Scalar = string | number | boolean | null
export type ParamValue = Scalar | Scalar[]

/**
 * Reads parameters or metrics from a JSON or YAML file as trainers write it; nested mappings become names with dots,
 * `train.lr`.
 *
 * @throws {ModelyardError} `bad-file` where it is neither, or holds what cannot be kept.
 */
export function parseParams(path: string, text: string): ReadonlyMap<string, ParamValue> {
  const values = new Map<string, ParamValue>()
  const root = path.toLowerCase().endsWith('.json') ? fromJson(path, text) : fromYaml(path, text)
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    throw badFile(path, 'holds no mapping of names to values', 'write it like {"learning_rate": 0.1}')
  }
  flatten(root, '', values, path)
  return values
}

/** Metrics are finite numbers and nothing else. */
export function parseMetrics(path: string, text: string): ReadonlyMap<string, number> {
  const metrics = new Map<string, number>()
  for (const [name, value] of parseParams(path, text)) {
    if (typeof value !== 'number')
      throw badFile(path, `holds the metric \`${name}\`, which is no number`, 'leave it out, or correct it')
    metrics.set(name, value)
  }
  return metrics
}

/** `name=value` as a flag gives it: true, false, null and numbers are what they look like, the rest is text. */
export function parseAssignment(text: string): readonly [name: string, value: Scalar] {
  const at = text.indexOf('=')
  if (at < 1) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `\`${text}\` is no assignment`,
      next: 'write it as name=value',
    })
  }
  return [text.slice(0, at), scalarOf(text.slice(at + 1))]
}

/** `name=value` where the value is a number. */
export function numberAssignment(text: string): readonly [name: string, value: number] {
  const [name, value] = parseAssignment(text)
  if (typeof value === 'number') return [name, value]
  throw new ModelyardError({
    code: 'bad-input',
    message: `the value of \`${name}\` is no number`,
    next: 'write it as name=0.85',
  })
}

function scalarOf(text: string): Scalar {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : text
}

function fromJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const bare = /\b(NaN|-?Infinity)\b/.exec(text)?.[1]
    throw badFile(
      path,
      bare === undefined
        ? `is not JSON: ${String(error instanceof Error ? error.message : error)}`
        : `holds ${bare}, which JSON does not have`,
      bare === undefined ? 'correct it' : 'leave such values out: a metric without a value is no metric',
    )
  }
}

function fromYaml(path: string, text: string): unknown {
  try {
    return parse(text, { version: '1.2', schema: 'core', maxAliasCount: 0, logLevel: 'error' })
  } catch (error) {
    throw badFile(
      path,
      `is not YAML: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`,
      'correct it',
    )
  }
}

function flatten(value: object, prefix: string, into: Map<string, ParamValue>, path: string): void {
  for (const [key, inner] of Object.entries(value)) {
    const name = `${prefix}${key}`
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner))
      flatten(inner, `${name}.`, into, path)
    else into.set(name, checked(inner, name, path))
  }
}

function checked(value: unknown, name: string, path: string): ParamValue {
  if (name.includes('__proto__')) throw badFile(path, 'holds the name `__proto__`', 'rename it')
  if (Array.isArray(value)) return value.map(item => (isScalar(item) ? item : JSON.stringify(item)))
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw badFile(path, `holds ${value} for \`${name}\``, 'leave it out: only finite numbers can be kept')
  }
  if (isScalar(value)) return value
  throw badFile(
    path,
    `holds something for \`${name}\` that is no number, text or truth value`,
    'leave it out',
  )
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function badFile(path: string, what: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-file', message: `${path} ${what}`, next, place: { path } })
}
