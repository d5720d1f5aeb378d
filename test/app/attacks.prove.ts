import { expect, test } from 'vitest'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { GATE_CHECK } from '../../src/domain/results/judgement.ts'
import { PULLS, pushBranch, STATUS } from '../sandbox/hosted.ts'
import { CONFIG, definition } from '../sandbox-scenarios/merging.ts'
import { aliasRecord, archiveRecord, promotion, rollbackRecord } from '../support/models.ts'
import { leftAs, MEASURES, ranAt } from '../support/origin.ts'
import {
  artifactDigest,
  evidenceFile,
  type Files,
  folderOf,
  modelFiles,
  moveFiles,
  storedEvidence,
  TEST_ORIGIN,
  versionFiles,
} from '../support/registry-files.ts'
import { sha256, TEST_ROWS } from '../support/workbench.ts'
import { type Judging, judging } from './judging.ts'
import { forge, queueing } from './queueing.ts'

// Ada may write, and grace approves whatever ada asks for; the policy names lead.

const FOLDER = folderOf('churn')
const OF_LEAD = ', approvals: {required: 1, from: ["@lead"]}'
const LISTED = `${CONFIG}workflows: [${MEASURES}]\n`
/** Version 1 served, and version 2 does. */
const SERVED = [
  promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
  promotion(1, 'staging', 'production', { aliases: { challenger: null, champion: 1 } }),
  promotion(2, 'development', 'staging', { aliases: { challenger: 2 } }),
  promotion(2, 'staging', 'production', { displaces: 1, aliases: { challenger: null, champion: 2 } }),
]
const served = (more = ''): Files =>
  modelFiles('churn', { definition: definition(OF_LEAD) + more, versions: [{}, {}, {}], records: SERVED })

const attacked = (files: Files = served(), approvals = OF_LEAD) => judging({ approvals, files: { ...files } })

/** Ada opens a pull request of these files, grace approves, and the App says so much. */
async function proposed(scene: Judging, files: Files) {
  const { clone, ada, place, app, approve } = scene
  await clone.git('fetch', '-q', 'origin', 'main')
  await pushBranch(clone, 'idea', { ...files })
  const { data } = await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
  await approve(data.number)
  await app.settled()
  return said(scene)
}

function said({ repository }: Judging) {
  const { conclusion, summary } = checkRunsOf(repository).at(-1) ?? {}
  return { conclusion, summary: summary ?? '' }
}

const graceDoesNotCount = expect.stringMatching(/`grace` does not count/)

test('who sets `approvals.required: 0` first needs the approvals that are asked for until then', async () => {
  const without = OF_LEAD.replace('required: 1', 'required: 0')
  const files = modelFiles('churn', { definition: definition(without), versions: [] })
  const path = `${FOLDER}/model.yaml`
  expect(await proposed(await attacked(), { [path]: files[path] as string })).toEqual({
    conclusion: 'action_required',
    summary: graceDoesNotCount,
  })
})

test('who swaps `data/test.csv` needs the approvals of every model', async () => {
  expect(await proposed(await attacked(), { 'data/test.csv': 'tenure,churn\n1,Yes\n' })).toEqual({
    conclusion: 'action_required',
    summary: graceDoesNotCount,
  })
})

test('who points the root at a ready folder is refused', async () => {
  const scene = await attacked()
  const ready = Object.entries(served()).map(([path, text]) => [path.replace('registry-data', 'ready'), text])
  const files: Files = {
    ...Object.fromEntries(ready),
    'ready/models/churn/model.yaml': definition(''),
    '.github/modelyard.yml': LISTED.replace('registry-data', 'ready'),
  }
  const { conclusion, summary } = await proposed(scene, files)
  expect(conclusion).toBe('failure')
  expect(summary).toContain('The registry moves from registry-data to ready, and is not the same there')
})

test('who brings a model without a policy needs somebody with maintain, and promotes nothing with it', async () => {
  const scene = await attacked()
  const bare = definition('').replace(/policy:[\s\S]*/, '')
  const files = modelFiles('free', { definition: bare, versions: [{}] })
  expect(await proposed(scene, files)).toMatchObject({ conclusion: 'action_required' })
  const moved = modelFiles('free', {
    definition: bare,
    versions: [{}],
    records: [promotion(1, 'development', 'staging', { aliases: { challenger: 1 } })],
  })
  await pushBranch(scene.clone, 'idea', { ...moved })
  await scene.app.settled()
  const { conclusion, summary } = said(scene)
  expect(conclusion).toBe('failure')
  expect(summary).toContain('without a policy')
})

test('who moves the champion by `alias` is refused', async () => {
  const files = moveFiles('churn', [...SERVED, aliasRecord({ champion: 3 })])
  const { conclusion, summary } = await proposed(await attacked(), files)
  expect(conclusion).toBe('failure')
  expect(summary).toContain('The move is refused')
})

