import { expect, test } from 'vitest'
import { fuzz, startRegistries } from '../support/registry-fuzz.ts'

test('a registry that something happened to crashes nothing, and passes only where an independent checker agrees', async () => {
  const { defects, accepted, rejected, byKind } = await fuzz(await startRegistries(), 1, 150)
  expect(defects).toEqual([])
  // Neither a validate that refuses everything nor one that lets everything pass would notice much.
  expect(accepted / (accepted + rejected)).toBeGreaterThan(0.1)
  expect(rejected / (accepted + rejected)).toBeGreaterThan(0.4)
  expect([...byKind.keys()].sort()).toEqual([
    'artifact',
    'bytes',
    'evidence',
    'files',
    'json',
    'lines',
    'number',
    'records',
    'yaml',
  ])
})
