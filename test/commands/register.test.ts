import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { register } from '../../src/commands/register.ts'
import { validate } from '../../src/commands/validate.ts'
import type { RegistrationResult } from '../../src/domain/results/registration.ts'
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
  run,
} from '../support/real-bench.ts'
import { type ExpectedRefusal, expectRefused, expectUnchanged } from '../support/unchanged.ts'
import { sha256 } from '../support/workbench.ts'

const ONNX = fixture('models/telco-churn/v2/model.onnx')
const GIVEN = '.git/given'

/** A registry without versions. */
const emptyBench = () => realBench(CHURN_FILES)

/** Registers bytes or files under a name of their own. */
async function registered(
  bench: RealBench,
  artifact: Uint8Array | string,
  input: Readonly<Record<string, unknown>> = {},
  name = 'model.onnx',
): Promise<RegistrationResult> {
  await bench.write({ [`${GIVEN}/${name}`]: artifact })
  return run(register, bench, { model: 'churn', artifact: `${GIVEN}/${name}`, merge: true, ...input })
}

const versionAt = async (bench: RealBench, revision: string, version: number) =>
  JSON.parse(await bench.git('show', `${revision}:${MODEL}/versions/${version}/version.json`))

describe('a new version', () => {
  test('holds the artifact, its digest, and what an ONNX file says of itself', async () => {
    const bench = await emptyBench()
    const { record } = await registered(bench, ONNX)
    expect(await versionAt(bench, 'HEAD', 1)).toEqual(record)
    expect(record).toMatchObject({
      schema: 1,
      version: 1,
      'created-at': '2026-11-21T10:02:11Z',
      'created-by': 'Ada Lovelace <ada@example.com>',
      artifact: {
        uri: './model.onnx',
        sha256: sha256(ONNX),
        bytes: ONNX.length,
        format: 'onnx',
        opsets: { 'ai.onnx': 21, 'ai.onnx.ml': 1 },
      },
    })
    expect(record?.signature?.inputs).toHaveLength(19)
    expect(record?.signature?.inputs[0]).toEqual({ name: 'female', datatype: 'FP32', shape: [-1, 1] })
    expect(record?.signature?.outputs).toEqual([
      { name: 'label', datatype: 'BYTES', shape: [-1] },
      { name: 'probabilities', datatype: 'FP32', shape: [-1, 2] },
    ])
    const kept = await bench.git('rev-parse', `HEAD:${MODEL}/versions/1/model.onnx`)
    expect(kept).toBe(await bench.git('hash-object', '--no-filters', `${GIVEN}/model.onnx`))
  })

  test('names the commit that last changed code, and its tree', async () => {
    const bench = await churnBench()
    const code = await bench.commit('better', { 'train.py': 'print("better")\n' })
    await bench.commit('policy', { [`${MODEL}/model.yaml`]: `${CHURN_YAML}description: x\n` })
    const { record } = await registered(bench, ONNX)
    expect(record).toMatchObject({ commit: code, tree: await bench.git('rev-parse', `${code}^{tree}`) })
  })

  test('names the commit that it is told', async () => {
    const bench = await churnBench()
    const first = await bench.git('rev-list', '--max-parents=0', 'HEAD')
    await bench.git('tag', 'trained', first)
    expect((await registered(bench, ONNX, { commit: 'trained' })).record?.commit).toBe(first)
    await expectRefused(bench.root, () => registered(bench, ONNX, { commit: 'trian' }), {
      code: 'unknown-name',
      message: '`trian`',
    })
  })

  test("records the model's training data, or what it is told, with digests and rows", async () => {
    const bench = await realBench({
      ...CHURN_FILES,
      [`${MODEL}/model.yaml`]: `${CHURN_YAML}train: {command: python train.py, data: data/train.csv}\n`,
      'data/train.csv': CHURN_ROWS,
      'data/notes.txt': 'read me',
    })
    const train = { role: 'train', uri: 'data/train.csv', sha256: sha256(CHURN_ROWS), rows: 4 }
    expect((await registered(bench, ONNX)).record?.data).toEqual([train])
    const data = ['train=data/train.csv', 'notes=data/notes.txt']
    const told = await registered(bench, 'other', { data, commit: 'HEAD', dryRun: true }, 'model.bin')
    expect(told.record?.data).toEqual([
      train,
      { role: 'notes', uri: 'data/notes.txt', sha256: sha256('read me') },
    ])
  })

  test('takes params and metrics from flags and files, the flags over the files', async () => {
    const bench = await emptyBench()
    await bench.write({
      [`${GIVEN}/params.yaml`]:
        'train:\n  lr: 0.1\n  layers: [640, 512]\nseed: 7\nshuffle: true\nnote: "1"\n',
      [`${GIVEN}/metrics.json`]: '{"roc-auc": 0.8, "val": {"loss": 0.4}}',
    })
    const { record } = await registered(bench, ONNX, {
      params: `${GIVEN}/params.yaml`,
      param: ['seed=8', 'optimizer=adam', 'tags=a=b', 'none=null'],
      metrics: `${GIVEN}/metrics.json`,
      metric: ['roc-auc=0.85', 'f1=5e-1'],
    })
    expect(record?.params).toEqual({
      'train.lr': 0.1,
      'train.layers': [640, 512],
      seed: 8,
      shuffle: true,
      note: '1',
      optimizer: 'adam',
      tags: 'a=b',
      none: null,
    })
    expect(record?.metrics).toEqual({ 'roc-auc': 0.85, 'val.loss': 0.4, f1: 0.5 })
  })

  test('takes a description and tags into notes that people may edit', async () => {
    const bench = await emptyBench()
    await registered(bench, ONNX, { description: 'All columns.', tag: ['team=fraud', 'run=7'] })
    expect(await bench.git('show', `HEAD:${MODEL}/versions/1/notes.yaml`)).toMatch(
      /^# yaml-language-server: \S+\ndescription: All columns\.\ntags:\n {2}team: fraud\n {2}run: 7$/,
    )
  })

  test('gets the number after the highest ever given', async () => {
    const bench = await emptyBench()
    expect((await registered(bench, ONNX)).record?.version).toBe(1)
    await bench.git('rm', '-rq', `${MODEL}/versions/1`)
    await bench.commit('lost')
    const again = await registered(bench, fixture('models/telco-churn/v4/model.onnx'))
    expect(again.record?.version).toBe(2)
  })

  test('is a branch with one commit that git merges, unless it is merged at once', async () => {
    const bench = await churnBench()
    const { status, branch, commit } = await registered(bench, ONNX, { merge: false })
    expect({ status, branch }).toEqual({
      status: 'branched',
      branch: `modelyard/churn/register-${sha256(ONNX).slice(0, 12)}`,
    })
    expect(await bench.git('rev-list', `main..${branch}`)).toBe(commit)
    expect(await bench.git('status', '--porcelain')).toBe('')
    await bench.git('merge', '-q', branch as string)
    expect(await run(validate, bench, {})).toMatchObject({ outcome: 'passed', problems: [] })
  })

  test('is only shown with --dry-run', async () => {
    const bench = await churnBench()
    await bench.write({ [`${GIVEN}/model.onnx`]: ONNX })
    const input = { model: 'churn', artifact: `${GIVEN}/model.onnx`, merge: true, dryRun: true }
    const result = await expectUnchanged(bench.root, () => run<RegistrationResult>(register, bench, input))
    expect(result).toMatchObject({ status: 'planned', record: { version: 2 } })
    expect(result.files.map(({ path, change }) => [path.slice(MODEL.length + 1), change])).toEqual([
      ['versions/2/version.json', 'added'],
      ['versions/last.json', 'modified'],
      ['versions/2/model.onnx', 'added'],
    ])
  })
})

