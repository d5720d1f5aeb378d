import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { archive } from '../../src/commands/archive.ts'
import type { Command } from '../../src/commands/define.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { history } from '../../src/commands/history.ts'
import { init } from '../../src/commands/init.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { search } from '../../src/commands/search.ts'
import { show } from '../../src/commands/show.ts'
import { validate } from '../../src/commands/validate.ts'
import { isRepositoryPath } from '../../src/domain/registry/names.ts'
import { ArtifactUri } from '../../src/domain/registry/version.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { render } from '../../src/render/index.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  CHURN_FILES,
  CHURN_ROWS,
  CHURN_YAML,
  churnBench,
  MODEL,
  type RealBench,
  realBench,
  registeredBench,
  run,
} from '../support/real-bench.ts'
import { temporaryFolder, temporaryRepository } from '../support/temporary.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'

const CONFIG = '.github/modelyard.yml'
const VERSION = `${MODEL}/versions/1/version.json`
const OUTSIDE = ['../elsewhere', '/etc/passwd', '.git/config']

/** What `validate` finds, with the promise that it only looks. */
async function problemsOf(bench: RealBench): Promise<ValidationResult['problems']> {
  const { problems } = await expectUnchanged(bench.root, () => run<ValidationResult>(validate, bench, {}))
  return problems
}

describe('a path that leads out of the repository, by its text', () => {
  test.each([
    ...OUTSIDE,
    'a/../../b',
    'C:/models',
    'C:\\models',
    'a\\..\\b',
    './a',
    'a//b',
    'a/',
    '',
    'a/.GIT/config',
    'a\nb',
  ])('is no path of the registry: %j', path => {
    expect(isRepositoryPath(path)).toBe(false)
  })

  test.each(['data/test.csv', 'a b/ü.csv', '..data/a..b', '.github/x'])(
    'one that stays inside is: %j',
    path => {
      expect(isRepositoryPath(path)).toBe(true)
    },
  )

  test.each(OUTSIDE)('as the root of the registry: %s', async path => {
    const bench = await realBench({ ...CHURN_FILES, [CONFIG]: `workflows: []\nregistry: "${path}"\n` })
    const place = { path: CONFIG, line: 2, column: 11 }
    await expectRefused(bench.root, () => run(show, bench, {}), {
      code: 'bad-file',
      message: 'inside the repository',
      place,
    })
    expect(await problemsOf(bench)).toMatchObject([{ code: 'bad-file', place }])
  })

  test.each(OUTSIDE)('as the evaluation data: %s', async path => {
    const yaml = CHURN_YAML.replace('data/test.csv', `"${path}"`)
    const bench = await realBench({ ...CHURN_FILES, [`${MODEL}/model.yaml`]: yaml })
    const place = { path: `${MODEL}/model.yaml`, line: 4, column: 24 }
    await expectRefused(bench.root, () => run(evaluate, bench, { model: 'churn', version: '1' }), {
      code: 'bad-file',
      message: 'inside the repository',
      place,
    })
    expect(await problemsOf(bench)).toMatchObject([{ code: 'bad-file', place }])
  })

  test.each(OUTSIDE)('as the training data, or as a workflow of ours: %s', async path => {
    const trained = `${CHURN_YAML}train: {command: python train.py, data: "${path}"}\n`
    const bench = await realBench({
      ...CHURN_FILES,
      [`${MODEL}/model.yaml`]: trained,
      [CONFIG]: `registry: registry-data\nworkflows: ["${path}"]\n`,
    })
    const configured = (await problemsOf(bench)).filter(({ place }) => place.path === CONFIG)
    expect(configured).toMatchObject([{ code: 'bad-file', message: expect.stringContaining('inside') }])
    await bench.commit('mend one', { [CONFIG]: CHURN_FILES[CONFIG] as string })
    expect(await problemsOf(bench)).toMatchObject([
      {
        code: 'bad-file',
        place: { path: `${MODEL}/model.yaml` },
        message: expect.stringContaining('inside'),
      },
    ])
  })

  test.each(['train', 'test', 'root'])('as what init is told of --%s', flag => {
    for (const path of OUTSIDE) expect(init.input.safeParse({ [flag]: path }).success).toBe(false)
    expect(init.input.safeParse({ [flag]: 'data/a.csv' }).success).toBe(true)
  })

  test.each([
    'model.onnx',
    '../2/model.onnx',
    './model/../../2/model.onnx',
    './model.onnx/../../../../../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    'https://models.example.com/../secret',
  ])('is no address of an artifact: %s', uri => {
    expect(ArtifactUri.safeParse(uri).success).toBe(false)
  })

  test('as the address of an artifact, with which nothing is done', async () => {
    const bench = await churnBench()
    const record = await readFile(join(bench.root, VERSION), 'utf8')
    await bench.commit('tamper', { [VERSION]: record.replace('./model.onnx', './model/../../2/model.onnx') })
    const refusal = { code: 'bad-file', place: { path: VERSION, line: 9, column: 12 } } as const
    for (const [command, input] of [
      [show, { version: '1' }],
      [evaluate, { version: '1' }],
      [promote, { version: '1', stage: 'staging', merge: true }],
      [archive, { version: '1', purge: true, merge: true }],
    ] as const) {
      const attempt = () => run(command as Command, bench, { model: 'churn', ...input })
      await expectRefused(bench.root, attempt, refusal)
    }
    expect(await problemsOf(bench)).toContainEqual(expect.objectContaining(refusal))
  })

  test('as the address to register at', async () => {
    const bench = await churnBench()
    const artifact = '.git/artifact.onnx'
    for (const uri of ['../x', '/etc/passwd', 'file:///x', 'http://plain.example.com/m', 's3://b/../../x']) {
      await expectRefused(bench.root, () => run(register, bench, { model: 'churn', artifact, uri }), {
        code: 'bad-input',
        next: 'register --help',
      })
    }
  })
})

