import type { EvaluationResult } from '../../domain/results/measurement.ts'
import { type Block, code, folded, footnote, type Line, part, strong } from '../blocks.ts'
import { metricLabel } from '../labels.ts'
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
  return {
    block: 'table',
    columns: [
      { title: 'metric' },
      { title: 'value', align: 'right' },
      ...(intervals === undefined ? [] : [{ title: '95 % interval', align: 'right' as const }]),
    ],
    rows: [
      ...Object.entries(facts.metrics).map(([name, value]): Line[] => {
        const interval = intervals?.[name as keyof typeof intervals]
        return [
          metricLabel(name),
          metricText(value),
          ...(intervals === undefined ? [] : [interval === undefined ? '–' : metricRange(interval)]),
        ]
      }),
      ...Object.entries(facts['own-metrics'] ?? {}).map(([name, { value, unit }]): Line[] => [
        unit === undefined ? name : `${name} (${unit})`,
        metricText(value),
        ...(intervals === undefined ? [] : ['–']),
      ]),
      ...Object.entries(facts.undefined ?? {}).map(([name, why]): Line[] => [
        metricLabel(name),
        `– (${why})`,
        ...(intervals === undefined ? [] : ['–']),
      ]),
    ],
  }
}

/** The primary metric per slice. */
function sliceTable(result: EvaluationResult): Block[] {
  const { slices = [] } = result.facts
  if (slices.length === 0) return []
  const primary = result['primary-metric']
  return [
    folded('slices', [strong('Slices'), ` · ${metricLabel(primary)} on ${plural(slices.length, 'group')}`], {
      block: 'table',
      columns: [
        { title: 'slice' },
        { title: 'rows', align: 'right' },
        { title: metricLabel(primary), align: 'right' },
      ],
      rows: slices.map(({ column, value, rows, metrics, undefined: why }): Line[] => {
        const found = metrics[primary as keyof typeof metrics]
        return [
          `${column} = ${value === '' ? '(missing)' : value}`,
          countText(rows),
          found === undefined ? `– (${why?.[primary as keyof typeof why] ?? 'no value'})` : metricText(found),
        ]
      }),
    }),
  ]
}
