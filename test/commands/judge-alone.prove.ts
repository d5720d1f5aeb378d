import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/commands/evaluate.ts'
import { gates } from '../../src/commands/gates.ts'
import { promote } from '../../src/commands/promote.ts'
import type { GatesResult } from '../../src/domain/results/gates.ts'
import type { EvaluationResult } from '../../src/domain/results/measurement.ts'
import { render } from '../../src/render/index.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  CHURN_ROWS,
  CHURN_YAML,
  MODEL,
  type RealBench,
  registerBytes,
  registeredBench,
  run,
} from '../support/real-bench.ts'
import { sha256 } from '../support/workbench.ts'

/** The first version of a model whose rows are pinned, with this floor. */
function firstVersion(policy: string): Promise<RealBench> {
  const yaml = CHURN_YAML.replace('data/test.csv}', `data/test.csv, sha256: ${sha256(CHURN_ROWS)}}`).replace(
    /\n {2}staging: .*\n/,
    `\n  staging: {${policy}, defaults: false}\n  production: {gates: [{metric: roc-auc, min: 0}], defaults: false}\n`,
  )
  return registeredBench({ files: { [`${MODEL}/model.yaml`]: yaml } })
}

const FLOOR = 'gates: [{metric: roc-auc, min: 0.1}, {metric: roc-auc, not-worse-by: 0.02}]'
const evaluated = (bench: RealBench, input: Readonly<Record<string, unknown>> = {}) =>
  run<EvaluationResult>(evaluate, bench, { model: 'churn', version: '1', ...input })

describe('a first version', () => {
  test('is judged by floors alone, as a promotion judges it, and its report shows the tree', async () => {
    const bench = await firstVersion(FLOOR)
    const result = await evaluated(bench)
    expect(result).toMatchObject({
      'judged-for': 'staging',
      'decided-before': 0,
      gates: {
        outcome: 'passed',
        gates: [
          { gate: 'metric-limit', outcome: 'passed', evidence: result.evidence[0]?.digest },
          { gate: 'not-worse', outcome: 'left-out' },
        ],
      },
      next: ['promote it: modelyard promote churn 1 staging'],
    })
    const asked = await run<GatesResult>(gates, bench, { model: 'churn', version: '1' })
    expect(result.gates).toEqual(asked.gates)
    const report = render(result, 'markdown')
    expect(report).toContain('version 1 may go to staging')
    expect(report).toMatch(/\| ROC AUC \| ✅\spassed \| 1\.000 \| ≥\s0\.100 \|/)
    expect(report).toMatch(/\| left\sout \|/)
  })

  test('below a floor fails, and nothing leads to a promotion', async () => {
    const result = await evaluated(
      await firstVersion('gates: [{metric: log-loss, max: 0.0001}, {metric: roc-auc, min: 0}]'),
    )
    expect(result).toMatchObject({ gates: { outcome: 'failed' }, next: [] })
  })

  test('without a floor is inconclusive, with the line to add', async () => {
    const result = await evaluated(await firstVersion('gates: [{metric: roc-auc, not-worse-by: 0.02}]'))
    expect(result.gates?.outcome).toBe('inconclusive')
    expect(result.gates?.remarks[0]?.next).toContain('roc-auc')
  })

  test('is judged on what was just measured, kept or not', async () => {
    const bench = await firstVersion(FLOOR)
    const result = await evaluated(bench, { evidence: false })
    expect(result.gates?.outcome).toBe('passed')
    expect(result.next.join()).toContain('keep the evidence')
    expect(await run(gates, bench, { model: 'churn', version: '1' })).toMatchObject({
      outcome: 'inconclusive',
    })
  })

  test('on rows that nothing pins is inconclusive; pinned by this command, the pin comes first', async () => {
    const bench = await registeredBench({})
    expect((await evaluated(bench)).gates).toMatchObject({
      outcome: 'inconclusive',
      gates: [{ next: expect.stringContaining('--pin') }],
    })
    const { gates: tree, next } = await evaluated(bench, { pin: true })
    expect(tree?.outcome).toBe('inconclusive')
    expect(next).toEqual([expect.stringContaining('commit model.yaml')])
  })

  test('on other rows than the pinned ones is not judged: that is for information', async () => {
    const bench = await firstVersion(FLOOR)
    await bench.write({ 'october.csv': `${CHURN_ROWS}1,1,No,No\n` })
    const result = await evaluated(bench, { data: 'october.csv' })
    expect(result).not.toHaveProperty('gates')
    expect(result).not.toHaveProperty('decided-before')
  })
})

describe('where there is a champion, evaluate judges nothing', () => {
  const withChampion = async () => {
    const bench = await firstVersion(FLOOR)
    await evaluated(bench)
    for (const stage of ['staging', 'production'])
      await run(promote, bench, { model: 'churn', version: '1', stage, merge: true })
    return bench
  }

  test('of a version to be compared with it', async () => {
    const bench = await withChampion()
    await registerBytes(bench, fixture('models/telco-churn/v1/model.onnx'))
    await bench.write({ 'predictions.csv': 'probability\n0.9\n0.1\n0.2\n0.8\n' })
    const predictions = join(bench.root, 'predictions.csv')
    const result = await evaluated(bench, { version: '2', predictions })
    expect(result).not.toHaveProperty('gates')
    expect(result.next).toEqual(['compare it: modelyard compare churn champion 2'])
  })

  test('of the champion itself, for which no stage comes next', async () => {
    expect(await evaluated(await withChampion())).not.toHaveProperty('gates')
  })
})
