import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/commands/evaluate.ts'
import { findArtifact } from '../../src/commands/move-facts.ts'
import { register } from '../../src/commands/register.ts'
import { openRegistry, readModel, readVersion } from '../../src/commands/registry-reader.ts'
import { placeOfArtifact } from '../../src/commands/score-version.ts'
import { validate } from '../../src/commands/validate.ts'
import { readVersionArtifact } from '../../src/commands/version-artifact.ts'
import { renderLfsPointer } from '../../src/domain/registry/lfs.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import type { PullRequests } from '../../src/ports.ts'
import { fakeAfterMerge } from '../fakes/after-merge.ts'
import { fakeStored } from '../fakes/stored.ts'
import { fixture } from '../support/fixture-models.ts'
import { CHURN_FILES, MODEL, type RealBench, realBench, run } from '../support/real-bench.ts'
import { sha256 } from '../support/workbench.ts'

const ONNX = fixture('models/telco-churn/v3/model.onnx')
const OTHER = fixture('models/telco-churn/v2/model.onnx')
const URI = 'release:churn/v1/model.onnx'
const RELEASE = { is: 'release', tag: 'churn/v1', name: 'model.onnx' } as const
const LFS = { is: 'lfs' } as const
const ATTRIBUTES = { '.gitattributes': '*.onnx filter=lfs diff=lfs merge=lfs -text\n' }
const POINTER = Buffer.from(renderLfsPointer({ sha256: sha256(ONNX), bytes: ONNX.length })).toString()

async function bench(files = {}) {
  const made = await realBench({ ...CHURN_FILES, ...files })
  const stored = fakeStored()
  return { ...made, stored, ports: { ...made.ports, stored } }
}

/** One version of `churn`, which lies where the input says. */
async function registered(input: Readonly<Record<string, unknown>> = {}, files = {}) {
  const made = await bench(files)
  await made.write({ '.git/given.onnx': ONNX })
  const artifact = join(made.root, '.git/given.onnx')
  const result = await run(register, made, { model: 'churn', artifact, merge: true, ...input })
  return { ...made, result }
}

async function found(made: RealBench) {
  const registry = await openRegistry(made.ports.repository)
  const state = await readModel(registry, 'churn')
  return { registry, state, record: await readVersion(registry, 'churn', 1) }
}

async function finding(made: RealBench) {
  const { registry, state, record } = await found(made)
  return findArtifact({ registry, state }, record, made.ports)
}

const scored = (made: RealBench) => run(evaluate, made, { model: 'churn', version: '1', evidence: false })

const folder = `${MODEL}/versions/1`

test('a version whose artifact lies in a release is scored and hashed from there', async () => {
  const made = await registered({ uri: URI })
  made.stored.put(RELEASE, ONNX)
  expect(await made.git('ls-tree', '-r', '--name-only', 'HEAD', folder)).not.toContain('model.onnx')
  await scored(made)
  expect(await finding(made)).toEqual({ is: 'same' })
  expect(made.stored.calls).toContain(`bring ${URI}`)
})

test('what cannot be had is a finding of a promotion, and an error of a measurement', async () => {
  const made = await bench()
  await made.write({ '.git/given.onnx': ONNX })
  const artifact = join(made.root, '.git/given.onnx')
  await run(register, made, { model: 'churn', artifact, merge: true, uri: 's3://b/m.onnx' })
  expect(await finding(made)).toMatchObject({ is: 'absent', next: expect.stringContaining('aws s3 cp') })
  await expect(scored(made)).rejects.toMatchObject({ code: 'bad-artifact' })
})

test('bytes that are not what the record says are given to nobody, wherever they lie', async () => {
  const committed = await registered()
  await committed.commit('tampered', { [`${folder}/model.onnx`]: OTHER })
  const copied = await registered()
  await copied.write({ '.git/copy.onnx': OTHER })
  for (const [made, copy] of [[committed], [copied, join(copied.root, '.git/copy.onnx')]] as const) {
    const { registry, state, record } = await found(made)
    await expect(placeOfArtifact(registry, state, record, made.ports, copy)).rejects.toMatchObject({
      code: 'digest-mismatch',
    })
  }
})

