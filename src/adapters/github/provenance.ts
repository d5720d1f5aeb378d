import { createHash } from 'node:crypto'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { LeftEvidence, Provenance, RecordedRun } from '../../ports.ts'
import { accountOf } from './account.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, shaOf, textOf, valueAt } from './event.ts'
import { eachPage, pages } from './pages.ts'
import { takenArchive } from './taken-archive.ts'

const RUN = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}'
const PREFIX = 'modelyard-evidence-'
/** A run that takes longer is found where no more than a page of its workflow's runs came after it. */
const LONGEST_RUN_MS = 4 * 24 * 60 * 60_000
const MOST_PAGES_OF_RUNS = 10
/** A matrix has at most 256 legs, each of which may leave several. */
const MOST_LISTED = 1000
/** Jobs that measure one model, and their attempts. */
const MOST_ARTIFACTS = 20
/** Of one archive, packed, and of all that is in it. Evidence has a few kilobytes, and lies in folders by model and version. */
const LIMITS = { mostBytes: 32 * 1024 * 1024, mostFiles: 300, folders: true }

/** Runs of this repository and what they left, as one token sees them. Each run is asked for once. */
export function openGitHubProvenance(context: GitHubContext, options: ApiOptions = {}): Provenance {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const { fetch } = globalThis
  let branch: Promise<string> | undefined
  const listings = new Map<number, Promise<unknown[]>>()
  const listed = (run: number) => {
    const known = listings.get(run)
    if (known !== undefined) return known
    const route = `${RUN}/artifacts`
    const asked = pages(api, route, { ...place, run_id: run }, 'actions', MOST_LISTED, 'artifacts')
    listings.set(run, asked)
    return asked
  }
  return {
    defaultBranch() {
      branch ??= defaultBranchOf(api, place)
      return branch
    },
    async recorded(run) {
      const answer = await api.request(RUN, { ...place, run_id: run }, 'actions')
      return answer.is === 'answer' ? recordOf(answer.data, run) : undefined
    },
    ended: (workflow, since) => endedRuns(api, place, workflow, since),
    async evidenceOf(run, model) {
      const named = (await listed(run)).flatMap(artifact => {
        const name = nameOf(artifact)
        return name === undefined ? [] : [{ name, artifact }]
      })
      const own = named.filter(({ name }) => isOf(model, name))
      const others = named.filter(({ name }) => !isOf(model, name)).map(({ name }) => name)
      const digests = new Set<string>()
      const refused: { artifact: string; why: string }[] = own
        .slice(MOST_ARTIFACTS)
        .map(({ name }) => ({ artifact: name, why: `the run left more than ${MOST_ARTIFACTS}` }))
      for (const { name, artifact } of own.slice(0, MOST_ARTIFACTS)) {
        const found = valueAt(artifact, ['expired'])
          ? { refused: 'it has expired' }
          : await takenArchive(api, fetch, place, artifact, LIMITS)
        for (const { content } of found.files ?? [])
          digests.add(createHash('sha256').update(content).digest('hex'))
        if (found.refused !== undefined) refused.push({ artifact: name, why: found.refused })
      }
      return { digests, others, refused } satisfies LeftEvidence
    },
    startPage: async workflow =>
      `${context.serverUrl}/${context.owner}/${context.repository}/actions/workflows/${encodeURIComponent(workflow.split('/').at(-1) ?? '')}`,
  }
}

/**
 * GitHub lists runs by when they began, newest first: what ended lately may stand far below. So it is gone on where a run
 * could still be found, page by page.
 */
async function endedRuns(
  api: Api,
  place: Readonly<Record<'owner' | 'repo', string>>,
  workflow: string,
  since: number,
): Promise<number[]> {
  const asked = { ...place, workflow_id: workflow.split('/').at(-1), status: 'completed' }
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
  const timeOf = (run: unknown, key: string) => Date.parse(textOf(valueAt(run, [key])) ?? '')
  const ended: number[] = []
  for await (const runs of eachPage(api, route, asked, 'actions', 'workflow_runs', MOST_PAGES_OF_RUNS)) {
    const late = (runs ?? []).filter(run => timeOf(run, 'updated_at') >= since)
    ended.push(...late.flatMap(run => countOf(valueAt(run, ['id'])) ?? []))
    if (timeOf(runs?.at(-1), 'created_at') < since - LONGEST_RUN_MS) break
  }
  // A run that began meanwhile moves another one to the next page.
  return [...new Set(ended)]
}

/** A name that we gave: anything else in it could be read as something by a log or a page. */
function nameOf(artifact: unknown): string | undefined {
  const name = textOf(valueAt(artifact, ['name'])) ?? ''
  return name.startsWith(PREFIX) && /^[\w.-]{1,200}$/.test(name) ? name : undefined
}

/** No model has a point in its name, so that no model's artifacts are taken for those of another. */
function isOf(model: string, artifact: string): boolean {
  return artifact === `${PREFIX}${model}` || artifact.startsWith(`${PREFIX}${model}.`)
}

async function defaultBranchOf(api: Api, place: Readonly<Record<'owner' | 'repo', string>>): Promise<string> {
  const answer = await api.request('GET /repos/{owner}/{repo}', place, 'contents')
  const branch = answer.is === 'answer' ? textOf(valueAt(answer.data, ['default_branch'])) : undefined
  if (branch !== undefined) return branch
  throw new ModelyardError({
    code: 'no-github',
    message: `GitHub does not show ${place.owner}/${place.repo} to this token`,
    next: 'give one that may read it; that of a workflow may',
  })
}

function repositoryOf(data: unknown): RecordedRun['head'] {
  const [owner, repositoryId] = [textOf(valueAt(data, ['owner', 'login'])), countOf(valueAt(data, ['id']))]
  return owner === undefined || repositoryId === undefined ? undefined : { owner, repositoryId }
}

function recordOf(data: unknown, id: number): RecordedRun | undefined {
  const at = (...keys: string[]) => valueAt(data, keys)
  const [event, path, headSha] = [textOf(at('event')), textOf(at('path')), shaOf(at('head_sha'))]
  if (event === undefined || path === undefined || headSha === undefined) return undefined
  const own = countOf(at('repository', 'id'))
  return {
    id,
    event,
    // With `@refs/heads/main` in some answers.
    workflow: path.replace(/@.*$/, ''),
    headBranch: textOf(at('head_branch')),
    headSha,
    attempt: countOf(at('run_attempt')) ?? 1,
    title: textOf(at('display_title')) ?? '',
    actor: accountOf(at('triggering_actor')) ?? accountOf(at('actor')),
    isOver: at('status') === 'completed',
    head: repositoryOf(at('head_repository')),
    // A fork that was deleted has none.
    isOwnHead: own !== undefined && own === countOf(at('head_repository', 'id')),
  }
}
