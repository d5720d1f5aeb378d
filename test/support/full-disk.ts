import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { BIN, modelyard } from './command-line.ts'
import { fixture } from './fixture-models.ts'
import { churnBench } from './real-bench.ts'
import { gitEnvironment, repositoryAt, type TemporaryRepository, temporaryFolder } from './temporary.ts'

const OWN_MOUNTS = ['--user', '--map-root-user', '--mount']

/** Whether a small disk of one's own can be had here: on Linux, where namespaces are allowed. */
export const canFillDisks =
  process.platform === 'linux' &&
  spawnSync('unshare', [...OWN_MOUNTS, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0

// A copy of the repository on a disk of 8 MiB, with so many KiB left. What is left of it afterwards is copied out.
const ON_SMALL_DISK = `
disk=$1 repository=$2 free=$3 after=$4
shift 4
mount -t tmpfs -o size=8m tmpfs "$disk" && cp -a "$repository" "$disk/repository" && cd "$disk/repository" || exit 99
dd if=/dev/zero of=../filler bs=4k 2>/dev/null
truncate -s -"$free"k ../filler || exit 99
"$@" >/dev/null
status=$?
rm ../filler
cp -a . "$after"
exit $status
`

export interface RanOnFullDisk {
  readonly status: number
  readonly stderr: string
  /** The repository as it was left, on a disk with room again. */
  readonly after: TemporaryRepository
}

/** Runs the command line in a copy of a repository, on a disk that has room for so much more. */
export async function runOnFullDisk(
  root: string,
  args: readonly string[],
  { freeKiB, engine }: { readonly freeKiB: number; readonly engine: string },
): Promise<RanOnFullDisk> {
  const folder = await temporaryFolder()
  const [disk, after] = [join(folder, 'disk'), join(folder, 'after')]
  await mkdir(disk)
  await mkdir(after)
  const command = ['sh', '-c', ON_SMALL_DISK, 'sh', disk, root, String(freeKiB), after]
  return new Promise(resolve => {
    execFile(
      'unshare',
      [...OWN_MOUNTS, ...command, process.execPath, BIN, ...args],
      { env: { ...gitEnvironment(), MODELYARD_GIT: engine } },
      (error, _stdout, stderr) =>
        resolve({ status: Number(error?.code ?? 0), stderr, after: repositoryAt(after) }),
    )
  })
}

const REGISTER = ['register', 'churn', '.git/next.onnx', '--merge']

/**
 * Registers a version on a disk that has room for so much more, then looks: the branch stands where it stood or at the
 * one new commit, every file is the old or the new one, and the same command again ends as if nothing had happened.
 *
 * @returns Whether the first run got as far as its commit.
 */
export async function fillDiskWhileRegistering(engine: string, freeKiB: number): Promise<boolean> {
  const bench = await churnBench()
  await bench.write({ '.git/next.onnx': fixture('models/telco-churn/v2/model.onnx') })
  const before = await bench.git('rev-parse', 'HEAD')
  const { status, stderr, after } = await runOnFullDisk(bench.root, REGISTER, { freeKiB, engine })
  const committed = (await after.git('rev-parse', 'HEAD')) !== before
  const next = committed ? 'run the command again: the files follow' : 'nothing was changed'
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(next) })
  expect(stderr).toContain('Make room on the disk')
  if (committed) expect(await after.git('rev-parse', 'HEAD^')).toBe(before)
  await after.git('fsck', '--strict')
  await expectNoHalfFile(after, before)

  const again = await modelyard(after.root, REGISTER, { env: { MODELYARD_GIT: engine } })
  expect(again).toMatchObject({ status: 0, stderr: '' })
  expect(await after.git('rev-list', '--count', `${before}..HEAD`)).toBe('1')
  expect(await after.git('status', '--porcelain')).toBe('')
  expect((await modelyard(after.root, ['validate'])).status).toBe(0)
  return committed
}

/** Every file of the registry is on disk as it was, or as the head has it. */
async function expectNoHalfFile({ root, git }: TemporaryRepository, before: string): Promise<void> {
  const idAt = (commit: string, path: string) =>
    git('rev-parse', '--verify', '-q', `${commit}:${path}`).catch(() => 'none')
  for (const path of (await git('ls-tree', '-r', '--name-only', 'HEAD', 'registry-data')).split('\n')) {
    const present = await readFile(join(root, path)).catch(() => undefined)
    const id = present === undefined ? 'none' : await git('hash-object', '--no-filters', path)
    expect([await idAt(before, path), await idAt('HEAD', path)], path).toContain(id)
  }
}
