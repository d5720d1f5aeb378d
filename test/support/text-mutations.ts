import type { Choices } from './seeded.ts'

// ---- Bytes and lines --------------------------------------------------------------------------------------

/** A flipped, lost, doubled or foreign byte, or everything after one gone. */
export function mutateBytes(content: Uint8Array, choices: Choices): Uint8Array {
  const at = choices.below(content.length + 1)
  const [head, tail] = [[...content.subarray(0, at)], [...content.subarray(at)]]
  const many = choices.oneIn(2) ? 1 : choices.below(40)
  switch (choices.below(5)) {
    case 0:
      return Uint8Array.from([...head, (tail[0] ?? 0) ^ (1 << choices.below(8)), ...tail.slice(1)])
    case 1:
      return Uint8Array.from([...head, ...tail.slice(many)])
    case 2:
      return Uint8Array.from([...head, ...tail.slice(0, many), ...tail])
    case 3:
      return Uint8Array.from([...head, choices.below(256), ...tail])
    default:
      return Uint8Array.from(head)
  }
}

/** A line lost, doubled, moved, or two of them swapped. */
export function mutateLines(text: string, choices: Choices): string {
  const lines = text.split('\n')
  const [at, other] = [choices.below(lines.length), choices.below(lines.length)]
  const line = lines[at] ?? ''
  const rest = lines.toSpliced(at, 1)
  switch (choices.below(4)) {
    case 0:
      return rest.join('\n')
    case 1:
      return lines.toSpliced(at, 0, line).join('\n')
    case 2:
      return rest.toSpliced(other, 0, line).join('\n')
    default:
      return lines
        .with(at, lines[other] ?? '')
        .with(other, line)
        .join('\n')
  }
}

// ---- JSON -------------------------------------------------------------------------------------------------

const SPELLINGS = ['-0', '1.0', '1e0', '1E2', '01', '+1', '.5', '1e400', '-1', '9007199254740993', '0', '1_0']

/** A number of the text written otherwise. */
export function mutateNumber(text: string, choices: Choices): string | undefined {
  return inPlaceOf(text, /(?<=[:[,]\s*)-?\d[\d.eE+-]*/g, choices.pick(SPELLINGS), choices)
}

/** Words of a text, told apart by bars. */
const barred = (text: string) => text.split(' | ').map(word => word.replaceAll('\\n', '\n'))

const VALUES: readonly unknown[] = [
  ...JSON.parse(
    '[null, true, false, 0, 1, 2, 3, -1, 0.5, 9007199254740992, 1e21, 1e308, -1e308, [], {}, [1], [[]]]',
  ),
  ...barred(
    'x | 1 | 2026-02-30T10:00:00Z | terminal | production | ./model.onnx | ../model.onnx | C:\\model',
  ),
  ...['', '0'.repeat(64), 'a'.repeat(40), 'é\u2028\u0000', 'y'.repeat(10_001), 's3://bucket/model'],
]
const KEYS = barred(
  'schema | version | reason | purged | displaces | constructor |  | Production | champion | 10 | 9',
)

/**
 * A copy in which one value is another, or one key is lost, new or renamed.
 *
 * @param more - Values that may stand in it beside its own.
 */
export function mutateJsonValue(root: unknown, choices: Choices, more: readonly unknown[] = []): unknown {
  const value = structuredClone(root)
  const places = [...placesIn(value)]
  if (places.length === 0) return choices.pick(VALUES)
  const place = choices.pick(places)
  const { holder, key } = place
  const near = [...places.map(other => read(other)), ...more]
  const act = choices.below(8)
  if (act < 4) set(holder, key, change(read(place), near, choices))
  else if (act === 4) remove(holder, key)
  else if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(choices.pick(near)))
  else if (act === 5) set(holder, choices.pick(KEYS), choices.oneIn(2) ? read(place) : choices.pick(VALUES))
  else if (act === 6) rename(holder, key, choices.pick(KEYS))
  else reorder(holder)
  return value
}

type Holder = unknown[] | Record<string, unknown>
interface Place {
  readonly holder: Holder
  readonly key: string
}

function* placesIn(value: unknown): Generator<Place> {
  if (typeof value !== 'object' || value === null) return
  const holder = value as Holder
  for (const key of Object.keys(holder)) {
    yield { holder, key }
    yield* placesIn(read({ holder, key }))
  }
}

function read({ holder, key }: Place): unknown {
  return (holder as Record<string, unknown>)[key]
}

function set(holder: Holder, key: string, value: unknown): void {
  // A value that stands in two places must not be one object: it could come to hold itself.
  ;(holder as Record<string, unknown>)[key] = structuredClone(value)
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

function rename(holder: Record<string, unknown>, key: string, name: string): void {
  const entries = Object.entries(holder)
  for (const [old, value] of entries) {
    delete holder[old]
    holder[old === key ? name : old] = value
  }
}

function reorder(holder: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(holder).reverse()) {
    delete holder[key]
    holder[key] = value
  }
}

/** Another value: one that stands elsewhere, one a little off, or a strange one. */
function change(value: unknown, near: readonly unknown[], choices: Choices): unknown {
  if (choices.oneIn(2)) return choices.pick(VALUES)
  if (choices.oneIn(2)) return choices.pick(near)
  if (typeof value === 'number') return choices.oneIn(2) ? value + 1 : value - 1
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return null
  const at = choices.below(value.length)
  return choices.oneIn(2)
    ? `${value} more`
    : value.slice(0, at) + choices.pick(['a', '0', 'é']) + value.slice(at + 1)
}

