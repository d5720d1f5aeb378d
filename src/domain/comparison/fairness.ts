import type { Fairness, MeasuredFairness } from '../evidence/fairness.ts'
import { calledPositive } from './decisions.ts'
import { changeOfDifference, changeOfRatio, differenceOver, ratioOver } from './group-differences.ts'
import { countGroup, type GroupCounts, LEAST_ROWS, type Rate, shownGroup } from './group-rates.ts'
import { type MetricSettings, settingsInEffect } from './metric-settings.ts'
import { settingOf } from './predicted-rows.ts'
import type { BinaryPredictions, LabelColumn, Predictions } from './predictions.ts'
import { slicesOf } from './slices.ts'

export interface FairnessOptions {
  readonly target: string
  readonly settings?: MetricSettings | undefined
  /** Columns whose values are the groups. */
  readonly columns: readonly LabelColumn[]
}

/**
 * How a binary classifier treats groups of rows, and how that changed against the champion on the same rows, by
 * fairlearn's definitions. Groups of fewer than 30 rows, or fewer than 10 of either class, are shown and stand in no
 * measure; the ratio is left out where nobody is selected. Bounds hold each measure with at least 95 % confidence over all groups of its column together.
 *
 * @param champion - On the same rows; undefined where there is none.
 * @throws {ModelyardError} `bad-data` where a column holds no groups.
 * @see Weerts et al. 2023, Fairlearn, jmlr.org/papers/v24/23-0389.html
 */
export function measureFairness(
  challenger: BinaryPredictions,
  champion: BinaryPredictions | undefined,
  { target, settings, columns }: FairnessOptions,
): Fairness {
  const { threshold } = settingsInEffect(settings)
  const now = calledPositive(challenger.probability, threshold)
  const before = champion === undefined ? now : calledPositive(champion.probability, threshold)
  const hasChampion = champion !== undefined
  return {
    ...settingOf(challenger, target, settings),
    'least-rows': LEAST_ROWS,
    columns: columns.map(column => {
      const groups = slicesOf([column]).map(({ value, rows }) =>
        countGroup(value, rows, challenger.positive, now, before),
      )
      return {
        column: column.name,
        groups: groups.map(group => shownGroup(group, hasChampion)),
        measures: measuresOver(
          groups.filter(({ isJudged }) => isJudged),
          hasChampion,
        ),
      }
    }),
  }
}

const DIFFERENCES = [
  ['demographic-parity-difference', ['selection']],
  ['equal-opportunity-difference', ['truePositive']],
  ['equalized-odds-difference', ['truePositive', 'falsePositive']],
] as const satisfies readonly (readonly [MeasuredFairness['measure'], readonly Rate[]])[]

function measuresOver(groups: readonly GroupCounts[], hasChampion: boolean): MeasuredFairness[] {
  if (groups.length < 2) return []
  const [parity, ...odds] = DIFFERENCES.map(([measure, rates]) => ({
    measure,
    challenger: differenceOver(groups, rates, 'challenger'),
    ...(hasChampion
      ? { champion: differenceOver(groups, rates, 'champion'), change: changeOfDifference(groups, rates) }
      : {}),
  }))
  return [...(parity === undefined ? [] : [parity]), ...ratioMeasure(groups, hasChampion), ...odds]
}

function ratioMeasure(groups: readonly GroupCounts[], hasChampion: boolean): MeasuredFairness[] {
  const challenger = ratioOver(groups, 'challenger')
  if (challenger === undefined) return []
  const [champion, change] = hasChampion
    ? [ratioOver(groups, 'champion'), changeOfRatio(groups)]
    : [undefined, undefined]
  return [
    {
      measure: 'demographic-parity-ratio',
      challenger,
      ...(champion === undefined || change === undefined ? {} : { champion, change }),
    },
  ]
}

/** How groups are treated by both; undefined without columns of groups, and for what is no binary classifier. */
export function fairnessOf(
  champion: Predictions,
  challenger: Predictions,
  options: FairnessOptions,
): Fairness | undefined {
  if (options.columns.length === 0) return undefined
  if (champion.task !== 'binary-classification' || challenger.task !== 'binary-classification')
    return undefined
  return measureFairness(challenger, champion, options)
}
