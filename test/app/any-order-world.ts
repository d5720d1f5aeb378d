import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { mergeViolation } from '../../sandbox/branch-rules.ts'
import { createCommit, readCommit } from '../../sandbox/git/commits.ts'
import { writeBlobs } from '../../sandbox/git/objects.ts'
import { readRef } from '../../sandbox/git/refs.ts'
import { createTree } from '../../sandbox/git/trees.ts'
import { signatureOf } from '../../sandbox/signatures.ts'
import { addPull, type Pull, pullsOf } from '../../sandbox/state/issues.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { GATE_CHECK } from '../../src/domain/results/judgement.ts'
import { MERGE, PULLS, personIn, pushBranch } from '../sandbox/hosted.ts'
import { CONFIG, merging } from '../sandbox-scenarios/merging.ts'
import { promotion } from '../support/models.ts'
import { evidenceOfRun, leftAs, MEASURES, ranAt } from '../support/origin.ts'
import { folderOf, modelFiles } from '../support/registry-files.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { sha256, TEST_ROWS } from '../support/workbench.ts'
import { appWithin, type Letter, mailbox, post } from './app-within.ts'

export const MODEL = folderOf('churn')
export const PEOPLE = ['ada', 'grace', 'mary', 'alan'] as const
/** Whom no rule binds. */
export const ROOT = 'root'

/** What a promotion to production asks for. */
export type Approvals = 'none' | 'one' | 'two' | 'grace' | 'not-author'

const ALL = '"@grace", "@mary", "@alan"'
const APPROVALS: Readonly<Record<Approvals, string>> = {
  none: `required: 0, from: [${ALL}]`,
  one: `required: 1, from: [${ALL}]`,
  two: `required: 2, from: [${ALL}]`,
  grace: 'required: 1, from: ["@grace"]',
  'not-author': `required: 1, from: [${ALL}], not-author: true`,
}

export const definition = (approvals: Approvals) => `task: binary-classification
target: churn
positive-class: "Yes"
evaluate: {data: {uri: data/test.csv, sha256: ${sha256(TEST_ROWS)}}}
policy:
  staging: {gates: [{metric: roc-auc, min: 0.7}], defaults: false}
  production:
    gates: [{metric: roc-auc, min: 0.7}]
    defaults: false
    approvals: {${APPROVALS[approvals]}}
`

/** The pull requests that are there at the beginning, the first two open. */
export type Named = 'promotion' | 'none' | 'rival' | 'two'

/**
 * One repository that a promotion to production waits in, beside a rival and two changes of its policy.
 * It is put back to its beginning for each play; GitHub and the App stay.
 */
export async function anyOrderWorld(approvals: Approvals) {
  const scene = await beginning(approvals)
  const { sandbox, repository, clone, bare, ada, place, first, numbers } = scene
  const { world } = sandbox
  const app = await appWithin(scene)
  const mail = await mailbox()
  sandbox.webhooks.add({
    repository,
    url: mail.url,
    secret: app.secret,
    events: app.events,
    app: app.id,
  })
  addRuleset(world, repository, {
    demands: { checks: { required: [{ context: GATE_CHECK, source: app.id }] }, noForcePush: true },
    bypass: [ROOT],
  })
  // Its first look at everything belongs to the beginning.
  await app.settled(() => sandbox.webhooks.settled())
  const kept = join(await temporaryFolder(), 'bare')
  await cp(bare.dir, kept, { recursive: true })
  const areas = structuredClone(repository.areas)
  const commits = [...repository.commits]
  const people = Object.fromEntries([...PEOPLE, ROOT].map(login => [login, personIn(scene, login)]))
  let written = 0

  async function reset(): Promise<void> {
    world.clock.set(new Date())
    await sandbox.webhooks.settled()
    mail.take()
    await rm(bare.dir, { recursive: true })
    await cp(kept, bare.dir, { recursive: true })
    for (const name of Object.keys(repository.areas)) delete repository.areas[name]
    Object.assign(repository.areas, structuredClone(areas))
    repository.commits.clear()
    for (const commit of commits) repository.commits.add(commit)
  }

  const personOf = (login: string) => {
    const person = people[login]
    if (person === undefined) throw new Error(`nobody is called ${login}`)
    return person
  }

  /** A commit of somebody's on top of a branch, which is then moved to it. */
  async function commitTo(branch: string, login: string, files: Readonly<Record<string, string>>) {
    const tip = (await readRef(bare, `refs/heads/${branch}`))?.sha
    if (tip === undefined) return
    const blobs = await writeBlobs(bare, Object.values(files))
    const changes = Object.keys(files).map((path, at) => ({
      path,
      mode: '100644' as const,
      sha: blobs[at] as string,
    }))
    const { tree } = await readCommit(bare, tip)
    written += 1
    const by = signatureOf(world.account(login), world.clock.now())
    const sha = await createCommit(bare, {
      tree: changes.length === 0 ? tree : await createTree(bare, tree, changes),
      parents: [tip],
      author: by,
      committer: by,
      message: `change ${written}\n`,
    })
    await moveTo(branch, login, sha)
  }

  /** @returns Whether GitHub let it. */
  async function moveTo(branch: string, login: string, sha: string): Promise<boolean> {
    return asked(
      personOf(login).octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
        ...place,
        ref: `heads/${branch}`,
        sha,
        force: true,
      }),
    )
  }

  /** Whether GitHub's rules would let somebody merge it now, were there no conflict. */
  async function isOpenToMerge(pull: Pull): Promise<boolean> {
    const { token } = ada
    const actor = { account: world.account('ada'), token }
    return (await mergeViolation(world, repository, pull, actor)) === undefined
  }

  return {
    ...scene,
    app,
    numbers,
    first,
    clone,
    reset,
    personOf,
    commitTo,
    moveTo,
    isOpenToMerge,
    /** A second: what comes later is later. */
    wait: () => world.clock.set(new Date(world.clock.now().getTime() + 1000)),
    /** The App hears of it; the same letter may be told again. */
    tell: async (letter: Letter) => expect(await post(app.url, letter)).toBe(200),
    take: async () => {
      await sandbox.webhooks.settled()
      return mail.take()
    },
    pull: (number: number) => pullsOf(repository).find(known => known.number === number) as Pull,
    merge: (number: number, login: string) =>
      asked(
        personOf(login).octokit.request(MERGE, { ...place, pull_number: number, merge_method: 'squash' }),
      ),
  }
}