test('who unties `champion` in `aliases` needs the approvals first, and moves it by no other pull request', async () => {
  const scene = await attacked()
  const untied = `${definition(OF_LEAD)}aliases: {challenger: staging}\n`
  const path = `${FOLDER}/model.yaml`
  expect(await proposed(scene, { [path]: untied })).toEqual({
    conclusion: 'action_required',
    summary: graceDoesNotCount,
  })
  await pushBranch(scene.clone, 'idea', {
    [path]: untied,
    ...moveFiles('churn', [...SERVED, aliasRecord({ champion: 3 })]),
  })
  await scene.app.settled()
  expect(said(scene).conclusion).toBe('failure')
})

test('who brings evidence by hand in a pull request that promotes nothing is refused', async () => {
  const { conclusion, summary } = await proposed(await attacked(), evidenceFile('churn', 3, 0.99))
  expect(conclusion).toBe('failure')
  expect(summary).toContain('The origin of this evidence is not believed')
})

test('who names somebody else’s commit as the training commit does not approve the model that they brought', async () => {
  const own = ', approvals: {required: 1, from: ["@ada"], not-author: true}'
  const scene = await judging({ approvals: own })
  const { clone, ada, place, merge, promotion: promoted, approve, app, sandbox, first } = scene
  sandbox.world.addAccount('lead')
  await pushBranch(clone, 'version', {
    ...versionFiles('churn', 4, { commit: first, 'created-by': 'grace' }),
    [`${FOLDER}/versions/last.json`]: '{\n  "schema": 1,\n  "last": 4\n}\n',
  })
  const { data } = await ada.octokit.request(PULLS, { ...place, title: 'V', head: 'version', base: 'main' })
  await merge(data.number)
  await approve(await promoted(4), 'ada')
  await app.settled()
  const { conclusion, summary } = said(scene)
  expect(conclusion).toBe('action_required')
  expect(summary).toMatch(/`ada` does not count: pushed or wrote what is approved/)
})

test('who rolls back to a version that never served is refused', async () => {
  const back = rollbackRecord(3, 'production', {
    from: 'development',
    displaces: 2,
    aliases: { champion: 3 },
  })
  const { conclusion, summary } = await proposed(await attacked(), moveFiles('churn', [...SERVED, back]))
  expect(conclusion).toBe('failure')
  expect(summary).toContain('version 3 was never in production')
})

test('who archives the champion needs the approvals of its stage', async () => {
  const production = `  production: {gates: [{metric: roc-auc, min: 0.7}], defaults: false${OF_LEAD}}\n`
  const files = moveFiles('churn', [
    ...SERVED,
    archiveRecord(2, 'production', { aliases: { champion: null } }),
  ])
  expect(await proposed(await attacked(served(production)), files)).toEqual({
    conclusion: 'action_required',
    summary: graceDoesNotCount,
  })
})

test('who opens a promotion through a workflow as github-actions[bot] does not approve it', async () => {
  const own = ', approvals: {required: 1, from: ["@ada"], not-author: true}'
  const scene = await judging({ approvals: own })
  const { promotion: promoted, approve, app } = scene
  const pull = await promoted(1)
  await approve(pull, 'ada')
  await app.settled()
  expect(said(scene).conclusion).toBe('action_required')
  expect(said(scene).summary).toContain('1 of 2 given')
})

test('threat 10: who posts a success of the App’s name from a workflow merges nothing by it', async () => {
  const scene = await judging({ approvals: OF_LEAD })
  const { sandbox, repository, promotion: promoted, app, ada, place, merge, token } = scene
  addRuleset(sandbox.world, repository, {
    demands: { checks: { required: [{ context: GATE_CHECK, source: app.id }] } },
  })
  const pull = await promoted(1)
  await app.settled()
  const [ours] = checkRunsOf(repository)
  if (ours === undefined) throw new Error('nothing was judged')
  expect(ours.summary).not.toContain('require the check')
  const forged = { ...ours, id: sandbox.world.nextId(), app: 15368, creator: 'github-actions[bot]' }
  checkRunsOf(repository).push({ ...forged, conclusion: 'success', title: 'all good' })
  await ada.octokit.request(STATUS, { ...place, sha: ours.headSha, state: 'success', context: GATE_CHECK })
  await app.settled()
  await expect(merge(pull)).rejects.toMatchObject({ status: 405 })
  expect(ours.conclusion).toBe('action_required')
  expect(token.kind).toBe('github-token')
})

