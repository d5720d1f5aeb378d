import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { gates } from '../../src/commands/gates.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import type { GatesResult } from '../../src/domain/results/gates.ts'
import type { ComparisonResult, EvaluationResult } from '../../src/domain/results/measurement.ts'
import type { RegistrationResult } from '../../src/domain/results/registration.ts'
import { render, renderProposal } from '../../src/render/index.ts'
import { exampleBench, type RealBench, run } from '../support/real-bench.ts'
import { sha256 } from '../support/workbench.ts'

const MODEL = 'telco-churn'
const DEFINITION = `registry-data/models/${MODEL}/model.yaml`
const TEST = 'examples/telco-churn/data/test.csv'
const TRAIN = 'examples/telco-churn/data/train.csv'
const DAY_MS = 86_400_000
/** The bench's clock stands at 10:02 on this day. */
const TODAY = Date.UTC(2026, 10, 21)

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The rows of a file, the last of them seen on the day before today, ten on each day. */
async function dated(root: string, path: string, last = TODAY - DAY_MS): Promise<string> {
  const [head = '', ...rows] = (await readFile(join(root, path), 'utf8')).trim().split('\n')
  const seen = (at: number) => dayOf(last - Math.floor((rows.length - 1 - at) / 10) * DAY_MS)
  return `${[`${head},seen_at`, ...rows.map((row, at) => `${row},${seen(at)}`)].join('\n')}\n`
}

/** The example, judged on the rows of so many days. */
async function byRule(days: number, files: Readonly<Record<string, string>> = {}): Promise<RealBench> {
  const bench = await exampleBench()
  const text = await readFile(join(bench.root, DEFINITION), 'utf8')
  const [definition, rule] = [
    / {4}uri: .*\n {4}sha256: .*\n/,
    `    uri: judging/*.csv\n    time: seen_at\n    window-days: ${days}\n`,
  ]
  expect(text).toMatch(definition)
  await bench.commit('Judge by a rule', {
    [DEFINITION]: text.replace(definition, rule),
    'judging/rows.csv': await dated(bench.root, TEST),
    ...files,
  })
  return bench
}

test('a version is judged on the newest rows, and the gates take that of this day alone', async () => {
  const bench = await byRule(60)
  const found = await run<ComparisonResult>(compare, bench, { model: MODEL, challenger: '2', for: 'staging' })
  // Nothing says when the rows were seen that it was trained on; it was registered before all of these days.
  expect(found).toMatchObject({
    facts: { rows: 600 },
    data: {
      uri: 'judging/*.csv',
      pinned: true,
      window: { from: '2026-09-22T00:00:00Z', to: '2026-11-21T00:00:00Z' },
    },
  })
  expect(render(found, 'text')).toContain('by rule, 2026-09-22 to 2026-11-21')
  const comparison = found.evidence.find(({ path }) => path.includes('/comparison-'))
  expect(JSON.parse(await readFile(join(bench.root, comparison?.path ?? ''), 'utf8')).subject.window).toEqual(
    {
      uri: 'judging/*.csv',
      time: 'seen_at',
      from: '2026-09-22T00:00:00Z',
      to: '2026-11-21T00:00:00Z',
    },
  )
  const judged = await run<GatesResult>(gates, bench, { model: MODEL, version: '2', stage: 'staging' })
  expect(judged.data).toEqual({ uri: 'judging/*.csv', time: 'seen_at', 'window-days': 60 })
  const missing = (result: GatesResult) => JSON.stringify(result.gates).includes('there is no')
  expect(missing(judged)).toBe(false)
  // Other days than the rule names now are looked at, and decide nothing.
  const before = await run<ComparisonResult>(compare, bench, {
    model: MODEL,
    challenger: '1',
    for: 'staging',
    until: '2026-11-01',
  })
  expect(before).toMatchObject({
    data: { pinned: false, window: { to: '2026-11-01T00:00:00Z' } },
    remarks: expect.arrayContaining([
      expect.stringContaining('not the newest; the models may have been trained on some'),
    ]),
  })
  const other = await run<GatesResult>(gates, bench, { model: MODEL, version: '1', stage: 'staging' })
  expect(other.outcome).toBe('inconclusive')
  expect(JSON.stringify(other.gates)).toContain(
    'on 2026-11-21T10:02:11Z the policy took the 60 days to 2026-11-21',
  )
})

test('a promotion takes the evidence along, and is judged again by it on another day', async () => {
  const bench = await byRule(100)
  const artifact = join(bench.root, `registry-data/models/${MODEL}/versions/2/model.onnx`)
  bench.ports.clock.advance(-110 * DAY_MS)
  await run(register, bench, { model: MODEL, artifact, merge: true })
  bench.ports.clock.advance(110 * DAY_MS)
  await run(compare, bench, { model: MODEL, challenger: '6', for: 'staging' })
  const moved = await run(promote, bench, { model: MODEL, version: '6', stage: 'staging', merge: true })
  expect(moved).toMatchObject({ kind: 'move', status: 'merged' })
  bench.ports.clock.advance(3 * DAY_MS)
  const later = await run<GatesResult>(gates, bench, { model: MODEL, version: '6', stage: 'staging' })
  expect(later.outcome).toBe('passed')
})

