import type { MovedFacts, MoveResult } from '../../domain/results/move.ts'
import { type Block, heading, type Line, paragraph, sentence } from '../blocks.ts'
import { outcomeSpan } from '../labels.ts'
import { plural } from '../numbers.ts'
import { changeBlocks } from './change.ts'
import { gateBlocks, openGateLines } from './gates.ts'

/** `promote`, `rollback`, `archive`, `alias`. */
export function describeMove(result: MoveResult): Block[] {
  return [...proposedMove(result), ...changeBlocks(result)]
}

/** The move by itself, without what became of it. */
export function proposedMove(result: MoveResult): Block[] {
  return [heading(2, `${result.model}: ${result.title}`), ...movedFacts(result), ...otherChecks(result)]
}

type Moved = Pick<MoveResult, keyof typeof MovedFacts>

/** What moves, the gates and the approvals. */
export function movedFacts(moved: Moved): Block[] {
  return [
    ...movedBlocks(moved),
    ...(moved.gates === undefined ? [] : gateBlocks(moved.gates)),
    ...whyNot(moved),
    ...approvalBlocks(moved),
  ]
}

function movedBlocks(result: Moved): Block[] {
  const { version, from, to, displaces, aliases, record } = result
  const rows: [string, Line][] = [
    ...(version === undefined || from === undefined
      ? []
      : [[`version ${version}`, `${from} → ${to}`] as [string, Line]]),
    ...(displaces === undefined ? [] : [[`version ${displaces}`, `${to} → the archive`] as [string, Line]]),
    ...aliases.map(({ alias, before, after }): [string, Line] => [
      alias,
      `${before ?? 'nothing'} → ${after ?? 'nothing'}`,
    ]),
    ...(result.purged ? [['artifact', 'its bytes are removed; the record stays'] as [string, Line]] : []),
    ...(result.reason === undefined ? [] : [['reason', result.reason] as [string, Line]]),
    ...(result.replaces === undefined
      ? []
      : [['replaces', `pull request ${result.replaces}`] as [string, Line]]),
    ...(record === undefined ? [] : [['record', `promotions/${record}.json`] as [string, Line]]),
  ]
  return rows.length === 0 ? [] : [{ block: 'facts', rows }]
}

function whyNot({ gates }: Moved): Block[] {
  const items = gates === undefined ? [] : openGateLines(gates)
  return items.length === 0 ? [] : [{ block: 'list', items }]
}

function approvalBlocks({ approvals, unapproved }: Moved): Block[] {
  if (approvals?.['by-hand'])
    return [
      paragraph('Approvals: the policy leaves them to people (`approvals: by-hand`); nothing judged them.'),
    ]
  if (approvals === undefined || approvals.rules.length === 0) return []
  const wanted = approvals.rules.map(({ required, from }) => {
    const whose = from === undefined ? 'people with `maintain`' : from.join(' or ')
    return `${plural(required, 'approval')} by ${whose}`
  })
  const how =
    unapproved === undefined
      ? 'they are given on the pull request'
      : `merged without them, because: ${unapproved}`
  return [
    paragraph(
      'Approvals ',
      outcomeSpan(approvals.outcome),
      ': ',
      ...sentence(`${wanted.join(', ')}; ${how}.`),
    ),
    ...whyNotApproved(approvals.rules),
  ]
}

/** What GitHub's rules lack, and what to do about it. */
function whyNotApproved(rules: NonNullable<MoveResult['approvals']>['rules']): Block[] {
  const items = rules.flatMap(({ outcome, reason, next }) =>
    outcome === undefined || outcome === 'passed' || reason === undefined
      ? []
      : [sentence(`${reason}: ${next ?? ''}`)],
  )
  return items.length === 0 ? [] : [{ block: 'list', items }]
}

/** A pull request that a job's own token opened starts nothing before somebody clicks. */
export function otherChecks({ 'other-checks': checks }: Pick<MoveResult, 'other-checks'>): Block[] {
  if (!checks?.['start-by-click']) return []
  const what =
    checks.names.length === 0
      ? 'Its workflows'
      : `The other required checks (${checks.names.map(name => `\`${name}\``).join(', ')})`
  return [
    paragraph(
      ...sentence(`${what} start when somebody with write access presses "Approve and run workflows" below.`),
    ),
  ]
}
