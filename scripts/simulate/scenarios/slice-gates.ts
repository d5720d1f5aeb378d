import { comparePredictions } from '../../../src/domain/comparison/compare-predictions.ts'
import { evaluatePredictions } from '../../../src/domain/comparison/measure.ts'
import type { BinaryPredictions, LabelColumn } from '../../../src/domain/comparison/predictions.ts'
import { once } from '../../../src/domain/once.ts'
import type { Draws } from '../draws.ts'
import { letsThrough } from '../judging.ts'
import { type ScoredPopulation, scoredPopulation, swapped, symmetric } from '../populations.ts'
import { drawBinary, type Models } from '../populations-of-tasks.ts'
import { GATE, type Scenario } from '../scenario.ts'
import { accuracy, area, scoredDifference } from '../truths.ts'

const COLUMN = 'region'

interface Sliced {
  readonly models: Models<BinaryPredictions>
  readonly column: LabelColumn
}

/** Rows of each slice, from a population of its own. */
function drawSlices(
  sizes: readonly number[],
  from: (slice: number) => ScoredPopulation,
  draws: Draws,
): Sliced {
  const drawn = sizes.map((rows, slice) => drawBinary(from(slice), rows, draws))
  const joined = (model: 0 | 1): BinaryPredictions => {
    const parts = drawn.map(models => models[model])
    return {
      ...(parts[0] as BinaryPredictions),
      positive: Uint8Array.from(parts.flatMap(({ positive }) => [...positive])),
      probability: Float64Array.from(parts.flatMap(({ probability }) => [...probability])),
    }
  }
  const codes = Uint32Array.from(sizes.flatMap((rows, slice) => new Array<number>(rows).fill(slice)))
  const words = sizes.map((_, slice) => `${slice + 1}`)
  return { models: [joined(0), joined(1)], column: { name: COLUMN, codes, words } }
}

const SIZES: readonly (readonly number[])[] = [
  [100, 200],
  [60, 60, 60, 120],
  [200, 500, 709],
]
const sizesText = (sizes: readonly number[]) => `slices of ${sizes.join(', ')} rows`

const QUARTER = scoredPopulation(-1.3)
const equal = once(() => symmetric(QUARTER))
const better = once(() => swapped(QUARTER))
const margin = once(() => -scoredDifference(area, QUARTER))

/** The floor on which a model of the population stands. */
const floor = once(() => accuracy(QUARTER.chance, QUARTER.first))

/** Of a floor what stands on it passes about every other time: it is read as the value, whatever the rows could tell. */
const FLOORED = 'Versions whose accuracy in the population is the floor itself.'

export const sliceGates: readonly Scenario[] = [
  {
    name: 'slices-gate',
    kind: 'gate',
    gates: ['slice-not-worse'],
    method: 'ROC AUC, no slice worse',
    data: 'On the first slice the challenger is as bad as the margin, on the others the models are equal.',
    cases: SIZES.map(sizes => ({
      setting: sizesText(sizes),
      wanted: GATE,
      run: draws =>
        [(slice: number) => (slice === 0 ? QUARTER : equal()), equal, better].map(from => {
          const { models, column } = drawSlices(sizes, from, draws)
          const comparison = comparePredictions(...models, {
            target: 'target',
            primary: 'roc-auc',
            slices: [column],
            // The slices have closed forms, and nobody looks at the whole set.
            resamples: 0,
            seed: draws.seed(),
          })
          return letsThrough({ slices: 'roc-auc', by: [COLUMN], 'not-worse-by': margin() }, { comparison })
        }),
    })),
  },
  {
    name: 'floor-gate',
    kind: 'gate',
    gates: ['metric-limit'],
    method: 'Floor of accuracy, by the value',
    data: FLOORED,
    cases: [300, 1_409].map(rows => ({
      setting: `${rows.toLocaleString('en')} rows`,
      wanted: 'stated',
      run: draws => {
        const [model] = drawBinary(QUARTER, rows, draws)
        const evaluation = evaluatePredictions(model, 'target')
        return [letsThrough({ metric: 'accuracy', min: floor() }, { evaluation })]
      },
    })),
  },
  {
    name: 'slice-floor-gate',
    kind: 'gate',
    gates: ['slice-limit'],
    method: 'Floor of accuracy on every slice, by the value',
    data: FLOORED,
    cases: SIZES.map(sizes => ({
      setting: sizesText(sizes),
      wanted: 'stated',
      run: draws => {
        const { models, column } = drawSlices(sizes, () => QUARTER, draws)
        const evaluation = evaluatePredictions(models[0], 'target', { slices: [column] })
        return [letsThrough({ slices: 'accuracy', by: [COLUMN], min: floor() }, { evaluation })]
      },
    })),
  },
]
