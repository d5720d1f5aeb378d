import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import type { ComparisonResult } from '../../src/domain/results/measurement.ts'
import { render } from '../../src/render/index.ts'
import { fixture } from '../support/fixture-models.ts'
import { exampleBench, registeredBench, run } from '../support/real-bench.ts'
import { forAllTests } from '../support/temporary.ts'
import { expectUnchanged } from '../support/unchanged.ts'

const bench = forAllTests(async () => {
  const made = await exampleBench()
  await made.write({
    '.git/made/model.onnx': fixture('models/telco-churn/v7/model.onnx'),
    '.git/made/model.pkl': 'x',
  })
  return made
})
const preview = (artifact = '.git/made/model.onnx') =>
  run<ComparisonResult>(compare, bench(), { model: 'telco-churn', artifact: join(bench().root, artifact) })

test('a model that is no version is compared with the champion, and nothing is written', async () => {
  const result = await expectUnchanged(bench().root, () => preview())
  const registered = await run<ComparisonResult>(compare, bench(), {
    model: 'telco-churn',
    challenger: '5',
    evidence: false,
  })
  expect(result).toMatchObject({
    model: 'telco-churn',
    champion: registered.champion,
    challenger: { file: expect.stringMatching(/model\.onnx$/) },
    'primary-metric': registered['primary-metric'],
    data: registered.data,
    evidence: [],
  })
  expect(result).not.toHaveProperty('gates')
  expect(result.remarks.join('\n')).toContain('a preview')
  expect(render(result, 'markdown')).toContain('preview')
})

test('another file stands in the place of the champion, also where there is none', async () => {
  const made = await registeredBench({})
  await made.write({
    '.git/base.onnx': fixture('models/telco-churn/v3/model.onnx'),
    '.git/head.onnx': fixture('models/telco-churn/v3/model.onnx'),
  })
  const [artifact, against] = [join(made.root, '.git/head.onnx'), join(made.root, '.git/base.onnx')]
  const result = await run<ComparisonResult>(compare, made, { model: 'churn', artifact, against })
  expect(result).toMatchObject({
    model: 'churn',
    champion: { file: against },
    challenger: { file: artifact },
    evidence: [],
    next: [],
  })
  expect(result.remarks.join()).toContain('trained on a sample')
  expect(render(result, 'markdown')).toContain('base.onnx')
  await expect(run(compare, made, { model: 'churn', against })).rejects.toMatchObject({ code: 'bad-input' })
})

test.for([
  ['a file that is not there', { artifact: 'gone.onnx' }, 'bad-input'],
  ['other rows that are not there', { artifact: '.git/made/model.onnx', data: 'gone.csv' }, 'bad-data'],
  ['a model that nobody knows', { artifact: '.git/made/model.onnx', model: 'telco' }, 'unknown-model'],
] as const)('%s is refused', async ([, input, code]) => {
  const given = { model: 'telco-churn', ...input, artifact: join(bench().root, input.artifact) }
  await expect(run(compare, bench(), given)).rejects.toMatchObject({ code })
})

test('without a champion there is nothing to compare with', async () => {
  const first = await registeredBench({})
  await first.write({ '.git/model.onnx': fixture('models/telco-churn/v7/model.onnx') })
  const artifact = join(first.root, '.git/model.onnx')
  await expect(run(compare, first, { model: 'churn', artifact })).rejects.toMatchObject({
    code: 'unknown-version',
  })
})
