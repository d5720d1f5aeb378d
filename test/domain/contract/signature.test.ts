import { expect, test } from 'vitest'
import { classCheck, signatureChecks } from '../../../src/domain/contract/signature.ts'
import type { Signature } from '../../../src/domain/registry/version.ts'

const BEFORE: Signature = {
  inputs: [
    { name: 'tenure', datatype: 'INT64', shape: [-1, 1] },
    { name: 'plan', datatype: 'BYTES', shape: [-1, 1] },
  ],
  outputs: [{ name: 'label', datatype: 'BYTES', shape: [-1] }],
}
const input = BEFORE.inputs[0] as Signature['inputs'][number]
const outcomes = (now: Signature) => signatureChecks(BEFORE, now).map(({ outcome }) => outcome)
const details = (now: Signature) => signatureChecks(BEFORE, now)[0]?.detail

test.each<[string, Partial<Signature>, string[]]>([
  ['is the same', {}, ['kept', 'kept']],
  ['is declared in another order', { inputs: BEFORE.inputs.toReversed() }, ['kept', 'kept']],
  [
    'declares a number of rows',
    { outputs: [{ name: 'label', datatype: 'BYTES', shape: [1] }] },
    ['kept', 'kept'],
  ],
  ['lacks an input', { inputs: [input] }, ['broken', 'kept']],
  ['has one more', { inputs: [...BEFORE.inputs, { ...input, name: 'age' }] }, ['broken', 'kept']],
  [
    'has one of another type',
    { inputs: BEFORE.inputs.with(0, { ...input, datatype: 'FP32' }) },
    ['broken', 'kept'],
  ],
  [
    'has one of another width',
    { inputs: BEFORE.inputs.with(0, { ...input, shape: [-1, 2] }) },
    ['broken', 'kept'],
  ],
  [
    'takes other columns',
    { inputs: BEFORE.inputs.with(0, { ...input, columns: ['age'] }) },
    ['broken', 'kept'],
  ],
  [
    'answers by another name',
    { outputs: [{ name: 'output_label', datatype: 'BYTES', shape: [-1] }] },
    ['kept', 'broken'],
  ],
])('a signature that %s', (_what, change, expected) => {
  expect(outcomes({ ...BEFORE, ...change })).toEqual(expected)
})

test('what changed is named', () => {
  expect(
    details({
      ...BEFORE,
      inputs: [
        { ...input, datatype: 'FP32' },
        { ...input, name: 'age' },
      ],
    }),
  ).toBe('added `age`; removed `plan`; changed `tenure` from INT64[rows, 1] to FP32[rows, 1]')
  const many = Array.from({ length: 5000 }, (_, index) => ({ ...input, name: `column ${index}` }))
  expect(details({ ...BEFORE, inputs: many })?.length).toBeLessThanOrEqual(500)
})

test('classes are a set', () => {
  expect(classCheck(['No', 'Yes'], ['Yes', 'No']).outcome).toBe('kept')
  expect(classCheck(['No', 'Yes'], ['0', '1'])).toMatchObject({
    outcome: 'broken',
    detail: 'added `0`, `1`; removed `No`, `Yes`',
  })
})
