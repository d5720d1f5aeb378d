import { describe, expect, test } from 'vitest'
import { primaryLimit } from '../../sandbox/faults.ts'
import { zipOf } from '../../sandbox/runner/zip.ts'
import {
  callsOf,
  evidenceOfRun,
  FOLDER,
  followed,
  LISTED,
  MEASURES,
  type OriginScene,
  originScene,
  PROMOTES,
} from '../support/origin.ts'
import type { Files } from '../support/registry-files.ts'
import { CONFIG, EVIDENCE, FILES, judge, judgeBranch } from '../support/validated.ts'
import { workbench } from '../support/workbench.ts'

const said = (message: string, next = PROMOTES, code = 'not-believed') => ({
  severity: 'error',
  code,
  place: { path: expect.stringContaining(`${FOLDER}/versions/2/evidence/evaluation-`) },
  message: expect.stringContaining(message),
  next: expect.stringContaining(next),
})

/** A pull request with evidence that names this run, which left it. */
async function judged(scene: OriginScene, run: ReturnType<OriginScene['ran']>, model = 'churn') {
  const files = evidenceOfRun(run.id)
  scene.leave(run, model, files)
  return judgeBranch(scene.bench, files)
}

describe('evidence that a pull request adds', () => {
  test('is believed where a run of the default branch left its very bytes', async () => {
    const scene = await originScene()
    expect(await judged(scene, scene.ran())).toMatchObject({ outcome: 'passed', problems: [], remarks: [] })
    expect(callsOf(scene.sandbox)).toEqual([
      'actions/get-workflow-run',
      'repos/get',
      'actions/list-workflow-run-artifacts',
      'actions/download-artifact',
      '/_storage/artifact',
    ])
    expect(scene.sandbox.unusedPermissions(scene.token)).toEqual([])
  })

  test.for([
    ['push', MEASURES],
    ['schedule', MEASURES],
    ['workflow_dispatch', PROMOTES],
  ] as const)('is believed of a run by %s of %s', async ([event, path]) => {
    const scene = await originScene()
    expect(await judged(scene, scene.ran({ event, path }))).toMatchObject({ outcome: 'passed' })
  })

  test('is believed where it lies in the folders in which drafts wait', async () => {
    const scene = await originScene()
    const run = scene.ran()
    const files = evidenceOfRun(run.id)
    const [[path = '', content = ''] = []] = Object.entries(files)
    for (const folder of ['2', 'churn/2']) {
      const name = `${folder}/${path.split('/').at(-1)}`
      const zip = zipOf({ name: `${folder}/`, content: '' }, { name, content })
      run.artifacts.push({
        id: scene.sandbox.world.nextId(),
        expired: false,
        name: 'modelyard-evidence-churn',
        zip,
      })
      expect(await judgeBranch({ ...scene.bench, ports: scene.fresh() }, files)).toMatchObject({
        problems: [],
      })
      run.artifacts.pop()
    }
  })

  test('is believed where one of several jobs left it, under a name of its own', async () => {
    const scene = await originScene()
    const run = scene.ran()
    const files = evidenceOfRun(run.id)
    scene.leave(run, 'churn', evidenceOfRun(run.id, 0.1))
    scene.leave(run, 'churn.latency', files)
    expect(await judgeBranch(scene.bench, files)).toMatchObject({ outcome: 'passed' })
  })

  test.for([
    [{ headBranch: 'side' }, 'was at side, and not at main'],
    [{ headBranch: 'side', event: 'workflow_dispatch' }, 'was at side, and not at main'],
    [{ headRepository: 'rita/models' }, 'a branch of a fork'],
    [{ path: '.github/workflows/other.yml' }, 'does not list'],
    [{ event: 'pull_request' }, 'started by pull_request'],
    [{ event: 'workflow_run' }, 'started by workflow_run'],
    [{ headSha: 'd'.repeat(40) }, 'not on the first-parent history of main'],
  ] as const)('is not believed of a run with %o', async ([facts, why]) => {
    const scene = await originScene()
    scene.sandbox.world.addRepository('rita/models', { forkOf: scene.repository.id })
    const found = await judged(scene, scene.ran(facts))
    expect(found).toMatchObject({ outcome: 'failed', problems: [said(why)] })
    expect(found.problems[0]?.next).toContain(
      'https://github.com/acme/models/actions/workflows/modelyard-promote.yml',
    )
    // Nothing is taken from a run that is not believed.
    expect(callsOf(scene.sandbox)).not.toContain('actions/list-workflow-run-artifacts')
  })

  test('is not believed of a run at a commit that was merged, and never was the tip', async () => {
    const scene = await originScene()
    const { git, commit } = scene.bench
    await git('checkout', '-q', '-b', 'feature')
    const headSha = await commit('a feature', { 'b.py': 'b' })
    await git('checkout', '-q', 'main')
    await git('merge', '-q', '--no-ff', '-m', 'Merge', 'feature')
    await followed(scene.bench)
    expect(await judged(scene, scene.ran({ headSha }))).toMatchObject({
      problems: [said('not on the first-parent history')],
    })
  })

  test('is not believed of a run at a tag that is called like the default branch', async () => {
    const scene = await originScene()
    const { bench } = scene
    await bench.git('checkout', '-q', '-b', 'another-base')
    const headSha = await bench.commit('its own workflow', { [MEASURES]: 'on: {push: {tags: [main]}}\n' })
    const run = scene.ran({ headSha })
    const files = evidenceOfRun(run.id)
    scene.leave(run, 'churn', files)
    await bench.git('checkout', '-q', '-b', 'side')
    await bench.commit('a change', files)
    // Where the pull request asks for a branch that holds the commit, that branch is not the default one.
    expect(await judge(bench, { base: 'another-base' })).toMatchObject({
      problems: [said('not on the first-parent history of main')],
    })
  })

  test.for([
    ['by hand', undefined, 'names no run'],
    ['for a run that there is not', 1, 'has no run 1'],
  ] as const)('is not believed when it is written %s', async ([, run, why]) => {
    const { bench } = await originScene()
    expect(await judgeBranch(bench, evidenceOfRun(run))).toMatchObject({
      outcome: 'failed',
      problems: [said(why)],
    })
  })

  test('is not believed when one byte differs from what the run left', async () => {
    const scene = await originScene()
    const run = scene.ran()
    scene.leave(run, 'churn', evidenceOfRun(run.id, 0.8))
    expect(await judgeBranch(scene.bench, evidenceOfRun(run.id, 0.9))).toMatchObject({
      problems: [said('no file of these bytes')],
    })
  })

  test('is not believed when the run left it for another model', async () => {
    const scene = await originScene()
    expect(await judged(scene, scene.ran(), 'churn-2')).toMatchObject({
      problems: [said('for other models alone: modelyard-evidence-churn-2')],
    })
  })

  test('is not believed when its artifact has expired', async () => {
    const scene = await originScene()
    const run = scene.ran()
    const files = evidenceOfRun(run.id)
    scene.leave(run, 'churn', files, true)
    expect(await judgeBranch(scene.bench, files)).toMatchObject({ problems: [said('it has expired')] })
    expect(callsOf(scene.sandbox)).not.toContain('actions/download-artifact')
  })

  test('is not believed when it was merged, and is modified', async () => {
    const { bench } = await originScene()
    const found = await judgeBranch(bench, { [EVIDENCE]: `${FILES[EVIDENCE]} ` })
    const codes = found.problems.filter(({ place }) => place.path === EVIDENCE).map(({ code }) => code)
    expect(codes).toContain('not-believed')
  })
})

