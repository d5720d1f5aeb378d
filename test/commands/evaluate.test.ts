import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/commands/evaluate.ts'
import type { EvaluationResult } from '../../src/domain/results/measurement.ts'
import { render } from '../../src/render/index.ts'
import { fixture } from '../support/fixture-models.ts'
import { CHURN_ROWS, churnBench, MODEL, type RealBench, registerBytes, run } from '../support/real-bench.ts'
import { expectUnchanged } from '../support/unchanged.ts'
import { sha256 } from '../support/workbench.ts'

const WORKFLOW = '.github/workflows/modelyard.yml'
const DRAFTS = '.git/modelyard/evidence/churn/1'

const evaluated = (bench: RealBench, input: Readonly<Record<string, unknown>> = {}) =>
  run<EvaluationResult>(evaluate, bench, { model: 'churn', version: '1', ...input })

describe('evidence', () => {
  test('is left as a draft that says what was measured, on what, by whom', async () => {
    const bench = await churnBench()
    const { evidence, facts, next } = await evaluated(bench)
    const [written] = evidence
    expect(written).toMatchObject({ is: 'new', path: expect.stringMatching(/^\.git\/modelyard\//) })
    const text = await readFile(join(bench.root, written?.path ?? ''), 'utf8')
    expect(written?.digest).toBe(sha256(text))
    expect(written?.path).toBe(`${DRAFTS}/evaluation-${sha256(text).slice(0, 12)}.json`)
    expect(JSON.parse(text)).toMatchObject({
      schema: 1,
      kind: 'evaluation',
      subject: {
        artifact: sha256(fixture('models/telco-churn/v3/model.onnx')),
        data: sha256(CHURN_ROWS),
      },
      facts,
      origin: {
        tool: expect.stringMatching(/^modelyard \d/),
        by: 'Ada Lovelace',
        commit: await bench.git('rev-parse', 'HEAD'),
        'started-at': '2026-11-21T10:02:11Z',
      },
    })
    expect(await bench.git('status', '--porcelain')).toBe('')
    // Nothing pins these rows, so that no gate takes it: the answer's gates say what to do.
    expect(next).toEqual([])
  })

  test("of a workflow's run names that run, and the commit that it is at instead of what a job committed", async () => {
    const bench = await churnBench()
    const commit = 'e'.repeat(40)
    const run = { repository: 'acme/models', id: 4711, attempt: 1, workflow: WORKFLOW, event: 'push', commit }
    const ports = { ...bench.ports, host: { machine: 'a runner', run } }
    const { evidence } = await evaluated({ ...bench, ports })
    const text = await readFile(join(bench.root, evidence[0]?.path ?? ''), 'utf8')
    const { origin } = JSON.parse(text)
    expect(origin).toMatchObject({ repository: 'acme/models', run: 4711, workflow: WORKFLOW, commit })
    expect(origin).not.toHaveProperty('by')
  })

  test('of the same finding is written once', async () => {
    const bench = await churnBench()
    const [first] = (await evaluated(bench)).evidence
    bench.ports.clock.advance(60_000)
    const [again] = (await expectUnchanged(bench.root, () => evaluated(bench))).evidence
    expect(again).toEqual({ ...first, is: 'repeat' })
  })

  test('is not left with --no-evidence', async () => {
    const bench = await churnBench()
    expect((await expectUnchanged(bench.root, () => evaluated(bench, { evidence: false }))).evidence).toEqual(
      [],
    )
  })

  test('of other rows is told apart, and no gate takes it', async () => {
    const bench = await churnBench()
    await evaluated(bench, { pin: true })
    await bench.git('commit', '-qam', 'pin')
    const rows = `${CHURN_ROWS}1,1,No,No\n`
    await bench.write({ 'october.csv': rows })
    const { data, remarks } = await evaluated(bench, { data: 'october.csv' })
    expect(data).toEqual({ uri: 'october.csv', sha256: sha256(rows), pinned: false })
    expect(remarks.at(-1)).toContain('no gate takes this')
    const drafts = await readdir(join(bench.root, DRAFTS))
    expect(drafts.filter(name => name.startsWith('evaluation-'))).toHaveLength(2)
    expect((await evaluated(bench)).remarks.join()).not.toContain('no gate takes this')
  })
})

describe('--pin', () => {
  test("writes the data's digest into model.yaml; what a person wrote there stays", async () => {
    const bench = await churnBench()
    const path = `${MODEL}/model.yaml`
    const before = await readFile(join(bench.root, path), 'utf8')
    await bench.commit('comment', { [path]: `# ours\n${before}` })
    const { data, remarks } = await evaluated(bench, { pin: true })
    expect(data.pinned).toBe(true)
    expect(remarks.join()).toContain('commit it and have it reviewed')
    const after = await readFile(join(bench.root, path), 'utf8')
    expect(after.replace(/, sha256: [0-9a-f]{64}/, '')).toBe(`# ours\n${before}`)
    expect(after).toContain(`sha256: ${sha256(CHURN_ROWS)}`)
  })

  test('writes nothing where the rows cannot be scored', async () => {
    const bench = await churnBench()
    await bench.commit('a column less', { 'data/test.csv': 'tenure,churn\n1,Yes\n' })
    await expectUnchanged(bench.root, () => expect(evaluated(bench, { pin: true })).rejects.toThrow('column'))
  })
})

describe('a version is found', () => {
  test.each(['1', 'v1', 'latest'])('as %s', async version => {
    const result = await evaluated(await churnBench(), { version, evidence: false })
    expect(result.version.version).toBe(1)
  })

  test('elsewhere, by a copy', async () => {
    const bench = await churnBench()
    await registerBytes(bench, fixture('models/telco-churn/v3/model.onnx'), {
      uri: 's3://models/x.onnx',
      commit: 'HEAD',
    })
    const input = { version: '2', artifact: '.git/artifact.onnx', evidence: false }
    expect((await evaluated(bench, input)).version).toMatchObject({ version: 2 })
  })
})

describe('what is no ONNX', () => {
  test('is judged by a file of its predictions, whose digest the evidence keeps', async () => {
    const bench = await churnBench()
    await registerBytes(bench, fixture('models/hostile/pickle.onnx'))
    const predictions = 'row,probability\n0,0.9\n1,0.2\n2,0.1\n3,0.4\n'
    await bench.write({ 'predictions.csv': predictions })
    const result = await evaluated(bench, { version: '2', predictions: 'predictions.csv' })
    expect(result.facts.metrics).toMatchObject({ 'roc-auc': 1, accuracy: 0.75 })
    expect(result.engine).toContain('predictions.csv')
    const text = await readFile(join(bench.root, result.evidence[0]?.path ?? ''), 'utf8')
    expect(JSON.parse(text).origin.predictions).toEqual([sha256(predictions)])
  })
})

test('the answer is one document in three shapes', async () => {
  const result = await evaluated(await churnBench(), { evidence: false })
  expect(JSON.parse(render(result, 'json'))).toEqual(JSON.parse(JSON.stringify(result)))
  expect(render(result, 'text')).toMatch(/ROC AUC +1\.000/)
  expect(render(result, 'markdown')).toMatch(/\| ROC AUC \| +1\.000 \|/)
})
