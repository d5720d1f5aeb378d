import { expect, test } from 'vitest'
import { zipOf } from '../../../sandbox/runner/zip.ts'
import { UnzipError, unzip } from '../../../src/adapters/github/unzip.ts'

const LIMITS = { mostBytes: 1000, mostFiles: 3 }
const file = (name: string, content = 'x') => ({ name, content })
const text = (zip: Uint8Array) =>
  unzip(zip, LIMITS).map(({ name, content }) => [name, new TextDecoder().decode(content)])

test('the files of an archive are read in memory, by name', () => {
  expect(text(zipOf(file('a.json', '{}'), file('b.txt', '')))).toEqual([
    ['a.json', '{}'],
    ['b.txt', ''],
  ])
  expect(text(zipOf())).toEqual([])
})

test('all files together have no more bytes than are wanted', () => {
  const two = (bytes: number) => zipOf(file('a', 'x'.repeat(500)), file('b', 'x'.repeat(bytes)))
  expect(text(two(500))).toHaveLength(2)
  expect(() => text(two(501))).toThrow(UnzipError)
})

test.each(['../a', 'a/b', '/a', 'a\\b', '.git', 'a\0b', '', 'a\nb', 'a:b', 'ä'])(
  'an archive with a file called %j is not taken',
  name => {
    expect(() => text(zipOf(file(name)))).toThrow(UnzipError)
  },
)

test.each(['../a', 'a/../b', '/a', 'a//b', 'a\\b', '.git/a', 'a/.b', 'a\0b', '', '1/2/3/4/5/6'])(
  'nor where folders are let through: %j',
  name => {
    expect(() => unzip(zipOf(file(name)), { ...LIMITS, folders: true })).toThrow(UnzipError)
  },
)

test('folders are let through where their names are none to go by', () => {
  const names = ['churn/', 'churn/2/a.json', 'b.json']
  const found = unzip(zipOf(...names.map(name => file(name))), { ...LIMITS, folders: true })
  expect(found.map(({ name }) => name)).toEqual(names)
})

test('nor one with two files of one name, or too many', () => {
  expect(() => text(zipOf(file('a'), file('a')))).toThrow(/one name/)
  expect(() => text(zipOf(file('a'), file('b'), file('c'), file('d')))).toThrow(/4 files/)
})

test('whatever byte of an archive is another, it is read as before or not taken', () => {
  const whole = zipOf(file('a.json', '{"kind":"run"}'), file('b.json', '[]'))
  for (let at = 0; at < whole.length; at += 1) {
    for (const flip of [1, 0x80, 0xff]) {
      const spoiled = Uint8Array.from(whole)
      spoiled[at] = (whole[at] ?? 0) ^ flip
      try {
        for (const [, content] of text(spoiled)) expect(['{"kind":"run"}', '[]']).toContain(content)
      } catch (error) {
        expect(error).toBeInstanceOf(UnzipError)
      }
    }
    expect(() => text(whole.subarray(0, at))).toThrow(UnzipError)
  }
})
