import type { Fairness, FairnessGroup, MeasuredFairness } from '../../domain/evidence/fairness.ts'
import { type Block, folded, footnote, heading, type Line, name, type Span, strong } from '../blocks.ts'
import { fairnessLabel } from '../labels.ts'
import {
  countText,
  differenceRange,
  differenceText,
  metricRange,
  metricText,
  movedText,
  plural,
} from '../numbers.ts'

type Column = Fairness['columns'][number]

/** How the models treat groups: the change first, then the challenger's own difference with its bounds. */
export function fairnessBlocks(fairness: Fairness | undefined): Block[] {
  if (fairness === undefined) return []
  const least = fairness['least-rows']
  return [
    folded(
      'fairness',
      [strong('Fairness'), ` · ${headline(fairness)}`],
      ...fairness.columns.flatMap(column => columnBlocks(column)),
      footnote(
        `Measures are differences between the largest and the smallest group (ratios: smallest by largest). Groups with fewer than ${plural(least, 'row')} or positive rows are insufficient data and stand in no measure. These figures describe two models on these rows; they are no judgement of law or ethics.`,
      ),
    ),
  ]
}

/** The measure that changed most, or is largest where there is no champion. */
function headline({ columns }: Fairness): string {
  const measured = columns.flatMap(({ column, measures }) =>
    measures
      .filter(({ measure }) => measure !== 'demographic-parity-ratio')
      .map(found => ({ column, found, size: Math.abs(found.change?.value ?? found.challenger.value) })),
  )
  const [largest] = measured.sort((a, b) => b.size - a.size)
  if (largest === undefined) return 'no two groups are large enough to compare'
  const { found, column } = largest
  const { champion, challenger } = found
  const moved =
    champion === undefined ? metricText(challenger.value) : movedText(champion.value, challenger.value)
  return `largest ${champion === undefined ? '' : 'change: '}${fairnessLabel(found.measure).toLowerCase()} by ${column} ${moved}`
}

function columnBlocks({ column, groups, measures }: Column): Block[] {
  const small = groups.filter(({ status }) => status === 'insufficient-data').length
  return [
    heading(3, 'By ', name(column)),
    ...(measures.length === 0 ? [] : [measureTable(measures)]),
    {
      block: 'table',
      columns: [
        { title: small === 0 ? 'group' : `group (${small} of ${groups.length} insufficient data)` },
        { title: 'rows', align: 'right' },
        { title: 'positive', align: 'right' },
        { title: 'selected', align: 'right' },
        { title: 'true-positive rate', align: 'right' },
        { title: 'false-positive rate', align: 'right' },
      ],
      rows: groups.map(groupRow),
    },
  ]
}

function measureTable(measures: readonly MeasuredFairness[]): Block {
  return {
    block: 'table',
    columns: [
      { title: 'measure' },
      { title: 'change', align: 'right' },
      { title: '95 % bounds', align: 'right' },
      { title: 'champion → challenger', align: 'right' },
      { title: "challenger's bounds", align: 'right' },
    ],
    rows: measures.map(({ measure, change, champion, challenger }): Line[] => [
      fairnessLabel(measure),
      change === undefined ? '–' : differenceText(change.value),
      change === undefined ? '–' : differenceRange(change),
      champion === undefined ? metricText(challenger.value) : movedText(champion.value, challenger.value),
      metricRange(challenger),
    ]),
  }
}

function groupRow({ value, rows, positives, status, champion, challenger }: FairnessGroup): Line[] {
  const rate = (key: 'selection-rate' | 'true-positive-rate' | 'false-positive-rate'): Line => {
    const now = challenger[key]
    if (now === undefined) return '–'
    const before = champion?.[key]
    return before === undefined ? metricText(now) : movedText(before, now)
  }
  const label: Span[] = [
    value === '' ? '(missing)' : value,
    ...(status === 'judged' ? [] : [': insufficient data']),
  ]
  return [
    label,
    countText(rows),
    countText(positives),
    rate('selection-rate'),
    rate('true-positive-rate'),
    rate('false-positive-rate'),
  ]
}
