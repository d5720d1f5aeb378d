import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Result } from '../../src/domain/results/index.ts'
import { exampleBench } from '../support/real-bench.ts'
import { readMetadata, runAction } from '../support/run-action.ts'

const ACTION = 'actions/monitor'

async function monitored(
  inputs: Readonly<Record<string, string>>,
  change: (rows: string[]) => string[] = rows => rows,
) {
  const { root } = await exampleBench()
  const [header = '', ...rows] = (await readFile(join(root, 'examples/telco-churn/data/test.csv'), 'utf8'))
    .trim()
    .split('\n')
  await writeFile(join(root, 'current.csv'), `${[header, ...change(rows)].join('\n')}\n`)
  const step = await runAction(ACTION, {
    folder: root,
    inputs: { model: 'telco-churn', current: 'current.csv', ...inputs },
  })
  const file = step.outputs['result-file']
  const result = file === undefined ? undefined : Result.parse(JSON.parse(await readFile(file, 'utf8')))
  return { ...step, result, root }
}

test('customers who were held out are like those that the champion was trained on', async () => {
  const { status, outputs, result, log, summary, annotations } = await monitored({})
  expect({ status, annotations }, log).toEqual({ status: 0, annotations: [] })
  expect(outputs).toMatchObject({ outcome: 'passed', model: 'telco-churn', drifted: '[]' })
  const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
  expect(Object.keys(outputs).filter(name => !declared.includes(name))).toEqual([])
  if (result?.kind !== 'drift') throw new Error(log)
  expect(result.reference.version?.aliases).toContain('champion')
  expect(JSON.parse(outputs.evidence ?? '[]')).toEqual([expect.stringMatching(/profile-\w{12}\.json$/)])
  expect(summary).toContain('No drift')
})

test('those who pay month by month alone are not, and the step says by which columns', async () => {
  const { status, outputs, summary, log } = await monitored({ evidence: 'false' }, rows =>
    rows.filter(row => row.includes('Month-to-month')),
  )
  expect(status, log).toBe(1)
  expect(outputs).toMatchObject({ outcome: 'failed', evidence: '[]' })
  expect(JSON.parse(outputs.drifted ?? '[]')).toEqual(expect.arrayContaining(['contract', 'tenure']))
  expect(summary).toContain('contract')
})

test('twenty customers tell nothing, and that is no pass', async () => {
  const { status, outputs } = await monitored({}, rows => rows.slice(0, 20))
  expect([status, outputs.outcome]).toEqual([1, 'inconclusive'])
})
