import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/commands/evaluate.ts'
import { register } from '../../src/commands/register.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import type { Ports } from '../../src/ports.ts'
import { modelyard } from '../support/command-line.ts'
import { fixture } from '../support/fixture-models.ts'
import { canFillDisks, fillDiskWhileRegistering, runOnFullDisk } from '../support/full-disk.ts'
import { churnBench, type RealBench, run } from '../support/real-bench.ts'
import { expectRefused, snapshot } from '../support/unchanged.ts'

describe.runIf(canFillDisks)('a disk that is full while writing', () => {
  // More of these run in `npm run prove`.
  test('by program, with 40 KiB left: the old state or the new one', async () => {
    await fillDiskWhileRegistering('program', 40)
  })

  test('by program, with 48 KiB left: the old state or the new one', async () => {
    await fillDiskWhileRegistering('program', 48)
  })
  test('by program, with 64 KiB left: the old state or the new one', async () => {
    await fillDiskWhileRegistering('program', 64)
  })
  test('by isomorphic, with 16 KiB left: the old state or the new one', async () => {
    await fillDiskWhileRegistering('isomorphic', 16)
  })
  test('by isomorphic, with 112 KiB left: the old state or the new one', async () => {
    await fillDiskWhileRegistering('isomorphic', 112)
  })

  test('holds no evidence, and takes it when there is room again', async () => {
    const { root } = await churnBench()
    const evaluation = ['evaluate', 'churn', '1']
    const { status, stderr, after } = await runOnFullDisk(root, evaluation, { freeKiB: 0, engine: 'program' })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('Make room on the disk'),
    })
    expect(await snapshot(join(after.root, '.git'))).not.toContain('evaluation-')
    expect((await modelyard(after.root, evaluation)).status).toBe(0)
  })
})

describe('a write that the disk refuses', () => {
  const noSpace = () =>
    Promise.reject(
      new ModelyardError({
        code: 'cannot-write',
        message: 'a file could not be written (ENOSPC)',
        next: 'make room on the disk, then run the command again; nothing was changed',
      }),
    )

  /** The bench with some writing that fails. */
  function failing({ ports }: RealBench, own: (ports: Ports) => Partial<Ports>): { readonly ports: Ports } {
    return { ports: { ...ports, ...own(ports) } }
  }

  async function readyToRegister(): Promise<{ bench: RealBench; input: Record<string, unknown> }> {
    const bench = await churnBench()
    await bench.write({ '.git/next.onnx': fixture('models/telco-churn/v2/model.onnx') })
    return { bench, input: { model: 'churn', artifact: '.git/next.onnx', merge: true } }
  }

  test('of the commit leaves everything as it is', async () => {
    const { bench, input } = await readyToRegister()
    const full = failing(bench, ({ repository }) => ({ repository: { ...repository, commit: noSpace } }))
    await expectRefused(bench.root, () => run(register, full, input), {
      code: 'cannot-write',
      next: 'nothing was changed',
    })
  })

  test('of the files behind a commit is not called no change, and the next run brings them', async () => {
    const { bench, input } = await readyToRegister()
    const full = failing(bench, ({ worktree }) => ({ worktree: { ...worktree, follow: noSpace } }))
    await expect(run(register, full, input)).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('main has the new commit'),
      next: expect.stringContaining('the files follow'),
    })
    expect(await run(register, bench, input)).toMatchObject({ status: 'unchanged', record: { version: 2 } })
    expect(await bench.git('status', '--porcelain')).toBe('')
  })

  test('of evidence leaves everything as it is', async () => {
    const bench = await churnBench()
    const full = failing(bench, ({ drafts }) => ({ drafts: { ...drafts, write: noSpace } }))
    await expectRefused(bench.root, () => run(evaluate, full, { model: 'churn', version: '1' }), {
      code: 'cannot-write',
      next: 'make room',
    })
  })
})
