import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Granted } from '../../../sandbox/roles.ts'
import { zipOf } from '../../../sandbox/runner/zip.ts'
import type { SandboxOptions } from '../../../sandbox/server.ts'
import { addRun, type Run } from '../../../sandbox/state/runs.ts'
import { cloneOf, type HostedScene, hostedScene } from '../../sandbox/hosted.ts'
import { runAction, type StepResult } from '../run-action.ts'
import { temporaryFolder } from '../temporary.ts'
import type { WorkflowRun } from './fold-events.ts'
import { runWorkflow } from './run-workflow.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** What the caller's job grants, and so all jobs of what it calls. */
const GRANTED = { contents: 'write', pull_requests: 'write', statuses: 'write' } as const
/** The caller's file. */
export const WORKFLOW = '.github/workflows/modelyard.yml'

export interface Pushed extends HostedScene {
  /** Commits to `main`, pushes that with what was committed before, and runs the caller for the push. */
  push(files: Files): Promise<PushedRun>
  /** Runs the caller for another event on `main` as it stands. */
  run(event: string, payload?: object): Promise<PushedRun>
}

/** What a run came to, and what GitHub keeps of it: its artifacts too. */
export type PushedRun = WorkflowRun & { readonly kept: Run }

/**
 * A repository on a stand-in of GitHub whose `main` holds these files.
 *
 * @param caller - The workflow that calls ours.
 */
export async function pushedTo(
  caller: string,
  base: Files,
  granted: Granted = GRANTED,
  options: SandboxOptions = {},
): Promise<Pushed> {
  const scene = await hostedScene(granted, options)
  const { sandbox, repository, token, clone } = scene
  repository.actionsMayOpenPulls = true
  await clone.commit('Add the models', { ...base, [WORKFLOW]: caller })
  await clone.git('push', '-q', 'origin', 'main')
  const run = async (event: string, payload: object = {}) => {
    const artifacts = await temporaryFolder()
    const headSha = await clone.git('rev-parse', 'main')
    const kept = addRun(sandbox.world, repository, {
      headSha,
      headBranch: 'main',
      actor: 'grace',
      event,
      path: WORKFLOW,
    })
    const found = await runWorkflow({
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
        GITHUB_RUN_ID: String(kept.id),
        // act leaves these out.
        GITHUB_REF: 'refs/heads/main',
        GITHUB_WORKFLOW_REF: `acme/models/${WORKFLOW}@refs/heads/main`,
      },
    })
    for (const { name, zip } of await uploaded(artifacts))
      kept.artifacts.push({ id: sandbox.world.nextId(), name, zip, expired: false })
    return { ...found, kept }
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

/** What the jobs of a run uploaded: a folder for each artifact. */
async function uploaded(folder: string) {
  const names = await readdir(folder).catch(() => [])
  return Promise.all(
    names.map(async name => {
      const root = join(folder, name)
      const entries = await readdir(root, { recursive: true, withFileTypes: true })
      const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
      const read = async (path: string) => ({ name: relative(root, path), content: await readFile(path) })
      return { name, zip: zipOf(...(await Promise.all(files.map(read)))) }
    }),
  )
}

/** `validate` on a pull request, in a checkout of what a merge of its head would give. */
export async function validated(scene: HostedScene, number: number, head: string): Promise<StepResult> {
  const { sandbox, token } = scene
  const checkout = await cloneOf(scene, 'ada')
  const tip = await checkout.git('rev-parse', 'origin/main')
  await checkout.git('checkout', '-q', '--detach', 'origin/main')
  await checkout.git('merge', '-q', '--no-ff', '-m', 'Merge', head)
  return runAction('actions/validate', {
    folder: checkout.root,
    event: { pull_request: { number, base: { sha: tip, ref: 'main' }, head: { sha: head } } },
    token: token.value,
    env: {
      GITHUB_API_URL: sandbox.url,
      GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_RUN_ID: '5000',
    },
  })
}