describe('the same artifact of the same commit', () => {
  test.each([true, false])('is registered once, merged at once: %s', async merge => {
    const bench = await churnBench()
    const first = await registered(bench, ONNX, { merge })
    bench.ports.clock.advance(60_000)
    const again = await expectUnchanged(bench.root, () => registered(bench, ONNX, { merge }))
    expect(again).toMatchObject({ status: 'unchanged', record: first.record })
  })

  test('takes new notes, and of another commit it is another version', async () => {
    const bench = await churnBench()
    await registered(bench, ONNX, { tag: ['team=fraud'] })
    const noted = await registered(bench, ONNX, { tag: ['team=risk'] })
    expect(noted).toMatchObject({ status: 'merged', record: { version: 2 } })
    expect(noted.files).toEqual([{ path: `${MODEL}/versions/2/notes.yaml`, change: 'modified' }])
    await bench.commit('code', { 'train.py': 'print(2)\n' })
    expect((await registered(bench, ONNX)).record?.version).toBe(3)
  })
})

describe('what is no ONNX is registered unopened', () => {
  test.each([
    ['a pickle by its bytes', Buffer.from('80049500', 'hex'), 'model.bin', 'pickle', 'skl2onnx'],
    ['a pickle by its name', 'cos\nsystem\n', 'model.pkl', 'pickle', 'skl2onnx'],
    ['joblib', Buffer.from('80055d2e', 'hex'), 'model.joblib', 'joblib', 'skl2onnx'],
  ])('%s, marked as running code when loaded', async (_what, bytes, name, kind, converter) => {
    const bench = await emptyBench()
    const result = await registered(bench, bytes, {}, name)
    const { artifact } = result.record ?? {}
    expect(artifact).toMatchObject({
      format: 'opaque',
      kind,
      'runs-code-when-loaded': true,
      sha256: sha256(bytes),
    })
    expect(artifact?.opsets).toBeUndefined()
    expect(result.remarks.join()).toContain('loading it runs code')
    expect(result.export.join('\n')).toContain(converter)
    expect(render(result, 'text')).toContain(result.export[0])
  })

  test.each([
    ['XGBoost as JSON', '{"learner":{"attributes":{}}}', 'model.json', 'xgboost', 'convert_xgboost'],
    ['XGBoost as UBJSON', '{L\0\0\0\0\0\0\0\x07learner', 'model.ubj', 'xgboost', 'convert_xgboost'],
    ['LightGBM', 'tree\nversion=v4\n', 'model.txt', 'lightgbm-text', 'convert_lightgbm'],
  ])('%s, with the lines that export it', async (_what, text, name, kind, converter) => {
    const result = await registered(await emptyBench(), text, {}, name)
    expect(result.record?.artifact).toMatchObject({ format: 'opaque', kind })
    expect(result.record?.artifact['runs-code-when-loaded']).toBeUndefined()
    expect(result.export.join('\n')).toContain(converter)
    expect(render(result, 'markdown')).toContain(converter)
  })

  test.each([
    ['HDF5', Buffer.from('894844460d0a1a0a', 'hex'), 'model.h5', 'hdf5'],
    ['nobody knows what', Buffer.from('00ff00ff', 'hex'), 'model.bin', 'unknown'],
    ['ONNX, when that is asked for', ONNX, 'model.onnx', 'onnx'],
  ])('%s', async (_what, bytes, name, kind) => {
    const result = await registered(await emptyBench(), bytes, { as: 'opaque' }, name)
    expect(result.record?.artifact).toMatchObject({ format: 'opaque', kind })
    expect(result.record?.signature).toBeUndefined()
    expect(result.export).toEqual([])
  })

  test('a folder: every file, by the digest of its sorted manifest', async () => {
    const bench = await emptyBench()
    const files = { 'saved_model.pb': 'graph', 'variables/a.data': 'weights' }
    await bench.write(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${GIVEN}/m/${path}`, text])),
    )
    const { record } = await run<RegistrationResult>(register, bench, {
      model: 'churn',
      artifact: `${GIVEN}/m`,
      merge: true,
    })
    const manifest = Object.entries(files).map(([path, text]) => `${sha256(text)}  ${path}\n`)
    expect(record?.artifact).toEqual({
      uri: './model',
      sha256: sha256(manifest.join('')),
      bytes: 12,
      format: 'opaque',
      kind: 'tensorflow-saved-model',
      files: 2,
    })
    expect(await bench.git('show', `HEAD:${MODEL}/versions/1/model/variables/a.data`)).toBe('weights')
    expect(await run(validate, bench, {})).toMatchObject({ problems: [] })
  })

  test('with the signature that a file gives', async () => {
    const bench = await emptyBench()
    const signature = {
      inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 2], columns: ['a', 'b'] }],
      outputs: [{ name: 'y', datatype: 'FP32', shape: [-1] }],
    }
    await bench.write({ [`${GIVEN}/signature.json`]: JSON.stringify(signature) })
    const input = { signature: `${GIVEN}/signature.json` }
    expect((await registered(bench, 'noise', input, 'model.bin')).record?.signature).toEqual(signature)
  })
})

describe('what a version cannot hold is refused', () => {
  async function expectBad(
    input: Readonly<Record<string, unknown>>,
    expected: ExpectedRefusal,
    files: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const bench = await churnBench()
    await bench.write({ ...files, [`${GIVEN}/model.onnx`]: ONNX })
    const whole = { model: 'churn', artifact: `${GIVEN}/model.onnx`, merge: true, commit: 'HEAD', ...input }
    await expectRefused(bench.root, () => run(register, bench, whole), expected)
  }

  test.each([
    [{ param: ['lr'] }, 'no assignment', 'name=value'],
    [{ metric: ['auc=high'] }, '`auc` is no number', 'name=0.85'],
    [{ param: ['__proto__=1'] }, '__proto__', 'rename'],
    [{ metric: ['__proto__=1'] }, '__proto__', 'rename'],
    [{ tag: ['__proto__=1'] }, '__proto__', 'rename'],
    [{ tag: ['a\nb=1'] }, 'line breaks', 'rename'],
    [{ param: [`${'x'.repeat(201)}=1`] }, 'at most 200', 'rename'],
    [{ columns: ['a', 'b'] }, 'has 0 inputs that take several', 'leave --columns out'],
    [{ uri: 'ftp://example.com/m' }, '`uri`', '--help'],
  ])('%j', async (input, message, next) => {
    await expectBad(input, { code: 'bad-input', message, next })
  })

  test.each([
    ['params.json', '{"a": NaN}', { params: 'params.json' }, 'NaN', 'leave such values out'],
    ['params.json', '{"a": 1', { params: 'params.json' }, 'is not JSON', 'correct'],
    ['params.json', '[1]', { params: 'params.json' }, 'no mapping', 'write it like'],
    ['params.yaml', 'a: *b', { params: 'params.yaml' }, 'is not YAML', 'correct'],
    ['params.yaml', 'a: .inf', { params: 'params.yaml' }, 'Infinity', 'leave it out'],
    ['metrics.yaml', 'a: high', { metrics: 'metrics.yaml' }, 'no number', 'leave it out'],
  ])('%s: %s', async (path, text, input, message, next) => {
    await expectBad(input, { code: 'bad-file', message, next, place: { path } }, { [path]: text })
  })

  test('a signature that is none, by its place in the file', async () => {
    const text = '{"inputs": [{"name": "x", "datatype": "float", "shape": [-1]}],\n "outputs": []}'
    const error = { code: 'bad-file', message: 'inputs[0].datatype', next: 'correct' } as const
    await expectBad({ signature: 'signature.json' }, error, { 'signature.json': text })
  })

  test('more than the repository should hold', async () => {
    const bench = await churnBench()
    const path = join(bench.root, GIVEN)
    await writeFile(path, '')
    await truncate(path, 51 * 1024 * 1024)
    const refusal = { code: 'too-large', message: '51 MiB', next: '--uri' } as const
    await expectRefused(bench.root, () => run(register, bench, { model: 'churn', artifact: GIVEN }), refusal)
    const elsewhere = { model: 'churn', artifact: GIVEN, uri: 's3://models/churn.bin', merge: true }
    const { files } = await run<RegistrationResult>(register, bench, elsewhere)
    expect(files.map(({ path: written }) => written.slice(MODEL.length + 1))).toEqual([
      'versions/2/version.json',
      'versions/last.json',
    ])
  })
})
