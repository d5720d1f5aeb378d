import type { ComparisonResult, EvaluationResult } from '../../domain/results/measurement.ts'
import {
  type Block,
  bad,
  code,
  footnote,
  fullSentence,
  good,
  heading,
  joinSpans,
  type Line,
  open,
  paragraph,
  type Span,
  sentence,
  strong,
} from '../blocks.ts'
import { metricLabel } from '../labels.ts'
import { countText, differenceText, metricText, plural, short } from '../numbers.ts'
import { nextBlocks } from './change.ts'
import { gateBlocks, openGateLines } from './gates.ts'

/** `evaluate`. */
export function describeEvaluation(result: EvaluationResult): Block[] {
  const { facts, version } = result
  const primary = result['primary-metric']
  const value = facts.metrics[primary as keyof typeof facts.metrics]
  return [
    heading(2, `${result.model}: version ${version.version} on ${plural(facts.rows, 'row')}`),
    paragraph(strong(metricLabel(primary)), ` ${value === undefined ? 'has no value' : metricText(value)}.`),
    {
      block: 'table',
      columns: [{ title: 'metric' }, { title: 'value', align: 'right' }],
      rows: [
        ...Object.entries(facts.metrics).map(([name, found]): Line[] => [
          metricLabel(name),
          metricText(found as number),
        ]),
        ...Object.entries(facts.undefined ?? {}).map(([name, why]): Line[] => [
          metricLabel(name),
          `– (${why})`,
        ]),
      ],
    },
    ...remarkBlocks(result.remarks),
    ...nextBlocks(result.next),
    footnote(
      ...joinSpans([`version ${version.version} `, code(short(version.artifact))], ''),
      ...provenance(result),
    ),
  ]
}

/** `compare`: what a pull request shows. */
export function describeComparison(result: ComparisonResult): Block[] {
  const { facts, champion, challenger, gates } = result
  return [
    heading(3, VERDICT_SPANS[result.outcome](`${result.model ?? facts.target}: ${headline(result)}`)),
    paragraph(...numberLine(result)),
    paragraph(...gateLine(result)),
    ...(gates === undefined ? [] : [...whyNot(gates), ...gateBlocks(gates)]),
    {
      block: 'fold',
      title: [strong('Metrics'), ` · ${readingCounts(result)}`],
      blocks: [metricTable(result)],
    },
    ...remarkBlocks(result.remarks),
    ...nextBlocks(result.next),
    footnote(
      `champion ${sideName(champion)} `,
      code(short(champion.artifact)),
      ` · challenger ${sideName(challenger)} `,
      code(short(challenger.artifact)),
      ...provenance({ ...result, facts }),
      ...(result['policy-commit'] === undefined
        ? []
        : [' · policy at ', code(short(result['policy-commit']))]),
    ),
  ]
}

function sideName({ version, file }: ComparisonResult['champion']): string {
  return version === undefined ? (file ?? '') : `v${version}`
}

const VERDICT_SPANS = { passed: good, failed: bad, inconclusive: open } as const

function headline(result: ComparisonResult): string {
  const { challenger, outcome } = result
  const stage = result['judged-for']
  if (stage === undefined) return `${challenger.file ?? `version ${challenger.version}`} against the champion`
  const may = { passed: 'may go to', failed: 'may not go to', inconclusive: 'cannot go yet to' }[outcome]
  return `version ${challenger.version} ${may} ${stage}`
}

const VERDICT_TEXTS = {
  better: 'Challenger better',
  'not-worse': 'Challenger not worse',
  worse: 'Challenger worse',
  inconclusive: 'Open',
} as const

/** The one number that decides, with its interval. */
function numberLine(result: ComparisonResult): Span[] {
  const { facts, verdict, margin, identical } = result
  const primary = result['primary-metric']
  const paired = facts.metrics[primary as keyof typeof facts.metrics]
  if (paired === undefined) return [strong('Open:'), ` ${metricLabel(primary)} has no value on these rows.`]
  const rows = `on ${countText(facts.rows)} paired rows`
  if (identical)
    return [
      strong('Same predictions:'),
      ` both models answer alike ${rows}; ${metricLabel(primary)} is ${metricText(paired.champion)}.`,
    ]
  const { interval } = paired
  const ci =
    interval === undefined
      ? 'no interval'
      : `95 % CI ${differenceText(interval.low)} to ${differenceText(interval.high)}`
  const by = verdict === 'not-worse' || verdict === 'worse' ? ` by ${metricText(margin)}` : ''
  return [
    strong(`${VERDICT_TEXTS[verdict]}${margin > 0 ? by : ''}:`),
    ` ${metricLabel(primary)} `,
    strong(differenceText(paired.difference)),
    ` (${ci}) ${rows}: ${metricText(paired.champion)} → ${metricText(paired.challenger)}.`,
  ]
}

function gateLine({ challenger, gates, 'judged-for': stage }: ComparisonResult): Span[] {
  if (challenger.file !== undefined) return ['Two files: no policy judges them.']
  if (gates === undefined || stage === undefined)
    return ['No policy was asked: the version has no next stage with one.']
  const judged = gates.gates.filter(({ outcome }) => outcome !== 'left-out')
  const passed = judged.filter(({ outcome }) => outcome === 'passed').length
  return [`${passed} of ${plural(judged.length, 'gate')} for ${stage} passed.`]
}

function whyNot(gates: NonNullable<ComparisonResult['gates']>): Block[] {
  const items = openGateLines(gates)
  return items.length === 0 ? [] : [{ block: 'list', items }]
}

function readingCounts({ readings }: ComparisonResult): string {
  const count = (wanted: string) => readings.filter(({ reading }) => reading === wanted).length
  return `${count('better')} better, ${count('open')} open, ${count('worse')} worse`
}

function metricTable({ facts, readings }: ComparisonResult): Block {
  const readingOf = new Map(readings.map(({ metric, reading }) => [metric as string, reading]))
  return {
    block: 'table',
    columns: [
      { title: 'metric' },
      { title: 'champion', align: 'right' },
      { title: 'challenger', align: 'right' },
      { title: 'difference', align: 'right' },
      { title: '95 % interval', align: 'right' },
      { title: '' },
    ],
    rows: [
      ...Object.entries(facts.metrics).map(([name, paired]): Line[] => [
        metricLabel(name),
        metricText(paired.champion),
        metricText(paired.challenger),
        differenceText(paired.difference),
        paired.interval === undefined
          ? '–'
          : `${differenceText(paired.interval.low)} to ${differenceText(paired.interval.high)}`,
        readingSpan(readingOf.get(name)),
      ]),
      ...Object.entries(facts.undefined ?? {}).map(([name, why]): Line[] => [
        metricLabel(name),
        '–',
        '–',
        '–',
        '–',
        why,
      ]),
    ],
  }
}

function readingSpan(reading: string | undefined): Span {
  if (reading === 'better') return good('better')
  if (reading === 'worse') return bad('worse')
  return reading === 'open' ? 'open' : ''
}

function provenance({
  data,
  facts,
  engine,
}: Pick<EvaluationResult, 'data' | 'engine'> & { facts: { rows: number } }): Span[] {
  return [
    ' · data ',
    code(short(data.sha256)),
    ` (${data.pinned ? 'pinned' : 'not pinned'}, ${plural(facts.rows, 'row')}) · ${engine}`,
  ]
}

export function remarkBlocks(remarks: readonly string[]): Block[] {
  return remarks.length === 0
    ? []
    : [{ block: 'list', items: remarks.map(remark => sentence(`Note: ${fullSentence(remark)}`)) }]
}
