import type { GateResult, GateTree } from '../../domain/gates/result.ts'
import { type Block, fullSentence, type Line, paragraph, type Span, sentence } from '../blocks.ts'
import { metricLabel, outcomeSpan } from '../labels.ts'
import { differenceText, metricText } from '../numbers.ts'

/** The tree of gate results: what each saw, what it wanted, how it came out. */
export function gateBlocks(tree: GateTree): Block[] {
  const rows = tree.gates.map((gate): Line[] => [
    gateTitle(gate),
    observedText(gate),
    wantedText(gate),
    outcomeSpan(gate.outcome),
  ])
  const table: Block = {
    block: 'table',
    columns: [
      { title: 'gate' },
      { title: 'observed', align: 'right' },
      { title: 'wanted', align: 'right' },
      { title: 'outcome' },
    ],
    rows,
  }
  return [
    ...(rows.length === 0 ? [] : [table]),
    ...tree.remarks.map(({ message, next }) => paragraph(...sentence(fullSentence(`${message}: ${next}`)))),
  ]
}

/** Why gates did not pass, a sentence each, with what would change the answer. */
export function openGateLines(tree: GateTree): Span[][] {
  return tree.gates
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'inconclusive')
    .map((gate): Span[] => [
      outcomeSpan(gate.outcome),
      ...sentence(
        `: ${gateTitle(gate)}: ${gate.reason}${shortfall(gate)}.${gate.next === undefined ? '' : ` What would change it: ${gate.next}.`}`,
      ),
    ])
}

export function gateTitle({ gate, about = '', wanted, source }: GateResult): string {
  const from = source === 'floor' ? ' (floor of the repository)' : ''
  if (gate === 'not-worse') {
    const margin = Math.abs(wanted.value ?? 0)
    return `${metricLabel(about)}, ${margin === 0 ? 'better than the champion' : `not worse by ${metricText(margin)}`}${from}`
  }
  return `${metricLabel(about)}${from}`
}

function observedText({ gate, observed }: GateResult): string {
  if (observed?.value === undefined) return '–'
  if (gate === 'metric-limit') return metricText(observed.value)
  return `${differenceText(observed.value)} (low end ${differenceText(observed.low ?? Number.NaN)})`
}

function wantedText({ wanted }: GateResult): string {
  if (wanted.value === undefined) return wanted.word ?? ''
  const sign = { 'at-least': '≥', 'at-most': '≤', above: '>', below: '<', equal: '=' }[wanted.is]
  return `${sign} ${wanted.is === 'above' ? differenceText(wanted.value) : metricText(wanted.value)}`
}

function shortfall({ gate, observed, wanted }: GateResult): string {
  if (observed?.value === undefined || wanted.value === undefined) return ''
  const seen = gate === 'not-worse' ? (observed.low ?? observed.value) : observed.value
  return `, by ${metricText(Math.abs(seen - wanted.value))}`
}
