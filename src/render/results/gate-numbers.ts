import type { GateKind, GateResult, Observed } from '../../domain/gates/result.ts'
import { bytesText, countText, differenceText, metricText } from '../numbers.ts'

type Unit = Observed['unit']

/** Gates whose numbers are differences from the champion, signed so that more is better. */
const DIFFERENCES: readonly GateKind[] = [
  'not-worse',
  'better',
  'guardrails',
  'slice-not-worse',
  'fairness-change',
]

/** What a gate or one of its parts saw. */
export function observedText({ gate }: Pick<GateResult, 'gate'>, observed: Observed | undefined): string {
  if (observed?.value === undefined) return observed?.word?.replaceAll('-', ' ') ?? '–'
  const { value, low, high, unit } = observed
  if (DIFFERENCES.includes(gate)) {
    return `${differenceText(value)}${low === undefined ? '' : ` (low end ${differenceText(low)})`}`
  }
  const range =
    low === undefined || high === undefined ? '' : ` (${bareText(low, unit)} to ${bareText(high, unit)})`
  return `${numberText(value, unit)}${range}`
}

/** What a gate wants, with the side of the number on which it wants it. */
export function wantedText({ gate, wanted }: Pick<GateResult, 'gate' | 'wanted'>): string {
  if (wanted.value === undefined) return wanted.word?.replaceAll('-', ' ') ?? ''
  const sign = { 'at-least': '≥', 'at-most': '≤', above: '>', below: '<', equal: '=' }[wanted.is]
  const number = DIFFERENCES.includes(gate)
    ? differenceText(wanted.value)
    : numberText(wanted.value, wanted.unit)
  return `${sign} ${number}`
}

/** The size of what is wanted, without its side. */
export function limitText({ wanted }: Pick<GateResult, 'wanted'>): string {
  return numberText(Math.abs(wanted.value ?? 0), wanted.unit)
}

/**
 * By how much a gate was missed: from the end of the interval that decides to what is wanted. Empty where that end lies
 * on the wanted side, and something else stood against it.
 */
export function shortfall({ observed, wanted }: Pick<GateResult, 'observed' | 'wanted'>): string {
  if (observed?.value === undefined || wanted.value === undefined) return ''
  const wantsMore = wanted.is === 'at-least' || wanted.is === 'above'
  const seen = (wantsMore ? observed.low : observed.high) ?? observed.value
  const missing = wantsMore ? wanted.value - seen : seen - wanted.value
  return missing > 0 ? `, by ${bareText(missing, wanted.unit)}` : ''
}

/** The same, where a sign in front says already what it is. */
function bareText(value: number, unit?: Unit): string {
  return unit === 'ratio' ? value.toFixed(2) : numberText(value, unit)
}

function numberText(value: number, unit?: Unit): string {
  switch (unit) {
    case 'bytes':
      return bytesText(value)
    case 'count':
      return countText(value)
    case 'days':
      return `${Number(value.toFixed(1))} ${value === 1 ? 'day' : 'days'}`
    case 'ratio':
      return `× ${value.toFixed(2)}`
    case 'share':
    case undefined:
      return metricText(value)
  }
}
