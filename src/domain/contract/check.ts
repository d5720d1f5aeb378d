import type { ContractCheck } from '../evidence/contract.ts'

const MOST_DETAIL = 500

/** A promise that was kept; `detail` where there is more to say. */
export function kept(check: string, probes: number, detail?: string): ContractCheck {
  return { check, outcome: 'kept', probes, ...(detail === undefined ? {} : { detail: shortened(detail) }) }
}

export function broken(check: string, probes: number, detail: string): ContractCheck {
  return { check, outcome: 'broken', probes, detail: shortened(detail) }
}

/** A promise that has no meaning here, and why. */
export function notAsked(check: string, why: string): ContractCheck {
  return { check, outcome: 'not-asked', probes: 0, detail: shortened(why) }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MOST_DETAIL ? `${line.slice(0, MOST_DETAIL - 1)}…` : line
}
