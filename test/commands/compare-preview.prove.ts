import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compare } from '../../src/commands/compare.ts'
import type { ComparisonResult } from '../../src/domain/results/measurement.ts'
import { render } from '../../src/render/index.ts'
import { commandBench, predictBy, WEIGHTS } from '../support/command-model.ts'
import { fixture } from '../support/fixture-models.ts'
import { exampleBench, registeredBench, run } from '../support/real-bench.ts'
import { forAllTests } from '../support/temporary.ts'
import { expectUnchanged } from '../support/unchanged.ts'

const bench = forAllTests(async () => {
  const made = await exampleBench()
  await made.write({
    '.git/made/model.onnx': fixture('models/telco-churn/v7/model.onnx'),
    '.git/made/model.pkl': 'x',
    '.git/trained/model.onnx': fixture('models/telco-churn/v7/model.onnx'),
    '.git/trained/metrics.json': '{}',
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

test('of a folder that a training left the model in it is compared', async () => {
  const [named, found] = [await preview(), await preview('.git/trained')]
  expect(found.challenger).toMatchObject({ file: expect.stringMatching(/trained\/model\.onnx$/) })
  expect(found.facts).toEqual(named.facts)
})

test('what is no ONNX predicts by the command of model.yaml, on both sides', async () => {
  const bench = await commandBench(predictBy(''))
  const worse = JSON.stringify({ phone_service: 0, paperless_billing: 0, streaming_tv: {} })
  await bench.write({ '.git/made/model.bin': worse, '.git/base/model.bin': WEIGHTS })
  const [artifact, against] = [join(bench.root, '.git/made'), join(bench.root, '.git/base')]
  const result = await run<ComparisonResult>(compare, bench, { model: 'churn', artifact, against })
  expect(result).toMatchObject({
    identical: false,
    engine: expect.stringContaining('`predict` of model.yaml'),
  })
  expect(result.facts.metrics['roc-auc']).toMatchObject({ challenger: 0.5 })
  const same = { model: 'churn', artifact: against, against }
  expect(await run<ComparisonResult>(compare, bench, same)).toMatchObject({ identical: true })
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
    next: ['train it in full and register that to have it judged'],
  })
  expect(result.remarks.join()).toContain('trained on a sample')
  expect(render(result, 'markdown')).toContain('base.onnx')
  await expect(run(compare, made, { model: 'churn', against })).rejects.toMatchObject({ code: 'bad-input' })
})

test.for([
  ['a file that is not there', { artifact: 'gone.onnx' }, 'bad-artifact'],
  ['what is no ONNX where nothing says how it predicts', { artifact: '.git/made/model.pkl' }, 'not-runnable'],
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
