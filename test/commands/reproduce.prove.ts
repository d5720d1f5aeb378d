import { existsSync } from 'node:fs'
import { cp, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reproduce } from '../../src/commands/reproduce.ts'
import type { ReproductionResult } from '../../src/domain/results/reproduction.ts'
import { fixture } from '../support/fixture-models.ts'
import { projectRoot } from '../support/imports.ts'
import {
  CHURN_FILES,
  CHURN_YAML,
  MODEL,
  type RealBench,
  realBench,
  registerBytes,
  run,
} from '../support/real-bench.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'

const MODEL_V3 = fixture('models/telco-churn/v3/model.onnx')
const COPY = 'cp made/again.onnx "$MODELYARD_OUT/model.onnx"'

/** The model with more bytes that mean nothing: the field doc_string of the protobuf message. */
const sameModel = Buffer.concat([MODEL_V3, Buffer.from('2\u0004note')])

/** The model with another intercept of its second class: after their name come two floats, a byte 0x3d before each. */
function otherModel(): Buffer {
  const bytes = Buffer.from(MODEL_V3)
  const at = bytes.indexOf('intercepts') + 'intercepts'.length + 6
  bytes.writeFloatLE(bytes.readFloatLE(at) + 0.5, at)
  return bytes
}

/** A registry whose one version was trained by a line of shell. */
async function trainedBench({
  command = COPY,
  again = MODEL_V3,
  more = '',
  artifact = MODEL_V3,
}: {
  readonly command?: string
  readonly again?: Uint8Array
  readonly more?: string
  readonly artifact?: Uint8Array
} = {}): Promise<RealBench> {
  const train = `train: {command: ${JSON.stringify(command)}, data: data/train.csv, seed: 7}\n`
  const bench = await realBench({
    ...CHURN_FILES,
    [`${MODEL}/model.yaml`]: `${CHURN_YAML}${train}${more}`,
    'data/train.csv': 'tenure,churn\n1,Yes\n2,No\n',
    'made/again.onnx': again,
  })
  await registerBytes(bench, artifact)
  return bench
}

const reproduced = (bench: RealBench, input: Readonly<Record<string, unknown>> = {}) =>
  run<ReproductionResult>(reproduce, bench, { model: 'churn', version: '1', ...input })

