import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { makeTemporaryFolder } from '../../../src/adapters/process/temporary-folder.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function made() {
  const folder = await makeTemporaryFolder()
  onTestFinished(() => folder.remove())
  return folder
}

test('it is empty, its owner alone can read it, and it goes away with what is in it', async () => {
  const folder = await makeTemporaryFolder()
  expect(await readdir(folder.path)).toEqual([])
  expect((await stat(folder.path)).mode & 0o077).toBe(0)
  await folder.write('a/b.txt', bytes('b'))
  await folder.remove()
  expect(existsSync(folder.path)).toBe(false)
})

test('files, programs and links are written as a commit has them', async () => {
  const folder = await made()
  await folder.write('a/b.txt', bytes('b'))
  await folder.write('run.sh', bytes('#!/bin/sh\n'), '100755')
  await folder.write('link', bytes('a/b.txt'), '120000')
  expect(await readFile(join(folder.path, 'link'), 'utf8')).toBe('b')
  expect(await readlink(join(folder.path, 'link'))).toBe('a/b.txt')
  expect((await stat(join(folder.path, 'run.sh'))).mode & 0o111).toBe(0o111)
  expect((await stat(join(folder.path, 'a/b.txt'))).mode & 0o111).toBe(0)
})

test.each(['../out', 'a/../../out', '/etc/modelyard-out', '..', ''])('%j leads out of it', async path => {
  const folder = await made()
  await expect(folder.write(path, bytes('x'))).rejects.toMatchObject({ code: 'path-escape' })
})

test('not even a folder is made outside of it', async () => {
  const [folder, other] = [await made(), await made()]
  const outside = `../${basename(other.path)}/new/file`
  await expect(folder.write(outside, bytes('x'))).rejects.toMatchObject({ code: 'path-escape' })
  expect(await readdir(other.path)).toEqual([])
})

test('what lies behind a link is out of reach', async () => {
  const [folder, other] = [await made(), await made()]
  await folder.write('link', bytes(other.path), '120000')
  await expect(folder.write('link/x', bytes('x'))).rejects.toMatchObject({ code: 'path-escape' })
  await expect(folder.write('link', bytes('x'))).rejects.toMatchObject({ code: 'cannot-write' })
  expect(await readdir(other.path)).toEqual([])
})

test('it does not outlive the process that made it', async () => {
  const module = new URL('../../../src/adapters/process/temporary-folder.ts', import.meta.url)
  const script = `const { makeTemporaryFolder } = await import(${JSON.stringify(module.href)})
    const folder = await makeTemporaryFolder()
    await folder.write('a', new Uint8Array(1))
    console.log(folder.path)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  expect(stdout.trim()).toContain('modelyard-run-')
  expect(existsSync(stdout.trim())).toBe(false)
})
