import type { Slice } from '../../domain/evidence/evaluation.ts'
import type { Interval } from '../../domain/evidence/interval.ts'
import type { EvaluationResult } from '../../domain/results/measurement.ts'
import { type Block, code, folded, footnote, type Line, part, strong } from '../blocks.ts'
import { metricLabel, ownLabel } from '../labels.ts'
import { countText, metricRange, metricText, plural, short } from '../numbers.ts'
import { importanceBlocks } from '../sections/changes.ts'
import { confusionBlocks, trapBlocks } from '../sections/confusion.ts'
import { curveBlocks } from '../sections/curves.ts'
import { provenance, remarkBlocks } from '../sections/provenance.ts'
import { judgement } from './comparison.ts'
import { evaluationLead, laterSteps } from './lead.ts'

/** `evaluate`: one model on its rows. */
export function describeEvaluation(result: EvaluationResult): Block[] {
  const { facts, version } = result
  return [
    ...evaluationLead(result),
    ...laterSteps(result),
    ...judgement(result.gates),
    ...trapBlocks(facts.traps, facts.rows),
    part('metrics', metricTable(result)),
    ...sliceTable(result),
    ...confusionBlocks(facts),
    ...curveBlocks([{ name: 'model', evaluation: facts }]),
    ...importanceBlocks(result.importance),
    ...remarkBlocks(result.remarks),
    footnote(`version ${version.version} `, code(short(version.artifact)), ...provenance(result)),
  ]
}

function metricTable({ facts }: EvaluationResult): Block {
  const { intervals } = facts
  const own = Object.entries(facts['own-metrics'] ?? {})
  const hasIntervals = intervals !== undefined || own.some(([, { interval }]) => interval !== undefined)
  const rangeCell = (interval: Interval | undefined): Line[] =>
    hasIntervals ? [interval === undefined ? '–' : metricRange(interval)] : []
  return {
    block: 'table',
    columns: [
      { title: 'metric' },
      { title: 'value', align: 'right' },
      ...(hasIntervals ? [{ title: '95 % interval', align: 'right' as const }] : []),
    ],
    rows: [
      ...Object.entries(facts.metrics).map(([name, value]): Line[] => [
        metricLabel(name),
        metricText(value),
        ...rangeCell(intervals?.[name as keyof typeof intervals]),
      ]),
      ...own.map(([name, { value, unit, interval }]): Line[] => [
        ownLabel(name, unit),
        metricText(value),
        ...rangeCell(interval),
      ]),
      ...Object.entries(facts.undefined ?? {}).map(([name, why]): Line[] => [
        metricLabel(name),
        `– (${why})`,
        ...rangeCell(undefined),
      ]),
    ],
  }
}

/** The primary metric per slice, and the user's own that have a value there. */
function sliceTable(result: EvaluationResult): Block[] {
  const { slices = [] } = result.facts
  if (slices.length === 0) return []
  const primary = result['primary-metric']
  const own = new Map(
    slices.flatMap(({ 'own-metrics': found = {} }) =>
      Object.entries(found).map(([name, { unit }]) => [name, ownLabel(name, unit)] as const),
    ),
  )
  return [
    folded(
      'slices',
      [strong('Slices'), ` · ${metricLabel(primary)} on ${plural(slices.length, 'group')}`],
      slicesBy(metricLabel(primary), slices, slice => primaryText(slice, primary)),
      ...[...own].map(([name, label]) =>
        slicesBy(label, slices, ({ 'own-metrics': found = {} }) => {
          const value = Object.hasOwn(found, name) ? found[name]?.value : undefined
          return value === undefined ? '–' : metricText(value)
        }),
      ),
    ),
  ]
}

function slicesBy(label: string, slices: readonly Slice[], text: (slice: Slice) => string): Block {
  return {
    block: 'table',
    columns: [{ title: 'slice' }, { title: 'rows', align: 'right' }, { title: label, align: 'right' }],
    rows: slices.map((slice): Line[] => [
      `${slice.column} = ${slice.value === '' ? '(missing)' : slice.value}`,
      countText(slice.rows),
      text(slice),
    ]),
  }
}

function primaryText({ metrics, undefined: why }: Slice, primary: string): string {
  const found = metrics[primary as keyof typeof metrics]
  return found === undefined ? `– (${why?.[primary as keyof typeof why] ?? 'no value'})` : metricText(found)
}
