import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askRetraining, retrain } from '../../src/commands/retrain.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { PerformanceResult } from '../../src/domain/results/performance.ts'
import type { RetrainingResult } from '../../src/domain/results/retraining.ts'
import type { ListedRun, OpenPull, Ports, Runs, Start } from '../../src/ports.ts'
import { render } from '../../src/render/index.ts'
import { fakeAfterMerge } from '../fakes/after-merge.ts'
import { fakeRuns } from '../fakes/runs.ts'
import { alertBody } from '../support/alerts.ts'
import { digest } from '../support/models.ts'
import { addHistory, monitorRun, runFiles } from '../support/monitor-runs.ts'
import { modelFiles } from '../support/registry-files.ts'
import { RESULTS } from '../support/results.ts'
import { MODEL_YAML, REGISTRY_FILES, type Workbench, workbench } from '../support/workbench.ts'

const RETRAIN = '.github/workflows/modelyard-retrain.yml'
/** By the clock of these tests: a Saturday. */
const NOW = Date.parse('2026-11-21T10:02:11Z')
const TRAIN = 'train: {command: python train.py, data: data/train.csv}\n'

interface Scene {
  /** What model.yaml says of `retrain`, after the colon. */
  readonly keys?: string
  readonly rows?: number
  readonly listed?: string
  readonly runs?: readonly (ListedRun & { readonly jobs?: Readonly<Record<string, string | undefined>> })[]
  readonly pulls?: readonly OpenPull[]
  readonly start?: Start
  readonly ports?: Partial<Ports>
}

/** A model whose one version is of 1 November, on a GitHub that knows these runs and pull requests. */
async function scene(given: Scene = {}): Promise<Workbench & { readonly started: unknown[] }> {
  const { keys, rows, listed = RETRAIN, runs = [], pulls = [], start = { is: 'unsure' } } = given
  const definition = `${MODEL_YAML}${TRAIN}${keys === undefined ? '' : `retrain: ${keys}\n`}`
  const data = [
    { role: 'train', uri: 'data/train.csv', sha256: digest('d'), ...(rows === undefined ? {} : { rows }) },
  ]
  const versions = [{ 'created-at': '2026-11-01T10:00:00Z', data }]
  const started: unknown[] = []
  const { deployments, openPulls, ...after } = fakeAfterMerge()
  const known: Runs = {
    ...fakeRuns(),
    startedSince: async workflow => (workflow === RETRAIN ? runs : undefined),
    jobs: async ({ id }) =>
      Object.entries(runs.find(run => run.id === id)?.jobs ?? {}).map(([name, conclusion]) => ({
        name,
        conclusion,
      })),
  }
  const bench = await workbench({
    files: {
      ...REGISTRY_FILES,
      ...modelFiles('churn', { definition, versions }),
      '.github/modelyard.yml': `registry: registry-data\nworkflows: [${listed}]\n`,
    },
    ports: {
      ...after,
      runs: known,
      openPulls: { ...openPulls, list: async () => pulls },
      deployments: {
        ...deployments,
        start: async (workflow, branch, inputs) => {
          started.push({ workflow, branch, inputs })
          return start
        },
      },
      ...given.ports,
    },
  })
  return { ...bench, started }
}

async function decided(
  { ports }: Pick<Workbench, 'ports'>,
  input: object = { decide: true },
): Promise<RetrainingResult> {
  const result = await retrain.execute({ model: 'churn', ...input }, ports, {})
  expect(Result.parse(result)).toEqual(result)
  return result as RetrainingResult
}

const heldBy = ({ holds }: RetrainingResult) =>
  holds.filter(({ is }) => is === 'holds' || is === 'unknown').map(({ hold }) => hold)

const run = (
  id: number,
  days: number,
  jobs: Readonly<Record<string, string | undefined>>,
  event = 'schedule',
) => ({
  id,
  attempt: 1,
  event,
  at: NOW - days * 86_400_000,
  isFinished: true,
  jobs,
})

test('a weekly training is due, and the answer says why', async () => {
  const result = await decided(await scene({ keys: '{when: {schedule: weekly}}' }))
  expect(result).toMatchObject({
    outcome: 'passed',
    decision: 'retrain',
    triggers: [
      {
        trigger: 'schedule',
        is: 'fired',
        why: 'due since 2026-11-16T00:00:00Z, last trained 2026-11-01T10:00:00Z',
      },
    ],
    trained: { version: 1, at: '2026-11-01T10:00:00Z' },
    'decided-at': '2026-11-21T10:02:11Z',
  })
  expect(render(result, 'text')).toContain('Retrain: schedule fired, and nothing holds it back.')
})

