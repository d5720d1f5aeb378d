import { whyRunNotBelieved } from '../domain/evidence/believed.ts'
import {
  LeftProposal,
  PROPOSAL_ARTIFACT,
  PROPOSAL_FILE,
  whyNotOpened,
} from '../domain/pipeline/left-proposal.ts'
import { firstError } from '../domain/problem.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import type { MoveResult } from '../domain/results/move.ts'
import type { RegistrationResult } from '../domain/results/registration.ts'
import type { FileChange, LeftFiles, LeftLimits, Ports, PullRequests, RecordedRun } from '../ports.ts'
import { closeUnfit, type FatedCandidate, standingCandidate } from './candidate-fate.ts'
import { TRAILER } from './change-set.ts'
import { parseAnswer } from './parse-answer.ts'
import type { RegistryAt } from './registry-reader.ts'
import { closeFor } from './replaced-pull.ts'

/** A model of a hundred megabytes lies in Git LFS or a release; a commit by GitHub's API takes some 28. */
const LIMITS: LeftLimits = {
  prefix: PROPOSAL_ARTIFACT,
  mostArtifacts: 40,
  mostBytes: 64 * 1024 * 1024,
  mostFiles: 501,
}

/** What became of a proposal that a run left. */
export type OpenedProposal =
  /** Now, or when the run was taken first. */
  | { readonly is: 'opened'; readonly model: string; readonly pull: number }
  /** A newer run was faster. */
  | { readonly is: 'overtaken'; readonly model: string }
  /** A sentence without its full stop. */
  | { readonly is: 'refused'; readonly artifact: string; readonly why: string }

type Outside = Pick<Ports, 'repository' | 'runs' | 'provenance' | 'reports' | 'comments' | 'openPulls'>

/** Why nothing of a run is believed, by GitHub's record of it; undefined where it is. */
export async function whyNotBelieved(
  registry: RegistryAt,
  run: RecordedRun,
  defaultBranch: string,
): Promise<string | undefined> {
  const { entries, complete } = await registry.repository.chain(registry.commit)
  const isThere = entries.some(({ commit }) => commit === run.headSha)
  return whyRunNotBelieved(run.id, run, {
    defaultBranch,
    listed: registry.config.workflows,
    onHistory: isThere ? true : complete ? false : undefined,
    // What judges is asked of evidence, when the pull request is judged.
    governed: [],
  })
}

/**
 * Opens the pull requests that a run of the default branch left, or builds them anew. What it left may be anybody's: it
 * stands under limits and in the folder of its model, and is judged as every pull request is. A run is taken once: a
 * pull request of it that somebody closed, or merged, is not opened again.
 *
 * @param registry - Of the default branch as it stands now.
 * @param pullRequests - That say in their commits who asked.
 */
export async function openProposals(
  registry: RegistryAt,
  run: RecordedRun,
  defaultBranch: string,
  pullRequests: PullRequests,
  ports: Outside,
): Promise<readonly OpenedProposal[]> {
  const left = await ports.runs.leftFiles(run, LIMITS)
  const opened: OpenedProposal[] = []
  for (const artifact of left)
    opened.push(await openOne(artifact, registry, run, defaultBranch, pullRequests, ports))
  return opened
}

async function openOne(
  left: LeftFiles,
  registry: RegistryAt,
  run: RecordedRun,
  into: string,
  pullRequests: PullRequests,
  ports: Outside,
): Promise<OpenedProposal> {
  const { artifact } = left
  const refused = (why: string): OpenedProposal => ({ is: 'refused', artifact, why })
  const read = await readLeft(left, registry)
  if (typeof read === 'string') return refused(read)
  const { proposal, files, planned } = read
  const { entries } = await registry.repository.chain(registry.commit)
  if (!entries.some(({ commit }) => commit === proposal.base))
    return refused(`it is built on ${proposal.base.slice(0, 12)}, which is not on the history of ${into}`)
  const last = await pullRequests.lastRun(proposal.branch)
  if (last?.id === run.id) {
    // A process that was killed may have come no further.
    await finish(planned, last.pull, ports)
    return { is: 'opened', model: proposal.model, pull: last.pull }
  }
  if (last !== undefined && last.id > run.id) return { is: 'overtaken', model: proposal.model }
  const fated = fatedIn(planned, run.id)
  const stands = fated && (await standingCandidate(fated, proposal.branch, into, pullRequests, ports))
  if (stands !== undefined) return refused(stands.why)
  const proposed = await pullRequests.propose({
    branch: proposal.branch,
    base: proposal.base,
    into,
    files,
    tree: await treeOf(proposal, files, registry),
    message: proposal.message,
    mark: TRAILER,
    title: proposal.message.split('\n', 1)[0]?.slice(0, 200) ?? '',
    body: ports.reports.renderProposal(planned),
    run: run.id,
    ...(fated && { draft: fated.fate !== 'ready' }),
  })
  if (proposed.pullRequest === undefined) return { is: 'overtaken', model: proposal.model }
  await finish(planned, proposed.pullRequest.number, ports)
  return { is: 'opened', model: proposal.model, pull: proposed.pullRequest.number }
}

