import type { FeatureDrift } from '../../domain/drift/feature-drift.ts'
import type { DriftResult } from '../../domain/results/drift.ts'
import {
  type Block,
  bad,
  code,
  folded,
  footnote,
  good,
  heading,
  joinSpans,
  type Line,
  name,
  open,
  paragraph,
  type Span,
} from '../blocks.ts'
import { metricText, plural, pValueText, shareText, short } from '../numbers.ts'
import { causeBlocks, namesOf } from '../sections/drift-cause.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

/** `monitor`. */
export function describeDrift(result: DriftResult): Block[] {
  const { features, thresholds, reference, current, cause } = result
  const drifted = features.filter(({ status }) => status === 'drift')
  const rest = features.filter(({ status }) => status !== 'drift')
  return [
    heading(2, `${result.model}: what production sees, against a reference`),
    paragraph(...findingLine(result)),
    ...(drifted.length === 0 ? [] : [tableOf(drifted.toSorted(byRankOf(result)))]),
    ...(cause === undefined ? [] : [heading(3, 'Likely cause'), ...causeBlocks(cause)]),
    ...(rest.length === 0 ? [] : [folded('data', plural(rest.length, 'other feature'), tableOf(rest))]),
    ...remarkBlocks(result.remarks),
    ...nextBlocks(result.next),
    footnote(
      `${plural(current.rows, 'row')} of `,
      name(current.uri),
      ' ',
      code(short(current.sha256)),
      ...windowsOf(current),
      ` · against ${plural(reference.rows, 'row')} of `,
      name(reference.uri),
      ' ',
      code(short(reference.sha256)),
      ...windowsOf(reference),
      ...(reference.version === undefined
        ? []
        : [`, the training data of version ${reference.version.version}`]),
      ...(reference.profile === undefined ? [] : [', by their profile ', code(short(reference.profile))]),
      ...(result.chunks === undefined
        ? []
        : [
            ` · where D > and V > stand beside a feature, learned from ${result.chunks} parts of the reference`,
          ]),
      ` · drift: adjusted p < ${thresholds.level} and D > ${thresholds.numbers}, V > ${thresholds.categories}, or ${shareText(thresholds.missing)} more or fewer missing`,
      ` · seed ${result.seed}`,
    ),
  ]
}

/** Of several windows how many there are, and what they span. */
function windowsOf({ windows = [] }: DriftResult['current']): string[] {
  const [first, last] = [windows[0], windows.at(-1)]
  if (first === undefined || last === undefined) return []
  const span = `from ${momentOf(first.from)} to before ${momentOf(last.to)}`
  return [windows.length === 1 ? ` ${span}` : ` of ${windows.length} windows ${span}`]
}

/** The first moment of a day is the day. */
function momentOf(time: string): string {
  return time.replace('T00:00:00Z', '')
}

function findingLine({ outcome, features }: DriftResult): Span[] {
  const count = (status: FeatureDrift['status']) => features.filter(one => one.status === status).length
  const compared = count('ok') + count('drift')
  const unsure = count('insufficient-data') + count('error')
  const untold = unsure === 0 ? '' : ` Of ${unsure} more nothing can be told.`
  switch (outcome) {
    case 'failed':
      return [bad('Drift:'), ` ${plural(count('drift'), 'feature')} of ${features.length} moved.${untold}`]
    case 'passed':
      return [good('No drift:'), ` none of ${plural(compared, 'feature')} moved by as much as matters.`]
    case 'inconclusive':
      return [
        open('Not found out:'),
        compared === 0
          ? ' no feature could be compared.'
          : ` none of ${plural(compared, 'feature')} moved by as much as matters.${untold}`,
      ]
  }
}

function tableOf(features: readonly FeatureDrift[]): Block {
  return {
    block: 'table',
    columns: [
      { title: 'feature' },
      { title: 'status' },
      { title: 'distance', align: 'right' },
      { title: 'adjusted p', align: 'right' },
      { title: 'missing', align: 'right' },
      { title: 'what is to be seen' },
    ],
    rows: features.map(found => [
      name(found.feature),
      statusOf(found),
      distanceOf(found),
      found.values === undefined ? '' : pValueText(found.values['p-value']),
      missingOf(found),
      seenIn(found),
    ]),
  }
}

function statusOf({ status }: FeatureDrift): Span {
  if (status === 'drift') return bad('drift')
  return status === 'ok' ? good('ok') : open(status)
}

function distanceOf({ values }: FeatureDrift): string {
  if (values === undefined) return ''
  const sign = values.test === 'kolmogorov-smirnov' ? 'D' : 'V'
  const learned = values.threshold === undefined ? '' : ` (${sign} > ${metricText(values.threshold)})`
  return `${sign} ${metricText(values.distance)}${learned}`
}

function missingOf({ missing }: FeatureDrift): string {
  if (missing === undefined) return ''
  const [before = 0, after = 0] = missing.rates
  return `${shareText(before)} → ${shareText(after)}`
}

const WORDS: Readonly<Record<FeatureDrift['grounds'][number], string>> = {
  distribution: '',
  'missing-values': 'more or fewer values are missing',
  'other-type': 'it holds values of another type',
  gone: 'the column is gone',
  'too-few-rows': 'too few rows to tell',
  'cells-too-wide': 'the profile is too coarse to tell',
  new: 'the reference does not have it',
  'no-values': 'it holds no values to compare',
  'not-compared': 'text, which is not compared',
  ignored: 'model.yaml leaves it out',
  'no-labels': 'labels have not come yet',
  unreadable: 'it cannot be read',
}

function seenIn({ grounds, values, added, vanished, range, status }: FeatureDrift): Line {
  const parts: Line[] = grounds.flatMap(ground => (WORDS[ground] === '' ? [] : [WORDS[ground]]))
  if (grounds.includes('too-few-rows') && values !== undefined)
    parts.push(`a distance below ${metricText(values['smallest-distance'])} could not be seen`)
  if (status === 'drift' && values?.direction !== undefined && values.location !== undefined)
    parts.push(`values are ${values.direction}, most of all around ${metricText(values.location)}`)
  if (added !== undefined) parts.push(['new: ', ...namesOf(Object.keys(added))])
  if (vanished !== undefined) parts.push(['gone: ', ...namesOf(vanished)])
  if (range !== undefined) parts.push(`from ${rangeText(range.reference)} to ${rangeText(range.current)}`)
  return joinSpans(parts, '; ')
}

function rangeText([least = 0, most = 0]: readonly number[]): string {
  return `[${metricText(least)}, ${metricText(most)}]`
}

/** What matters most first, where that was asked; otherwise what moved furthest, and before it what cannot be measured. */
function byRankOf({ cause }: DriftResult): (first: FeatureDrift, second: FeatureDrift) => number {
  if (cause === undefined)
    return (first, second) => (second.values?.distance ?? 1) - (first.values?.distance ?? 1)
  const ranks = new Map(cause.ranked.map(({ feature }, rank) => [feature, rank]))
  return (first, second) => (ranks.get(first.feature) ?? 0) - (ranks.get(second.feature) ?? 0)
}
