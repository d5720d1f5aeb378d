import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { runAction, type StepResult } from '../../sandbox/runner/run-action.ts'
import { zipOf } from '../../sandbox/runner/zip.ts'
import { addRun, type Run } from '../../sandbox/state/runs.ts'
import { run as git } from '../example/replay.ts'
import { type Acme, PROJECT } from './acme.ts'
import { calledJob } from './called.ts'

/** What started a run. */
export interface Started {
  /** The team's file, and ours that it calls. */
  readonly caller: string
  readonly calls: string
  readonly event: 'pull_request' | 'push' | 'workflow_dispatch'
  readonly payload: object
  readonly actor: string
  /** What is checked out: a full name; a pull request has its merge. */
  readonly ref: string
  readonly sha: string
  /** The branch that the run is listed under, and its commit: of a pull request its head's. */
  readonly branch: string
  readonly head: string
}

/** A step that was started: what a test holds against the workflow's file. */
export interface StepCall {
  readonly run: number
  readonly workflow: string
  readonly job: string
  readonly action: string
  readonly inputs: Readonly<Record<string, string>>
}

export interface Job {
  /** Its workspace. */
  readonly root: string
  /** `runner.temp`. */
  readonly temp: string
  /** Starts an Action's bundle; what fails ends the demo, unless the workflow says `continue-on-error`. */
  step(action: string, inputs?: Readonly<Record<string, string>>, mayFail?: 'may fail'): Promise<StepResult>
  /** What `run:` does. */
  git(...args: string[]): Promise<string>
}

export interface WorkflowRun {
  readonly id: number
  readonly calls: readonly StepCall[]
  job(name: string): Promise<Job>
  /** Hands a folder on as an artifact of the run, which others ask GitHub for. */
  upload(name: string, folder: string): Promise<void>
}

/** Starts a run as GitHub lists it; its jobs are started by whoever tells the workflow's order. */
export function startRun(acme: Acme, started: Started): WorkflowRun {
  const { sandbox, repository } = acme
  const calls: StepCall[] = []
  const run = addRun(sandbox.world, repository, {
    event: started.event,
    path: started.caller,
    headSha: started.head,
    headBranch: started.branch,
    actor: started.actor,
  })
  return {
    id: run.id,
    calls,
    job: name => openJob(acme, started, run, name, calls),
    async upload(name, folder) {
      const names = await readdir(folder, { recursive: true, withFileTypes: true })
      const paths = names.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
      const entries = await Promise.all(
        paths.map(async path => ({ name: relative(folder, path), content: await readFile(path) })),
      )
      run.artifacts.push({ id: sandbox.world.nextId(), name, zip: zipOf(...entries), expired: false })
    },
  }
}

async function openJob(
  acme: Acme,
  started: Started,
  run: Run,
  name: string,
  calls: StepCall[],
): Promise<Job> {
  const { granted, checksOut } = await calledJob(started.calls, name)
  const token = acme.tokenFor(granted)
  const folder = await acme.room(`${started.calls.replace('.yml', '')}-${name}`)
  const [root, temp] = [join(folder, 'work'), join(folder, 'temp')]
  await mkdir(root)
  await mkdir(temp)
  if (checksOut) await checkOut(root, acme.sandbox.gitUrl(acme.repository, token), started)
  const env = environmentOf(acme, started, run)
  let steps = 0
  return {
    root,
    temp,
    git: (...args) => git(root, args),
    async step(action, inputs = {}, mayFail) {
      calls.push({ run: run.id, workflow: started.calls, job: name, action, inputs })
      steps += 1
      const files = join(folder, `step-${steps}`)
      await mkdir(files)
      const event = { ...started.payload, repository: { default_branch: 'main' } }
      const result = await runAction(`actions/${action}`, {
        folder: root,
        files,
        inputs,
        event,
        env,
        token: token.value,
      })
      if (result.status !== 0 && mayFail === undefined)
        throw new Error(
          `${started.calls}, ${name}: actions/${action} failed\n${result.log}\n${result.summary}`,
        )
      return result
    },
  }
}

/** Without the token that fetched it, and with the libraries that the caller's `install: npm ci` would bring. */
async function checkOut(root: string, url: string, { ref, sha }: Started): Promise<void> {
  const { origin, pathname } = new URL(url)
  await git(root, ['init', '--quiet', '--template=', '--initial-branch=main'])
  await git(root, ['fetch', '--quiet', url, '+refs/heads/*:refs/remotes/origin/*', `+${ref}:refs/fetched`])
  await git(root, ['remote', 'add', 'origin', `${origin}${pathname}`])
  const how = ref.startsWith('refs/heads/') ? ['-B', ref.slice('refs/heads/'.length)] : ['--detach']
  await git(root, ['checkout', '--quiet', ...how, sha])
  await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'junction')
}

function environmentOf(
  { sandbox, repository }: Acme,
  { event, ref, sha, actor, caller }: Started,
  { id, attempt }: Run,
): Record<string, string> {
  const name = `${repository.owner}/${repository.name}`
  return {
    GITHUB_API_URL: sandbox.url,
    GITHUB_GRAPHQL_URL: sandbox.graphqlUrl,
    GITHUB_REPOSITORY: name,
    GITHUB_EVENT_NAME: event,
    GITHUB_RUN_ID: `${id}`,
    GITHUB_RUN_ATTEMPT: `${attempt}`,
    GITHUB_REF: ref,
    GITHUB_SHA: sha,
    GITHUB_ACTOR: actor,
    GITHUB_ACTOR_ID: `${sandbox.world.account(actor).id}`,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKFLOW_REF: `${name}/${caller}@refs/heads/main`,
  }
}
