import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import { modelyard } from './command-line.ts'
import { sha256, type Workbench, workbench } from './workbench.ts'

const PROMOTE = ['promote', 'churn', '1', 'staging', '--merge']

/** A repository with one version, ready to be promoted. */
export async function readyToPromote(): Promise<Workbench> {
  const bench = await workbench()
  await writeFile(join(bench.root, '.git/artifact.onnx'), 'ONNX one')
  const { register } = await import('../../src/commands/register.ts')
  await register.execute(
    { model: 'churn', artifact: join(bench.root, '.git/artifact.onnx'), merge: true },
    bench.ports,
    {},
  )
  await bench.draft(1, sha256('ONNX one'), 0.8)
  return bench
}

/** How long a promotion takes that nobody interrupts; the repository is as before. */
export async function secondsToPromote(bench: Workbench): Promise<number> {
  const before = await bench.git('rev-parse', 'HEAD')
  const start = performance.now()
  expect((await modelyard(bench.root, PROMOTE)).status).toBe(0)
  const seconds = (performance.now() - start) / 1000
  await bench.git('reset', '-q', '--hard', before)
  return seconds
}

/**
 * Interrupts a promotion after some milliseconds, then looks: the branch stands where it stood or at the one new
 * commit, and the same command again ends in the same state as if nothing had happened.
 *
 * @returns Whether the first run got as far as its commit.
 */
export async function interruptPromotion(
  bench: Workbench,
  name: NodeJS.Signals,
  afterMs: number,
): Promise<boolean> {
  const before = await bench.git('rev-parse', 'HEAD')
  await modelyard(bench.root, PROMOTE, { signal: { name, afterMs } })
  // A git that was under way is let to finish by itself; it takes some milliseconds.
  await setTimeout(200)
  const after = await bench.git('rev-parse', 'HEAD')
  const committed = after !== before
  if (committed) expect(await bench.git('rev-parse', 'HEAD^')).toBe(before)
  await bench.git('fsck', '--strict')

  const again = await modelyard(bench.root, PROMOTE)
  expect(again.stderr).toBe('')
  expect(again.status).toBe(0)
  expect(await bench.git('rev-list', '--count', `${before}..HEAD`)).toBe('1')
  expect(await bench.git('status', '--porcelain')).toBe('')
  expect((await modelyard(bench.root, ['validate'])).status).toBe(0)
  await bench.git('reset', '-q', '--hard', before)
  return committed
}