test('what a retraining made is compared on the rows before the drift as well, which is shown', async () => {
  const bench = await byRule(60)
  const artifact = join(bench.root, `registry-data/models/${MODEL}/versions/2/model.onnx`)
  bench.ports.clock.advance(-110 * DAY_MS)
  await run(register, bench, { model: MODEL, artifact, merge: true })
  bench.ports.clock.advance(110 * DAY_MS)
  const compared = { model: MODEL, challenger: '6', for: 'staging' }
  await run(compare, bench, compared)
  const before = await run<ComparisonResult>(compare, bench, { ...compared, until: '2026-09-01' })
  // Measured in a checkout of its own; proposed from one that has not registered it, with what was left.
  await bench.git('reset', '-q', '--hard', 'HEAD~1')
  const planned = await run<RegistrationResult>(register, bench, {
    model: MODEL,
    artifact,
    stage: 'staging',
    retrained: true,
    dryRun: true,
  })
  const auc = before.facts.metrics['roc-auc']
  expect(planned).toMatchObject({
    candidate: 'ready',
    earlier: {
      window: { from: '2026-07-03T00:00:00Z', to: '2026-09-01T00:00:00Z' },
      rows: before.facts.rows,
      metric: 'roc-auc',
      difference: auc?.difference,
    },
  })
  expect(renderProposal(planned)).toMatch(
    /On 599 rows before the drift, 2026-07-03 to 2026-09-01: ROC AUC 0\.\d+, the champion 0\.\d+, a difference of .* Shown and not judged/,
  )
  // What no gate reads is not taken along.
  const taken = planned.files.filter(({ path }) => path.includes('/evidence/comparison-'))
  expect(taken).toHaveLength(1)
})

test('no row judges that is not later than what both were trained on', async () => {
  const bench = await byRule(60, {})
  const train = await dated(bench.root, TRAIN, Date.UTC(2026, 9, 31))
  await bench.commit('Say when the training rows were seen', { [TRAIN]: train })
  // Neither version's record names these training data, so that the moment of its registration stands for their end.
  expect((await run<EvaluationResult>(evaluate, bench, { model: MODEL, version: '5' })).facts.rows).toBe(600)
  bench.ports.clock.advance(-68 * DAY_MS)
  // On the day that version 5 was registered nothing is later; on the day after it, the hours since.
  await expect(run(evaluate, bench, { model: MODEL, version: '5' })).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringMatching(
      /^no rows of judging\/\*\.csv before 2026-09-14T00:00:00Z are left to judge by: version 5 was registered at 2026-09-14T10:10:00Z, and nothing says/,
    ),
  })
})

test('where the training data say when their rows were seen, what is later judges', async () => {
  const bench = await exampleBench()
  const train = await dated(bench.root, TRAIN, Date.UTC(2026, 9, 31))
  await bench.commit('Say when the training rows were seen', { [TRAIN]: train })
  const text = await readFile(join(bench.root, DEFINITION), 'utf8')
  await bench.commit('Judge by a rule', {
    [DEFINITION]: text.replace(
      / {4}uri: .*\n {4}sha256: .*\n/,
      '    uri: judging/rows.csv\n    time: seen_at\n    window-days: 60\n',
    ),
    'judging/rows.csv': await dated(bench.root, TEST),
  })
  const data = [{ role: 'train', uri: TRAIN, sha256: sha256(train) }]
  for (const version of [2, 5]) {
    const path = `registry-data/models/${MODEL}/versions/${version}/version.json`
    const record = JSON.parse(await readFile(join(bench.root, path), 'utf8'))
    await bench.commit('Trained on these', {
      [path]: `${JSON.stringify({ ...record, data }, undefined, 2)}\n`,
    })
  }
  const { facts, data: on } = await run<EvaluationResult>(evaluate, bench, { model: MODEL, version: '5' })
  // Of 1 to 20 November; a row of 31 October could have been seen.
  expect([facts.rows, on.window?.from]).toEqual([200, '2026-10-31T00:00:01Z'])
  const both = await run<ComparisonResult>(compare, bench, { model: MODEL, challenger: '2' })
  expect([both.facts.rows, both.data.window?.from]).toEqual([200, '2026-10-31T00:00:01Z'])
})

test('there is no file to pin, and without a rule no window to end', async () => {
  const bench = await byRule(60)
  await expect(run(evaluate, bench, { model: MODEL, version: '5', pin: true })).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('chosen by a rule'),
  })
  await expect(
    run(evaluate, await exampleBench(), { model: MODEL, version: '5', until: '2026-11-01' }),
  ).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('judged on a file') })
})

test('rows that did not come are told with their times', async () => {
  const bench = await byRule(60)
  bench.ports.clock.advance(100 * DAY_MS)
  await expect(run(evaluate, bench, { model: MODEL, version: '5' })).rejects.toMatchObject({
    code: 'bad-data',
    message: 'no row of judging/*.csv is of 2026-12-31T00:00:00Z to 2027-03-01T00:00:00Z by `seen_at`',
  })
})
