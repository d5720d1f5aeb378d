import type { JudgedMove, JudgedRule, JudgementResult } from '../../domain/results/judgement.ts'
import {
  type Block,
  bad,
  code,
  footnote,
  fullSentence,
  good,
  heading,
  type Line,
  name,
  open,
  paragraph,
  type Span,
  sentence,
} from '../blocks.ts'
import { outcomeSpan } from '../labels.ts'
import { plural, short } from '../numbers.ts'
import { nextBlocks } from './change.ts'
import { gateBlocks, openGateLines } from './gates.ts'
import { problemBlocks } from './validation.ts'

/** A pull request, judged: verdict first, then what is wrong, each move with its gates and approvals, what judges. */
export function describeJudgement(result: JudgementResult): Block[] {
  const { problems, moves, governed, remarks, next, head, base, group } = result
  return [
    heading(2, HEADLINES[result.conclusion](judgementTitle(result))),
    ...problemBlocks(problems),
    ...moves.flatMap(moveBlocks),
    ...governed.flatMap(({ path, why, models, approvals }) => [
      heading(3, 'A change to what judges'),
      paragraph(...sentence(fullSentence(`${path}: ${why}; it concerns ${models.join(', ')}`))),
      ...approvalBlocks(approvals),
    ]),
    ...remarks.map(remark => paragraph(...sentence(fullSentence(remark)))),
    ...nextBlocks(next),
    footnote(
      ...(group === undefined ? [] : [`a merge group of pull requests ${group.join(', ')}; `]),
      'judged at ',
      code(short(head)),
      ...(base === undefined ? [] : [' by the policy of ', code(short(base))]),
    ),
  ]
}

const HEADLINES = { success: good, failure: bad, action_required: open } as const

/** The answer in one line, for a list of checks. */
export function judgementTitle(result: JudgementResult): string {
  const { problems, moves, governed, outcome } = result
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return `${plural(errors, 'error')} in the registry`
  const [move, ...others] = moves
  const about = move === undefined ? governedText(governed) : `${moveText(move)}${moreText(others.length)}`
  if (outcome === 'passed') return about === '' ? 'nothing that judges is changed' : `${about}: all is met`
  const failing = moves.find(({ gates }) => gates !== undefined && gates.outcome !== 'passed')
  if (failing !== undefined)
    return `${about}: its gates ${failing.gates?.outcome === 'failed' ? 'failed' : 'are open'}`
  return `${about === '' ? 'the registry' : about}: ${missingText(result)}`
}

function missingText({ moves, governed, remarks }: JudgementResult): string {
  const rules = [...moves, ...governed].flatMap(({ approvals }) => approvals)
  const missing = rules.reduce(
    (sum, { required, counted }) => sum + Math.max(0, required - counted.length),
    0,
  )
  if (missing > 0) return `${plural(missing, 'approval')} missing`
  // Remarks may be mere hints.
  const open = rules.find(({ outcome }) => outcome !== 'passed')
  return open?.reason ?? remarks[0] ?? 'not everything could be found out'
}

function governedText(governed: JudgementResult['governed']): string {
  return governed.length === 0 ? '' : `${plural(governed.length, 'change')} to what judges`
}

function moreText(more: number): string {
  return more === 0 ? '' : ` and ${plural(more, 'other move')}`
}

function moveText({ model, kind, version, to, from }: JudgedMove): string {
  if (version === undefined) return `${model}: aliases`
  return kind === 'archive' ? `${model} ${version} out of ${from}` : `${model} ${version} to ${to}`
}

function moveBlocks(move: JudgedMove): Block[] {
  const { gates, approvals, record, kind } = move
  const reasons = gates === undefined ? [] : openGateLines(gates)
  return [
    heading(3, `${kind}: ${moveText(move)}, record ${record}`),
    ...(gates === undefined ? [] : gateBlocks(gates)),
    ...(reasons.length === 0 ? [] : [{ block: 'list', items: reasons } as const]),
    ...(move['by-hand'] ? [paragraph('The policy leaves approvals to people: nothing judged them.')] : []),
    ...approvalBlocks(approvals),
  ]
}

/** For each rule who counted, and who did not and why. */
function approvalBlocks(rules: readonly JudgedRule[]): Block[] {
  if (rules.length === 0) return []
  return [
    {
      block: 'table',
      columns: [{ title: 'approvals' }, { title: 'outcome' }, { title: 'counted' }, { title: 'why' }],
      rows: rules.map(({ rule, required, source, outcome, counted, reason }): Line[] => [
        `${required} by ${rule.from?.join(' or ') ?? 'people with maintain'}${source === 'floor' ? ' (floor)' : ''}`,
        // What is not given yet is no failure.
        outcome === 'failed' ? open('missing') : outcomeSpan(outcome),
        counted.length === 0 ? 'nobody' : counted.join(', '),
        sentence(reason),
      ]),
    },
    ...notCountedBlocks(rules),
  ]
}

function notCountedBlocks(rules: readonly JudgedRule[]): Block[] {
  const said = new Set<string>()
  const items = rules
    .flatMap(rule => rule['not-counted'])
    .flatMap(({ who, why }): Span[][] => {
      const text = `${who}: ${why}`
      if (said.has(text)) return []
      said.add(text)
      return [[name(who), ` does not count: ${why}.`]]
    })
  return items.length === 0 ? [] : [{ block: 'list', items }]
}
