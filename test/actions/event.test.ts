import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEvent, textAt } from '../../actions/runner/event.ts'
import { temporaryFolder } from '../support/temporary.ts'

test('a run without an event has an empty one', () => {
  expect(readEvent({})).toEqual({})
  expect(readEvent({ GITHUB_EVENT_PATH: '' })).toEqual({})
})

test.each(['', '{', '[]', 'null', '"x"'])('an event that is %j is refused', async text => {
  const path = join(await temporaryFolder(), 'event.json')
  await writeFile(path, text)
  expect(() => readEvent({ GITHUB_EVENT_PATH: path })).toThrow(expect.objectContaining({ code: 'bad-json' }))
})

test('only text that is there is read of an event', () => {
  const event = { a: { b: 'x', c: 1, d: '', e: null } }
  expect(textAt(event, 'a', 'b')).toBe('x')
  const others = [
    ['a', 'c'],
    ['a', 'd'],
    ['a', 'e', 'f'],
    ['a', 'b', 'length'],
    ['a', 'constructor', 'name'],
    ['z'],
  ]
  expect(others.map(keys => textAt(event, ...keys))).toEqual(others.map(() => undefined))
})
