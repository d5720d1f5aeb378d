import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { zipOf } from '../../sandbox/runner/zip.ts'
import { commentsOf } from '../../sandbox/state/issues.ts'
import { reactionsTo } from '../../sandbox/state/reactions.ts'
import { type Artifact, type Run, runsOf, standingOfRun } from '../../sandbox/state/runs.ts'
import { announceRun } from '../../sandbox/webhooks/runs.ts'
import { promote } from '../../src/commands/promote.ts'
import { render } from '../../src/render/index.ts'
import { personIn } from '../sandbox/hosted.ts'
import { CONFIG, definition } from '../sandbox-scenarios/merging.ts'
import { evidenceOfRun, leftAs, MEASURES, PROMOTES } from '../support/origin.ts'
import { type Judging, judging } from './judging.ts'

/** As `init` writes it, as far as GitHub looks at it when it is started. */
const PROMOTES_WORKFLOW = `name: Modelyard promote
run-name: Modelyard \${{ inputs.kind }} \${{ inputs.model }} \${{ inputs.asked }}
on:
  workflow_dispatch:
    inputs:
      kind: {default: promotion}
      model: {required: true}
      version: {}
      stage: {}
      reason: {}
      replaces: {}
      champion: {}
      asked: {}
`

const RETRAINS = '.github/workflows/modelyard-retrain.yml'
/** A model that can be trained again, by a workflow as `init` writes it as far as GitHub looks at it. */
export const TRAINED = {
  config: `${CONFIG}workflows: [${MEASURES}, ${PROMOTES}, ${RETRAINS}]\napp: true\n`,
  files: {
    [RETRAINS]: `name: Modelyard retraining
run-name: Modelyard retraining \${{ inputs.model }} \${{ inputs.asked }}
on:
  workflow_dispatch:
    inputs:
      model: {default: churn}
      asked: {}
`,
    'registry-data/models/churn/model.yaml': `${definition('')}train: {command: python train.py, data: data/train.csv}\n`,
  },
}

type Options = NonNullable<Parameters<typeof judging>[0]>

/** A scene with an issue at which people talk to the App; grace may maintain, walter write, rita read. */
export async function talking({ files = {}, ...options }: Options = {}) {
  const scene = await judging({
    config: `${CONFIG}workflows: [${MEASURES}, ${PROMOTES}]\napp: true\n`,
    ...options,
    files: { [PROMOTES]: PROMOTES_WORKFLOW, ...files },
  })
  const { repository, sandbox, place } = scene
  sandbox.world.addAccount('walter')
  repository.collaborators.set('walter', 'write')
  repository.collaborators.set('grace', 'maintain')
  const { data: issue } = await personIn(scene, 'ada').octokit.request('POST /repos/{owner}/{repo}/issues', {
    ...place,
    title: 'What next?',
  })
  return { ...scene, issue: issue.number, ...voices(scene) }
}

/** What people say, and what became of it. */
export function voices(scene: Judging) {
  const { repository, place, app, sandbox } = scene
  const words = (id: number) =>
    commentsOf(repository).filter(({ body }) => body.startsWith(`<!-- modelyard answer-${id} -->`))
  const write = async (login: string, number: number, body: string): Promise<number> => {
    const { data } = await personIn(scene, login).octokit.request(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...place, issue_number: number, body },
    )
    return Number(data.id)
  }
  return {
    /** Words that the App may hear of later. */
    write,
    async say(...words: Parameters<typeof write>): Promise<number> {
      const id = await write(...words)
      await app.settled()
      return id
    },
    /** Of the App to a comment. */
    reactions: (id: number) =>
      reactionsTo(repository, id)
        .filter(({ author }) => author === 'modelyard[bot]')
        .map(({ content }) => content),
    answers: words,
    answer: (id: number) => words(id).at(-1)?.body ?? '',
    /** What the App wrote, call by call; a claim is none. */
    writes: () =>
      sandbox.log.filter(
        ({ actor, writes, route }) =>
          actor === 'modelyard[bot]' && writes && !/access_tokens|\/git\/(?:refs|commits)/.test(route),
      ).length,
    /** What the App started, by the names of the runs. */
    started: () =>
      runsOf(repository)
        .filter(({ actor }) => actor === 'modelyard[bot]')
        .map(({ title }) => title),
  }
}

/** A run that the App started does its work: measures, and leaves what it would propose. */
export function working(scene: Awaited<ReturnType<typeof talking>>) {
  const { sandbox, repository, ports, checkout } = scene
  const { world } = sandbox
  const ends = (run: Run, artifacts: readonly Pick<Artifact, 'name' | 'zip'>[]) => {
    for (const artifact of artifacts) run.artifacts.push({ id: world.nextId(), expired: false, ...artifact })
    for (const job of run.jobs) job.conclusion ??= 'success'
    const changed = { world, repository, actor: { account: world.account(run.actor) } }
    announceRun(changed, run, 'completed', standingOfRun(run))
  }
  const over = async (...ended: Parameters<typeof ends>) => {
    ends(...ended)
    await scene.app.settled()
  }
  /** The files of a proposal by their names, as the Action leaves them. */
  const proposalOf = async (run: Run, version: number, auc = 0.9, replaces?: number) => {
    const root = await checkout()
    const evidence = evidenceOfRun(run.id, auc, version)
    const folder = join(root, `.git/modelyard/evidence/churn/${version}`)
    await mkdir(folder, { recursive: true })
    for (const [path, text] of Object.entries(evidence)) await writeFile(join(folder, basename(path)), text)
    const files = new Map<string, Uint8Array>()
    const outbox = {
      isUsed: async () => true,
      write: async (name: string, content: Uint8Array) => void files.set(name, content),
    }
    const asked = { model: 'churn', version: String(version), stage: 'staging', replaces }
    const result = await promote.execute(asked, { ...ports(root), outbox }, {})
    return { files, evidence, result }
  }
  /** What the run of the newest dispatch leaves of a promotion, which may take the place of another pull request. */
  const leave = async (version: number, auc = 0.9, replaces?: number) => {
    const run = runsOf(repository).at(-1)
    if (run === undefined) throw new Error('no run was started')
    const { files, evidence, result } = await proposalOf(run, version, auc, replaces)
    ends(run, [
      leftAs('churn', evidence),
      ...(files.size === 0 ? [] : [zipped('modelyard-proposal-churn', files)]),
      zipped('modelyard-result-promotion-churn', new Map([['move.json', render(result, 'json')]])),
    ])
    return run
  }
  return {
    over,
    proposalOf,
    leave,
    /** The same, and the App takes it. */
    async measure(version: number, auc = 0.9) {
      const run = await leave(version, auc)
      await scene.app.settled()
      return run
    },
  }
}

export function zipped(name: string, files: ReadonlyMap<string, Uint8Array | string>) {
  const entries = [...files].map(([file, content]) => ({ name: file, content: Buffer.from(content) }))
  return { name, zip: zipOf(...entries) }
}
