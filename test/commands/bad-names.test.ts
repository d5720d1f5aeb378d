import { describe, expect, test } from 'vitest'
import { alias } from '../../src/commands/alias.ts'
import { archive } from '../../src/commands/archive.ts'
import { compare } from '../../src/commands/compare.ts'
import type { Command } from '../../src/commands/define.ts'
import { diff } from '../../src/commands/diff.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { history } from '../../src/commands/history.ts'
import { register } from '../../src/commands/register.ts'
import { search } from '../../src/commands/search.ts'
import { show } from '../../src/commands/show.ts'
import { validate } from '../../src/commands/validate.ts'
import type { ModelListResult } from '../../src/domain/results/model.ts'
import type { SearchResult } from '../../src/domain/results/search.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { CHURN_FILES, CHURN_YAML, churnBench, MODEL, realBench, run } from '../support/real-bench.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'

describe('a folder whose name is no model name', () => {
  test.each(['Churn_Model', 'con', '-churn', 'a.b', 'a'.repeat(65)])('%s', async name => {
    const folder = `registry-data/models/${name}`
    const bench = await realBench({ ...CHURN_FILES, [`${folder}/model.yaml`]: CHURN_YAML })
    const { problems } = await expectUnchanged(bench.root, () => run<ValidationResult>(validate, bench, {}))
    expect(problems).toMatchObject([
      {
        code: 'bad-file',
        place: { path: `${folder}/model.yaml` },
        next: expect.stringContaining('lower-case'),
      },
    ])
    for (const [command, input] of [
      [show, {}],
      [evaluate, { version: '1' }],
      [register, { artifact: 'train.py' }],
    ] as const) {
      await expectRefused(bench.root, () => run(command as Command, bench, { model: name, ...input }), {
        code: 'bad-input',
        message: '`model`',
        next: '--help',
      })
    }
  })
})

test('show and search leave out folders whose name is no model name', async () => {
  const bench = await churnBench()
  const record = await bench.git('show', `HEAD:${MODEL}/versions/1/version.json`)
  await bench.commit('a folder that is none', {
    'registry-data/models/Churn_Model/model.yaml': CHURN_YAML,
    'registry-data/models/Churn_Model/versions/1/version.json': record,
  })
  const { models } = await run<ModelListResult>(show, bench, { model: undefined })
  expect(models.map(({ model }) => model)).toEqual(['churn'])
  const found = await run<SearchResult>(search, bench, { model: undefined })
  expect(found.versions.map(({ model }) => model)).toEqual(['churn'])
})

describe('what is not there', () => {
  test.each([
    ['show', show, {}],
    ['history', history, {}],
    ['evaluate', evaluate, { version: '1' }],
    ['compare', compare, { champion: '1', challenger: '1' }],
    ['diff', diff, { first: '1', second: '1' }],
    ['register', register, { artifact: '.git/artifact.onnx' }],
    ['archive', archive, { version: '1' }],
    ['alias', alias, { alias: 'shadow', version: '1' }],
  ] as const)('%s of an unknown model names the nearest', async (_name, command, input) => {
    const bench = await churnBench()
    await expectRefused(bench.root, () => run(command as Command, bench, { model: 'chur', ...input }), {
      code: 'unknown-model',
      message: '`chur`',
      next: '`churn`',
    })
  })

  test.each([
    ['show', show, { version: '7' }, 'go up to 1'],
    ['evaluate', evaluate, { version: '7' }, 'go up to 1'],
    ['compare', compare, { champion: '1', challenger: '7' }, 'go up to 1'],
    ['compare', compare, { champion: 'champoin', challenger: '1' }, 'latest'],
    ['diff', diff, { first: '7', second: '1' }, 'go up to 1'],
    ['archive', archive, { version: 'latst' }, 'latest'],
    ['alias', alias, { alias: 'shadow', version: '7' }, 'go up to 1'],
  ] as const)('%s of an unknown version says which there are: %o', async (_name, command, input, next) => {
    const bench = await churnBench()
    await expectRefused(bench.root, () => run(command as Command, bench, { model: 'churn', ...input }), {
      code: 'unknown-version',
      next,
    })
  })

  test('a model of a registry without models', async () => {
    const bench = await realBench({ '.github/modelyard.yml': '' })
    await expectRefused(bench.root, () => run(show, bench, { model: 'churn' }), {
      code: 'unknown-model',
      next: 'modelyard init',
    })
  })
})