test('drift comes from the branch of the history, confirmed or not', async () => {
  const bench = await scene({ keys: '{when: {drift: {}}}' })
  expect(await decided(bench)).toMatchObject({ outcome: 'inconclusive', decision: 'cannot-tell' })
  const features = [{ feature: 'tenure', status: 'drift', grounds: ['distribution'], distance: 0.3 } as const]
  const drifted = (at: string) =>
    monitorRun({
      at,
      run: { id: Date.parse(at) / 1000, attempt: 1 },
      version: 1,
      outcome: 'failed',
      features: features.map(one => ({ ...one, grounds: [...one.grounds] })),
    })
  const runs = [drifted('2026-11-19T10:00:00Z'), drifted('2026-11-20T10:00:00Z')]
  await addHistory(bench, { ...runFiles(runs.slice(1)), 'monitoring/churn/notes.txt': 'words' })
  const once = await decided(bench)
  expect([once.decision, ...heldBy(once)]).toEqual(['held-back', 'confidence'])
  expect(once.remarks).toEqual([expect.stringContaining('notes.txt')])
  await bench.git('branch', '-qD', 'modelyard-history')
  await addHistory(bench, runFiles(runs))
  expect(await decided(bench)).toMatchObject({
    decision: 'retrain',
    triggers: [{ is: 'fired', figures: [{ of: 'tenure', value: 0.3, limit: 0.1 }] }],
  })
})

test('rows and metrics come from outside, by inputs or a file', async () => {
  const bench = await scene({ keys: '{when: {new-rows: 10%, performance: {metric: accuracy}}}', rows: 1000 })
  expect(await decided(bench)).toMatchObject({
    decision: 'cannot-tell',
    triggers: [{ is: 'unknown' }, { is: 'unknown' }],
  })
  await bench.write({
    'measured.json': JSON.stringify({
      schema: 1,
      rows: 1099,
      metrics: [{ metric: 'accuracy', value: 0.7, low: 0.68, high: 0.72, baseline: 0.8 }],
    }),
  })
  const measured = join(bench.root, 'measured.json')
  const [performance, rows] = (await decided(bench, { decide: true, measured })).triggers
  expect([performance?.is, rows?.is]).toEqual(['fired', 'quiet'])
  // What is given by itself is newer than a file.
  const [, more] = (await decided(bench, { decide: true, measured, rows: 1100 })).triggers
  expect(more).toMatchObject({ is: 'fired', figures: [{ of: 'rows', value: 100, limit: 100 }] })
})

test('what `performance` answered is what was measured: of all labelled rows, and of this model', async () => {
  const bench = await scene({ keys: '{when: {performance: {metric: accuracy}}}' })
  const answer = RESULTS.performance as PerformanceResult
  const finding = { metric: 'accuracy', rule: { metric: 'accuracy', drop: '5%' }, rows: 900, baseline: 0.8 }
  const interval = { low: 0.68, high: 0.72, level: 0.95, method: 'wilson' }
  const bad = { ...finding, from: 'labels', status: 'degraded', value: 0.7, interval }
  const measured = join(bench.root, 'performance.json')
  const triggered = async (findings: readonly object[], model = 'churn') => {
    await bench.write({ 'performance.json': JSON.stringify({ ...answer, model, findings }) })
    return (await decided(bench, { decide: true, measured })).triggers
  }
  expect(await triggered([bad])).toMatchObject([{ is: 'fired', figures: [{ value: 0.7, limit: 0.76 }] }])
  expect(await triggered([{ ...bad, interval: undefined }])).toMatchObject([{ is: 'unconfirmed' }])
  expect(await triggered([{ ...bad, from: 'estimate' }])).toMatchObject([{ is: 'unknown' }])
  expect(await triggered([{ ...bad, slice: { column: 'a', value: 'b' } }])).toMatchObject([{ is: 'unknown' }])
  await expect(triggered([bad], 'tenure')).rejects.toMatchObject({
    code: 'bad-input',
    place: { path: measured },
  })
  await expect(triggered([{ ...bad, rows: -1 }])).rejects.toMatchObject({ place: { path: measured } })
})

