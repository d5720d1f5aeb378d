import { describe, expect, test } from 'vitest'
import { bench } from '../../src/commands/bench.ts'
import { register } from '../../src/commands/register.ts'
import { Evidence } from '../../src/domain/evidence/evidence.ts'
import type { LatencyResult } from '../../src/domain/results/latency.ts'
import { fakeStopwatch } from '../fakes/ports.ts'
import { fixture } from '../support/fixture-models.ts'
import { churnBench, exampleBench, type RealBench, registerBytes, run } from '../support/real-bench.ts'
import { forAllTests } from '../support/temporary.ts'

const QUICK = { seconds: 0.01, evidence: false }
const bare = (bench: RealBench, msOf: Parameters<typeof fakeStopwatch>[0]) => ({
  ports: { ...bench.ports, stopwatch: fakeStopwatch(msOf) },
})

describe('bench', () => {
  const example = forAllTests(exampleBench)
  const ask = (input: Readonly<Record<string, unknown>>, msOf?: Parameters<typeof fakeStopwatch>[0]) =>
    run<LatencyResult>(bench, msOf === undefined ? example() : bare(example(), msOf), {
      model: 'telco-churn',
      ...input,
    })

  test('times two versions of different inputs with the real engine', async () => {
    const { facts, champion, challenger, data } = await ask({ champion: '2', challenger: '5', ...QUICK })
    expect([champion.version, challenger.version, data.pinned]).toEqual([2, 5, true])
    expect(facts).toMatchObject({ 'rows-per-request': 1, pairs: 200, blocks: 20 })
    expect(facts.quantiles.p50['champion-ms']).toBeGreaterThan(0)
  })

  test('the champion is timed against itself first, then against the challenger', async () => {
    const seen: number[] = []
    const { facts } = await ask({ champion: '2', challenger: '5', ...QUICK }, (model, _request, turn) => {
      seen[turn] = model
      return [1, 1, 4][model] as number
    })
    expect(facts['same-against-same'].p95).toEqual({ value: 1, low: 1, high: 1 })
    expect(facts.quantiles.p95).toMatchObject({ 'champion-ms': 1, 'challenger-ms': 4, ratio: { value: 4 } })
    const counted = seen.slice(2 * facts['warm-up'])
    expect(new Set(counted.slice(0, 400))).toEqual(new Set([0, 1]))
    expect(new Set(counted.slice(400))).toEqual(new Set([0, 2]))
  })

  test('what warming up took counts for nothing', async () => {
    const { facts } = await ask({ ...QUICK }, (_model, _request, turn) => (turn < 200 ? 1000 : 1))
    expect(facts['warm-up']).toBe(100)
    expect(facts.quantiles.p99['champion-ms']).toBe(1)
  })

  test('the budget decides how many pairs, from what a pair takes', async () => {
    const { facts } = await ask({ seconds: 20, evidence: false }, model => (model === 2 ? 7 : 1))
    expect(facts.pairs).toBe(2000)
  })

  test('a machine on which the champion differs from itself is called noisy', async () => {
    const result = await ask({ ...QUICK }, model => (model === 1 ? 1.3 : 1))
    expect(result.noisy).toEqual(['p50', 'p95'])
    expect(result.next).toHaveLength(1)
  })

  test('rows of the data go into every request', async () => {
    const { facts } = await ask({ champion: '2', challenger: '5', rowsPerRequest: 700, ...QUICK }, () => 1)
    expect(facts['rows-per-request']).toBe(700)
    await expect(ask({ rowsPerRequest: 1410, ...QUICK })).rejects.toMatchObject({ code: 'bad-data' })
  })

  test('evidence names both artifacts and the data, and is written once', async () => {
    const own = await exampleBench()
    const ports = bare(own, () => 1)
    const input = { model: 'telco-churn', champion: '2', challenger: '4', seconds: 0.01 }
    const first = await run<LatencyResult>(bench, ports, input)
    const [written] = first.evidence
    expect(written?.is).toBe('new')
    const [name] = await own.ports.drafts.list('evidence/telco-churn/4')
    const bytes = (await own.ports.drafts.read(`evidence/telco-churn/4/${name}`)) as Uint8Array
    expect(Evidence.parse(JSON.parse(new TextDecoder().decode(bytes)))).toMatchObject({
      kind: 'latency',
      subject: {
        artifact: first.challenger.artifact,
        champion: first.champion.artifact,
        data: first.data.sha256,
      },
      facts: first.facts,
    })
    expect((await run<LatencyResult>(bench, ports, input)).evidence).toEqual([{ ...written, is: 'repeat' }])
  })
})

test('without a champion it says how to name two versions', async () => {
  await expect(run(bench, await churnBench(), { model: 'churn' })).rejects.toMatchObject({
    code: 'unknown-version',
  })
})

test('two versions of one artifact are said to be the same', async () => {
  const own = await churnBench()
  const result = await run<LatencyResult>(bench, own, {
    model: 'churn',
    champion: '1',
    challenger: '1',
    ...QUICK,
  })
  expect(result.remarks).toContain('both versions are the same artifact')
})

test('a version that is no ONNX cannot be timed', async () => {
  const own = await churnBench()
  await own.write({ 'model.pkl': Buffer.from('80049503000000000000004e2e', 'hex') })
  await run(register, own, { model: 'churn', artifact: `${own.root}/model.pkl`, merge: true })
  await expect(
    run(bench, own, { model: 'churn', champion: '1', challenger: '2', ...QUICK }),
  ).rejects.toMatchObject({ code: 'not-runnable' })
})

test('inputs that the data does not have are named before anything runs', async () => {
  const own = await churnBench()
  await registerBytes(own, fixture('models/telco-churn/v2/model.onnx'))
  await expect(
    run(bench, own, { model: 'churn', champion: '1', challenger: '2', ...QUICK }),
  ).rejects.toMatchObject({ code: 'bad-data' })
})