interface ReadProposal {
  readonly proposal: LeftProposal
  readonly files: readonly FileChange[]
  readonly planned: MoveResult | RegistrationResult
}

/** @returns Or why it is not taken. */
async function readLeft(
  { artifact, files = [], refused }: LeftFiles,
  { config }: RegistryAt,
): Promise<ReadProposal | string> {
  if (refused !== undefined) return refused
  const named = new Map(files.map(({ name, content }) => [name, content]))
  const bytes = named.get(PROPOSAL_FILE)
  if (bytes === undefined) return `it holds no ${PROPOSAL_FILE}`
  const { value: proposal, problems } = parseJson(LeftProposal, PROPOSAL_FILE, bytes)
  if (proposal === undefined) return firstError(problems)?.message ?? `its ${PROPOSAL_FILE} cannot be read`
  if (artifact !== `${PROPOSAL_ARTIFACT}${proposal.model}`)
    return `it is about ${proposal.model}, and not named so`
  const why = whyNotOpened(proposal, config)
  if (why !== undefined) return why
  const planned = await plannedIn(proposal)
  if (planned === undefined) return 'what it says of itself is no answer of this release'
  const changes: FileChange[] = []
  for (const { path, name } of proposal.files) {
    const content = name === undefined ? null : named.get(name)
    if (content === undefined) return `it holds no ${name}`
    changes.push({ path, content })
  }
  return { proposal, files: changes, planned }
}

async function plannedIn({ answer, model }: LeftProposal): Promise<ReadProposal['planned'] | undefined> {
  try {
    const parsed = await parseAnswer(PROPOSAL_FILE, new TextEncoder().encode(JSON.stringify(answer)))
    const isPlanned = parsed.kind === 'move' || parsed.kind === 'registration'
    return isPlanned && parsed.model === model ? parsed : undefined
  } catch {
    return undefined
  }
}

/** The tree that comes of it, made in our own copy, where nobody sees the branch that it needs. */
async function treeOf(
  { base, message }: LeftProposal,
  changes: readonly FileChange[],
  { repository }: RegistryAt,
): Promise<string> {
  const branch = 'modelyard-trial'
  const expected = await repository.resolve(`refs/heads/${branch}`)
  const person = { name: 'modelyard', email: 'noreply@modelyard.invalid' }
  const commit = await repository.commit({ parent: base, changes, message, person, at: 0, branch, expected })
  return (await repository.commitFacts(commit)).tree
}

function fatedIn(planned: ReadProposal['planned'], run: number): FatedCandidate | undefined {
  if (planned.kind !== 'registration' || planned.candidate === undefined) return undefined
  return { fate: planned.candidate, run, stage: planned.promotion?.stage ?? '' }
}

/** What follows once it is open; a repeat goes on where a process was killed. */
async function finish(
  planned: ReadProposal['planned'],
  pull: number,
  ports: Pick<Ports, 'comments' | 'openPulls'>,
): Promise<void> {
  const fated = fatedIn(planned, 0)
  if (fated !== undefined) await closeUnfit(fated, pull, ports)
  await closeOurs(planned, pull, ports)
}

/** Of those that it says it takes the place of, a person's is theirs to close. */
async function closeOurs(
  planned: ReadProposal['planned'],
  pull: number,
  ports: Pick<Ports, 'comments' | 'openPulls'>,
): Promise<void> {
  if (planned.kind !== 'move' || planned.replaces === undefined || planned.replaces === pull) return
  const replaced = await ports.openPulls.find(planned.replaces)
  if (replaced?.isOurs === true) await closeFor(pull, replaced, ports)
}
