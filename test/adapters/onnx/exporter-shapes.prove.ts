import { describe, expect, test } from 'vitest'
import { openInference } from '../../../src/adapters/onnx/inference.ts'
import { planInputs } from '../../../src/domain/comparison/input-plan.ts'
import { alignBinary, alignMulticlass } from '../../../src/domain/comparison/predictions.ts'
import type { Batch, ColumnValues, Scores } from '../../../src/ports.ts'
import { labelColumn } from '../../support/fixture-models.ts'
import { floats, integers, node, onnxModel, value } from '../../support/onnx-model.ts'

const inference = openInference(new URL('../../../src/adapters/onnx/score-child.ts', import.meta.url), 'test')

const numbers = (...values: number[]): ColumnValues => ({ kind: 'number', values: Float64Array.from(values) })
const words = (...given: string[]): ColumnValues => {
  const { codes, words: distinct } = labelColumn('', given)
  return { kind: 'text', codes, words: distinct }
}

/** Scores rows of the columns, as `planInputs` feeds them to the model. */
async function scored(
  model: Uint8Array,
  columns: Readonly<Record<string, ColumnValues>>,
  task: 'classification' | 'regression',
): Promise<Scores> {
  const { signature } = await inference.describe(model)
  const data = Object.entries(columns).map(([name, { kind }]) => ({ name, kind }))
  const plan = planInputs(signature, data, 'target')
  async function* batches(): AsyncGenerator<Batch> {
    const fed = plan.columns.map(({ name }) => columns[name] as ColumnValues)
    const [first] = fed
    const rows = (first?.kind === 'number' ? first.values : first?.codes)?.length ?? 0
    yield { start: 0, rows, columns: fed }
  }
  return inference.score({ model, inputs: plan.inputs, batches: batches(), task })
}

const y = value('y', 'float', [0, 1])
const cast = (from: string) => node('Cast', [from], ['y'], { to: 1 })

describe('an input of each type', () => {
  test.each([
    ['float', [0.5, -2], [0.5, -2]],
    ['double', [1e-300, 3], [0, 3]],
    ['int64', [7, -9], [7, -9]],
    ['int32', [7, -9], [7, -9]],
    ['bool', [1, 0], [1, 0]],
  ] as const)('%s', async (type, given, expected) => {
    const model = onnxModel({ inputs: [value('x', type, [0, 1])], outputs: [y], nodes: [cast('x')] })
    const { values } = await scored(model, { x: numbers(...given) }, 'regression')
    expect([...(values ?? [])]).toEqual(expected)
  })

  test('words, one column beside another of numbers', async () => {
    const model = onnxModel({
      inputs: [value('word', 'string', [0, 1]), value('x', 'double', [0])],
      outputs: [value('y', 'float', [0])],
      nodes: [
        node('LabelEncoder@ai.onnx.ml', ['word'], ['code'], {
          keys_strings: ['a', 'b'],
          values_floats: [10, 20],
        }),
        node('Squeeze', ['code', 'one'], ['flat']),
        node('Cast', ['x'], ['number'], { to: 1 }),
        node('Add', ['flat', 'number'], ['y']),
      ],
      initializers: [integers('one', [1])],
    })
    const { values } = await scored(model, { x: numbers(1, 2, 3), word: words('b', 'a', 'b') }, 'regression')
    expect([...(values ?? [])]).toEqual([21, 12, 23])
    expect((await inference.describe(model)).knownWords).toEqual(new Map([['word', ['a', 'b']]]))
  })

  test('a matrix of words, and one of doubles', async () => {
    const model = onnxModel({
      inputs: [value('words', 'string', [0, 2]), value('numbers', 'double', [0, 2])],
      outputs: [value('y', 'double', [0, 1])],
      nodes: [
        node('LabelEncoder@ai.onnx.ml', ['words'], ['codes'], {
          keys_strings: ['a', 'b'],
          values_floats: [1, 2],
        }),
        node('Cast', ['codes'], ['doubles'], { to: 11 }),
        node('Mul', ['doubles', 'numbers'], ['products']),
        node('ReduceSum', ['products', 'one'], ['y']),
      ],
      initializers: [integers('one', [1])],
    })
    const { signature } = await inference.describe(model)
    const [first, second] = signature.inputs
    const named = {
      ...signature,
      inputs: [
        { ...(first as object), columns: ['p', 'q'] },
        { ...(second as object), columns: ['r', 's'] },
      ],
    } as typeof signature
    const columns = { p: words('a', 'b'), q: words('b', 'b'), r: numbers(1, 2), s: numbers(10, 20) }
    const data = Object.entries(columns).map(([name, { kind }]) => ({ name, kind }))
    const plan = planInputs(named, data, 'target')
    async function* batches(): AsyncGenerator<Batch> {
      yield { start: 0, rows: 2, columns: Object.values(columns) }
    }
    const { values } = await inference.score({
      model,
      inputs: plan.inputs,
      batches: batches(),
      task: 'regression',
    })
    expect([...(values ?? [])]).toEqual([21, 44])
  })
})

