import { ModelyardError } from '../../domain/errors/index.ts'
import type { Proposal, ProposingRun, PullRequest, PullRequests } from '../../ports.ts'
import { JOB_ACCOUNT } from './account.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import { placeCommit } from './branch-commit.ts'
import { earlierCommit, type RepositoryPlace } from './branch-standing.ts'
import type { GitHubContext } from './context.ts'
import { countOf, longTextOf, textOf, valueAt } from './event.ts'

/** Pull requests on GitHub, as one token opens them. */
export function openGitHubPullRequests(context: GitHubContext, options: ApiOptions = {}): PullRequests {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  return {
    earlier: branch => earlierCommit(api, place, branch),
    async propose({ run, ...given }) {
      const proposal = run === undefined ? given : { ...given, body: `${markOf(run)}\n${given.body}` }
      // The look comes first: a token that may not even look leaves no branch behind.
      const found = await findPull(api, place, proposal)
      const placed = await placeCommit(api, place, proposal)
      const pullRequest = placed.is === 'newer' ? found?.pull : await settlePull(api, place, proposal, found)
      return { ...placed, pullRequest }
    },
    async lastRun(branch) {
      const asked = { ...place, head: `${place.owner}:${branch}`, state: 'all', per_page: 100 }
      const answer = await api.request('GET /repos/{owner}/{repo}/pulls', asked, WANTED)
      const found = answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
      const runs = found.filter(isByBot).flatMap(runOf)
      return runs.reduce<ProposingRun | undefined>(
        (last, run) => (last && last.id > run.id ? last : run),
        undefined,
      )
    },
    async startsByClick() {
      const data = await api.graphql('query { viewer { login } }', {}, WANTED)
      return textOf(valueAt(data, ['viewer', 'login'])) === JOB_ACCOUNT
    },
  }
}

/** At the first byte, where no text of anybody else's stands. */
const markOf = (run: number) => `<!-- modelyard run ${run} -->`

function runOf(pull: unknown): ProposingRun[] {
  const id = /^<!-- modelyard run ([1-9]\d{0,14}) -->/.exec(longTextOf(valueAt(pull, ['body'])) ?? '')?.[1]
  const number = valueAt(pull, ['number'])
  return id === undefined || typeof number !== 'number' ? [] : [{ id: Number(id), pull: number }]
}

function isByBot(pull: unknown): boolean {
  return valueAt(pull, ['user', 'type']) === 'Bot'
}

/** Who looks for a pull request here will open it. */
const WANTED = 'pull-requests: write'
const MOST_ROUNDS = 3

interface FoundPull {
  readonly pull: PullRequest
  /** GitHub's own name of it, for its GraphQL API. */
  readonly id: string
  readonly isDraft: boolean
  readonly title: string
  readonly body: string
}

/** The open pull request of the branch; a closed one is nobody's business any more. */
async function findPull(
  api: Api,
  place: RepositoryPlace,
  { branch, into }: Proposal,
): Promise<FoundPull | undefined> {
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/pulls',
    { ...place, head: `${place.owner}:${branch}`, base: into, state: 'open' },
    WANTED,
  )
  const [first] = answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
  const pull = pullOf(first, 'unchanged')
  if (pull === undefined) return undefined
  const [title, body] = (['title', 'body'] as const).map(key => longTextOf(valueAt(first, [key])) ?? '')
  const id = textOf(valueAt(first, ['node_id'])) ?? ''
  return { pull, id, isDraft: valueAt(first, ['draft']) === true, title: title ?? '', body: body ?? '' }
}

/**
 * Opens the pull request, or brings its words up to date.
 *
 * @param seen - As it was before its branch was moved.
 */
async function settlePull(
  api: Api,
  place: RepositoryPlace,
  proposal: Proposal,
  seen: FoundPull | undefined,
): Promise<PullRequest> {
  let refusal: unknown
  let wasAsked = false
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const found = round === 1 ? seen : await findPull(api, place, proposal)
    if (found !== undefined) return updatePull(api, place, proposal, found, wasAsked)
    // It is not there, and GitHub does not let it be.
    if (refusal !== undefined) throw refusal
    wasAsked = true
    try {
      const pull = await openPull(api, place, proposal)
      if (pull !== undefined) return pull
    } catch (error) {
      // Another run opened it since, or the look was out of date.
      if (!(error instanceof ModelyardError) || error.code !== 'remote-failed') throw error
      refusal = error
    }
  }
  throw new ModelyardError({
    code: 'remote-failed',
    message: `whether GitHub opened the pull request of ${proposal.branch} is not known`,
    next: 'run the step again in a while; it finds the branch, and the pull request where there is one',
  })
}

/** @returns Undefined where no answer came. */
async function openPull(
  api: Api,
  place: RepositoryPlace,
  { branch, into, title, body, draft }: Proposal,
): Promise<PullRequest | undefined> {
  const answer = await api.request(
    'POST /repos/{owner}/{repo}/pulls',
    { ...place, head: branch, base: into, title, body, ...(draft && { draft }) },
    WANTED,
  )
  return answer.is === 'answer' ? pullOf(answer.data, 'opened') : undefined
}

async function updatePull(
  api: Api,
  place: RepositoryPlace,
  { title, body, draft }: Proposal,
  { pull, id, isDraft, ...words }: FoundPull,
  wasAsked: boolean,
): Promise<PullRequest> {
  const isSame = words.title === title && words.body.replaceAll('\r\n', '\n').trim() === body.trim()
  if (!isSame) {
    await api.request(
      'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
      { ...place, pull_number: pull.number, title, body },
      WANTED,
    )
  }
  // Last: what is ready says by then what it is ready for.
  const isTurned = draft !== undefined && draft !== isDraft
  if (isTurned) await api.graphql(draft ? TO_DRAFT : TO_READY, { id }, MAY_TURN)
  if (isSame && !isTurned) return wasAsked ? { ...pull, change: 'opened' } : pull
  return { ...pull, change: 'updated' }
}

/** The one right alone is not enough, whatever the documentation says. */
const MAY_TURN = 'pull-requests: write and contents: write'
const TO_DRAFT = `mutation ToDraft($id: ID!) {
  convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`
const TO_READY = `mutation ToReady($id: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`

function pullOf(data: unknown, change: PullRequest['change']): PullRequest | undefined {
  const [number, url] = [countOf(valueAt(data, ['number'])), textOf(valueAt(data, ['html_url']))]
  return number === undefined || url === undefined ? undefined : { number, url, change }
}
