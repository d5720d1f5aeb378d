import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { monitor } from '../../src/commands/monitor.ts'
import type { DriftResult } from '../../src/domain/results/drift.ts'
import { Result } from '../../src/domain/results/index.ts'
import { SERVING } from '../support/models.ts'
import { type RealBench, realBench } from '../support/real-bench.ts'
import { modelFiles } from '../support/registry-files.ts'
import { MODEL_YAML, sha256 } from '../support/workbench.ts'

const HEADER = 'id,amount,plan,churn\n'
const rows = (count: number, more: (row: number) => Readonly<Record<string, unknown>> = () => ({})) =>
  Array.from({ length: count }, (_, row) => {
    const usual = { amount: (row * 7919) % 5003, plan: 'abc'[row % 3], churn: row % 4 === 0 ? 'Yes' : 'No' }
    return `${Object.values({ id: row % 50, ...usual, ...more(row) }).join(',')}\n`
  }).join('')

async function bench(): Promise<RealBench> {
  return realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'registry-data/models/churn/model.yaml':
      'task: binary-classification\ntarget: churn\npositive-class: "Yes"\ntrain: {command: python train.py, data: data/train.csv, seed: 7}\n',
    'data/train.csv': HEADER + rows(5000),
  })
}

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

const statuses = ({ features }: DriftResult) =>
  Object.fromEntries(
    features.map(({ feature, status, grounds }) => [feature, [status, ...grounds].join(' ')]),
  )

test('what production sees is compared with the training data, and labels may come later', async () => {
  const where = await bench()
  const without = (text: string) => text.replaceAll(/,[^,\n]*\n/g, '\n')
  const same = await monitored(where, without(HEADER + rows(3000)))
  expect(same).toMatchObject({
    outcome: 'passed',
    reference: { uri: 'data/train.csv', rows: 5000 },
    current: { rows: 3000 },
  })
  expect(statuses(same)).toEqual({ id: 'ok', amount: 'ok', plan: 'ok', churn: 'skipped no-labels' })
  const moved = await monitored(where, HEADER + rows(3000, row => ({ amount: (row % 5003) * 2 })))
  expect(moved.outcome).toBe('failed')
  expect(statuses(moved)).toEqual({ id: 'ok', amount: 'drift distribution', plan: 'ok', churn: 'ok' })
})

test('what was found is left for Prometheus where a file is named', async () => {
  const where = await bench()
  const metrics = join(where.root, 'drift.prom')
  await monitored(where, HEADER + rows(3000, () => ({ plan: 'a' })), { metrics })
  const lines = (await readFile(metrics, 'utf8')).split('\n')
  expect(lines).toContain('modelyard_feature_drifted{model="churn",feature="plan"} 1')
  expect(lines).toContain('modelyard_feature_drifted{model="churn",feature="amount"} 0')
})

test('a file is named to compare with, and then no training data are asked for', async () => {
  const where = await bench()
  const reference = join(where.root, 'march.csv')
  await writeFile(reference, HEADER + rows(3000, () => ({ plan: 'a' })))
  const found = await monitored(where, HEADER + rows(3000), { reference })
  expect(statuses(found).plan).toBe('drift distribution')
  expect(found.reference).toMatchObject({ uri: reference, rows: 3000 })
})

test('too little to tell is inconclusive, and so is nothing to compare', async () => {
  const where = await bench()
  expect((await monitored(where, HEADER)).outcome).toBe('inconclusive')
  expect((await monitored(where, HEADER + rows(100))).outcome).toBe('inconclusive')
  const reference = join(where.root, 'notes.csv')
  await writeFile(reference, `note\n${Array.from({ length: 1500 }, (_, row) => `${row} words`).join('\n')}\n`)
  expect(statuses(await monitored(where, 'note\nother\n', { reference }))).toEqual({
    note: 'skipped not-compared',
  })
  expect((await monitored(where, 'note\nother\n', { reference })).outcome).toBe('inconclusive')
})

