import type { AskedIn } from '../domain/conversation/asked-in.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { isPressedAction, PRESSED, type PressedAction } from '../domain/pipeline/check-buttons.ts'
import { versionsIn } from '../domain/registry/pointers.ts'
import type { MoveResult } from '../domain/results/move.ts'
import type { HeadPull, Ports, StartedRun } from '../ports.ts'
import { askWorkflow } from './ask-workflow.ts'
import type { Permission } from './define.ts'
import { type MoveIn, movesIn } from './moves-in.ts'
import { type RegistryAt, readModel } from './registry-reader.ts'
import { rollback } from './rollback.ts'

/** A button that somebody pressed. */
export interface Press {
  readonly action: PressedAction
  readonly askedIn: AskedIn
  /** The commit whose check run it stands beside. */
  readonly head: string
  /** The pull request of that head; undefined where its branch moved on. */
  readonly pull: HeadPull | undefined
  /** The default branch. */
  readonly branch: string
}

/** What a person needs who presses it; undefined for a button that there is not. */
export function permissionToPress(action: string): Permission | undefined {
  return isPressedAction(action) ? PRESSED[action] : undefined
}

export type Pressed =
  | {
      readonly is: 'started'
      readonly run: StartedRun
      readonly version: number
      readonly model: string
      readonly stage: string
    }
  | { readonly is: 'moved'; readonly result: MoveResult }

/**
 * Does what a button says, as the command of the same name would.
 *
 * @param registry - Of the default branch as it stands now.
 * @param ports - Of whoever pressed.
 * @throws {ModelyardError} Also where the moves are no longer what the button spoke of.
 */
export async function pressButton(press: Press, registry: RegistryAt, ports: Ports): Promise<Pressed> {
  const { model, record } = await moveOf(press, registry)
  const { version, to: stage } = record
  if (press.action === 'roll-back') {
    const { displaces } = record
    if (displaces === undefined) throw gone('it displaced nothing that could be put back')
    const { pointers } = await readModel(registry, model)
    if (!versionsIn(pointers, stage).includes(version))
      throw gone(`version ${version} of ${model} is not in ${stage} any more`)
    const result = await rollback.execute({ model, stage, version: String(displaces) }, ports, {})
    if (result.kind !== 'move') throw new Error('a rollback did not answer')
    return { is: 'moved', result }
  }
  const measuring = { kind: 'promotion', model, version, stage, reason: record.reason } as const
  const run = await askWorkflow(registry, press.branch, measuring, press.askedIn, ports.deployments)
  return { is: 'started', run, model, version, stage }
}

type PromotionIn = MoveIn & { readonly record: Extract<MoveIn['record'], { kind: 'promotion' }> }

async function moveOf(press: Press, registry: RegistryAt): Promise<PromotionIn> {
  const [base, commit] = await spanOf(press, registry)
  const moves = await movesIn(registry, base, commit)
  const [move, other] = moves
  if (move === undefined || other !== undefined || move.record.kind !== 'promotion')
    throw gone('this pull request does not hold one promotion')
  return move as PromotionIn
}

/** What the pull request brings, or brought: from where, and to where. */
async function spanOf({ action, head, pull }: Press, { repository, commit }: RegistryAt) {
  if (pull === undefined) throw gone('the branch moved on since this button was shown')
  if (action === 'roll-back' && !pull.isMerged) throw gone('this pull request is not merged')
  if (action === 'measure' && !pull.isOpen) throw gone('this pull request is not open any more')
  const fork = await repository.mergeBase(commit, head)
  // Merged as it was it is on the history itself; a promotion is one commit.
  const [parent] = fork === head ? (await repository.commitFacts(head)).parents : []
  return [parent ?? fork ?? commit, head] as const
}

function gone(message: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message, next: 'ask for it in a comment: see /help' })
}
