import { type HostedScene, hostedScene } from '../../sandbox/hosted.ts'
import { temporaryFolder } from '../temporary.ts'
import type { WorkflowRun } from './fold-events.ts'
import { runWorkflow } from './run-workflow.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** What the caller's job grants, and so all jobs of what it calls. */
const GRANTED = { contents: 'write', pull_requests: 'write', statuses: 'write' } as const
const WORKFLOW = '.github/workflows/modelyard.yml'

export interface Pushed extends HostedScene {
  /** Commits to `main`, pushes that with what was committed before, and runs the caller for the push. */
  push(files: Files): Promise<WorkflowRun>
  /** Runs the caller for another event on `main` as it stands. */
  run(event: string, payload?: object): Promise<WorkflowRun>
}

/**
 * A repository on a stand-in of GitHub whose `main` holds these files.
 *
 * @param caller - The workflow that calls ours.
 */
export async function pushedTo(caller: string, base: Files): Promise<Pushed> {
  const scene = await hostedScene(GRANTED)
  const { sandbox, repository, token, clone } = scene
  repository.actionsMayOpenPulls = true
  await clone.commit('Add the models', { ...base, [WORKFLOW]: caller })
  await clone.git('push', '-q', 'origin', 'main')
  const run = async (event: string, payload: object = {}) => {
    const artifacts = await temporaryFolder()
    return runWorkflow({
      artifacts,
      repository: clone.root,
      workflow: WORKFLOW,
      event,
      payload: { ref: 'refs/heads/main', repository: { default_branch: 'main' }, ...payload },
      token: token.value,
      env: {
        GITHUB_API_URL: sandbox.url,
        GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
        GITHUB_ACTOR: 'grace',
        // act leaves these out.
        GITHUB_REF: 'refs/heads/main',
        GITHUB_WORKFLOW_REF: `acme/models/${WORKFLOW}@refs/heads/main`,
      },
    })
  }
  return {
    ...scene,
    run,
    async push(files) {
      const before = await clone.git('rev-parse', 'origin/main')
      const after = await clone.commit('Change it', files)
      await clone.git('push', '-q', 'origin', 'main')
      return run('push', { before, after, created: false, forced: false })
    },
  }
}
