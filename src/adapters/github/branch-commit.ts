import { ModelyardError } from '../../domain/errors/index.ts'
import type { Proposal, Proposed } from '../../ports.ts'
import type { Api, Mutated } from './api.ts'
import { type RepositoryPlace, type Standing, standingAt } from './branch-standing.ts'
import { textOf, valueAt } from './event.ts'

type Placed = Pick<Proposed, 'commit' | 'is'>

const NOWHERE = '0'.repeat(40)
const MOST_ROUNDS = 6
/** GitHub takes about 40 MB of JSON, in which bytes grow by a third. */
const MOST_BYTES = 28 * 1024 * 1024

const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`
const MOVE = 'mutation Move($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }'

/**
 * Brings a branch to the one commit of a proposal. Each round looks where the branch stands and does the one next thing
 * by compare-and-swap, so that nothing is done twice and whatever interrupts it, a later run goes on.
 */
export async function placeCommit(
  api: Api,
  place: RepositoryPlace,
  proposal: Proposal,
  branch = proposal.branch,
): Promise<Placed> {
  const scratch = `${proposal.branch}.next`
  let known: Standing | undefined
  let wasMade = false
  let refused = ''
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const standing = known ?? (await standingAt(api, place, branch))
    known = undefined
    if (standing !== undefined && isIt(standing, proposal))
      return { commit: standing.commit, is: wasMade ? 'made' : 'same' }
    let done: Mutated
    if (standing?.commit === proposal.base) {
      done = await commitOn(api, place, proposal, branch)
      const oid = done.is === 'answer' ? madeOid(done.data) : undefined
      if (oid !== undefined) return { commit: oid, is: 'made' }
      wasMade = true
    } else {
      const aim = await aimOf(api, place, proposal, standing, branch === scratch)
      if (aim === 'newer') return { commit: standing?.commit ?? '', is: 'newer' }
      const before = standing?.commit ?? NOWHERE
      if (aim === 'base') {
        done = await move(api, place, [{ branch, before, after: proposal.base }])
        if (done.is === 'answer') known = { ...NOTHING, commit: proposal.base }
      } else {
        const { commit } = await placeCommit(api, place, proposal, scratch)
        done = await move(api, place, [
          { branch, before, after: commit },
          { branch: scratch, before: commit, after: NOWHERE },
        ])
        if (done.is === 'answer') return { commit, is: 'made' }
        wasMade = true
      }
    }
    if (done.is !== 'refused') continue
    // Once it may come of a look that was out of date; twice it is so.
    if (refused !== '') throw refusedBy(done.message, branch)
    refused = done.message
  }
  throw new ModelyardError({
    code: 'moved-meanwhile',
    message: `the branch ${branch} moved again and again meanwhile`,
    next: 'run the step again; `concurrency` in the workflow keeps two runs from meeting',
  })
}

const NOTHING = { parents: [], tree: '', message: '', added: [] }

/** Whether a branch stands at the proposal's commit, whoever's run made it. */
function isIt({ parents, tree, message }: Standing, proposal: Proposal): boolean {
  return (
    parents.length === 1 &&
    parents[0] === proposal.base &&
    tree === proposal.tree &&
    message.includes(proposal.mark)
  )
}

/** Where the branch goes next: to the base, since nothing is on it, or to a new commit instead of its own. */
async function aimOf(
  api: Api,
  place: RepositoryPlace,
  { base, branch, mark }: Proposal,
  standing: Standing | undefined,
  isScratch: boolean,
): Promise<'base' | 'commit' | 'newer'> {
  // No pull request hangs on the scratch branch.
  if (standing === undefined || isScratch) return 'base'
  const [parent, other] = standing.parents
  const isOurs = parent !== undefined && other === undefined && standing.message.includes(mark)
  if (isOurs && parent === base) return 'commit'
  const from = isOurs ? parent : standing.commit
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/compare/{basehead}',
    { ...place, basehead: `${from}...${base}`, per_page: 1 },
    'contents: write',
  )
  const status = answer.is === 'answer' ? valueAt(answer.data, ['status']) : undefined
  if (status === 'ahead') return isOurs ? 'commit' : 'base'
  if (status === 'behind' && isOurs) return 'newer'
  throw new ModelyardError({
    code: 'bad-input',
    message: `the branch ${branch} on GitHub holds more than the one commit that is made for it`,
    next: 'keep what is yours under another name, then delete it',
  })
}

function commitOn(
  api: Api,
  { owner, repo }: RepositoryPlace,
  { base, files, message }: Proposal,
  branch: string,
): Promise<Mutated> {
  if (files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0) > MOST_BYTES) {
    throw new ModelyardError({
      code: 'too-large',
      message: 'GitHub takes no commit with more than 28 MiB of files this way',
      next: 'leave the artifact where it lies and name the place: `uri`',
    })
  }
  const end = message.indexOf('\n\n')
  return api.mutate(
    COMMIT,
    {
      input: {
        branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
        expectedHeadOid: base,
        message: {
          headline: end < 0 ? message.trim() : message.slice(0, end),
          ...(end < 0 ? {} : { body: message.slice(end + 2) }),
        },
        fileChanges: {
          additions: files.flatMap(({ path, content }) =>
            content === null ? [] : [{ path, contents: Buffer.from(content).toString('base64') }],
          ),
          deletions: files.flatMap(({ path, content }) => (content === null ? [{ path }] : [])),
        },
      },
    },
    'contents: write',
  )
}

function madeOid(data: unknown): string | undefined {
  return textOf(valueAt(data, ['createCommitOnBranch', 'commit', 'oid']))
}

/** Moves branches, all or none, each from where it was seen. */
async function move(
  api: Api,
  place: RepositoryPlace,
  moves: readonly { readonly branch: string; readonly before: string; readonly after: string }[],
): Promise<Mutated> {
  const answer = await api.request('GET /repos/{owner}/{repo}', place, 'contents: write')
  const repositoryId = answer.is === 'answer' ? valueAt(answer.data, ['node_id']) : undefined
  const refUpdates = moves.map(({ branch, before, after }) => ({
    name: `refs/heads/${branch}`,
    beforeOid: before,
    afterOid: after,
    force: before !== NOWHERE && after !== NOWHERE,
  }))
  return api.mutate(MOVE, { input: { repositoryId, refUpdates } }, 'contents: write')
}

function refusedBy(message: string, branch: string): ModelyardError {
  return new ModelyardError({
    code: 'remote-failed',
    message: `GitHub refused the commit on ${branch} (${message})`,
    next: 'see whether the commit that is checked out is on GitHub, and which rules hold for branches of this name',
  })
}
