import type { AlertKind } from '../alerts/finding.ts'
import { isFired, type TriggerFinding } from './trigger.ts'

/** What a training answers: of drift and of metrics there are alerts, and who asks knows of both. */
const ANSWERS: Readonly<Partial<Record<TriggerFinding['trigger'], readonly AlertKind[]>>> = {
  drift: ['drift'],
  performance: ['degradation'],
  command: ['drift', 'degradation'],
}

/** The kinds of alert that caused a training, by the triggers that fired. */
export function answeredKinds(triggers: readonly TriggerFinding[]): readonly AlertKind[] {
  return [...new Set(triggers.filter(isFired).flatMap(({ trigger }) => ANSWERS[trigger] ?? []))]
}
