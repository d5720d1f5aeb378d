import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import type { StoredArtifacts, StoredAt } from '../../src/ports.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** Where something lies, as a word: `lfs`, `release:v4/model.onnx`, an address. */
function wordOf(at: StoredAt): string {
  return at.is === 'lfs' ? 'lfs' : at.is === 'web' ? at.url : `release:${at.tag}/${at.name}`
}

/** Places that hold what was put there, by digest and place; each call is written down. */
export function fakeStored(): StoredArtifacts & {
  readonly calls: string[]
  put(at: StoredAt, bytes: Uint8Array): void
} {
  const held = new Map<string, Uint8Array>()
  const calls: string[] = []
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  return {
    calls,
    put: (at, bytes) => void held.set(`${wordOf(at)} ${digest(bytes)}`, bytes),
    async bring(at, { sha256 }) {
      calls.push(`bring ${wordOf(at)}`)
      const bytes = held.get(`${wordOf(at)} ${sha256}`)
      if (bytes === undefined)
        throw new ModelyardError({
          code: 'bad-artifact',
          message: 'nothing lies there',
          next: 'put it there',
        })
      const path = join(await temporaryFolder(), 'artifact')
      await writeFile(path, bytes)
      return path
    },
    async store(path, { sha256 }, at) {
      calls.push(`store ${wordOf(at)}`)
      held.set(`${wordOf(at)} ${sha256}`, await readFile(path))
      return 'stored'
    },
    async keep(path, { sha256 }, at) {
      calls.push(`keep ${wordOf(at)}`)
      held.set(`${wordOf(at)} ${sha256}`, await readFile(path))
    },
  }
}
