import { LeftProposal, PROPOSAL_FILE } from '../domain/pipeline/left-proposal.ts'
import { renderJson } from '../domain/registry/json-file.ts'
import type { MoveResult } from '../domain/results/move.ts'
import type { RegistrationResult } from '../domain/results/registration.ts'
import type { FileChange, Outbox } from '../ports.ts'

/** A change that becomes a pull request. */
export interface LeftChange {
  readonly base: string
  readonly branch: string
  readonly message: string
  readonly files: readonly FileChange[]
  readonly planned: MoveResult | RegistrationResult
}

/** Leaves a change for the App to open, as files of an artifact. */
export async function leaveProposal(
  { base, branch, message, files, planned }: LeftChange,
  outbox: Outbox,
): Promise<void> {
  const kept = files.map(({ path, content }, index) => ({ path, content, name: `file-${index}` }))
  const proposal: LeftProposal = {
    schema: 1,
    model: planned.model,
    branch,
    base,
    message,
    files: kept.map(({ path, content, name }) => (content === null ? { path } : { path, name })),
    answer: planned,
  }
  for (const { name, content } of kept) if (content !== null) await outbox.write(name, content)
  // Last: what broke off in the middle is no proposal.
  await outbox.write(PROPOSAL_FILE, new TextEncoder().encode(renderJson(LeftProposal, proposal)))
}
