import { join } from 'node:path'
import { expect, test } from 'vitest'
import { instanceName } from '../../app/instance-name.ts'
import { temporaryFolder } from '../support/temporary.ts'

test('a process keeps its name when it is started again, and another has another', async () => {
  const folder = join(await temporaryFolder(), 'cache')
  const [name, again] = [await instanceName(folder), await instanceName(folder)]
  expect(name).toMatch(/^[0-9a-f-]{36}$/)
  expect(again).toBe(name)
  expect(await instanceName(await temporaryFolder())).not.toBe(name)
})

test('of two that begin at once in one folder both have the one that is kept', async () => {
  const folder = await temporaryFolder()
  const names = await Promise.all(Array.from({ length: 8 }, () => instanceName(folder)))
  expect(new Set(names.filter(name => name !== '')).size).toBe(1)
})
