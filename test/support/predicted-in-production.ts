import { randomStream } from '../../src/domain/stats/random.ts'

export interface PredictedRow {
  readonly customer: number
  readonly region: string
  readonly probability: number
  readonly label: string
}

/**
 * Rows of production whose labels come true as the probabilities say.
 *
 * @param shift - Added to the chance of being positive: above 0 the model has gone wrong.
 */
export function productionRows(count: number, seed = 1, shift = 0): PredictedRow[] {
  const stream = randomStream(seed)
  const uniform = () => stream.below(2 ** 20) / 2 ** 20
  return Array.from({ length: count }, (_, customer) => {
    const probability = uniform()
    const isPositive = uniform() < Math.min(1, probability + shift)
    return {
      customer,
      region: customer % 2 === 0 ? 'north' : 'south',
      probability,
      label: isPositive ? 'Yes' : 'No',
    }
  })
}

/** @param known - So many rows have their label beside them; left out: the file has no column of labels. */
export function predictionsText(rows: readonly PredictedRow[], known?: number): string {
  const header = `customer_id,region,probability${known === undefined ? '' : ',churn'}`
  const lines = rows.map(({ customer, region, probability, label }, row) =>
    [customer, region, probability, ...(known === undefined ? [] : [row < known ? label : ''])].join(','),
  )
  return `${[header, ...lines].join('\n')}\n`
}

export function labelsText(rows: readonly PredictedRow[]): string {
  return `customer_id,churn\n${rows.map(({ customer, label }) => `${customer},${label}\n`).join('')}`
}

/** So many that the example's champion can be told to hold. */
const ROWS = 4000
export const predicted = (): string => predictionsText(productionRows(ROWS), 3000)
export const labels = (): string => labelsText(productionRows(ROWS).slice(0, 3000))