/** Moves something out of the repository, and puts a link to it in its place. */
async function linkOut(bench: RealBench, path: string): Promise<void> {
  const place = join(bench.root, path)
  const outside = join(await temporaryFolder(), 'outside')
  await cp(place, outside, { recursive: true })
  await rm(place, { recursive: true })
  await symlink(outside, place)
}

describe('a link that leads out of the repository', () => {
  test.each([
    ['the registry', 'registry-data', 'registry-data'],
    ['the folder of its models', 'registry-data/models', 'registry-data/models'],
    ['the configuration', CONFIG, CONFIG],
    ["the configuration's folder", '.github', CONFIG],
  ])('%s', async (_what, path, named) => {
    const bench = await churnBench()
    await linkOut(bench, path)
    const found = await problemsOf(bench).catch((error: unknown) => [error])
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'path-escape',
        place: { path: named },
        next: expect.stringMatching(/./),
      }),
    )
    await bench.commit('link')
    for (const [command, input] of [
      [evaluate, { version: '1' }],
      [promote, { version: '1', stage: 'staging', merge: true }],
      [register, { artifact: '.git/artifact.onnx', merge: true }],
    ] as const) {
      const attempt = () => run(command as Command, bench, { model: 'churn', ...input })
      await expect(expectUnchanged(bench.root, () => attempt().catch(({ code }) => code))).resolves.toMatch(
        /^path-escape$/,
      )
    }
  })

  test.each([
    ['a model', MODEL],
    ['a version', `${MODEL}/versions/1`],
    ['its record', VERSION],
    ['its artifact', `${MODEL}/versions/1/model.onnx`],
    ['the definition', `${MODEL}/model.yaml`],
  ])('%s', async (_what, path) => {
    const bench = await churnBench()
    await linkOut(bench, path)
    expect(await problemsOf(bench)).toContainEqual(
      expect.objectContaining({ code: 'path-escape', place: { path } }),
    )
  })

  test('an artifact that is a link in the commit is neither followed nor run', async () => {
    const bench = await churnBench()
    const path = `${MODEL}/versions/1/model.onnx`
    await linkOut(bench, path)
    await bench.commit('link')
    await expectRefused(bench.root, () => run(evaluate, bench, { model: 'churn', version: '1' }), {
      code: 'digest-mismatch',
      place: { path },
    })
  })

  test.each(['data/test.csv', 'data'])('the evaluation data: %s', async path => {
    const bench = await churnBench()
    await linkOut(bench, path)
    await expectRefused(bench.root, () => run(evaluate, bench, { model: 'churn', version: '1' }), {
      code: 'path-escape',
      place: { path: 'data/test.csv' },
    })
  })

  test.each(['data/train.csv', 'data'])("the model's training data: %s", async path => {
    const yaml = `${CHURN_YAML}train: {command: python train.py, data: data/train.csv}\n`
    const files = { [`${MODEL}/model.yaml`]: yaml, 'data/train.csv': 'churn\nYes\n' }
    const bench = await registeredBench({ files })
    await linkOut(bench, path)
    await bench.write({ '.git/next.onnx': fixture('models/telco-churn/v2/model.onnx') })
    const input = {
      model: 'churn',
      artifact: join(bench.root, '.git/next.onnx'),
      merge: true,
      commit: 'HEAD',
    }
    await expectRefused(bench.root, () => run(register, bench, input), {
      code: 'path-escape',
      place: { path: 'data/train.csv' },
    })
  })

  test('the training data, of which rows of the evaluation would be looked up: nothing is read there', async () => {
    const yaml = `${CHURN_YAML}train: {command: python train.py, data: data/train.csv}\n`
    const files = { [`${MODEL}/model.yaml`]: yaml, 'data/train.csv': CHURN_ROWS }
    const bench = await registeredBench({ files })
    const shared = async () => {
      const result = await run(evaluate, bench, { model: 'churn', version: '1', evidence: false })
      return render(result, 'text').includes('training data')
    }
    expect(await shared()).toBe(true)
    await linkOut(bench, 'data/train.csv')
    expect(await shared()).toBe(false)
  })

  test('a folder that a merge would write to is found before anything is committed', async () => {
    const bench = await churnBench()
    await linkOut(bench, `${MODEL}/versions`)
    await bench.write({ '.git/next.onnx': fixture('models/telco-churn/v2/model.onnx') })
    const artifact = join(bench.root, '.git/next.onnx')
    const input = { model: 'churn', artifact, merge: true, commit: 'HEAD' }
    await expectRefused(bench.root, () => run(register, bench, input), {
      code: 'path-escape',
      next: 'without links that lead out',
    })
  })
})

