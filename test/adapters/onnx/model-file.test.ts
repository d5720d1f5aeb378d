import { describe, expect, test } from 'vitest'
import { parseOnnx } from '../../../src/adapters/onnx/model-file.ts'
import { ModelyardError } from '../../../src/domain/errors/index.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'
import { FIXTURE_MODELS, fixture } from '../../support/fixture-models.ts'

/** What the library that wrote a model says of it. */
interface Facts {
  readonly opsets: Readonly<Record<string, number>>
  readonly inputs: readonly Tensor[]
  readonly outputs: readonly Tensor[]
  readonly operators: readonly string[]
}
interface Tensor {
  readonly name: string
  readonly type: string
  readonly shape: readonly (number | null)[] | null
}

const MANIFEST = JSON.parse(fixture('models/manifest.json').toString('utf8')) as {
  readonly models: Readonly<Record<string, Facts>>
}

const DATATYPES: Readonly<Record<string, string>> = {
  'tensor(float)': 'FP32',
  'tensor(int64)': 'INT64',
  'tensor(string)': 'BYTES',
}

/** In the words of a record: a free size is -1, what is no tensor is OTHER and has no shape. */
function inOurWords({ name, type, shape }: Tensor) {
  const datatype = DATATYPES[type] ?? 'OTHER'
  return { name, datatype, shape: datatype === 'OTHER' ? [] : (shape ?? []).map(size => size ?? -1) }
}

const model = (name: string) => fixture(`models/${name}/model.onnx`)

describe('a model says of itself what the library that wrote it says', () => {
  test.each(FIXTURE_MODELS)('%s', name => {
    const facts = MANIFEST.models[name] as Facts
    const { signature, opsets, nodes } = parseOnnx(model(name))
    expect(signature).toEqual({
      inputs: facts.inputs.map(inOurWords),
      outputs: facts.outputs.map(inOurWords),
    })
    expect(opsets).toEqual(facts.opsets)
    const operators = nodes.map(({ opType, domain }) => (domain === '' ? opType : `${domain}:${opType}`))
    expect([...new Set(operators)].sort()).toEqual([...facts.operators].sort())
  })

  test('an input that a hostile hand named is read letter for letter', () => {
    expect(parseOnnx(fixture('models/hostile/hostile-names.onnx')).signature.inputs).toEqual([
      { name: '<img src=x onerror=alert(1)>|@everyone\n## owned', datatype: 'FP32', shape: [-1, 1] },
    ])
  })

  test('a declared size is read and nothing of that size is made', () => {
    expect(parseOnnx(fixture('models/hostile/giant-input.onnx')).signature.inputs[0]?.shape).toEqual([
      2 ** 40,
      2 ** 20,
    ])
  })
})

describe('bytes that are no model', () => {
  const refused = expect.objectContaining({ code: 'bad-artifact', next: expect.stringMatching(/./) })

  test.each(['empty', 'truncated', 'random-bytes', 'pickle', 'text', 'deep-nesting'])('%s', name => {
    expect(() => parseOnnx(fixture(`models/hostile/${name}.onnx`))).toThrow(refused)
  })

  test('a model that was cut off anywhere in or after its graph is refused', () => {
    const whole = model('telco-churn/v5')
    for (let length = whole.length - 200; length < whole.length; length += 1) {
      expect(() => parseOnnx(whole.subarray(0, length)), `${length} bytes`).toThrow(refused)
    }
  })

  test('a model in which bytes were changed is read or refused, never a crash', () => {
    const random = randomStream(7)
    for (const name of ['telco-churn/v3', 'chicago-ridership/v1', 'digits/v1']) {
      for (let round = 0; round < 1000; round += 1) {
        const bytes = Buffer.from(model(name))
        for (let change = 0; change < 3; change += 1) bytes[random.below(bytes.length)] = random.below(256)
        try {
          parseOnnx(bytes)
        } catch (error) {
          if (!(error instanceof ModelyardError)) throw error
        }
      }
    }
  })
})
