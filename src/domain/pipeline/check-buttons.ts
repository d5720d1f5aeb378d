import type { PromotionRecord } from '../registry/record.ts'
import type { CheckButton, JudgedMove } from '../results/judgement.ts'

/** What a person may press beside our check run, and the permission that they need. */
export const PRESSED = { measure: 'maintain', 'roll-back': 'maintain' } as const
export type PressedAction = keyof typeof PRESSED

const MEASURE: CheckButton = {
  action: 'measure',
  label: 'Measure again',
  description: 'Run the pipeline, and build this anew',
}
const ROLL_BACK: CheckButton = {
  action: 'roll-back',
  label: 'Roll back',
  description: 'Propose what served before this',
}

export function isPressedAction(text: string): text is PressedAction {
  return Object.hasOwn(PRESSED, text)
}

/** Beside the judgement of an open pull request: one promotion can be measured again. */
export function buttonsOfMoves(moves: readonly Pick<JudgedMove, 'kind'>[]): CheckButton[] {
  return moves.length === 1 && moves[0]?.kind === 'promotion' ? [MEASURE] : []
}

/** Beside the judgement of a merged one: what displaced something can be taken back. */
export function buttonsOfMerged(record: PromotionRecord): CheckButton[] {
  return record.kind === 'promotion' && record.displaces !== undefined ? [ROLL_BACK] : []
}
