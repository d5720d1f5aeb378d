import type { MetricFinding } from '../../domain/performance/metric-finding.ts'
import type { PerformanceResult } from '../../domain/results/performance.ts'
import {
  type Block,
  bad,
  code,
  folded,
  footnote,
  good,
  heading,
  type Line,
  name,
  open,
  paragraph,
  type Span,
} from '../blocks.ts'
import { countText, metricText, plural, short } from '../numbers.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

/** `performance`. */
export function describePerformance(result: PerformanceResult): Block[] {
  const { findings, predictions, labels, labelled, estimates, reconciled, version } = result
  return [
    heading(2, `${result.model}: metrics in production`),
    paragraph(...outcomeLine(result)),
    ...(findings.length === 0 ? [] : [tableOf(findings)]),
    ...(estimates === undefined ? [] : [estimatesBlock(estimates)]),
    ...(reconciled.length === 0 ? [] : [reconciledBlock(reconciled)]),
    ...remarkBlocks(result.remarks),
    ...nextBlocks(result.next),
    footnote(
      `${plural(predictions.rows, 'prediction')} of `,
      name(predictions.uri),
      ' ',
      code(short(predictions.sha256)),
      `, ${countText(labelled)} with a label`,
      ...(labels === undefined
        ? []
        : [' of ', name(labels.uri), ' ', code(short(labels.sha256)), ' by ', name(labels.key)]),
      ...(version === undefined ? [] : [` · baseline: version ${version.version}`]),
      ' · intervals are of 95 %',
    ),
  ]
}

function outcomeLine({ outcome, findings }: PerformanceResult): Span[] {
  const count = (status: MetricFinding['status']) => findings.filter(one => one.status === status).length
  switch (outcome) {
    case 'failed':
      return [
        bad('Degraded:'),
        ` ${count('degraded')} of ${plural(findings.length, 'finding')} beyond the limit.`,
      ]
    case 'passed':
      return [good('Holds:'), ' every metric is on the good side of its limit.']
    case 'inconclusive':
      return [
        open('Not found out:'),
        findings.length === 0
          ? ' no metric is judged.'
          : ` ${countText(findings.length - count('ok'))} of ${plural(findings.length, 'finding')} cannot be told.`,
      ]
  }
}

function tableOf(findings: readonly MetricFinding[]): Block {
  return {
    block: 'table',
    columns: [
      { title: 'metric' },
      { title: 'status' },
      { title: 'seen', align: 'right' },
      { title: 'limit', align: 'right' },
      { title: 'baseline', align: 'right' },
      { title: 'by' },
    ],
    rows: findings.map(found => [
      metricLine(found),
      statusOf(found),
      seenText(found),
      found.limit === undefined ? '' : metricText(found.limit),
      found.baseline === undefined ? '' : metricText(found.baseline),
      `${found.from === 'labels' ? 'labels' : 'estimate'}, ${plural(found.rows, 'row')}${whyText(found)}`,
    ]),
  }
}

function metricLine({ metric, slice }: MetricFinding): Line {
  return slice === undefined ? metric : [`${metric} on `, name(slice.column), ' = ', name(slice.value)]
}

function statusOf({ status }: MetricFinding): Span {
  if (status === 'degraded') return bad('degraded')
  return status === 'ok' ? good('ok') : open(status)
}

function seenText({ value, interval }: MetricFinding): string {
  if (value === undefined) return ''
  return interval === undefined ? metricText(value) : `${metricText(value)} ${rangeText(interval)}`
}

const GROUNDS: Readonly<Record<NonNullable<MetricFinding['ground']>, string>> = {
  straddles: 'the interval lies on both sides of the limit',
  'too-few-rows': 'too few rows to tell',
  undefined: 'it has no value on these rows',
  'no-interval': 'it has no interval',
  'no-baseline': 'no baseline is on record',
  'part-of-zero': 'a part of a baseline of 0 is no limit',
  'no-labels': 'no label has come',
  'no-probabilities': 'the model gives labels and no probabilities',
  'not-estimated': 'it cannot be estimated without labels',
  'calibration-unknown': 'no calibration error is on record',
  'calibration-poor': 'the calibration error on record is too large to believe estimates',
  'estimates-unchecked': 'the evaluation on record does not say how far its estimate holds',
  'estimates-missed': 'its estimate missed what was measured at the evaluation on record',
  'not-reconciled': 'the estimate of the labelled rows missed what was measured',
}

function whyText({ ground }: Pick<MetricFinding, 'ground'>): string {
  return ground === undefined ? '' : `: ${GROUNDS[ground]}`
}

function estimatesBlock({ rows, assumptions, metrics }: NonNullable<PerformanceResult['estimates']>): Block {
  const table: Block = {
    block: 'table',
    columns: [
      { title: 'metric' },
      { title: 'expected', align: 'right' },
      { title: 'of the population', align: 'right' },
      { title: 'on these rows once labels come', align: 'right' },
      { title: 'believed' },
    ],
    rows: metrics.map(({ metric, value, interval, 'on-labels': onLabels, ground }) => [
      metric,
      metricText(value),
      rangeText(interval),
      rangeText(onLabels),
      ground === undefined ? good('yes') : open(`no: ${GROUNDS[ground]}`),
    ]),
  }
  return folded(
    'data',
    `expected of ${plural(rows, 'row')} without a label`,
    table,
    paragraph(`They assume: ${assumptions.join('; ')}.`),
  )
}

function reconciledBlock(reconciled: PerformanceResult['reconciled']): Block {
  const missed = reconciled.filter(({ held }) => !held).length
  return folded(
    'data',
    missed === 0
      ? 'estimates of the labelled rows held what was measured'
      : `${plural(missed, 'estimate')} of the labelled rows missed what was measured`,
    {
      block: 'table',
      columns: [
        { title: 'metric' },
        { title: 'expected', align: 'right' },
        { title: 'measured', align: 'right' },
        { title: 'held' },
      ],
      rows: reconciled.map(({ metric, estimated, low, high, measured, held }) => [
        metric,
        `${metricText(estimated)} ${rangeText({ low, high })}`,
        metricText(measured),
        held ? good('yes') : bad('no'),
      ]),
    },
  )
}

function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  return `[${metricText(low)}, ${metricText(high)}]`
}