// ---- YAML -------------------------------------------------------------------------------------------------

const SCALARS = barred(
  `~ | null | true | no | 0 | 1 | 2 | -1 | 0.5 | .inf | .nan | 0x10 | 0o7 | 1e3 | 1e999 | 1_000 | "x" | 'x' | [] | {} | \
[a] | {a: b} | [[a], {b: c}] | |\\n  two\\n  lines | >-\\n  two\\n  lines | "\\x00" | !!str x | !x y | &a x | *a | ? x | \
2026-01-01 | "@acme/x" | ["@a", "@b/c"] | @acme | %x | \`x\` | # x | production | staging | development | archived | \
canary | gone | {champion: staging} | {latest: production} | roc-auc | rmse | log-loss | mean-error | regression | \
multiclass-classification | binary-classification | [development, staging, archived] | [a, a, b] | [1, 2, 3] | \
[new, staging, canary, production, gone, extra] | ../out | /etc | other | data/../x | C:/x | .git/x | "\\u00e9" | \
{staging: {gates: []}} | {gone: {gates: []}} | [{metric: roc-auc, min: 1, max: 2}] | [{metric: r2, min: .5}] | \
{command: x} | {approvals: {required: 21}} | {required: 1, from: []} | {max-versions: 1} | {max-versions: 0} | \
{staging: production} | {primary-metric: rmse} | {primary-metric: log-loss} | [{latency: p95, not-slower-by: 20%}] | \
[{latency: p99, not-slower-by: 0.2}] | [{size: {max: 50 MB}}] | [{tests: {at-least: 0}}] | [{data: {}}] | \
[{data: {columns: kept, min-rows: 9}}] | [{slices: f1, min: .5, by: [a, b]}] | [{slices: f1, not-worse-by: 1, by: []}] | \
[{fairness: demographic-parity-ratio, max: 1, by: [a]}] | [{guardrails: [f1, f1], not-worse-by: 0}] | \
[{guardrails: [f1, mean-error], not-worse-by: 0}] | [{metric: own, min: 1}] | [{metric: f1, better: false}] | \
[{custom: a b, passed: true}, {freshness: custom, days: 3}] | [{contract: true, reproducible: true}]`,
).concat('', 'a'.repeat(64), '['.repeat(40))
const YAML_KEYS = barred(
  `description | owners | task | target | positive-class | train | evaluate | aliases | policy | tags | gates | approvals | \
rollback | max-versions | metric | min | better | better-by | defaults | slices | fairness | guardrails | not-worse-by | required | from | floors | registry | lifecycle | stages | \
transitions | workflows | lint | monitor | staging | canary | production | "quoted" | 1 | << | constructor | !!str x | \
&a x | *a | ? x | Target | seed | watch | archived`,
)
const LINES = barred(
  '--- | ... | %YAML 1.2 | # said | <<<<<<< ours | - x | x | ? y | : z |   extra: 1 | note: 1',
).concat('', '\t')

/** Something that happens to a file which people edit. */
export function mutateYaml(text: string, choices: Choices): string | undefined {
  const lines = text.split('\n')
  const at = choices.below(lines.length)
  const line = lines[at] ?? ''
  const withLine = (changed: string) => lines.with(at, changed).join('\n')
  switch (choices.below(12)) {
    case 0:
      return inPlaceOf(text, /(?<=[\w"]: *)(?:\[.*\]|\{.*\})/g, choices.pick(SCALARS), choices)
    case 1:
      return inPlaceOf(text, /(?<=[\w"]: *)[^\s,{}[\]][^\n,{}[\]]*/g, choices.pick(SCALARS), choices)
    case 2:
      return inPlaceOf(text, /[\w-]+(?=:)/g, choices.pick(YAML_KEYS), choices)
    case 3: {
      const indent = /^ */.exec(line)?.[0] ?? ''
      return lines
        .toSpliced(at, 0, `${indent}${choices.pick(YAML_KEYS)}: ${choices.pick(SCALARS)}`)
        .join('\n')
    }
    case 4:
      return withLine(choices.oneIn(2) ? ` ${line}` : line.replace(/^ /, ''))
    case 5:
      return lines.toSpliced(at, 0, choices.pick(LINES)).join('\n')
    case 6:
      return choices.oneIn(2) ? text.replaceAll('\n', '\r\n') : withLine(`${line}\r`)
    case 7:
      return text.replace(/\n$/, choices.pick(['', '\n\n', ' ', '\n...\n', '\n\u0000', '\n\t\n']))
    case 8:
      return choices.oneIn(2) ? `\ufeff${text}` : `${choices.pick(LINES)}\n${text}`
    case 9:
      return withLine(
        `${line}${choices.pick([' ', ' # said', '\t', ',', ' x', ':', ' {', ' &a', '\u0085', '\u2028'])}`,
      )
    case 10:
      return inPlaceOf(
        text,
        /\d+(?:\.\d+)?/g,
        choices.pick(['0', '1', '2', '100', '1e3', '-1', '.5']),
        choices,
      )
    default:
      return text.replace(/(?<=: )(\w[\w -]*)$/m, choices.pick(['"$1"', "'$1'", '!!str $1', '|-\n    $1']))
  }
}

/** One of the places that a pattern finds, overwritten. */
function inPlaceOf(text: string, pattern: RegExp, put: string, choices: Choices): string | undefined {
  const places = [...text.matchAll(pattern)]
  if (places.length === 0) return undefined
  const found = choices.pick(places)
  return text.slice(0, found.index) + put + text.slice(found.index + found[0].length)
}
