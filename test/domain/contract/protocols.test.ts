import { describe, expect, test } from 'vitest'
import { rowsProtocol } from '../../../src/domain/contract/rows-protocol.ts'
import { inferAddress, v2Protocol } from '../../../src/domain/contract/v2-protocol.ts'

const COLUMNS = [
  { name: 'tenure', kind: 'number' },
  { name: 'plan', kind: 'text' },
] as const
const BINARY = { task: 'classification', classes: ['No', 'Yes'] } as const
const NUMBERED = { task: 'classification', classes: ['0', '1'] } as const
const REGRESSION = { task: 'regression', classes: [] } as const

describe('rows', () => {
  const protocol = rowsProtocol(COLUMNS, BINARY, {})

  test('are objects by column, a missing value null', () => {
    expect(
      JSON.parse(
        protocol.encode([
          [12, 'gold'],
          [null, ''],
        ]),
      ),
    ).toEqual([
      { tenure: 12, plan: 'gold' },
      { tenure: null, plan: '' },
    ])
  })

  test('of a column that is called like a part of every object stay their own', () => {
    const { encode } = rowsProtocol([{ name: '__proto__', kind: 'number' }], BINARY, {})
    expect(encode([[1]])).toBe('[{"__proto__":1}]')
  })

  test.each([
    ['labels', BINARY, ['Yes', 'No'], { rows: 2, labels: ['Yes', 'No'] }],
    ['truth values as labels', BINARY, [true], { rows: 1, labels: ['true'] }],
    ['numbers that are labels', NUMBERED, [1, 0], { rows: 2, labels: ['1', '0'] }],
    ['probabilities', BINARY, [0.25, 0.5], { rows: 2, numbers: { width: 1, values: [0.25, 0.5] } }],
    ['numbers of a regression', REGRESSION, [1, 20], { rows: 2, numbers: { width: 1, values: [1, 20] } }],
    ['lists', BINARY, [[0.75, 0.25]], { rows: 1, numbers: { width: 2, values: [0.75, 0.25] } }],
    [
      'objects',
      BINARY,
      [{ probability: 0.25, label: 'No', more: {} }],
      { rows: 1, labels: ['No'], numbers: { width: 1, values: [0.25] } },
    ],
    [
      'objects by class',
      BINARY,
      [{ probability: { Yes: 0.25, No: 0.75 } }],
      { rows: 1, numbers: { width: 2, values: [0.75, 0.25] } },
    ],
    [
      'objects of a regression',
      REGRESSION,
      [{ prediction: 3 }],
      { rows: 1, numbers: { width: 1, values: [3] } },
    ],
    ['nothing', BINARY, [], { rows: 0 }],
  ] as const)('come back as %s', (_what, expected, answer, predicted) => {
    expect(rowsProtocol(COLUMNS, expected, {}).decode(JSON.stringify(answer))).toEqual({ predicted })
  })

  test('are read from the fields that serve names', () => {
    const { decode } = rowsProtocol(COLUMNS, BINARY, { probability: 'score', label: 'class' })
    expect(decode('[{"score": 0.25, "class": "No", "probability": 7}]')).toEqual({
      predicted: { rows: 1, labels: ['No'], numbers: { width: 1, values: [0.25] } },
    })
  })

  test.each([
    ['no JSON', '<html>'],
    ['NaN', '[NaN]'],
    ['an object', '{"predictions": [1]}'],
    ['a row of nothing', '[0.5, null, {}]'],
    ['a row without its field', '[{"score": 0.5}]'],
    ['a field that every object has', '[{"constructor": 1}]'],
    ['labels for some', '["Yes", 0.5]'],
    ['lists of different lengths', '[[0.5], [0.5, 0.5]]'],
    ['text among numbers', '[["0.5", 1]]'],
    ['nothing at all', ''],
  ])('cannot be %s', (_what, text) => {
    expect(protocol.decode(text)).toHaveProperty('unreadable')
  })
})

describe('v2', () => {
  const PLAN = {
    columns: [...COLUMNS],
    unused: [],
    remarks: [],
    inputs: [
      { name: 'tenure', datatype: 'FP32', wants: 'float32[?,1]', rowShape: [1], columns: [0] },
      { name: 'plan', datatype: 'BYTES', wants: 'string[?,1]', rowShape: [1], columns: [1] },
    ],
  } as const
  const LABEL = { name: 'label', datatype: 'INT64', shape: [2], data: [1, 0] }
  const PROBABILITIES = { name: 'probabilities', datatype: 'FP32', shape: [2, 2], data: [0.2, 0.8, 0.9, 0.1] }
  const decode = (outputs: unknown, names = {}) => v2Protocol(PLAN, names).decode(JSON.stringify({ outputs }))

  test('asks by named tensors, row after row', () => {
    expect(
      JSON.parse(
        v2Protocol(PLAN, {}).encode([
          [12, 'gold'],
          [null, ''],
        ]),
      ),
    ).toEqual({
      inputs: [
        { name: 'tenure', shape: [2, 1], datatype: 'FP32', data: [12, null] },
        { name: 'plan', shape: [2, 1], datatype: 'BYTES', data: ['gold', ''] },
      ],
    })
  })

  test('reads labels and probabilities by their datatypes, nested or not', () => {
    const predicted = { rows: 2, labels: ['1', '0'], numbers: { width: 2, values: [0.2, 0.8, 0.9, 0.1] } }
    expect(decode([LABEL, PROBABILITIES])).toEqual({ predicted })
    expect(
      decode([
        LABEL,
        {
          ...PROBABILITIES,
          data: [
            [0.2, 0.8],
            [0.9, 0.1],
          ],
        },
      ]),
    ).toEqual({ predicted })
  })

  test('reads the outputs that serve names', () => {
    const other = { ...PROBABILITIES, name: 'logits', data: [1, 2, 3, 4] }
    expect(decode([other, PROBABILITIES, LABEL], { probability: 'probabilities' })).toMatchObject({
      predicted: { numbers: { values: [0.2, 0.8, 0.9, 0.1] } },
    })
    expect(decode([PROBABILITIES], { probability: 'absent', label: 'absent' })).toHaveProperty('unreadable')
  })

  test.each([
    ['no outputs', undefined],
    ['none of them', []],
    ['an output without data', [{ name: 'label', datatype: 'INT64', shape: [2] }]],
    ['a shape of text', [{ ...LABEL, shape: ['2'] }]],
    ['fewer numbers than the shape says', [{ ...PROBABILITIES, data: [0.2] }]],
    ['text for numbers', [{ ...PROBABILITIES, data: ['a', 'b', 'c', 'd'] }]],
    ['fewer labels than rows', [{ ...LABEL, data: [1] }]],
    ['labels that are objects', [{ ...LABEL, data: [{}, {}] }]],
  ])('cannot be %s', (_what, outputs) => {
    expect(decode(outputs)).toHaveProperty('unreadable')
  })

  test.each([
    ['http://host:8000', 'http://host:8000/v2/models/churn/infer'],
    ['http://host:8000/', 'http://host:8000/v2/models/churn/infer'],
    ['http://host/serving', 'http://host/serving/v2/models/churn/infer'],
    ['http://host/v2/models/other/versions/3/infer', 'http://host/v2/models/other/versions/3/infer'],
  ])('asks %s at %s', (base, url) => {
    expect(inferAddress(base, 'churn')).toBe(url)
  })
})