test('metrics are those that the last run of monitoring kept, where no file gives them', async () => {
  const bench = await scene({ keys: '{when: {performance: {metric: accuracy}}}' })
  const level = { of: 'performance', name: 'accuracy', status: 'bad', from: 'labels', baseline: 0.8 } as const
  const run = monitorRun({
    at: '2026-11-20T10:00:00Z',
    levels: [{ ...level, value: 0.7, low: 0.68, high: 0.72 }],
  })
  await addHistory(bench, runFiles([run]))
  expect(await decided(bench)).toMatchObject({
    decision: 'retrain',
    triggers: [{ trigger: 'performance', is: 'fired', figures: [{ of: 'accuracy', value: 0.7 }] }],
  })
  const good = [{ metric: 'accuracy', value: 0.81, low: 0.79, high: 0.83, baseline: 0.8 }]
  await bench.write({ 'measured.json': JSON.stringify({ schema: 1, metrics: good }) })
  const measured = join(bench.root, 'measured.json')
  expect(await decided(bench, { decide: true, measured })).toMatchObject({ decision: 'not-due' })
  await bench.write({ 'measured.json': '{"schema": 1, "rows": 10}' })
  expect(await decided(bench, { decide: true, measured })).toMatchObject({ decision: 'retrain' })
})

test('drift is confirmed by as many runs as `monitor.confirm` says', async () => {
  const bench = await scene({ keys: '{when: {drift: {}}}\nmonitor: {confirm: {runs: 1, of: 1}}' })
  const feature = { feature: 'tenure', status: 'drift', grounds: ['distribution'], distance: 0.3 } as const
  const features = [{ ...feature, grounds: [...feature.grounds] }]
  await addHistory(bench, runFiles([monitorRun({ at: '2026-11-20T10:00:00Z', version: 1, features })]))
  expect(await decided(bench)).toMatchObject({ decision: 'retrain' })
})

test('a version that does not say how many rows it saw is known by the run of monitoring that counted them', async () => {
  const bench = await scene({ keys: '{when: {new-rows: 100}}' })
  const asked = { decide: true, rows: 5734 }
  expect(await decided(bench, asked)).toMatchObject({ decision: 'cannot-tell' })
  await addHistory(
    bench,
    runFiles([monitorRun({ at: '2026-11-20T10:00:00Z', reference: { sha256: digest('d'), rows: 5634 } })]),
  )
  expect(await decided(bench, asked)).toMatchObject({ decision: 'retrain' })
  await bench.git('branch', '-qD', 'modelyard-history')
  await addHistory(
    bench,
    runFiles([monitorRun({ at: '2026-11-20T10:00:00Z', reference: { sha256: digest('e'), rows: 5634 } })]),
  )
  expect(await decided(bench, asked)).toMatchObject({ decision: 'cannot-tell' })
})

test.each([
  ['no JSON', '{'],
  ['another schema', '{"schema": 2}'],
  [
    'a value outside of its interval',
    '{"schema": 1, "metrics": [{"metric": "f1", "value": 0.5, "low": 0.6, "high": 0.7}]}',
  ],
  [
    'a metric twice',
    '{"schema": 1, "metrics": [{"metric": "f1", "value": 1}, {"metric": "f1", "value": 0}]}',
  ],
  ['half a row', '{"schema": 1, "rows": 0.5}'],
])('a file with %s is refused by its place', async (_, text) => {
  const bench = await scene({ keys: '{when: {performance: {}}}' })
  await bench.write({ 'measured.json': text })
  const measured = join(bench.root, 'measured.json')
  await expect(decided(bench, { decide: true, measured })).rejects.toMatchObject({
    place: { path: measured },
  })
})

test('what holds it back is read from the runs and pull requests on GitHub', async () => {
  const keys = '{when: {schedule: "0 0 * * *"}, budget-per-month: 3, cooldown-days: 2}'
  const trained = { 'retrain / candidate / train churn': 'success' }
  const of = async (given: Scene) => heldBy(await decided(await scene({ keys, ...given })))
  expect(await of({ runs: [run(9, 1, { 'retrain / decide churn': 'success' })] })).toEqual([])
  expect(await of({ runs: [run(9, 1, { 'train fraud': 'success' })] })).toEqual([])
  expect(await of({ runs: [run(9, 1, trained, 'push')] })).toEqual([])
  expect(await of({ runs: [run(9, 1, trained)] })).toEqual(['cooldown'])
  expect(await of({ runs: [run(9, 3, trained), run(8, 6, trained), run(7, 9, trained)] })).toEqual(['budget'])
  expect(await of({ runs: [{ ...run(9, 3, {}), isFinished: false }] })).toEqual(['run-under-way'])
  const failed = { 'candidate / train churn': 'failure' }
  expect(await of({ runs: [run(9, 3, failed), run(8, 5, failed)] })).toEqual([])
  expect(await of({ runs: [run(9, 2.5, failed), run(8, 5, failed), run(7, 22, failed)] })).toEqual([
    'back-off',
  ])
  const candidate = {
    number: 12,
    url: 'x',
    branch: 'modelyard/churn/candidate',
    isOurs: true,
    isDraft: false,
  }
  expect(await of({ pulls: [candidate] })).toEqual(['open-candidate'])
  const others = [
    { ...candidate, isDraft: true },
    { ...candidate, isOurs: false },
    { ...candidate, branch: 'modelyard/fraud/candidate' },
  ]
  expect(await of({ pulls: others })).toEqual([])
})

