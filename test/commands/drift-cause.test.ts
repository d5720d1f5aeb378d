import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { monitor } from '../../src/commands/monitor.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { type MonitorRun, toMonitorRun } from '../../src/domain/monitoring/run-record.ts'
import type { DriftResult } from '../../src/domain/results/drift.ts'
import { Result } from '../../src/domain/results/index.ts'
import { randomStream } from '../../src/domain/stats/random.ts'
import { SERVING } from '../support/models.ts'
import { addHistory, runFiles } from '../support/monitor-runs.ts'
import { type RealBench, realBench, realPorts } from '../support/real-bench.ts'
import { artifactDigest, modelFiles, storedEvidence, TEST_ORIGIN } from '../support/registry-files.ts'
import { MODEL_YAML, sha256, TEST_ROWS } from '../support/workbench.ts'

const HEADER = 'amount,fee,plan,churn\n'
/** Amounts and fees that go together, or against each other. */
function rows(seed: number, count: number, { scale = 1, turn = false } = {}): string {
  const stream = randomStream(seed)
  const uniform = () => stream.below(2 ** 20) / 2 ** 20
  return Array.from({ length: count }, () => {
    const [amount, noise] = [uniform(), uniform()]
    const fee = ((turn ? 1 - amount : amount) + noise / 4) % 1
    const plan = 'abc'[stream.below(3)]
    return `${[amount * 500 * scale, fee * 20, plan, uniform() < 0.3 ? 'Yes' : 'No'].join(',')}\n`
  }).join('')
}

const YAML =
  'task: binary-classification\ntarget: churn\npositive-class: "Yes"\ntrain: {command: python train.py, data: data/train.csv, seed: 7}\n'

const bench = (yaml = YAML) =>
  realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'registry-data/models/churn/model.yaml': yaml,
    'data/train.csv': HEADER + rows(1, 3000),
  })

