import type { Graph } from './onnx-writer.ts'

/** The data's columns of numbers. Each is an input of the model, with its own name. */
export const NUMBER_COLUMNS = [
  'female',
  'senior_citizen',
  'partner',
  'dependents',
  'tenure',
  'phone_service',
  'paperless_billing',
  'monthly_charges',
  'total_charges',
] as const

/** The data's columns of text: inputs of the model, too. */
export const TEXT_COLUMNS = [
  'multiple_lines',
  'internet_service',
  'online_security',
  'online_backup',
  'device_protection',
  'tech_support',
  'streaming_tv',
  'streaming_movies',
  'contract',
  'payment_method',
] as const

type NumberColumn = (typeof NUMBER_COLUMNS)[number]
type TextColumn = (typeof TEXT_COLUMNS)[number]

/** A row of the data. A missing number is NaN, a missing text is empty. */
export type Customer = Readonly<Record<NumberColumn, number> & Record<TextColumn, string>>

/**
 * A number that the model weighs, written twice: for training, and as ONNX nodes for serving. The two stand side by
 * side so that nobody changes one without the other.
 */
interface NumberFeature {
  of(customer: Customer): number
  /** Adds what computes it; the name of the tensor that holds it. */
  nodes(graph: Graph): string
}

const column = (name: NumberColumn): NumberFeature => ({
  of: customer => customer[name],
  nodes: () => name,
})

/** A second month tells more about a customer than a sixtieth. */
const logTenure: NumberFeature = {
  of: ({ tenure }) => Math.log(tenure + 1),
  nodes: graph => graph.node('Log', [graph.node('Add', ['tenure', graph.constant(1)])]),
}

/** Those who may leave any month grow loyal at another pace than those whom a contract binds. */
const logTenureMonthToMonth: NumberFeature = {
  of: customer => (customer.contract === 'Month-to-month' ? logTenure.of(customer) : 0),
  nodes: graph => {
    const monthToMonth = graph.node('ai.onnx.ml.LabelEncoder', ['contract'], {
      keys_strings: { strings: ['Month-to-month'] },
      values_floats: { floats: [1] },
      default_float: { float: 0 },
    })
    return graph.node('Mul', [monthToMonth, logTenure.nodes(graph)])
  },
}

/** More leave at the end of the first month than any smooth curve over the months allows for. */
const firstMonth: NumberFeature = {
  of: ({ tenure }) => (tenure === 1 ? 1 : 0),
  nodes: graph => {
    const isFirst = graph.node('Equal', ['tenure', graph.constant(1)])
    return graph.node('Cast', [isFirst], { to: { int: 1 } })
  },
}

/** Missing for customers without a bill so far; then it is what their months would come to. */
const totalCharges: NumberFeature = {
  of: ({ total_charges, tenure, monthly_charges }) =>
    Number.isNaN(total_charges) ? tenure * monthly_charges : total_charges,
  nodes: graph => {
    const isMissing = graph.node('IsNaN', ['total_charges'])
    const estimate = graph.node('Mul', ['tenure', 'monthly_charges'])
    return graph.node('Where', [isMissing, estimate, 'total_charges'])
  },
}

export const NUMBER_FEATURES: readonly NumberFeature[] = [
  ...NUMBER_COLUMNS.filter(name => name !== 'total_charges').map(column),
  totalCharges,
  logTenure,
  logTenureMonthToMonth,
  firstMonth,
]

/** What has to be learned from data before customers can be written as numbers. */
export interface Encoding {
  /** Of each number feature: its mean and its standard deviation. */
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  /** Of each text column: the texts that occur, in alphabetical order. */
  readonly categories: readonly (readonly string[])[]
}

export function learnEncoding(customers: readonly Customer[]): Encoding {
  const values = NUMBER_FEATURES.map(feature => customers.map(customer => feature.of(customer)))
  const means = values.map(mean)
  return {
    means,
    deviations: values.map((list, at) => {
      const centre = means[at] ?? 0
      // A feature that never varies tells nothing; 1 keeps it from being divided by 0.
      return Math.sqrt(mean(list.map(value => (value - centre) ** 2))) || 1
    }),
    categories: TEXT_COLUMNS.map(name => [...new Set(customers.map(customer => customer[name]))].sort()),
  }
}

/** A customer as numbers: standardised ones, then for each text a 1 among 0s; all 0 where it is unknown. */
export function encode(customer: Customer, { means, deviations, categories }: Encoding): Float64Array {
  return Float64Array.from([
    ...NUMBER_FEATURES.map(
      (feature, at) => (feature.of(customer) - (means[at] ?? 0)) / (deviations[at] ?? 1),
    ),
    ...TEXT_COLUMNS.flatMap((name, at) =>
      (categories[at] ?? []).map(text => Number(text === customer[name])),
    ),
  ])
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