test('runs before this month are asked for their jobs only until one did not fail', async () => {
  const asked: number[] = []
  const trained = { 'train churn': 'success' }
  const runs = [
    run(9, 10, {}),
    run(8, 25, { 'train churn': 'failure' }),
    run(7, 26, trained),
    run(6, 27, trained),
  ]
  const jobs: Runs['jobs'] = async ({ id }) => {
    asked.push(id)
    return Object.entries(runs.find(one => one.id === id)?.jobs ?? {}).map(([name, conclusion]) => ({
      name,
      conclusion,
    }))
  }
  const ports = { runs: { ...fakeRuns(), startedSince: async () => runs, jobs } }
  await decided(await scene({ keys: '{when: {schedule: weekly}}', ports }))
  expect(asked).toEqual([9, 8, 7])
})

test('a step of the workflow counts neither its own run nor those that came after it', async () => {
  const own = {
    repository: 'acme/models',
    id: 20,
    attempt: 1,
    workflow: RETRAIN,
    event: 'schedule',
    commit: 'a',
  }
  const ports = { host: { machine: 'test', run: own } }
  const open = (id: number) => ({ ...run(id, 3, {}), isFinished: false })
  const keys = '{when: {schedule: weekly}}'
  expect(heldBy(await decided(await scene({ keys, ports, runs: [open(21), open(20)] })))).toEqual([])
  expect(heldBy(await decided(await scene({ keys, ports, runs: [open(20), open(19)] })))).toEqual([
    'run-under-way',
  ])
  // Ids of another workflow's run say nothing of this one's.
  const other = { host: { machine: 'test', run: { ...own, workflow: '.github/workflows/nightly.yml' } } }
  expect(heldBy(await decided(await scene({ keys, ports: other, runs: [open(21)] })))).toEqual([
    'run-under-way',
  ])
})

test('what GitHub may not be asked holds back, and is said', async () => {
  const lacking = async () => {
    throw new ModelyardError({
      code: 'missing-permission',
      message: 'this token may not read',
      next: 'grant it',
    })
  }
  const { openPulls } = fakeAfterMerge()
  const ports = { runs: { ...fakeRuns(), startedSince: lacking }, openPulls: { ...openPulls, list: lacking } }
  const blind = await decided(await scene({ keys: '{when: {schedule: weekly}}', ports }))
  expect(blind).toMatchObject({ outcome: 'inconclusive', decision: 'held-back' })
  expect(heldBy(blind)).toEqual(['run-under-way', 'open-candidate', 'budget', 'cooldown', 'back-off'])
  expect(blind.holds[0]?.why).toBe('this token may not read')
  const unlisted = await decided(
    await scene({ keys: '{when: {schedule: weekly}}', listed: '.github/workflows/modelyard.yml' }),
  )
  expect(unlisted.holds[0]?.why).toContain('no workflow that retrains is listed')
  const down = async () => {
    throw new ModelyardError({ code: 'remote-failed', message: 'GitHub is down', next: 'wait' })
  }
  const broken = await scene({ ports: { runs: { ...fakeRuns(), startedSince: down } } })
  await expect(decided(broken)).rejects.toMatchObject({ code: 'remote-failed' })
})

test('without a policy only a person asks for it', async () => {
  const bench = await scene()
  expect(await decided(bench)).toMatchObject({
    decision: 'not-due',
    triggers: [],
    remarks: [expect.stringContaining('no `retrain`')],
  })
  expect(await decided(bench, { decide: true, asked: true })).toMatchObject({ decision: 'retrain' })
})

test('a person starts the workflow on the default branch', async () => {
  const url = 'https://github.com/acme/models/actions/runs/77'
  const bench = await scene({ keys: '{when: {}}', start: { is: 'started', id: 77, url } })
  expect(await decided(bench, {})).toMatchObject({
    outcome: 'passed',
    started: { workflow: RETRAIN, run: 77, url },
  })
  expect(bench.started).toEqual([{ workflow: RETRAIN, branch: 'main', inputs: { model: 'churn' } }])
})