test('a distance that the cells leave open around the threshold is computed from the rows', async () => {
  const where = await bench()
  /** Higher by so much, and where it says so at the upper end of a cell of the profile, which is 1/128 further within it. */
  const lifted = (isAtEnd: boolean) =>
    HEADER +
    rows(5003, row => {
      const amount = ((row * 7919) % 5003) + 475
      if (!isAtEnd || amount > 5002) return { amount }
      return { amount: Math.ceil((Math.ceil(((amount + 1) * 128) / 5003) * 5003) / 128) - 1 }
    })
  const reference = join(where.root, 'reference.csv')
  await writeFile(reference, HEADER + rows(5003))
  const amountIn = async (isAtEnd: boolean) => {
    const { features } = await monitored(where, lifted(isAtEnd), { reference })
    return features.find(({ feature }) => feature === 'amount')
  }
  const [below, above] = [await amountIn(false), await amountIn(true)]
  // At the ends of the cells both lie less than 0.1 apart, and within them one of them more.
  expect(below).toMatchObject({ status: 'ok', grounds: [] })
  expect(above).toMatchObject({ status: 'drift', grounds: ['distribution'] })
  expect(below?.values?.distance).toBeCloseTo(475 / 5003, 12)
  expect(above?.values?.distance).toBeCloseTo(475 / 5003 + 1 / 128, 3)
  for (const found of [below, above]) expect(found?.values).not.toHaveProperty('distance-at-most')
})

const TRAINING = HEADER + rows(5000)
const trainedOn = (text: string) => ({
  data: [{ role: 'train', uri: 'data/train.csv', sha256: sha256(text) }],
})

/** A registry whose champion, version 1, was trained on these rows, and version 2 on others that nobody has any more. */
async function served(): Promise<RealBench> {
  return realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'data/train.csv': TRAINING,
    ...modelFiles('churn', {
      definition: `${MODEL_YAML}train: {command: python train.py, data: data/train.csv}\n`,
      versions: [trainedOn(TRAINING), trainedOn('gone')],
      records: SERVING,
    }),
  })
}

test('the champion is profiled once, and then no training data are read', async () => {
  const where = await served()
  const moved = HEADER + rows(3000, row => ({ amount: (row % 5003) * 2 }))
  const first = await monitored(where, moved, { evidence: true })
  expect(first).toMatchObject({
    reference: { uri: 'data/train.csv', rows: 5000, version: { version: 1, aliases: ['champion'] } },
    evidence: [{ is: 'new', path: expect.stringMatching(/evidence\/churn\/1\/profile-\w{12}\.json$/) }],
  })
  expect(first.reference).not.toHaveProperty('profile')
  const [left] = first.evidence
  await where.write({ 'data/train.csv': 'other,rows\n1,2\n' })
  await where.git('rm', '-q', '--cached', 'data/train.csv')
  await where.git('commit', '-qm', 'The training data are elsewhere now')
  // Still in the commit that was trained, and nobody looks there, or at the file, for what the profile says.
  const { artifacts, repository } = where.ports
  const asked: string[] = []
  const tables = {
    ...where.ports.tables,
    quantiles: async () => Promise.reject(new Error('it was profiled again')),
  }
  const ports = {
    ...where.ports,
    tables,
    artifacts: {
      ...artifacts,
      hashPath: async (path: string) => {
        asked.push(path)
        return artifacts.hashPath(path)
      },
    },
    repository: {
      ...repository,
      readFile: async (commit: string, path: string) => {
        asked.push(path)
        return repository.readFile(commit, path)
      },
    },
  }
  const isAsked = () => asked.some(path => path.endsWith('train.csv'))
  expect((await monitored({ ...where, ports }, HEADER + rows(3000))).outcome).toBe('passed')
  expect(isAsked()).toBe(false)
  // Where something drifted, a few of its rows would tell whether all features moved together.
  const again = await monitored({ ...where, ports }, moved, { evidence: true })
  expect(isAsked()).toBe(true)
  expect(first.cause).toHaveProperty('classifier')
  expect(again.cause).not.toHaveProperty('classifier')
  expect(again.cause?.untold).toContain(
    'all features together: the rows of the reference are not at hand, and a profile holds no rows',
  )
  expect(again).toEqual({
    ...first,
    cause: again.cause,
    reference: { ...first.reference, profile: left?.digest },
    evidence: [],
    next: [],
  })
})

