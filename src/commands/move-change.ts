import { evidenceFileName, type StoredEvidence } from '../domain/evidence/evidence.ts'
import type { Outcome } from '../domain/gates/outcome.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { renderJson } from '../domain/registry/json-file.ts'
import type { MovePlan, PlannedMove } from '../domain/registry/move-plan.ts'
import { Pointers } from '../domain/registry/pointers.ts'
import { PromotionRecord } from '../domain/registry/record.ts'
import type { MoveResult } from '../domain/results/move.ts'
import type { FileChange, Ports } from '../ports.ts'
import { appliedFacts, applyChangeSet, type ChangePlan, nextOnBranch, TRAILER } from './change-set.ts'
import type { GatheredEvidence, MoveFacts, MoveInput, RepeatedRequest } from './move-facts.ts'
import type { JudgedMove } from './proposal-standing.ts'

/** A file that a move commits. */
export interface MovedFile extends FileChange {
  /** Whether the base has the file already. */
  readonly replaces?: boolean
}

export interface MoveTexts {
  readonly action: MoveResult['action']
  /** The commit's first line, without the model. */
  readonly title: string
  readonly branch: string
}

/**
 * Turns a planned move into the commit that makes it and the result that shows it. Pure.
 *
 * @param facts - With the request, a move that an earlier run planned alike keeps that run's record.
 */
export function moveChange(
  input: MoveInput,
  facts: MoveFacts & { readonly request?: RepeatedRequest },
  plan: MovePlan,
  texts: MoveTexts,
  also: readonly MovedFile[] = [],
): ChangePlan<MoveResult> {
  if (plan.plan !== 'move') return { result: { ...baseResult(input, facts, texts), ...outcomeOf(plan) } }
  const approvals = approvalsOf(plan)
  const demanded = approvals.outcome !== 'passed'
  const unapproved = demanded ? input.unapproved : undefined
  const planned = asBefore(plan.record, facts.request?.earlier)
  const record = unapproved === undefined ? planned : withUnapproved(planned, unapproved)
  const move: PlannedMove = { ...plan, record }
  const result: MoveResult = { ...baseResult(input, facts, texts), ...shown(move, facts), approvals }
  if (input.merge && demanded && unapproved === undefined) {
    return {
      result: {
        ...result,
        outcome: 'inconclusive',
        status: 'refused',
        reasons: [
          {
            message: `${demandText(approvals.rules)}, and approvals cannot be judged at a terminal`,
            next: 'leave out --merge and open a pull request, or say why it is done without: --unapproved REASON',
          },
        ],
      },
    }
  }
  const files: readonly MovedFile[] = [...moveFiles(facts, move), ...also]
  const withFiles: MoveResult = { ...result, files: files.map(describeFile) }
  if (input.dryRun) return { result: withFiles }
  return {
    result: withFiles,
    change: {
      head: facts.head,
      base: facts.registry.commit,
      branch: texts.branch,
      merge: input.merge,
      files: files.map(({ path, content }) => ({ path, content })),
      message: messageOf(input, texts, move.record),
      person: facts.committer,
      at: facts.now,
    },
  }
}

function baseResult(input: MoveInput, facts: MoveFacts, { action, branch, title }: MoveTexts): MoveResult {
  return {
    kind: 'move',
    action,
    title,
    model: input.model,
    aliases: [],
    status: 'planned',
    reasons: [],
    files: [],
    branch: input.merge ? facts.head.branch : branch,
    committer: facts.committer,
    remarks: [...facts.remarks],
    next: [],
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  }
}

function outcomeOf(plan: Exclude<MovePlan, PlannedMove>): Partial<MoveResult> {
  if (plan.plan === 'unchanged') return { status: 'unchanged', why: plan.why }
  return {
    status: 'refused',
    outcome: plan.gates?.outcome === 'inconclusive' ? 'inconclusive' : 'failed',
    reasons: [...plan.reasons],
    ...(plan.gates === undefined ? {} : { gates: plan.gates }),
  }
}

function shown({ record, number, gates }: PlannedMove, { state }: MoveFacts): Partial<MoveResult> {
  const moved = record.kind === 'alias' ? {} : { version: record.version, from: record.from, to: record.to }
  const displaces = 'displaces' in record ? record.displaces : undefined
  return {
    ...moved,
    ...(displaces === undefined ? {} : { displaces }),
    ...(record.kind === 'archive' && record.purged ? { purged: true } : {}),
    ...(record.unapproved === undefined ? {} : { unapproved: record.unapproved }),
    aliases: Object.entries(record.aliases ?? {}).map(([alias, after]) => ({
      alias,
      before: state.pointers.aliases[alias] ?? null,
      after,
    })),
    record: number,
    ...(gates === undefined ? {} : { gates }),
  }
}

