import { describe, expect, test } from 'vitest'
import { refuseExternalTensors } from '../../../src/adapters/onnx/external-tensors.ts'
import { FIXTURE_MODELS, fixture } from '../../support/fixture-models.ts'
import { graph, message, node, onnxModel, value } from '../../support/onnx-model.ts'

const outside = message([2, 1], [8, 'secret'], [13, message([1, 'location'], [2, '.git/config'])], [14, 1])
const refused = expect.objectContaining({
  code: 'bad-artifact',
  message: expect.stringMatching(/`secret` in another file, at `\.git\/config`/),
})

const inputs = [value('x', 'float', [0, 1])]
const outputs = [value('y', 'float', [0, 1])]
const plain = { inputs, outputs, nodes: [node('Identity', ['x'], ['y'])] }
/** A node with one attribute, whose value stands in a field of the attribute's message. */
const nodeWith = (field: number, bytes: Uint8Array) =>
  message([1, 'x'], [2, 'y'], [4, 'Anything'], [5, message([1, 'a'], [field, bytes])])
const withNode = (bytes: Uint8Array) => onnxModel({ ...plain, nodes: [bytes] })
const sparse = message([1, outside], [3, 4])
const inner = graph({ inputs: [], outputs: [], nodes: [nodeWith(5, outside)] })

describe('a tensor in another file is found', () => {
  test.each([
    ['among the initializers', onnxModel({ ...plain, initializers: [outside] })],
    ['among the sparse initializers', onnxModel(plain, [7, message([15, sparse])])],
    ['as the indices of a sparse one', onnxModel(plain, [7, message([15, message([2, outside])])])],
    ['as the value of a constant', withNode(nodeWith(5, outside))],
    ['in a list of tensors', withNode(nodeWith(10, outside))],
    ['as a sparse value', withNode(nodeWith(22, sparse))],
    ['in a list of sparse values', withNode(nodeWith(23, sparse))],
    ['in a subgraph', withNode(nodeWith(6, inner))],
    ['in a list of subgraphs', withNode(nodeWith(11, inner))],
    ['in a subgraph of a subgraph', withNode(nodeWith(6, graph({ ...plain, nodes: [nodeWith(6, inner)] })))],
    ['in a local function', onnxModel(plain, [25, message([1, 'f'], [7, nodeWith(5, outside)])])],
    ["as a local function's default", onnxModel(plain, [25, message([11, message([5, outside])])])],
    [
      'in training information',
      onnxModel(plain, [20, message([2, graph({ ...plain, initializers: [outside] })])]),
    ],
    ['in a second piece of the graph', onnxModel(plain, [7, message([5, outside])])],
  ])('%s', (_where, bytes) => {
    expect(() => refuseExternalTensors(bytes)).toThrow(refused)
  })

  test('even where it says in vain that it is not, or does not say where it is', () => {
    const denied = message([8, 'w'], [14, 1], [14, 0])
    const silent = message([8, 'w'], [13, message([1, 'location'], [2, 'w.bin'])])
    for (const tensor of [denied, silent]) {
      const bytes = onnxModel({ ...plain, initializers: [tensor] })
      expect(() => refuseExternalTensors(bytes)).toThrow(expect.objectContaining({ code: 'bad-artifact' }))
    }
  })
})

describe('what is passed', () => {
  test.each(FIXTURE_MODELS)('%s', name => {
    expect(() => refuseExternalTensors(fixture(`models/${name}/model.onnx`))).not.toThrow()
  })

  test('a model with subgraphs and constants of its own', () => {
    const own = message([2, 1], [8, 'own'], [4, { float: 1 }])
    const subgraph = graph({ ...plain, nodes: [nodeWith(5, own)], initializers: [own] })
    expect(() => refuseExternalTensors(withNode(nodeWith(6, subgraph)))).not.toThrow()
  })
})

describe('what cannot be walked is refused by code, whatever its depth', () => {
  test('2,000 graphs in each other', () => {
    expect(() => refuseExternalTensors(fixture('models/hostile/deep-nesting.onnx'))).toThrow(
      expect.objectContaining({ code: 'bad-artifact', message: expect.stringMatching(/100 messages deep/) }),
    )
  })

  test('a tensor that ends early', () => {
    const cut = onnxModel({ ...plain, initializers: [Uint8Array.of(0x42, 0x7f)] })
    expect(() => refuseExternalTensors(cut)).toThrow(expect.objectContaining({ code: 'bad-artifact' }))
  })
})
