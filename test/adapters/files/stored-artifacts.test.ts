import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStoredArtifacts, type Places } from '../../../src/adapters/files/stored-artifacts.ts'
import { ModelyardError } from '../../../src/domain/errors/index.ts'
import type { StoredAt } from '../../../src/ports.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const BYTES = Buffer.from('a model')
const KNOWN = { sha256: createHash('sha256').update(BYTES).digest('hex'), bytes: BYTES.length }
const RELEASE: StoredAt = { is: 'release', tag: 'v4', name: 'model.onnx' }

/** Places that give these streams, one after the other. */
async function opened(...streams: (() => AsyncIterable<Uint8Array>)[]) {
  const root = await temporaryFolder()
  const kept = { artifacts: join(root, 'modelyard/artifacts'), lfsObjects: join(root, 'lfs/objects') }
  const calls: StoredAt[] = []
  const source = {
    async open(at: StoredAt) {
      calls.push(at)
      const stream = streams[Math.min(calls.length, streams.length) - 1]
      if (stream === undefined) throw new Error('nothing is there')
      return stream()
    },
    store: async () => 'stored' as const,
  }
  const give = async () => source
  const places: Places = { release: give, lfs: give, web: give }
  const slept: number[] = []
  const stored = openStoredArtifacts(
    () => kept,
    places,
    async ms => void slept.push(ms),
  )
  return { stored, calls, slept, kept }
}

async function* giving(...parts: readonly Uint8Array[]) {
  yield* parts
}

async function* cutOff() {
  yield BYTES.subarray(0, 3)
  throw new ModelyardError({ code: 'remote-failed', message: 'cut', next: 'again' })
}

test('what was brought once is not fetched again', async () => {
  const { stored, calls } = await opened(() => giving(BYTES.subarray(0, 3), BYTES.subarray(3)))
  const path = await stored.bring(RELEASE, KNOWN)
  expect(await readFile(path)).toEqual(BYTES)
  expect(await stored.bring(RELEASE, KNOWN)).toBe(path)
  expect(calls).toEqual([RELEASE])
})

test('what was changed since is fetched again: anything of the repository can write there', async () => {
  const { stored, calls } = await opened(() => giving(BYTES))
  const path = await stored.bring(RELEASE, KNOWN)
  await writeFile(path, 'tampered')
  expect(await readFile(await stored.bring(RELEASE, KNOWN))).toEqual(BYTES)
  expect(calls).toHaveLength(2)
})

test('other bytes are refused, and nobody finds them', async () => {
  const { stored, kept } = await opened(() => giving(Buffer.from('another')))
  await expect(stored.bring(RELEASE, KNOWN)).rejects.toMatchObject({ code: 'digest-mismatch' })
  expect(await readdir(kept.artifacts)).toEqual([])
})

test('not a byte more is read than the record says', async () => {
  let given = 0
  async function* endless() {
    for (;;) {
      given += 1
      yield BYTES
    }
  }
  const { stored, kept } = await opened(endless)
  await expect(stored.bring(RELEASE, KNOWN)).rejects.toMatchObject({ code: 'digest-mismatch' })
  expect(given).toBeLessThan(5)
  expect(await readdir(kept.artifacts)).toEqual([])
})

test('a stream that breaks off is read again from its beginning, three times at most', async () => {
  const once = await opened(cutOff, () => giving(BYTES))
  expect(await readFile(await once.stored.bring(RELEASE, KNOWN))).toEqual(BYTES)
  expect(once.slept).toEqual([1000])
  const always = await opened(cutOff)
  await expect(always.stored.bring(RELEASE, KNOWN)).rejects.toMatchObject({ code: 'remote-failed' })
  expect(always.calls).toHaveLength(3)
})

test('two that bring the same at once both have it whole', async () => {
  const { stored, kept } = await opened(() => giving(BYTES.subarray(0, 2), BYTES.subarray(2)))
  const paths = await Promise.all([1, 2, 3].map(() => stored.bring(RELEASE, KNOWN)))
  for (const path of paths) expect(await readFile(path)).toEqual(BYTES)
  expect(await readdir(kept.artifacts)).toEqual([KNOWN.sha256])
})

test('what a process left that was ended in the middle goes after a day', async () => {
  const { stored, kept } = await opened(() => giving(BYTES))
  await mkdir(kept.artifacts, { recursive: true })
  const left = ['old.part', 'new.part'].map(name => join(kept.artifacts, name))
  for (const path of left) await writeFile(path, 'half')
  await utimes(left[0] as string, 0, 0)
  await stored.bring(RELEASE, KNOWN)
  expect((await readdir(kept.artifacts)).sort()).toEqual([KNOWN.sha256, 'new.part'].sort())
})

test('of Git LFS an object is kept where git-lfs looks, so that a push sends it', async () => {
  const { stored, kept, calls } = await opened()
  const path = join(await temporaryFolder(), 'model.onnx')
  await writeFile(path, BYTES)
  await stored.keep(path, KNOWN, { is: 'lfs' })
  const { sha256 } = KNOWN
  const place = join(kept.lfsObjects, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  expect(await stored.bring({ is: 'lfs' }, KNOWN)).toBe(place)
  expect(calls).toEqual([])
})
