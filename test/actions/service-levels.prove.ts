import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Result } from '../../src/domain/results/index.ts'
import { exampleBench } from '../support/real-bench.ts'
import { runAction } from '../support/run-action.ts'

const MODEL = 'registry-data/models/telco-churn/model.yaml'
const SLA = 'sla: {operations: [{measure: p95, max: 250ms}, {measure: error-rate, max: 1%}]}\n'

async function judged(line: (row: number) => object) {
  const { root } = await exampleBench()
  await writeFile(join(root, MODEL), `${await readFile(join(root, MODEL), 'utf8')}${SLA}`)
  const lines = Array.from({ length: 1000 }, (_, row) => JSON.stringify(line(row)))
  await writeFile(join(root, 'access.jsonl'), `${lines.join('\n')}\n`)
  const step = await runAction('actions/service-levels', {
    folder: root,
    inputs: { model: 'telco-churn', logs: 'access.jsonl' },
  })
  const file = step.outputs['result-file']
  return {
    ...step,
    result: file === undefined ? undefined : Result.parse(JSON.parse(await readFile(file, 'utf8'))),
  }
}

test('a step judges an access log, and its outputs name what is broken', async () => {
  const { status, outputs, summary, log } = await judged(row => ({ duration_ms: row % 300, status: 200 }))
  expect(status, log).toBe(1)
  expect(outputs).toMatchObject({ outcome: 'failed', model: 'telco-churn', breached: '["p95"]' })
  expect(summary).toContain('Broken:')
})

test('and passes where all are kept', async () => {
  const { status, outputs, result, log } = await judged(row => ({ duration_ms: row % 200, status: 200 }))
  expect(status, log).toBe(0)
  expect(outputs).toMatchObject({ outcome: 'passed', breached: '[]' })
  expect(result).toMatchObject({ kind: 'service-levels', outcome: 'passed' })
})