/** The temporary folders that a training's words name, down to the folder's own name. */
const foldersIn = (said: readonly string[]) => [
  ...new Set(said.join('\n').match(/[^\s"]*modelyard-run-[^\s/\\]+/g)),
]

test("the example's trainer gives the same bytes again", async () => {
  const bench = await realBench({})
  for (const path of [
    'examples/telco-churn',
    'registry-data/models/telco-churn/model.yaml',
    '.github/modelyard.yml',
  ])
    await cp(join(projectRoot, path), join(bench.root, path), { recursive: true })
  await symlink(join(projectRoot, 'node_modules'), join(bench.root, 'node_modules'), 'junction')
  await bench.commit('Train on all columns', { '.gitignore': 'node_modules\n' })
  const first = await reproducedOnce(bench)
  await run((await import('../../src/commands/register.ts')).register, bench, {
    model: 'telco-churn',
    artifact: join(first, 'model.onnx'),
    merge: true,
  })
  const head = await bench.git('rev-parse', 'HEAD^')
  const result = await reproduced(bench, { model: 'telco-churn' })
  expect(result).toMatchObject({
    outcome: 'passed',
    'trained-at': head,
    training: { step: 'train', status: 0, 'memory-limit': 'none' },
    facts: { finding: 'same-bytes', seed: 7, commit: head },
    evidence: [{ is: 'new', path: expect.stringContaining('telco-churn/1/reproducibility-') }],
    remarks: [expect.stringContaining('node_modules')],
  })
  expect(result.facts?.artifacts[0]).toBe(result.facts?.artifacts[1])
  // It trains twice, on a machine that may be busy.
}, 120_000)

/** Trains as people do, in their own checkout; the folder with what came out. */
async function reproducedOnce(bench: RealBench): Promise<string> {
  const out = join(bench.root, '.git', 'out')
  const end = await bench.ports.process.run({
    command: 'mkdir -p "$MODELYARD_OUT" && node examples/telco-churn/train.ts',
    env: { MODELYARD_DATA: 'examples/telco-churn/data/train.csv', MODELYARD_OUT: out, MODELYARD_SEED: '7' },
    limits: { seconds: 60 },
  })
  expect(end).toMatchObject({ status: 0 })
  return out
}

describe('a training', () => {
  test('gets data, seed and an empty folder, and runs in the commit, not in the checkout', async () => {
    const bench = await trainedBench({
      command: `test -z "$(ls -A "$MODELYARD_OUT")" && cmp data/train.csv "$MODELYARD_DATA" && test "$MODELYARD_SEED" = 7 && ${COPY} && echo $MODELYARD_OUT && pwd && echo changed > made/again.onnx`,
    })
    // What is edited since has no part in it.
    await bench.write({ 'made/again.onnx': 'edited', 'train.py': 'edited' })
    const result = await expectUnchanged(bench.root, () => reproduced(bench, { evidence: false }))
    expect(result).toMatchObject({ outcome: 'passed', facts: { finding: 'same-bytes' }, evidence: [] })
    const folders = foldersIn(result.training.said)
    expect(folders).toHaveLength(2)
    expect(folders.filter(existsSync)).toEqual([])
  })

  test('with the same finding leaves evidence once', async () => {
    const bench = await trainedBench()
    expect((await reproduced(bench)).evidence).toMatchObject([{ is: 'new' }])
    expect((await reproduced(bench)).evidence).toMatchObject([{ is: 'repeat' }])
  })

  test('that writes other bytes with the same predictions reproduces the model', async () => {
    const result = await reproduced(await trainedBench({ again: sameModel }))
    expect(result).toMatchObject({
      outcome: 'passed',
      facts: {
        finding: 'same-predictions',
        rows: 4,
        tolerance: 1e-6,
        'largest-difference': 0,
        'rows-beyond': 0,
      },
    })
    expect(new Set(result.facts?.artifacts).size).toBe(2)
  })

  test('that writes a model with other predictions does not, and its rows are named', async () => {
    const bench = await trainedBench({ again: otherModel() })
    const result = await reproduced(bench)
    const { facts, furthest } = result
    expect(result).toMatchObject({ outcome: 'failed', facts: { finding: 'different', rows: 4 } })
    expect(facts?.['largest-difference']).toBeGreaterThan(0.01)
    expect(facts?.['rows-beyond']).toBe(furthest.length)
    const [first] = furthest
    expect(Math.abs((first?.registered ?? 0) - (first?.again ?? 0))).toBe(facts?.['largest-difference'])
    expect(await reproduced(bench, { tolerance: 0.9 })).toMatchObject({
      outcome: 'passed',
      facts: { finding: 'same-predictions', tolerance: 0.9 },
    })
  })

  test('that writes a model which cannot be scored is different', async () => {
    const result = await reproduced(await trainedBench({ again: new TextEncoder().encode('no model') }))
    expect(result).toMatchObject({ outcome: 'failed', facts: { finding: 'different' } })
    expect(result.facts?.why).toMatch(/cannot be scored/)
  })

  test('of what is never loaded here is open, unless its bytes are the same', async () => {
    const pickle = Buffer.from('\x80\x04.', 'latin1')
    const command = 'cp made/again.onnx "$MODELYARD_OUT/model.pkl"'
    const same = await trainedBench({ command, again: pickle, artifact: pickle })
    expect(await reproduced(same)).toMatchObject({ outcome: 'passed', facts: { finding: 'same-bytes' } })
    const other = await trainedBench({
      command,
      again: Buffer.from('\x80\x04N.', 'latin1'),
      artifact: pickle,
    })
    const result = await expectUnchanged(other.root, () => reproduced(other))
    expect(result).toMatchObject({ outcome: 'inconclusive', evidence: [] })
    expect(result.facts).toBeUndefined()
  })

  test.each([
    ['fails', 'echo reading; echo "no such column" >&2; exit 3', {}, { status: 3 }],
    ['takes too long', 'echo reading; sleep 300', { minutes: 0.01 }, { exceeded: 'time', signal: 'SIGKILL' }],
  ])('that %s is a finding with its last words, and no evidence', async (_, command, input, training) => {
    const bench = await trainedBench({ command })
    const result = await expectUnchanged(bench.root, () => reproduced(bench, input))
    expect(result).toMatchObject({ outcome: 'failed', training, evidence: [] })
    expect(result.facts).toBeUndefined()
    expect(result.training.said).toContain('reading')
  })

  test.each([
    ['nothing', 'true', /MODELYARD_OUT is empty/],
    ['other files', 'echo 1 > "$MODELYARD_OUT/weights.onnx"', /weights.onnx/],
    ['two models', `${COPY} && cp "$MODELYARD_OUT/model.onnx" "$MODELYARD_OUT/model.pkl"`, /2 models/],
    [
      'a file and a folder',
      `${COPY} && mkdir "$MODELYARD_OUT/model" && cp data/train.csv "$MODELYARD_OUT/model/a"`,
      /2 models/,
    ],
  ])('that leaves %s is refused', async (_, command, message) => {
    const bench = await trainedBench({ command })
    const error = await expectRefused(bench.root, () => reproduced(bench), { code: 'bad-artifact' })
    expect(error.message).toMatch(message)
  })

  test('that leaves a link instead of a model is refused', async () => {
    const bench = await trainedBench({ command: 'ln -s /etc/hostname "$MODELYARD_OUT/model.onnx"' })
    await expectRefused(bench.root, () => reproduced(bench), { code: 'bad-artifact', message: 'link' })
  })
})

describe('what is installed', () => {
  const more = 'environment: {install: "echo installed > note"}\n'
  const command = `{ test ! -e note || cat note; } && ${COPY}`

  test('is left alone unless it is asked for', async () => {
    const bench = await trainedBench({ command, more })
    expect((await reproduced(bench)).training.said).toEqual([])
    expect((await reproduced(bench, { install: true })).training.said).toEqual(['installed'])
  })

  test('and cannot be is a finding', async () => {
    const bench = await trainedBench({ command, more: 'environment: {install: "echo no network; exit 1"}\n' })
    expect(await reproduced(bench, { install: true })).toMatchObject({
      outcome: 'failed',
      training: { step: 'install', status: 1, said: ['no network'] },
    })
  })

  test('cannot be asked for where model.yaml says nothing of it', async () => {
    const bench = await trainedBench()
    await expectRefused(bench.root, () => reproduced(bench, { install: true }), { code: 'bad-input' })
  })
})

describe('the training data', () => {
  test('is the one that the version names, from the checkout where the commit has it no more', async () => {
    const bench = await trainedBench({ command: `grep -q Yes "$MODELYARD_DATA" && ${COPY}` })
    expect(await reproduced(bench, { data: 'data/train.csv' })).toMatchObject({ outcome: 'passed' })
    await bench.write({ 'data/other.csv': 'tenure,churn\n1,No\n' })
    await expectRefused(bench.root, () => reproduced(bench, { data: 'data/other.csv' }), {
      code: 'digest-mismatch',
    })
    await expectRefused(bench.root, () => reproduced(bench, { data: 'data/none.csv' }), { code: 'bad-data' })
  })

  test('that git does not hold is taken from the checkout, by its digest', async () => {
    const bench = await realBench({
      ...CHURN_FILES,
      '.gitignore': 'data/train.csv\n',
      [`${MODEL}/model.yaml`]: `${CHURN_YAML}train: {command: ${JSON.stringify(`wc -l < "$MODELYARD_DATA" && ${COPY}`)}, data: data/train.csv}\n`,
      'made/again.onnx': MODEL_V3,
      'data/train.csv': 'tenure,churn\n1,Yes\n',
    })
    await registerBytes(bench, MODEL_V3)
    expect(await reproduced(bench)).toMatchObject({ outcome: 'passed', training: { said: ['2'] } })
    await bench.write({ 'data/train.csv': 'tenure,churn\n1,No\n' })
    await expectRefused(bench.root, () => reproduced(bench), { code: 'digest-mismatch' })
  })
})

describe('the commit', () => {
  test('that holds no training command cannot be trained again', async () => {
    const bench = await realBench(CHURN_FILES)
    await registerBytes(bench, MODEL_V3, { data: ['train=data/test.csv'] })
    await expectRefused(bench.root, () => reproduced(bench), { code: 'bad-input', message: 'no `train`' })
  })

  test('that was lost in a squash is found by its tree', async () => {
    const bench = await trainedBench()
    const record = JSON.parse(await bench.git('show', `HEAD:${MODEL}/versions/1/version.json`))
    const lost = { ...record, commit: '1'.repeat(40) }
    await bench.commit('Squash', {
      [`${MODEL}/versions/1/version.json`]: `${JSON.stringify(lost, null, 2)}\n`,
    })
    expect(await reproduced(bench)).toMatchObject({ outcome: 'passed', 'trained-at': record.commit })
    const gone = { ...lost, tree: '2'.repeat(40) }
    await bench.commit('Lose the tree', {
      [`${MODEL}/versions/1/version.json`]: `${JSON.stringify(gone, null, 2)}\n`,
    })
    await expectRefused(bench.root, () => reproduced(bench), { code: 'no-commit' })
  })

  test('with another tree than the record names is refused', async () => {
    const bench = await trainedBench()
    const record = JSON.parse(await bench.git('show', `HEAD:${MODEL}/versions/1/version.json`))
    await bench.commit('Change the record', {
      [`${MODEL}/versions/1/version.json`]: `${JSON.stringify({ ...record, tree: '2'.repeat(40) }, null, 2)}\n`,
    })
    await expectRefused(bench.root, () => reproduced(bench), { code: 'digest-mismatch' })
  })
})