test('threat 10: the check says when the rules do not require it of the App', async () => {
  const scene = await attacked()
  expect(
    (await proposed(scene, { [`${FOLDER}/model.yaml`]: `${definition(OF_LEAD)}monitor: {}\n` })).summary,
  ).toContain(`The rules of main do not require the check ${GATE_CHECK}`)
})

test('who takes a comparison against last month’s champion is refused', async () => {
  const path = `${FOLDER}/model.yaml`
  const files = { ...served(), [path]: definition(OF_LEAD).replace('min: 0.7', 'not-worse-by: 0.02') }
  const scene = await attacked(files)
  const { sandbox, repository, clone, propose, app } = scene
  await clone.git('fetch', '-q', 'origin', 'main')
  const tip = (await clone.git('rev-parse', 'FETCH_HEAD')).trim()
  const against = (champion: number): Files => {
    const run = ranAt(sandbox, repository, tip, { event: 'workflow_dispatch' })
    const interval = { low: 0.01, high: 0.03, level: 0.95, method: 'delong' } as const
    const evidence = storedEvidence('churn', 3, {
      schema: 1,
      kind: 'comparison',
      subject: {
        artifact: artifactDigest('churn', 3),
        data: sha256(TEST_ROWS),
        champion: artifactDigest('churn', champion),
      },
      facts: {
        task: 'binary-classification',
        rows: 1409,
        target: 'churn',
        metrics: { 'roc-auc': { champion: 0.8, challenger: 0.82, difference: 0.02, interval } },
      },
      origin: { ...TEST_ORIGIN, run: run.id },
    })
    run.artifacts.push({ id: sandbox.world.nextId(), expired: false, ...leftAs('churn', evidence) })
    return evidence
  }
  await propose(3, against(2))
  await app.settled()
  // Against the champion of now only the approval is missing.
  expect(said(scene).conclusion).toBe('action_required')
  const old = against(1)
  const digests = Object.values(old).map(sha256)
  const move = promotion(3, 'development', 'staging', { aliases: { challenger: 3 }, evidence: digests })
  const { conclusion, summary } = await proposed(scene, { ...moveFiles('churn', [...SERVED, move]), ...old })
  expect(conclusion).toBe('failure')
  expect(summary).toContain('gates of staging did not pass')
  expect(summary).not.toContain('is not believed')
})

/**
 * Ada takes the approvals away on a branch of her own, and opens one commit that only that branch would take for it and for
 * `main`: a promotion on evidence by hand.
 */
async function askedTwice() {
  const scene = await queueing({ approvals: OF_LEAD })
  const { clone, ada, place } = scene
  await clone.git('fetch', '-q', 'origin', 'main')
  await clone.git('checkout', '-q', '-B', 'dev', 'origin/main')
  const evidence = evidenceFile('churn', 1, 0.99)
  await clone.commit('lax', { [`${FOLDER}/model.yaml`]: definition(''), ...evidence })
  await clone.git('push', '-q', 'origin', 'dev')
  const move = promotion(1, 'development', 'staging', {
    aliases: { challenger: 1 },
    evidence: Object.values(evidence).map(sha256),
  })
  await clone.git('checkout', '-q', '-B', 'idea')
  const head = await clone.commit('idea', { ...moveFiles('churn', [move]) })
  await clone.git('push', '-q', 'origin', 'idea')
  const asked = { ...place, title: 'Idea', head: 'idea' }
  const { data } = await ada.octokit.request(PULLS, { ...asked, base: 'dev' })
  return {
    scene,
    head,
    pull: data.number,
    askFor: (base: string) => ada.octokit.request(PULLS, { ...asked, base }),
  }
}

const saidAt = ({ repository }: Judging, head: string) =>
  checkRunsOf(repository)
    .filter(({ headSha }) => headSha === head)
    .map(({ conclusion }) => conclusion)

test('who lets a lax branch’s queue judge the head of a pull request into the default branch has no success of it', async () => {
  const { scene, head, pull, askFor } = await askedTwice()
  const { data: other } = await askFor('main')
  await scene.app.settled()
  expect(saidAt(scene, head)).toEqual(['failure'])
  await forge(scene, pull, head, 'dev')
  await scene.app.settled()
  expect(saidAt(scene, head)).toEqual(['failure'])
  await expect(scene.merge(other.number)).rejects.toMatchObject({ status: 405 })
})

test('who lets it judge a commit before a pull request asks for that has none either', async () => {
  const { scene, pull } = await askedTwice()
  const { clone, app } = scene
  await clone.git('commit', '-q', '--allow-empty', '-m', 'more')
  const later = (await clone.git('rev-parse', 'HEAD')).trim()
  // The queue would have squashed the pull request to a commit like this one.
  await forge(scene, pull, later, 'dev')
  await app.settled()
  expect(saidAt(scene, later)).toEqual(['failure'])
})
