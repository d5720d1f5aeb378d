import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type ErrorCode, ModelyardError } from '../../src/domain/errors/index.ts'

/**
 * All that lies in a folder, a line each: files with their digests, folders, links with their targets. Of git's own
 * folder everything but the objects, so the head, branches, index, drafts and what a crash would leave; an object that
 * nothing names changes nothing.
 */
export async function snapshot(folder: string): Promise<string> {
  return (await linesBelow(folder, '')).join('\n')
}

async function linesBelow(root: string, folder: string): Promise<string[]> {
  const names = (await readdir(join(root, folder))).sort()
  const isGit = names.includes('HEAD') && names.includes('objects')
  const kept = isGit ? names.filter(name => name !== 'objects') : names
  const lines = await Promise.all(
    kept.map(name => describe(root, folder === '' ? name : `${folder}/${name}`)),
  )
  return lines.flat()
}

async function describe(root: string, path: string): Promise<string[]> {
  const place = join(root, path)
  const facts = await lstat(place)
  if (facts.isSymbolicLink()) return [`${path} -> ${await readlink(place)}`]
  if (facts.isDirectory()) return [`${path}/`, ...(await linesBelow(root, path))]
  if (!facts.isFile()) return [`${path} (special)`]
  return [
    `${path} ${createHash('sha256')
      .update(await readFile(place))
      .digest('hex')}`,
  ]
}

/** What a refusal must say: its code, and where these are known its place and words of the sentence and the next step. */
export interface ExpectedRefusal {
  readonly code: ErrorCode
  readonly message?: string
  readonly next?: string
  readonly place?: ModelyardError['place']
}

/** Expects an attempt to be refused, and everything in the folder to stay as it is. The error, for a closer look. */
export async function expectRefused(
  folder: string,
  attempt: () => Promise<unknown>,
  { code, message = '', next = '', place }: ExpectedRefusal,
): Promise<ModelyardError> {
  const before = await snapshot(folder)
  const error = await attempt().then(
    answer => expect.fail(`it was not refused: ${JSON.stringify(answer).slice(0, 1000)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ModelyardError)) throw error
  expect({ code: error.code, message: error.message, next: error.next, place: error.place }).toEqual({
    code,
    message: expect.stringContaining(message),
    next: expect.stringMatching(next === '' ? /./ : literal(next)),
    place: place ?? error.place,
  })
  expect(await snapshot(folder)).toBe(before)
  return error
}

/** Expects an attempt to be answered, and everything in the folder to stay as it is. */
export async function expectUnchanged<T>(folder: string, attempt: () => Promise<T>): Promise<T> {
  const before = await snapshot(folder)
  const answer = await attempt()
  expect(await snapshot(folder)).toBe(before)
  return answer
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}
