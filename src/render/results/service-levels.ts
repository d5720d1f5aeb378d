import type { ServiceLevelsResult } from '../../domain/results/service-levels.ts'
import type { ServiceLevel } from '../../domain/service/level.ts'
import {
  type Block,
  bad,
  code,
  footnote,
  good,
  heading,
  type Line,
  name,
  open,
  paragraph,
  part,
  type Span,
  sentence,
} from '../blocks.ts'
import { countText, metricText, minuteText, plural, short } from '../numbers.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

/** `service-levels`. */
export function describeServiceLevels(result: ServiceLevelsResult): Block[] {
  const { levels, remarks, next } = result
  const details = levels.flatMap(({ name: of, detail }): Line[] =>
    detail === undefined ? [] : [[name(of), ': ', ...sentence(`${detail}.`)]],
  )
  return [
    heading(2, `${result.model}: service levels`),
    paragraph(...findingLine(result)),
    ...(levels.length === 0 ? [] : [part('data', tableOf(levels))]),
    ...(details.length === 0 ? [] : [part('remarks', { block: 'list', items: details })]),
    ...remarkBlocks(remarks),
    ...nextBlocks(next),
    footnote(...sourceSpans(result)),
  ]
}

function findingLine({ outcome, levels }: ServiceLevelsResult): Span[] {
  const count = (status: ServiceLevel['status']) => levels.filter(level => level.status === status).length
  const untold = count('insufficient-data') + count('error')
  const rest = untold === 0 ? '' : ` Of ${untold} more it could not be told.`
  switch (outcome) {
    case 'failed':
      return [bad('Broken:'), ` ${plural(count('breached'), 'limit')} of ${levels.length}.${rest}`]
    case 'passed':
      return [good('Kept:'), ` ${levels.length === 1 ? 'the one limit' : `all ${levels.length} limits`}.`]
    case 'inconclusive':
      return [open('Not found out:'), ` ${untold} of ${plural(levels.length, 'limit')} could not be told.`]
  }
}

function tableOf(levels: readonly ServiceLevel[]): Block {
  return {
    block: 'table',
    columns: [
      { title: 'what' },
      { title: 'status' },
      { title: 'measured', align: 'right' },
      { title: '95 % interval', align: 'right' },
      { title: 'limit', align: 'right' },
      { title: 'of', align: 'right' },
      { title: 'why' },
    ],
    rows: levels.map(level => [
      name(level.name),
      statusOf(level),
      level.value === undefined ? '' : amount(level.value, level),
      intervalOf(level),
      `${level.limit.is === 'at-most' ? '≤' : '≥'} ${amount(level.limit.value, level)}`,
      observationsOf(level),
      level.grounds.map(ground => WORDS[ground]).join('; '),
    ]),
  }
}

function statusOf({ status }: ServiceLevel): Span {
  if (status === 'breached') return bad('broken')
  return status === 'ok' ? good('ok') : open(status)
}

/** What was counted in full has no interval. */
function intervalOf(level: ServiceLevel): string {
  const { value, low, high } = level
  if (value === undefined || (low === value && high === value)) return ''
  if (low === undefined && high === undefined) return 'none'
  if (low === undefined) return `up to ${amount(high as number, level)}`
  return high === undefined ? `from ${amount(low, level)}` : `${amount(low, level)} to ${amount(high, level)}`
}

function observationsOf({ observations, missing, of }: ServiceLevel): string {
  if (observations === undefined) return ''
  const counted = plural(observations, of === 'operations' ? 'request' : 'row')
  return missing === undefined ? counted : `${counted}, ${countText(missing)} missing`
}

function amount(value: number, { unit }: Pick<ServiceLevel, 'unit'>): string {
  switch (unit) {
    case 'ms':
      return `${metricText(value)} ms`
    case 'share':
      return `${metricText(value * 100)} %`
    case 'requests/s':
      return `${metricText(value)}/s`
    default:
      return metricText(value)
  }
}

const WORDS: Readonly<Record<ServiceLevel['grounds'][number], string>> = {
  'not-given': 'nobody named where to look',
  'not-recorded': 'the source does not say',
  'nothing-seen': 'nothing was seen',
  'too-few': 'too few to bound it',
  'limit-within-interval': 'the interval reaches over the limit',
  'no-window': 'of which time is not known: give --window',
  unreadable: 'too much cannot be read',
  'other-values': 'the column holds something else',
  'no-column': 'the column is not there',
  'not-answered': 'no figure came',
}

const UNREADABLE = {
  'no-json': 'no JSON',
  'no-time': 'without a time',
  'no-duration': 'without a duration',
  'no-status': 'without a status',
  'no-request': 'no request',
} as const

function sourceSpans({ source, business, window }: ServiceLevelsResult): Span[] {
  const spans: Span[] = []
  if (source?.is === 'prometheus') spans.push('from ', name(source.server))
  else if (source !== undefined) {
    const { uri, sha256, lines, requests, outside, unreadable, fields } = source
    const bad = Object.entries(unreadable).map(
      ([why, count]) => `, ${countText(count)} ${UNREADABLE[why as keyof typeof UNREADABLE]}`,
    )
    const read = [
      fields.duration && `${fields.duration.name} (${fields.duration.unit})`,
      fields.status,
      fields.time,
    ]
    spans.push(
      `${plural(requests, 'request')} of ${plural(lines, 'line')} of `,
      name(uri),
      ' ',
      code(short(sha256)),
      `${outside === 0 ? '' : `, ${countText(outside)} outside the window`}${bad.join('')}`,
      ...read.flatMap((field, at): Span[] =>
        field === undefined
          ? []
          : [at === 0 || read.slice(0, at).every(one => one === undefined) ? ' · by ' : ', ', name(field)],
      ),
    )
  }
  if (business !== undefined) {
    const { uri, sha256, rows, outside, unreadable } = business
    spans.push(
      `${spans.length === 0 ? '' : ' · '}${plural(rows, 'row')} of `,
      name(uri),
      ' ',
      code(short(sha256)),
      `${outside === 0 ? '' : `, ${countText(outside)} outside the window`}${unreadable === 0 ? '' : `, ${countText(unreadable)} without a time`}`,
    )
  }
  if (window !== undefined)
    spans.push(
      `${spans.length === 0 ? '' : ' · '}${minuteText(window.from)} to ${minuteText(window.until)} UTC`,
    )
  return spans.length === 0 ? ['nothing was read'] : spans
}