describe('a registry that is a link, in the commit', () => {
  test.each(['registry-data', 'registry-data/models', MODEL, CONFIG])(
    '%s: every command says so',
    async path => {
      const bench = await churnBench()
      await linkOut(bench, path)
      await bench.commit('replaced')
      for (const [command, input] of [
        [show, {}],
        [search, {}],
        [history, {}],
        [evaluate, { version: '1' }],
        [promote, { version: '1', stage: 'staging' }],
      ] as const) {
        await expectRefused(bench.root, () => run(command as Command, bench, { model: 'churn', ...input }), {
          code: path === MODEL && command === search ? 'unknown-model' : 'path-escape',
          ...(path === MODEL && command === search ? {} : { message: `${path} is a link`, place: { path } }),
        })
      }
    },
  )
})

describe('the file that register is given', () => {
  test.each([
    [
      'a link',
      'bad-artifact',
      'is a link',
      async (bench: RealBench) => symlink('artifact.onnx', join(bench.root, '.git/given')),
    ],
    [
      'a link to a folder',
      'bad-artifact',
      'is a link',
      async (bench: RealBench) => symlink(bench.root, join(bench.root, '.git/given')),
    ],
    [
      'a folder that holds a link',
      'bad-artifact',
      'given/inner/passwd is a link',
      async (bench: RealBench) => {
        await mkdir(join(bench.root, '.git/given/inner'), { recursive: true })
        await symlink('/etc/passwd', join(bench.root, '.git/given/inner/passwd'))
      },
    ],
    [
      'an empty folder',
      'bad-artifact',
      'empty folder',
      async (bench: RealBench) => mkdir(join(bench.root, '.git/given')),
    ],
    ['not there', 'bad-artifact', 'is not there', async () => {}],
  ] as const)('%s', async (_what, code, message, prepare) => {
    const bench = await churnBench()
    await prepare(bench)
    const given = join(bench.root, '.git/given')
    await expectRefused(
      bench.root,
      () => run(register, bench, { model: 'churn', artifact: given, merge: true }),
      {
        code,
        message,
      },
    )
  })

  test.each(['params', 'metrics', 'signature'])('%s that are a link', async flag => {
    const bench = await churnBench()
    await symlink('/etc/passwd', join(bench.root, '.git/facts.json'))
    const artifact = join(bench.root, '.git/artifact.onnx')
    const input = { model: 'churn', artifact, [flag]: join(bench.root, '.git/facts.json') }
    await expectRefused(bench.root, () => run(register, bench, input), {
      code: 'bad-artifact',
      message: 'facts.json is a link',
    })
  })

  test('may lie outside of the repository: it is copied', async () => {
    const bench = await churnBench()
    const outside = join(await temporaryFolder(), 'trained.onnx')
    await cp(join(bench.root, '.git/artifact.onnx'), outside)
    const result = await run(register, bench, {
      model: 'churn',
      artifact: outside,
      dryRun: true,
      commit: 'HEAD',
    })
    expect(result).toMatchObject({ status: 'planned', record: { artifact: { uri: './model.onnx' } } })
  })
})

describe('another repository inside this one', () => {
  test.each(['registry-data', MODEL, `${MODEL}/versions/1`])('in place of %s', async path => {
    const bench = await churnBench()
    const other = await temporaryRepository()
    await cp(join(bench.root, path), other.root, { recursive: true })
    await other.commit('mine')
    await bench.git('rm', '-rqf', path)
    await mkdir(join(bench.root, dirname(path)), { recursive: true })
    await bench.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.root, path)
    await bench.commit('a submodule')
    expect(await problemsOf(bench)).toContainEqual(
      expect.objectContaining({ code: 'path-escape', place: { path } }),
    )
    for (const [command, input] of [
      [evaluate, { version: '1' }],
      [promote, { version: '1', stage: 'staging', merge: true }],
      [show, { version: '1' }],
    ] as const) {
      const attempt = () => run(command as Command, bench, { model: 'churn', ...input })
      await expect(expectUnchanged(bench.root, () => attempt().catch(({ code }) => code))).resolves.toBe(
        path.endsWith('/1') ? 'unknown-version' : 'path-escape',
      )
    }
  })
})