test('without training data and profile it says what is missing, and of which version', async () => {
  const where = await served()
  await expect(
    monitor.execute({ model: 'churn', current: 'data/train.csv', version: '2' }, where.ports, {}),
  ).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringMatching(
      /^version 2 has no profile .*: the training data of version 2, data\/train.csv, is not there/,
    ),
  })
})

test('one that only looks leaves no profile', async () => {
  const where = await served()
  const found = await monitored(where, TRAINING, { evidence: false })
  expect([found.outcome, found.evidence]).toEqual(['passed', []])
  expect(found.remarks).toEqual(['both samples are the same file'])
  expect(await where.ports.drafts.list('evidence/churn/1')).toEqual([])
})

test('a distance that only the rows could tell is insufficient where the profile stands alone', async () => {
  const where = await served()
  await monitored(where, TRAINING, { evidence: true })
  const lifted = HEADER + rows(5000, row => ({ amount: Math.ceil((((row * 7919) % 5003) + 490) / 39) * 39 }))
  const amountIn = ({ features }: DriftResult) => features.find(({ feature }) => feature === 'amount')
  const exact = amountIn(await monitored(where, lifted))
  const { repository } = where.ports
  const readFile: typeof repository.readFile = async (commit, path) =>
    path === 'data/train.csv' ? undefined : repository.readFile(commit, path)
  await where.write({ 'data/train.csv': 'gone' })
  const alone = await monitored(
    { ...where, ports: { ...where.ports, repository: { ...repository, readFile } } },
    lifted,
  )
  expect(exact?.grounds).not.toContain('cells-too-wide')
  expect(amountIn(alone)).toMatchObject({ status: 'insufficient-data', grounds: ['cells-too-wide'] })
})

test('model.yaml says what is not compared, and from when on a change matters', async () => {
  const where = await bench()
  const definition = 'registry-data/models/churn/model.yaml'
  const moved = HEADER + rows(3000, row => ({ id: row, amount: ((row * 7919) % 5003) + 300 }))
  const before = await monitored(where, moved)
  expect(statuses(before)).toMatchObject({ id: 'drift distribution', amount: 'ok' })
  const keys = 'monitor: {ignore: [id, seen], thresholds: {numbers: 0.03, missing: 0.2}}\n'
  await where.write({ [definition]: (await readFile(join(where.root, definition), 'utf8')) + keys })
  const after = await monitored(where, moved)
  expect(statuses(after)).toMatchObject({ id: 'skipped ignored', amount: 'drift distribution' })
  expect(after.thresholds).toEqual({ level: 0.05, numbers: 0.03, categories: 0.1, missing: 0.2 })
  expect(after.remarks).toEqual(['model.yaml leaves out what neither sample has: seen'])
  const wrong = keys.replace('0.03', '3')
  await where.write({
    [definition]: (await readFile(join(where.root, definition), 'utf8')).replace(keys, wrong),
  })
  await expect(monitored(where, moved)).rejects.toMatchObject({
    place: { path: definition, line: 5 },
    message: expect.stringContaining('numbers'),
  })
})

test('a file that is not there, and a model without training data, are told', async () => {
  const where = await bench()
  await expect(
    monitor.execute({ model: 'churn', current: join(where.root, 'gone.csv') }, where.ports, {}),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^(?:bad-data|not-found|bad-input)$/) })
  await expect(monitor.execute({ model: 'chrun', current: 'x.csv' }, where.ports, {})).rejects.toMatchObject({
    code: 'unknown-model',
  })
})