export type AnyOrderWorld = Awaited<ReturnType<typeof anyOrderWorld>>

/** Whether GitHub did it. */
export async function asked(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (error: { status?: number }) => {
      if (error.status === undefined || error.status >= 500) throw error
      return false
    },
  )
}

async function beginning(approvals: Approvals) {
  const scene = await merging({
    config: `${CONFIG}workflows: [${MEASURES}]\napp: true\n`.replace(/^deploy: .*$/m, DEPLOYS),
    files: {
      ...modelFiles('churn', {
        definition: definition(approvals),
        versions: [{}, {}, {}],
        records: [
          promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
          promotion(1, 'staging', 'production', { aliases: { challenger: null, champion: 1 } }),
          promotion(2, 'development', 'staging', { aliases: { challenger: 2 } }),
        ],
      }),
      [MEASURES]: 'on: push\n',
    },
  })
  const { sandbox, repository, clone, ada, place, first } = scene
  const { world } = sandbox
  for (const login of ['mary', 'alan', ROOT]) {
    world.addAccount(login)
    repository.collaborators.set(login, login === ROOT ? 'admin' : 'write')
  }
  const registry = await clone.git('rev-parse', 'main')
  // What the versions were made with came by a pull request of ada's, so that their authors are known.
  for (const [at, headSha] of [first, registry].entries())
    addPull(world, repository, {
      author: 'ada',
      headSha,
      baseSha: first,
      headRef: `made-${at}`,
      state: 'closed',
      mergedAt: world.clock.iso(),
      mergedBy: 'ada',
      mergeCommit: headSha,
    })
  await clone.git('push', '-q', 'origin', 'main:dev')
  const opened = async (branch: string, files: Readonly<Record<string, string>>) => {
    await pushBranch(clone, branch, files)
    const { data } = await ada.octokit.request(PULLS, { ...place, title: branch, head: branch, base: 'main' })
    return data.number as number
  }
  const promoted = async (version: number, stage: string) => {
    const tip = await clone.git('rev-parse', 'main')
    const run = ranAt(sandbox, repository, tip, { event: 'workflow_dispatch' })
    const evidence = evidenceOfRun(run.id, 0.9, version)
    run.artifacts.push({ id: world.nextId(), expired: false, ...leftAs('churn', evidence) })
    const number = await scene.propose(version, evidence, stage)
    // A person asked, whom nobody takes for a bot.
    const pull = pullsOf(repository).find(known => known.number === number)
    if (pull !== undefined) Object.assign(pull, { author: 'ada', app: undefined })
    return number
  }
  const numbers: Readonly<Record<Named, number>> = {
    promotion: await promoted(2, 'production'),
    rival: await promoted(3, 'staging'),
    none: await opened('none', { [`${MODEL}/model.yaml`]: definition('none') }),
    two: await opened('two', { [`${MODEL}/model.yaml`]: definition('two') }),
  }
  for (const pull_number of [numbers.rival, numbers.two])
    await ada.octokit.request(PULL_EDITS, { ...place, pull_number, state: 'closed' })
  // On `dev` anybody is let through.
  await clone.git('checkout', '-q', '-B', 'dev', 'origin/main')
  await clone.commit('Ask for nothing', { [`${MODEL}/model.yaml`]: definition('none') })
  await clone.git('push', '-q', 'origin', 'dev')
  return { ...scene, numbers }
}

export const PULL_EDITS = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}'

const DEPLOYS = 'deploy: {staging: .github/workflows/deploy.yml, production: .github/workflows/deploy.yml}'