function approvalsOf({ approvals, byHand }: PlannedMove): NonNullable<MoveResult['approvals']> {
  const rules = approvals
    .filter(({ rule }) => rule.required > 0)
    .map(({ rule, source }) => ({ ...rule, source }))
  return {
    outcome: rules.length === 0 ? 'passed' : 'inconclusive',
    ...(byHand && rules.length === 0 ? { 'by-hand': true } : {}),
    rules,
  }
}

function demandText(rules: NonNullable<MoveResult['approvals']>['rules']): string {
  const texts = rules.map(({ required, from }) => {
    const whose = from === undefined ? 'somebody with `maintain`' : from.join(' or ')
    return `${required} approval${required === 1 ? '' : 's'} by ${whose}`
  })
  return `the policy asks for ${texts.join(' and for ')}`
}

/** The earlier record where it says the same but for the run that judged: another run would only let approvals fall. */
function asBefore(record: PromotionRecord, earlier: PromotionRecord | undefined): PromotionRecord {
  if (earlier === undefined) return record
  const text = renderJson(PromotionRecord, { ...earlier, 'judged-at': record['judged-at'] })
  return text === renderJson(PromotionRecord, record) ? earlier : record
}

function withUnapproved(record: PromotionRecord, unapproved: string): PromotionRecord {
  return { ...record, unapproved }
}

function moveFiles({ registry, state }: MoveFacts, { number, record, pointers }: PlannedMove): MovedFile[] {
  const folder = modelFolder(registry.config, state.name)
  return [
    jsonFile(`${folder}/promotions/${number}.json`, renderJson(PromotionRecord, record)),
    { ...jsonFile(`${folder}/stages.json`, renderJson(Pointers, pointers)), replaces: number > 1 },
  ]
}

function jsonFile(path: string, text: string): FileChange {
  return { path, content: new TextEncoder().encode(text) }
}

export function describeFile({ path, content, replaces = false }: MovedFile): MoveResult['files'][number] {
  if (content === null) return { path, change: 'deleted' }
  return { path, change: replaces ? 'modified' : 'added' }
}

function messageOf({ model, reason }: MoveInput, { title }: MoveTexts, record: PromotionRecord): string {
  const lines = [
    `${model}: ${title}`,
    ...(reason === undefined ? [] : [reason]),
    ...(record.unapproved === undefined
      ? []
      : [`Merged without the approvals that the policy asks for: ${record.unapproved}`]),
    TRAILER,
  ]
  return `${lines.join('\n\n')}\n`
}

/** Pending evidence as files of the commit that puts it on record; what is committed already is left out. */
export function evidenceFiles(
  { registry, state }: MoveFacts,
  version: number,
  { pending }: GatheredEvidence,
  kept: readonly StoredEvidence[],
): MovedFile[] {
  const folder = `${modelFolder(registry.config, state.name)}/versions/${version}/evidence`
  return kept.flatMap(({ digest, evidence: { kind } }) => {
    const content = pending.get(digest)
    return content === undefined ? [] : [{ path: `${folder}/${evidenceFileName(kind, digest)}`, content }]
  })
}

/** What the commit status of a move is made of; what asks for no gate, as a rollback, has passed them. */
export function judgedMove({
  action,
  gates,
  approvals,
}: Pick<MoveResult, 'action' | 'gates' | 'approvals'>): JudgedMove {
  const none: Outcome = action === 'promotion' ? 'inconclusive' : 'passed'
  return { gates: gates?.outcome ?? none, approvals: approvals ?? { outcome: 'inconclusive', rules: [] } }
}

/** Makes the commit of a planned move and says what comes next. */
export async function applyMove(
  { result, change }: ChangePlan<MoveResult>,
  ports: Ports,
): Promise<MoveResult> {
  if (change === undefined) return result
  const applied = await applyChangeSet(
    {
      ...change,
      move: judgedMove(result),
      planned: result,
      describe: standing => ports.reports.renderProposal({ ...result, ...standing }),
    },
    ports,
  )
  return {
    ...result,
    ...appliedFacts(applied),
    remarks: [...result.remarks, ...(applied.remarks ?? [])],
    next: applied.status === 'merged' ? [`see it: modelyard show ${result.model}`] : nextOnBranch(applied),
  }
}