describe('what judges and has changed since the run', () => {
  const changed = async (files: Files, since: Readonly<Record<string, string>>) => {
    const scene = await originScene({ files })
    const run = scene.ran()
    await scene.bench.commit('since', since)
    await followed(scene.bench)
    return judged(scene, run)
  }
  const edited = (path: string, from: string, to: string) => ({
    [path]: (LISTED[path] as string).replace(from, to),
  })

  test.for([
    ['the policy', edited(`${FOLDER}/model.yaml`, 'min: 0.7', 'min: 0.6'), 'model.yaml'],
    ['the test set', { 'data/test.csv': 'tenure,churn\n3,No\n' }, 'data/test.csv'],
    ['a listed workflow', { [MEASURES]: 'on: schedule\n' }, MEASURES],
    ['the configuration', { [CONFIG]: `${LISTED[CONFIG]}floors: {}\n` }, CONFIG],
  ] as const)('%s takes the belief from it', async ([, since, path]) => {
    expect(await changed(LISTED, since)).toMatchObject({
      outcome: 'failed',
      problems: [said(`what judges has changed: ${path.endsWith('model.yaml') ? FOLDER : path}`)],
    })
  })

  test.for([
    ['training code', { 'train.py': 'better' }],
    ['a description', edited(`${FOLDER}/model.yaml`, 'task:', 'description: x\ntask:')],
    [
      "another model's policy",
      { 'registry-data/models/other/model.yaml': LISTED[`${FOLDER}/model.yaml`] ?? '' },
    ],
  ] as const)('%s does not', async ([, since]) => {
    expect(await changed(LISTED, since)).toMatchObject({ outcome: 'passed' })
  })

  test('and what came back to what it was does not either', async () => {
    const scene = await originScene()
    const run = scene.ran()
    await scene.bench.commit('away', { 'data/test.csv': 'tenure,churn\n3,No\n' })
    await scene.bench.commit('back', { 'data/test.csv': LISTED['data/test.csv'] ?? '' })
    await followed(scene.bench)
    expect(await judged(scene, run)).toMatchObject({ outcome: 'passed' })
  })
})

