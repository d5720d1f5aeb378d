import fc from 'fast-check'
import type * as z from 'zod/mini'
import { METRIC_NAMES } from '../../src/domain/comparison/metric-catalogue.ts'
import { Evidence } from '../../src/domain/evidence/evidence.ts'
import { Pointers } from '../../src/domain/registry/pointers.ts'
import { PromotionRecord } from '../../src/domain/registry/record.ts'
import { LastVersion, VersionRecord } from '../../src/domain/registry/version.ts'

const positive = fc.integer({ min: 1, max: 2 ** 31 })
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
const sha256 = hex(64)
const gitId = fc.oneof(hex(40), hex(64))
// JSON knows no −0: it is written as 0.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0)
const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter(isKept)
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(isKept)
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().replace(/\.\d+/, ''))
const pointer = fc.constantFrom('staging', 'production', 'archived', 'champion', 'shadow', 'a-1', '9-lives')
const open = <T>(value: fc.Arbitrary<T>, key: fc.Arbitrary<string> = name) =>
  fc.dictionary(key, value, { maxKeys: 6, noNullPrototype: true })

/** No such name is read back: the reader refuses the text. */
function isKept(text: string): boolean {
  return !text.includes('__proto__')
}

const tail = {
  'requested-by': words,
  'requested-at': time,
  reason: fc.option(words, { nil: undefined }),
  'judged-at': fc.oneof(fc.constant('terminal'), positive),
}
const aliases = open(fc.option(positive), pointer)
const move = { schema: fc.constant(1), version: positive, from: pointer, to: pointer, ...tail }
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const scalar = fc.oneof(words, number, fc.boolean(), fc.constant(null))
const setting = {
  task: fc.constant('regression'),
  rows: positive,
  target: name,
}

/** Facts of each kind of machine-written file, with its schema. */
export const RECORDS: readonly (readonly [
  what: string,
  schema: z.ZodMiniType,
  facts: fc.Arbitrary<unknown>,
])[] = [
  ['versions/last.json', LastVersion, fc.record({ schema: fc.constant(1), last: positive })],
  [
    'stages.json',
    Pointers,
    fc.record({
      schema: fc.constant(1),
      // Their order is the lifecycle's, which no schema knows: one is enough here.
      stages: fc
        .tuple(pointer, fc.array(positive, { minLength: 1, maxLength: 4 }))
        .map(([stage, versions]) => ({ [stage]: versions })),
      aliases: open(positive, pointer),
    }),
  ],
  [
    'version.json',
    VersionRecord,
    fc.record({
      schema: fc.constant(1),
      version: positive,
      'created-at': time,
      'created-by': words,
      commit: gitId,
      tree: gitId,
      run: optional(positive),
      artifact: fc.record({
        uri: fc.constantFrom('./model.onnx', './model', 's3://bucket/a%20b'),
        sha256,
        bytes: fc.nat(),
        format: fc.constantFrom('onnx', 'opaque'),
        opsets: optional(open(positive)),
      }),
      data: fc.array(
        fc.record({ role: fc.constantFrom('train', 'test'), uri: words, sha256, rows: optional(fc.nat()) }),
        {
          maxLength: 3,
        },
      ),
      params: open(fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }))),
      metrics: open(number),
    }),
  ],
  [
    'a promotion',
    PromotionRecord,
    fc.record({
      ...move,
      kind: fc.constant('promotion'),
      displaces: optional(positive),
      aliases: optional(aliases),
      evidence: fc.array(sha256, { maxLength: 3 }),
      gates: optional(fc.record({ outcome: fc.constantFrom('passed', 'failed'), 'policy-commit': gitId })),
    }),
  ],
  [
    'an archiving',
    PromotionRecord,
    fc.record({ ...move, kind: fc.constant('archive'), purged: optional(fc.constant(true)) }),
  ],
  [
    'an alias move',
    PromotionRecord,
    fc.record({ schema: fc.constant(1), kind: fc.constant('alias'), aliases, ...tail }),
  ],
  [
    'an evaluation',
    Evidence,
    fc.record({
      schema: fc.constant(1),
      kind: fc.constant('evaluation'),
      subject: fc.record({ artifact: sha256, data: sha256 }),
      facts: fc.record({ ...setting, metrics: open(number, fc.constantFrom(...METRIC_NAMES)) }),
      origin: fc.record({ tool: words, machine: words, 'started-at': time, seconds: fc.nat() }),
    }),
  ],
]
