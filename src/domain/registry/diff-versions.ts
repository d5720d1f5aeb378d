import type { Change } from '../results/difference.ts'
import type { Signature, VersionRecord } from './version.ts'

type Part = Change['part']
type Facts = ReadonlyMap<string, string | number>

const PARTS: readonly [Part, (record: VersionRecord) => Facts][] = [
  ['metrics', ({ metrics }) => new Map(Object.entries(metrics))],
  ['params', ({ params }) => new Map(Object.entries(params).map(([name, value]) => [name, textOf(value)]))],
  ['data', dataFacts],
  ['signature', ({ signature }) => signatureFacts(signature)],
  ['artifact', artifactFacts],
  [
    'code',
    ({ commit, tree }) =>
      new Map([
        ['commit', commit.slice(0, 12)],
        ['tree', tree.slice(0, 12)],
      ]),
  ],
]

/** What two versions differ in, fact by fact, and the parts that are alike. */
export function diffVersions(
  first: VersionRecord,
  second: VersionRecord,
): { changes: Change[]; same: string[] } {
  const changes: Change[] = []
  const same: string[] = []
  for (const [part, factsOf] of PARTS) {
    const found = diffFacts(part, factsOf(first), factsOf(second))
    if (found.length === 0) same.push(part)
    changes.push(...found)
  }
  return { changes, same }
}

function diffFacts(part: Part, first: Facts, second: Facts): Change[] {
  const names = [...new Set([...first.keys(), ...second.keys()])].sort()
  return names.flatMap(name => {
    const [before, after] = [first.get(name), second.get(name)]
    if (before === after) return []
    const bothNumbers = typeof before === 'number' && typeof after === 'number'
    return [
      {
        part,
        name,
        ...(before === undefined ? {} : { first: String(before) }),
        ...(after === undefined ? {} : { second: String(after) }),
        ...(bothNumbers ? { difference: after - before } : {}),
      },
    ]
  })
}

function dataFacts({ data }: VersionRecord): Facts {
  const counts = new Map<string, number>()
  return new Map(
    data.flatMap(({ role, uri, sha256, rows }): [string, string | number][] => {
      const count = (counts.get(role) ?? 0) + 1
      counts.set(role, count)
      const name = count === 1 ? role : `${role} ${count}`
      return [
        [name, uri],
        [`${name} sha256`, sha256.slice(0, 12)],
        ...(rows === undefined ? [] : [[`${name} rows`, rows] as [string, number]]),
      ]
    }),
  )
}

function signatureFacts(signature: Signature | undefined): Facts {
  const tensors = [
    ...(signature?.inputs ?? []).map(tensor => ({ side: 'input', ...tensor })),
    ...(signature?.outputs ?? []).map(tensor => ({ side: 'output', columns: undefined, ...tensor })),
  ]
  return new Map(
    tensors.map(({ side, name, datatype, shape, columns }) => [
      `${side} ${name}`,
      `${datatype}[${shape.map(size => (size === -1 ? '?' : size)).join(', ')}]${columns === undefined ? '' : ` of ${columns.join(', ')}`}`,
    ]),
  )
}

function artifactFacts({ artifact }: VersionRecord): Facts {
  return new Map<string, string | number>([
    ['format', artifact.kind ?? artifact.format],
    ['sha256', artifact.sha256.slice(0, 12)],
    ['bytes', artifact.bytes],
    ...Object.entries(artifact.opsets ?? {}).map(([domain, version]): [string, number] => [
      `opset ${domain}`,
      version,
    ]),
  ])
}

function textOf(value: VersionRecord['params'][string]): string | number {
  return typeof value === 'number' ? value : Array.isArray(value) ? JSON.stringify(value) : String(value)
}
