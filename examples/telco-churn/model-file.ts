import { type Encoding, NUMBER_COLUMNS, NUMBER_FEATURES, TEXT_COLUMNS } from './features.ts'
import type { LogisticRegression } from './logistic-regression.ts'
import { Graph } from './onnx-writer.ts'

/**
 * The whole way from a customer's columns to a probability as one ONNX model, so that whoever serves it needs
 * nothing of this code.
 */
export function modelFile(encoding: Encoding, { weights, intercept }: LogisticRegression): Uint8Array {
  const graph = new Graph('telco_churn')
  for (const name of NUMBER_COLUMNS) graph.input(name, 'float', ['customers', 1])
  for (const name of TEXT_COLUMNS) graph.input(name, 'string', ['customers', 1])

  const numbers = graph.node(
    'Concat',
    NUMBER_FEATURES.map(feature => feature.nodes(graph)),
    { axis: { int: 1 } },
  )
  const standardised = graph.node('ai.onnx.ml.Scaler', [numbers], {
    offset: { floats: encoding.means },
    scale: { floats: encoding.deviations.map(deviation => 1 / deviation) },
  })
  // Each encoder adds a dimension of its own, of its categories' size: [customers, 1, categories].
  const oneHots = TEXT_COLUMNS.map((name, at) =>
    graph.node('ai.onnx.ml.OneHotEncoder', [name], {
      cats_strings: { strings: encoding.categories[at] ?? [] },
      zeros: { int: 1 },
    }),
  )
  const texts = graph.node('Flatten', [graph.node('Concat', oneHots, { axis: { int: 2 } })], {
    axis: { int: 1 },
  })
  graph.node(
    'ai.onnx.ml.LinearClassifier',
    [graph.node('Concat', [standardised, texts], { axis: { int: 1 } })],
    {
      // One line of weights per class. The odds of "No" are those of "Yes" turned round.
      coefficients: { floats: [...weights.map(weight => -weight), ...weights] },
      intercepts: { floats: [-intercept, intercept] },
      classlabels_strings: { strings: ['No', 'Yes'] },
      post_transform: { string: 'LOGISTIC' },
    },
    ['label', 'probabilities'],
  )
  graph.output('label', 'string', ['customers'])
  graph.output('probabilities', 'float', ['customers', 2])
  return graph.finish('telco-churn example')
}