describe('what the base says counts', () => {
  test('a branch cannot list the workflow that it is believed by', async () => {
    const scene = await originScene({ files: { ...LISTED, [CONFIG]: FILES[CONFIG] as string } })
    const run = scene.ran()
    const files = evidenceOfRun(run.id)
    scene.leave(run, 'churn', files)
    const found = await judgeBranch(scene.bench, { ...files, [CONFIG]: LISTED[CONFIG] as string })
    expect(found).toMatchObject({ outcome: 'failed', problems: [said('does not list', 'workflows')] })
  })

  test('a branch that is older than the base is judged by the base of now', async () => {
    const scene = await originScene()
    const { bench } = scene
    const run = scene.ran()
    const files = evidenceOfRun(run.id)
    scene.leave(run, 'churn', files)
    await bench.git('checkout', '-q', '-b', 'side')
    await bench.commit('a change', files)
    await bench.git('checkout', '-q', 'main')
    await bench.commit('unlist', { [CONFIG]: FILES[CONFIG] as string })
    await followed(bench)
    const found = await judge(bench, { base: 'main', at: 'side' })
    expect(found).toMatchObject({ outcome: 'failed', problems: [said('does not list', 'workflows')] })
  })

  test("the registry's first commit is exempt", async () => {
    const scene = await originScene({ files: { 'a.txt': 'a' } })
    expect(await judgeBranch(scene.bench, FILES as Record<string, string>)).toMatchObject({
      outcome: 'passed',
      problems: [],
    })
    expect(callsOf(scene.sandbox)).toEqual([])
  })

  test('what is merged is believed, also where the root moves', async () => {
    const scene = await originScene()
    const { bench } = scene
    await bench.git('checkout', '-q', '-b', 'side')
    await bench.git('mv', 'registry-data', 'models-data')
    await bench.commit('move', {
      [CONFIG]: (LISTED[CONFIG] as string).replace('registry-data', 'models-data'),
    })
    const found = await judge(bench, { base: 'main' })
    expect(found.problems.filter(({ code }) => code === 'not-believed')).toEqual([])
    expect(callsOf(scene.sandbox)).toEqual([])
  })
})

