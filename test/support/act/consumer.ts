import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sandbox } from '../../../sandbox/server.ts'
import { addPull } from '../../../sandbox/state/issues.ts'
import { openScene, type Scene } from '../sandbox.ts'
import { type TemporaryRepository, temporaryFolder, temporaryRepository } from '../temporary.ts'
import type { WorkflowRun } from './fold-events.ts'
import { runWorkflow } from './run-workflow.ts'

/** What a job of the caller is granted, and so all jobs of what it calls. */
const GRANTED = { actions: 'read', contents: 'read', pull_requests: 'write', statuses: 'write' } as const

export interface Consumer extends Pick<Scene, 'sandbox' | 'repository' | 'token'> {
  readonly own: TemporaryRepository
  /** The pull request's number and head. */
  readonly number: number
  readonly head: string
  /** Runs the caller for the pull request. */
  run(machine?: Readonly<Record<string, string>>): Promise<WorkflowRun>
  /** The text of a file that a job of the last run handed on: its artifact's name, then its path there. */
  artifact(path: string): Promise<string>
}

const WORKFLOW = '.github/workflows/modelyard.yml'

/**
 * A repository whose `main` holds these files, with a pull request that makes others of them, on a stand-in of GitHub.
 *
 * @param caller - The workflow that calls ours; undefined where the pull request brings it.
 */
export async function consumer(
  caller: string | undefined,
  base: Readonly<Record<string, string | Uint8Array>>,
  changes: Readonly<Record<string, string | Uint8Array>>,
): Promise<Consumer> {
  const own = await temporaryRepository()
  const baseSha = await own.commit('Add the models', {
    ...base,
    ...(caller === undefined ? {} : { [WORKFLOW]: caller }),
  })
  await own.git('checkout', '-q', '-b', 'better')
  const head = await own.commit('Make it better', changes)
  const { sandbox, repository, token } = await openScene(GRANTED)
  repository.commits.add(head)
  const { number } = addPull(sandbox.world, repository, { author: 'ada', headSha: head, baseSha })
  const payload = {
    pull_request: { number, head: { sha: head, ref: 'better' }, base: { sha: baseSha, ref: 'main' } },
  }
  const artifacts = await temporaryFolder()
  const run = (machine: Readonly<Record<string, string>> = {}) =>
    runWorkflow({
      artifacts,
      machine,
      repository: own.root,
      workflow: WORKFLOW,
      event: 'pull_request',
      payload,
      token: token.value,
      env: environmentOf(sandbox),
    })
  const artifact = (path: string) => readFile(join(artifacts, path), 'utf8')
  return { own, sandbox, repository, token, number, head, run, artifact }
}

function environmentOf({ url, graphqlUrl }: Sandbox): Record<string, string> {
  return {
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: graphqlUrl,
    // act leaves it out.
    GITHUB_WORKFLOW_REF: `acme/models/${WORKFLOW}@refs/heads/main`,
  }
}
