import type { Fairness, FairnessGroup, MeasuredFairness } from '../../domain/evidence/fairness.ts'
import { type Block, folded, footnote, type Line, name, paragraph, type Span, strong } from '../blocks.ts'
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
        `Change: challenger − champion. Measures are differences between the largest and the smallest group (ratios: smallest by largest). Groups with fewer than ${plural(least, 'row')} or positive rows are insufficient data and stand in no measure. TP and FP rate: share of the positive and of the negative rows that is selected. These figures describe two models on these rows; they are no judgement of law or ethics.`,
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
  return [
    paragraph(strong('By'), ' ', name(column), ...(groups.length === 0 ? [': no group.'] : [])),
    ...(measures.length === 0 ? [] : [measureTable(measures)]),
    ...(groups.length === 0 ? [] : [groupTable(groups)]),
  ]
}

function groupTable(groups: readonly FairnessGroup[]): Block {
  return {
    block: 'table',
    columns: [
      { title: 'group' },
      { title: 'rows', align: 'right' },
      { title: 'positive', align: 'right', aside: true },
      { title: 'selected', align: 'right' },
      { title: 'TP rate', align: 'right' },
      { title: 'FP rate', align: 'right' },
    ],
    rows: groups.map(groupRow),
  }
}

function measureTable(measures: readonly MeasuredFairness[]): Block {
  return {
    block: 'table',
    columns: [
      { title: 'measure' },
      { title: 'change', align: 'right' },
      { title: '95 % bounds', align: 'right' },
      { title: 'from → to', align: 'right' },
      { title: "challenger's bounds", align: 'right', aside: true },
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
