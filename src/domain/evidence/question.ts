import type { Evidence } from './evidence.ts'

/**
 * What a piece of evidence answers, so that two answers to one question can be told: its kind and subject, and of a team's
 * own measurements the name, of a contract whom it was asked of.
 */
export function questionOf({ kind, subject, facts }: Evidence): string {
  const within = kind === 'custom' ? facts.name : kind === 'contract' ? facts.against : undefined
  return JSON.stringify([kind, subject, within])
}