test('in a repository that uses Git LFS the commit gets the pointer, and the bytes are kept for the push', async () => {
  const made = await registered({}, ATTRIBUTES)
  expect(await made.git('show', `HEAD:${folder}/model.onnx`)).toBe(POINTER.trim())
  expect(made.stored.calls).toEqual(['keep lfs'])
  expect(made.result).toMatchObject({ next: [expect.stringContaining('git lfs push'), expect.anything()] })
  await scored(made)
  expect(await finding(made)).toEqual({ is: 'same' })
  expect(made.stored.calls).toContain('bring lfs')
})

test('bytes that git has put into the checkout are taken from there, and hashed', async () => {
  const made = await registered({}, ATTRIBUTES)
  await made.write({ [`${folder}/model.onnx`]: ONNX })
  made.stored.calls.length = 0
  await scored(made)
  expect(made.stored.calls).toEqual([])
  await made.write({ [`${folder}/model.onnx`]: OTHER })
  await scored(made)
  expect(made.stored.calls).toEqual(['bring lfs'])
})

test('a pointer to other bytes than the record says is refused, here and by validate', async () => {
  const made = await registered({}, ATTRIBUTES)
  const other = Buffer.from(renderLfsPointer({ sha256: sha256(OTHER), bytes: OTHER.length })).toString()
  made.stored.put(LFS, OTHER)
  await made.commit('swap the pointer', { [`${folder}/model.onnx`]: other })
  await expect(scored(made)).rejects.toMatchObject({ code: 'digest-mismatch' })
  expect(await finding(made)).toMatchObject({ is: 'absent', why: expect.stringContaining('pointer') })
  const { problems } = await run<ValidationResult>(validate, made, {})
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'digest-mismatch', message: expect.stringContaining('Git LFS pointer') }),
  )
})

test('validate takes a pointer for what it names, in the tree and against a base', async () => {
  const made = await registered({}, ATTRIBUTES)
  const errors = async (input: Readonly<Record<string, unknown>>) =>
    (await run<ValidationResult>(validate, made, input)).problems.filter(
      ({ severity }) => severity === 'error',
    )
  expect(await errors({})).toEqual([])
  expect(await errors({ base: 'HEAD~1' })).toEqual([])
})

test('a pointer is never registered as a model, however it is taken', async () => {
  const made = await bench()
  await made.write({ '.git/given.onnx': POINTER })
  const artifact = join(made.root, '.git/given.onnx')
  for (const as of ['auto', 'opaque', 'onnx']) {
    const asked = run(register, made, { model: 'churn', artifact, as, merge: true })
    await expect(asked, as).rejects.toMatchObject({ code: 'bad-artifact' })
  }
})

test('a checkout that no longer holds what was committed is no place to load a model from', async () => {
  const made = await registered()
  const { registry, state, record } = await found(made)
  const artifact = await readVersionArtifact(registry, state, record, made.ports)
  expect(await artifact.place()).toBe(join(made.root, folder, 'model.onnx'))
  await made.write({ [`${folder}/model.onnx`]: OTHER })
  await expect(artifact.place()).rejects.toMatchObject({ code: 'digest-mismatch' })
  await rm(join(made.root, folder, 'model.onnx'))
  await expect(artifact.place()).rejects.toMatchObject({ code: 'bad-artifact' })
})

test.each([
  ['release', { uri: URI }, {}, `store ${URI}`],
  ['Git LFS', {}, ATTRIBUTES, 'store lfs'],
])(
  'where changes become pull requests the bytes are sent to a %s before the commit',
  async (_, input, files, call) => {
    const made = await bench(files)
    await made.write({ '.git/given.onnx': ONNX })
    const order: string[] = []
    const pullRequests = {
      earlier: async () => undefined,
      propose: async () => {
        order.push(...made.stored.calls, 'propose')
        return { commit: 'a'.repeat(40), is: 'made' }
      },
    } as unknown as PullRequests
    const proposing = { ...made, ports: { ...made.ports, pullRequests, merges: fakeAfterMerge().merges } }
    const artifact = join(made.root, '.git/given.onnx')
    await run(register, proposing, { model: 'churn', artifact, ...input })
    expect(order.slice(-2)).toEqual([call, 'propose'])
  },
)

test('a dry run sends and keeps nothing', async () => {
  const made = await registered({ uri: URI, dryRun: true })
  expect(made.stored.calls).toEqual([])
})