async function monitored(
  { root, ports }: RealBench,
  current: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<DriftResult> {
  const path = join(root, 'current.csv')
  await writeFile(path, current)
  const result = (await monitor.execute(
    { model: 'churn', current: path, ...input },
    ports,
    {},
  )) as DriftResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

const at = (hour: number) => `2026-10-02T${String(hour).padStart(2, '0')}:00:00Z`
const kept = (result: DriftResult, hour: number): MonitorRun =>
  toMonitorRun(result, { at: at(hour), run: { id: hour, attempt: 1 } })

const setTo = ({ ports: { clock } }: RealBench, time: string) => clock.advance(Date.parse(time) - clock.now())

/** A bench whose clock says 12:00, with a run of 8:00 that found nothing, and commits. */
async function watched(yaml?: string): Promise<RealBench> {
  const where = await bench(yaml)
  const good = await monitored(where, HEADER + rows(2, 2000))
  expect(good.outcome).toBe('passed')
  expect(good.cause).toBeUndefined()
  await addHistory(where, runFiles([kept(good, 8)]))
  await where.commit('Join earlier', { 'src/join.sql': 'select 1' }, at(7))
  await where.commit('Write @amounts in cents', { 'src/export.sql': 'select 100 * amount' }, at(9))
  await where.commit('Say how', { 'docs/how.md': '# How' }, at(10))
  await where.commit('Look away', { 'src/other.sql': 'select 2' }, at(13))
  setTo(where, at(12))
  return where
}

test('a unit that changed in one commit is named with its commit', async () => {
  const where = await watched()
  const { cause } = await monitored(where, HEADER + rows(3, 2000, { scale: 100 }))
  expect(cause?.hints).toEqual([
    {
      cause: 'pipeline-change',
      signs: [
        { sign: 'unit', features: ['amount'], unit: '× 100' },
        { sign: 'commits', features: ['amount'] },
      ],
    },
  ])
  expect(cause?.onsets).toEqual([
    {
      features: ['amount'],
      since: at(12),
      after: at(8),
      commits: [{ commit: await where.git('rev-parse', 'HEAD~2'), subject: 'Write @amounts in cents' }],
      'commits-in-all': 1,
    },
  ])
  expect(cause?.ranked).toEqual([{ feature: 'amount', effect: expect.closeTo(0.99, 2) }])
  expect(cause?.classifier).toMatchObject({ 'p-value': 1 / 200, rows: [2000, 2000], features: 4 })
  expect(cause?.untold).toEqual([
    'importance: no version serves whose importance could be on record',
    'seasons: no window says of which months the rows are',
  ])
})

test('what is the same in a second run began with the first, and says the same', async () => {
  const where = await watched()
  const first = await monitored(where, HEADER + rows(3, 2000, { scale: 100 }))
  await where.git('branch', '-D', 'modelyard-history')
  const good = await monitored(where, HEADER + rows(2, 2000))
  await addHistory(where, runFiles([kept(good, 8), kept(first, 12)]))
  setTo(where, at(20))
  const second = await monitored(where, HEADER + rows(4, 2000, { scale: 100 }))
  expect(second.cause?.onsets).toEqual(first.cause?.onsets)
  expect(second.cause?.hints).toEqual(first.cause?.hints)
})

test('what came after the rows that the last good run saw may be behind it, though it came before that run', async () => {
  const where = await watched()
  const good = await monitored(where, HEADER + rows(2, 2000))
  await where.git('branch', '-D', 'modelyard-history')
  const window = { from: at(0), to: at(6) }
  await addHistory(where, runFiles([{ ...kept(good, 8), window }]))
  const { cause } = await monitored(where, HEADER + rows(3, 2000, { scale: 100 }))
  expect(cause?.onsets[0]?.commits?.map(({ subject }) => subject)).toEqual([
    'Write @amounts in cents',
    'Join earlier',
  ])
})

test('without runs before, and in a clone that is cut off, nobody knows which commits came then', async () => {
  const alone = await bench()
  const first = await monitored(alone, HEADER + rows(3, 2000, { scale: 100 }))
  expect(first.cause?.onsets).toEqual([{ features: ['amount'], since: expect.any(String) }])
  expect(first.cause?.untold).toContain('since when: this clone has no branch modelyard-history')
  expect(first.cause?.untold).toContain('commits: no run before found that these features do not drift')
  const where = await watched()
  await where.git(
    'clone',
    '-q',
    '--depth=1',
    '--no-single-branch',
    `file://${where.root}`,
    `${where.root}/cut`,
  )
  const ports = { ...(await realPorts(`${where.root}/cut`)), clock: where.ports.clock }
  const cut = { ...where, root: `${where.root}/cut`, ports }
  const { cause } = await monitored(cut, HEADER + rows(3, 2000, { scale: 100 }))
  expect(cause?.onsets).toEqual([{ features: ['amount'], since: at(12), after: at(8) }])
  expect(cause?.untold).toContain(
    'commits: this clone is shallow: fetch the rest, in a workflow by `fetch-depth: 0`',
  )
})

test('a part that cannot be read is said, and keeps no other from being told', async () => {
  const where = await watched()
  const broken = () =>
    Promise.reject(new ModelyardError({ code: 'bad-data', message: 'torn', next: 'mend it' }))
  const { repository, tables } = where.ports
  const ports = {
    ...where.ports,
    repository: { ...repository, chain: broken },
    tables: { ...tables, writeRows: broken },
  }
  const { outcome, cause } = await monitored({ ...where, ports }, HEADER + rows(3, 2001, { scale: 100 }))
  expect(outcome).toBe('failed')
  expect(cause).toMatchObject({ ranked: [{ feature: 'amount' }], onsets: [], hints: [] })
  expect(cause?.untold).toEqual(expect.arrayContaining(['since when: torn', 'units: torn']))
})

test('what moved together alone is seen by the classifier, where somebody asks', async () => {
  const where = await bench()
  const turned = HEADER + rows(5, 2000, { turn: true })
  const silent = await monitored(where, turned)
  expect(silent).toMatchObject({ outcome: 'passed' })
  expect(silent).not.toHaveProperty('cause')
  const asked = await monitored(where, turned, { together: true })
  expect(asked.outcome).toBe('passed')
  expect(asked.cause).toMatchObject({ ranked: [], onsets: [], hints: [] })
  expect(asked.cause?.classifier?.['p-value']).toBe(1 / 200)
  expect(asked.cause?.classifier?.auc).toBeGreaterThan(0.65)
  const always = await bench(`${YAML}monitor: {together: true}\n`)
  expect((await monitored(always, turned)).cause?.classifier).toEqual(asked.cause?.classifier)
  const same = await monitored(where, HEADER + rows(6, 2000), { together: true })
  expect(same.cause?.classifier?.['p-value']).toBeGreaterThan(0.05)
})

test('a season is told by the same months of earlier years', async () => {
  const dated = (seed: number, month: string, scale: number) =>
    rows(seed, 1000, { scale }).replaceAll(/^(?=.)/gm, `${month}-15,`)
  const years = [2023, 2024, 2025].map((year, at) => dated(10 + at, `${year}-10`, 1.5)).join('')
  const seen = `day,${HEADER}${years}${dated(20, '2026-10', 1.5)}`
  const where = await bench(`${YAML}monitor: {ignore: [day]}\n`)
  const window = { time: 'day', window: '31d', until: '2026-11-01' }
  setTo(where, '2026-11-02T00:00:00Z')
  const { cause } = await monitored(where, seen, window)
  expect(cause?.hints).toEqual([
    { cause: 'seasonality', signs: [{ sign: 'same-months', features: ['amount'] }] },
  ])
  const news = await monitored(where, `day,${HEADER}${dated(20, '2026-10', 1.5)}`, window)
  expect(news.cause?.hints).toEqual([])
  expect(news.cause?.untold).toContain(
    'seasons: the current source holds no rows of the same months of earlier years',
  )
})

/** A champion trained on the bench's rows, with importance on record that was measured of an artifact. */
async function served(artifact: string, data: string): Promise<RealBench> {
  const features = ['fee', 'amount', 'plan'].map((column, at) => {
    const loss = [0.2, 0.001, -0.01][at] as number
    return { column, loss, low: loss, high: loss }
  })
  return realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'data/train.csv': HEADER + rows(1, 3000),
    ...modelFiles('churn', {
      definition: `${MODEL_YAML}train: {command: python train.py, data: data/train.csv}\n`,
      versions: [
        { data: [{ role: 'train', uri: 'data/train.csv', sha256: sha256(HEADER + rows(1, 3000)) }] },
      ],
      records: SERVING.slice(0, 2),
    }),
    ...storedEvidence('churn', 1, {
      schema: 1,
      kind: 'importance',
      subject: { artifact, data },
      facts: { metric: 'roc-auc', rows: 100, repeats: 10, seed: 0, features },
      origin: TEST_ORIGIN,
    }),
  })
}

test('what matters to the version that serves comes first, by the importance on its record', async () => {
  const both =
    HEADER +
    rows(3, 2000, { scale: 100 }).replaceAll(
      /,([\d.]+),([abc])/g,
      (_, fee, plan) => `,${Number(fee) / 2},${plan}`,
    )
  const where = await served(artifactDigest('churn', 1), sha256(TEST_ROWS))
  const { cause } = await monitored(where, both)
  expect(cause?.ranked).toEqual([
    { feature: 'fee', effect: expect.closeTo(0.5, 1), importance: 0.2 },
    { feature: 'amount', effect: expect.closeTo(0.99, 2), importance: 0.001 },
  ])
  expect(cause?.importance).toMatch(/^[0-9a-f]{64}$/)
  const other = await served(artifactDigest('churn', 2), sha256(TEST_ROWS))
  const unknown = (await monitored(other, both)).cause
  expect(unknown?.ranked.map(({ feature }) => feature)).toEqual(['amount', 'fee'])
  expect(unknown?.untold).toContain(
    'importance: none is on record for version 1; `modelyard evaluate churn 1 --importance` measures it',
  )
})