describe('what cannot be read is not believed, and says so', () => {
  test('without the permission, which is named once for all', async () => {
    const scene = await originScene({ granted: {}, options: { tolerate: ['permission'] } })
    const [one, two] = [scene.ran(), scene.ran()]
    const found = await judgeBranch(scene.bench, { ...evidenceOfRun(one.id), ...evidenceOfRun(two.id) })
    const lacking = said('cannot be read', 'actions: read', 'missing-permission')
    expect(found).toMatchObject({ outcome: 'failed', problems: [lacking, lacking] })
    expect(callsOf(scene.sandbox)).toEqual(['actions/get-workflow-run'])
  })

  test('with a rate limit that is an hour long', async () => {
    const scene = await originScene()
    const reset = scene.sandbox.clock.now().getTime() / 1000 + 3600
    scene.sandbox.faults.next('actions/list-workflow-run-artifacts', primaryLimit(reset))
    expect(await judged(scene, scene.ran())).toMatchObject({
      outcome: 'failed',
      problems: [said('no more calls', 'again', 'rate-limited')],
    })
  })

  test('in a clone that was cut off, or that does not know the default branch', async () => {
    const scene = await originScene()
    await scene.bench.git('update-ref', '-d', 'refs/remotes/origin/main')
    expect(await judged(scene, scene.ran())).toMatchObject({ problems: [said('cut off')] })
  })

  const [, content = ''] = Object.entries(evidenceOfRun(1))[0] ?? []
  const HOSTILE = {
    bomb: zipOf({ name: 'a.json', content: '0'.repeat(33 * 1024 * 1024) }),
    liar: zipOf({ name: 'a.json', content, claimedSize: 10 }),
    climber: zipOf({ name: '../../a.json', content }),
    sidestep: zipOf({ name: 'a/../../a.json', content }),
    root: zipOf({ name: '/a.json', content }),
    crowd: zipOf(...Array.from({ length: 301 }, (_, at) => ({ name: `${at}.json`, content: '{}' }))),
    none: new TextEncoder().encode('no archive'),
  }
  const hostile = (scene: OriginScene, run: ReturnType<OriginScene['ran']>, name: keyof typeof HOSTILE) =>
    run.artifacts.push({
      id: scene.sandbox.world.nextId(),
      expired: false,
      name: `modelyard-evidence-churn.${name}`,
      zip: HOSTILE[name],
    })

  test.for(Object.keys(HOSTILE) as (keyof typeof HOSTILE)[])('in a hostile archive: %s', async name => {
    const scene = await originScene()
    const run = scene.ran()
    hostile(scene, run, name)
    expect(await judgeBranch(scene.bench, evidenceOfRun(run.id))).toMatchObject({
      outcome: 'failed',
      problems: [said(`modelyard-evidence-churn.${name} cannot be read`)],
    })
  })

  test('and hostile ones beside it keep nothing from being found', async () => {
    const scene = await originScene()
    const run = scene.ran()
    for (const name of Object.keys(HOSTILE) as (keyof typeof HOSTILE)[]) hostile(scene, run, name)
    expect(await judged(scene, run)).toMatchObject({ outcome: 'passed' })
  })
})

describe('calls', () => {
  test('thirty pieces of evidence of one run cost no more than one', async () => {
    const scene = await originScene()
    const run = scene.ran()
    const all = Array.from({ length: 30 }, (_, at) => evidenceOfRun(run.id, (at + 1) / 100))
    const files: Files = Object.assign({}, ...all)
    scene.leave(run, 'churn', files)
    const found = await judgeBranch(scene.bench, files)
    expect(found.problems.filter(({ code }) => code === 'not-believed')).toEqual([])
    expect(callsOf(scene.sandbox)).toHaveLength(5)
  })

  test('files that name more runs than a promotion has are not asked for', async () => {
    const scene = await originScene()
    const all = Array.from({ length: 12 }, (_, at) => evidenceOfRun(1000 + at))
    const found = await judgeBranch(scene.bench, Object.assign({}, ...all))
    expect(found.problems).toHaveLength(12)
    expect(found.problems.filter(({ message }) => message.includes('more than 10 runs'))).toHaveLength(2)
    expect(callsOf(scene.sandbox)).toHaveLength(11)
  })

  test('a change without evidence makes none', async () => {
    const scene = await originScene()
    expect(await judgeBranch(scene.bench, { 'train.py': 'better' })).toMatchObject({ outcome: 'passed' })
    expect(callsOf(scene.sandbox)).toEqual([])
  })

  test('at a terminal origin is not asked, which is said', async () => {
    const bench = await workbench({ files: LISTED })
    expect(await judgeBranch(bench, evidenceOfRun(1))).toMatchObject({
      outcome: 'passed',
      remarks: [expect.stringContaining('not here')],
    })
  })
})