test('the issue of an alert names the model; one that is none, or no name at all, is refused', async () => {
  const start: Start = { is: 'started', id: 77, url: 'x' }
  const { issues, ...after } = fakeAfterMerge()
  const body = alertBody('churn', [])
  const alert = { number: 12, title: 't', body, url: 'x', isOpen: true, closedAt: undefined }
  const { deployments: _, openPulls: _pulls, ...others } = after
  const ports = { ...others, issues: { ...issues, findOpen: async () => [alert] } }
  const bench = await scene({ start, ports })
  const asked = (input: object) => retrain.execute(input, bench.ports, {})
  expect(await asked({ issue: 12 })).toMatchObject({ model: 'churn', started: { run: 77 } })
  await expect(asked({ issue: 13 })).rejects.toMatchObject({ code: 'unknown-name' })
  await expect(asked({})).rejects.toMatchObject({ code: 'bad-input' })
})

test('the same words start it once, whatever became of the answer', async () => {
  const { deployments } = fakeAfterMerge()
  const runs: { id: number; url: string; title: string }[] = []
  const answers: Start[] = [{ is: 'unsure' }]
  const ports = {
    deployments: {
      ...deployments,
      dispatched: async () => runs,
      start: async (_workflow: string, _branch: string, { asked }: Readonly<Record<string, string>>) => {
        runs.push({ id: 77, url: 'x', title: `Modelyard retraining churn ${asked}` })
        return answers.pop() ?? { is: 'started' as const, id: 78, url: 'y' }
      },
    },
  }
  const going = [{ ...run(77, 0, {}), isFinished: false }]
  const bench = await scene({ runs: going, ports })
  const asked = (id: number) =>
    askRetraining({ model: 'churn', decide: false, asked: true }, bench.ports, { is: 'comment', id })
  runs.push({ id: 77, url: 'x', title: 'Modelyard retraining churn comment-5' })
  expect(await asked(5)).toMatchObject({ outcome: 'passed', started: { run: 77 } })
  expect(await asked(5)).toMatchObject({ outcome: 'passed', started: { run: 77 } })
  expect(runs).toHaveLength(1)
  // Other words find it under way.
  expect(await asked(6)).toMatchObject({ outcome: 'failed', decision: 'held-back' })
  const free = await scene({ ports })
  const again = () =>
    askRetraining({ model: 'churn', decide: false, asked: true }, free.ports, { is: 'comment', id: 7 })
  expect([await again(), await again()]).toMatchObject([{ started: { run: 77 } }, { started: { run: 77 } }])
  expect(runs).toHaveLength(2)
})

test('and is not let to while it is trained, or where the month is used up; a cooldown is no matter', async () => {
  const start: Start = { is: 'started', id: 77, url: 'x' }
  const trained = { 'train churn': 'success' }
  const held = await scene({ start, runs: [{ ...run(9, 0, {}), isFinished: false }] })
  const result = await decided(held, {})
  expect(result).toMatchObject({ outcome: 'failed', decision: 'held-back', next: [] })
  expect(held.started).toEqual([])
  expect(await decided(await scene({ start, runs: [run(9, 0.1, trained)] }), {})).toMatchObject({
    outcome: 'passed',
    holds: expect.arrayContaining([expect.objectContaining({ hold: 'cooldown', is: 'overridden' })]),
  })
})

test('without GitHub it says how the workflow is started', async () => {
  const gone = async () => {
    throw new ModelyardError({ code: 'no-github', message: 'there is no token for GitHub', next: 'set it' })
  }
  const { openPulls } = fakeAfterMerge()
  const ports = { runs: { ...fakeRuns(), startedSince: gone }, openPulls: { ...openPulls, list: gone } }
  const bench = await scene({ ports })
  expect(await decided(bench, {})).toMatchObject({
    outcome: 'inconclusive',
    next: ['start it on GitHub: gh workflow run modelyard-retrain.yml -f model=churn'],
  })
  expect(bench.started).toEqual([])
})

test.each<[Start, string]>([
  [{ is: 'refused', why: 'it takes no model' }, 'unsupported'],
  [{ is: 'unsure' }, 'remote-failed'],
])('a start that came to %j is an error', async (start, code) => {
  await expect(decided(await scene({ start }), {})).rejects.toMatchObject({ code })
})

test('what cannot be trained, or where no workflow trains it, is refused', async () => {
  const { ports } = await workbench()
  await expect(decided({ ports })).rejects.toMatchObject({ code: 'bad-input' })
  const unlisted = await scene({ listed: '.github/workflows/modelyard.yml' })
  await expect(decided(unlisted, {})).rejects.toMatchObject({ code: 'unsupported' })
})