describe('what a classifier gives', () => {
  const inputs = [value('x', 'float', [0, 1])]
  const x = numbers(0.25, 1, 0)
  const actual = labelColumn('target', ['No', 'Yes', 'No'])
  // `no` is 1 − x; `flag` is 1 where x is more than a half; `word` says it.
  const initializers = [floats('unit', [1]), floats('half', [0.5]), integers('one', [1])]
  const shared = [
    node('Sub', ['unit', 'x'], ['no']),
    node('Greater', ['x', 'half'], ['more']),
    node('Cast', ['more'], ['flag'], { to: 1 }),
    node('LabelEncoder@ai.onnx.ml', ['flag'], ['word'], {
      keys_floats: [0, 1],
      values_strings: ['No', 'Yes'],
    }),
  ]
  const squeezed = (from: string, to: string) => node('Squeeze', [from, 'one'], [to])
  const modelOf = (outputs: readonly Uint8Array[], ...nodes: readonly Uint8Array[]) =>
    onnxModel({ inputs, outputs, nodes: [...shared, ...nodes], initializers })
  const column = (name: string) => value(name, 'float', [0])
  const label = value('label', 'string', [0])

  async function positive(model: Uint8Array, positiveClass = 'Yes', target = actual): Promise<number[]> {
    return [...alignBinary(await scored(model, { x }, 'classification'), target, positiveClass).probability]
  }

  test.each([
    ['one probability a row, [n, 1]', modelOf([y], node('Identity', ['x'], ['y']))],
    ['one probability a row, [n]', modelOf([column('p')], squeezed('x', 'p'))],
    [
      'a matrix, its classes in the order of another',
      modelOf(
        [label, value('p', 'float', [0, 2])],
        squeezed('word', 'label'),
        node('Concat', ['x', 'no'], ['p'], { axis: 1 }),
      ),
    ],
    [
      'a column of each class, named by it, the positive one first',
      modelOf([label, column('Yes'), column('No')], ...['word:label', 'x:Yes', 'no:No'].map(pair)),
    ],
    [
      'a column of each class, [n, 1]',
      modelOf(
        [value('Yes', 'float', [0, 1]), value('No', 'float', [0, 1])],
        ...['x:Yes', 'no:No'].map(passed),
      ),
    ],
  ])('%s', async (_what, model) => {
    expect(await positive(model)).toEqual([0.25, 1, 0])
  })

  function pair(names: string): Uint8Array {
    const [from = '', to = ''] = names.split(':')
    return squeezed(from, to)
  }
  function passed(names: string): Uint8Array {
    const [from = '', to = ''] = names.split(':')
    return node('Identity', [from], [to])
  }

  test('a column of each class, named as skl2onnx does, the classes in the classifier', async () => {
    const classifier = node('LinearClassifier@ai.onnx.ml', ['x'], ['word2', 'scores'], {
      coefficients: [-1, 1],
      intercepts: [1, 0],
      classlabels_strings: ['No way', 'Yes'],
      post_transform: 'NONE',
    })
    const at = (column: string, to: string) => node('Gather', ['scores', column], [to], { axis: 1 })
    const model = onnxModel({
      inputs,
      outputs: [label, column('sYes'), column('sNo_way')],
      nodes: [
        classifier,
        node('Identity', ['word2'], ['label']),
        at('one', 'p'),
        at('zero', 'q'),
        ...['p:sYes', 'q:sNo_way'].map(pair),
      ],
      initializers: [integers('one', [1]), integers('zero', [0])],
    })
    expect(await positive(model, 'Yes', labelColumn('target', ['No way', 'Yes', 'No way']))).toEqual([
      0.25, 1, 0,
    ])
    expect(await positive(model, 'No way', labelColumn('target', ['No way', 'Yes', 'No way']))).toEqual([
      0.75, 0, 1,
    ])
  })

  test('a column of each class that is a number', async () => {
    const model = modelOf([column('i1'), column('i0')], ...['x:i1', 'no:i0'].map(pair))
    expect(await positive(model, '1', labelColumn('target', ['0', '1', '0']))).toEqual([0.25, 1, 0])
  })

  test('columns that no class is named by are not taken by their place', async () => {
    const model = modelOf([column('first'), column('second')], ...['no:first', 'x:second'].map(pair))
    await expect(positive(model)).rejects.toMatchObject({ code: 'not-runnable' })
  })

  test('labels alone, as words, whole numbers or truth values', async () => {
    const asWords = modelOf([label], squeezed('word', 'label'))
    const asNumbers = modelOf(
      [value('label', 'int64', [0])],
      squeezed('flag', 'f'),
      node('Cast', ['f'], ['label'], { to: 7 }),
    )
    const asTruth = modelOf([value('label', 'bool', [0, 1])], node('Identity', ['more'], ['label']))
    for (const model of [asWords, asNumbers, asTruth]) {
      const scores = await scored(model, { x }, 'classification')
      expect(scores.probabilities).toBeUndefined()
      expect([...alignBinary(scores, actual, 'Yes').probability]).toEqual([0, 1, 0])
    }
  })

  test('three columns of three classes', async () => {
    const model = modelOf(
      [column('b'), column('a'), column('c')],
      ...['x:b', 'no:a'].map(pair),
      node('Sub', ['x', 'x'], ['none']),
      squeezed('none', 'c'),
    )
    const predictions = alignMulticlass(
      await scored(model, { x }, 'classification'),
      labelColumn('target', ['a', 'b', 'c']),
    )
    expect(predictions.classes).toEqual(['b', 'a', 'c'])
    expect([...predictions.probabilities]).toEqual([0.25, 0.75, 0, 1, 0, 0, 0, 1, 0])
  })

  test('scores that are no probabilities are refused', async () => {
    const model = modelOf([y], node('Sub', ['x', 'unit'], ['y']))
    await expect(positive(model)).rejects.toMatchObject({
      code: 'not-runnable',
      message: expect.stringMatching(/-0\.75 at row 1/),
    })
  })
})
