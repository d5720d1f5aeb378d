import type { Config } from './config.ts'
import { archiveStage, firstStage, heldStages } from './lifecycle.ts'
import { CHAMPION, type ModelState, policyFor } from './model-state.ts'
import type { SourcedApprovalRule } from './policy.ts'
import type { PromotionRecord } from './record.ts'

/** What was asked of the people who approved a move. */
export interface ApprovalDemand {
  readonly rules: readonly SourcedApprovalRule[]
  /** Whether the policy leaves approvals to people, which nothing judges. */
  readonly byHand: boolean
}

type Judged = Pick<ModelState, 'config' | 'definition'>

/** The approvals that a move needs by the policy that it was built on: the rules of its kind and stage. */
export function approvalDemand(base: Judged, record: PromotionRecord): ApprovalDemand {
  const { lifecycle } = base.config
  switch (record.kind) {
    case 'promotion': {
      const { approvals, byHand } = policyFor(base, record.to)
      return { rules: approvals, byHand }
    }
    case 'rollback': {
      const { rollbackApprovals, byHand } = policyFor(base, record.to)
      return { rules: rollbackApprovals, byHand }
    }
    case 'archive': {
      if (!heldStages(lifecycle).includes(record.from)) return { rules: [], byHand: false }
      const { approvals, byHand } = policyFor(base, record.from)
      return { rules: approvals, byHand }
    }
    case 'alias': {
      if (!Object.hasOwn(record.aliases, CHAMPION)) return { rules: [], byHand: false }
      const policies = lifecycle.stages.map(stage => policyFor(base, stage))
      return {
        rules: policies.flatMap(({ approvals }) => approvals),
        byHand: policies.some(({ byHand }) => byHand),
      }
    }
  }
}

/** The stage that a move brought a version to, where it serves; undefined for the archive, the first stage, an alias. */
export function servingStage(record: PromotionRecord, { lifecycle }: Config): string | undefined {
  if (record.kind === 'alias') return undefined
  const { to } = record
  return to === archiveStage(lifecycle) || to === firstStage(lifecycle) ? undefined : to
}

/** The number of a later record that brought another version to the same stage; undefined where this one stands. */
export function supersededBy(
  records: readonly PromotionRecord[],
  number: number,
  config: Config,
): number | undefined {
  const own = records[number - 1]
  const stage = own && servingStage(own, config)
  if (own === undefined || own.kind === 'alias' || stage === undefined) return undefined
  const later = records.findIndex(
    (record, index) =>
      index >= number &&
      record.kind !== 'alias' &&
      (servingStage(record, config) === stage || (record.version === own.version && record.from === stage)),
  )
  return later < 0 ? undefined : later + 1
}

/** Whether a branch is that of a proposal of ours to bring some version of the model to the stage. */
export function isRivalBranch(branch: string, model: string, stage: string): boolean {
  const [, number] =
    branch.startsWith(`modelyard/${model}/`) && branch.endsWith(`-${stage}`)
      ? (/^(?:promote|rollback)-(\d+)$/.exec(
          branch.slice(`modelyard/${model}/`.length, -(stage.length + 1)),
        ) ?? [])
      : []
  return number !== undefined
}
