import type { GateResult } from '../../domain/gates/result.ts'
import { capital } from '../blocks.ts'
import { metricLabel } from '../labels.ts'
import { limitText } from './gate-numbers.ts'

/** What a gate is about, as a person would say it. */
export function gateTitle(gate: GateResult): string {
  const from = { floor: ' (floor of the repository)', default: ' (default)', model: '' }[gate.source]
  return `${subjectOf(gate)}${from}`
}

function subjectOf(result: GateResult): string {
  const { gate, about = '' } = result
  switch (gate) {
    case 'metric-limit':
      return metricLabel(about)
    case 'not-worse':
      return `${metricLabel(about)}, ${marginText(result)}`
    case 'better':
      return `${metricLabel(about)}, better ${result.wanted.value === 0 ? 'than the champion' : `by ${limitText(result)}`}`
    case 'guardrails':
      return `Guardrails (${about.split(', ').map(metricLabel).join(', ')}), ${marginText(result)}`
    case 'slice-limit':
      return `${metricLabel(about)} on each slice`
    case 'slice-not-worse':
      return `${metricLabel(about)} on each slice, ${marginText(result)}`
    case 'fairness':
      return capital(about.replaceAll('-', ' '))
    case 'fairness-change':
      return `${capital(about.replaceAll('-', ' '))}, ${marginText(result)}`
    case 'latency':
      return `Latency ${about} against the champion`
    case 'size':
      return 'Size of the artifact'
    case 'reproducible':
      return 'Training again'
    case 'contract':
      return about === '' ? 'Contract' : `Contract of the ${about}`
    case 'data':
      return `Training data: ${about}`
    case 'tests':
      return 'Tests that passed'
    case 'custom':
      return about
    case 'freshness':
      return `Age of the ${about}`
  }
}

function marginText({ wanted, gate }: GateResult): string {
  if (wanted.value === undefined) return `not worse by ${wanted.word ?? 'a margin'}`
  if (wanted.value === 0) return gate === 'not-worse' ? 'better than the champion' : 'not worse'
  return `not worse by ${limitText({ wanted })}`
}
