import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../support/imports.ts'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const rowsOf = (page: string) => page.split('\n').filter(line => /^\| (?!#|-|Attempt|\|)/.test(line))
const ROWS = rowsOf(read('docs/explanation/threats.md'))
/** README's table of what holds without the App. */
const HELD = rowsOf(/### With and without the App\n[\s\S]*?(?=\n#|$)/.exec(read('README.md'))?.[0] ?? '')

/** The tests in the last cell of a row: a file and a name each. */
function namedTests(row: string): (readonly [file: string, name: string])[] {
  const cell = row.split(' | ').at(-1)?.replace(/ \|$/, '') ?? ''
  return cell.split('<br>').map(text => {
    const [, file = '', name = ''] = /^`(test\/[\w./-]+)`: (.+)$/.exec(text.trim()) ?? []
    return [file, name]
  })
}

/** Whether a file has a test, or a group of them, of this name. */
function hasTest(file: string, name: string): boolean {
  if (!existsSync(join(projectRoot, file))) return false
  const lines = read(file).split('\n')
  const quoted = ["'", '"'].map(quote => `${quote}${name}${quote}`)
  return lines.some(line => quoted.some(text => line.includes(text)))
}

test.each([...ROWS, ...HELD].map(row => [row.split(' | ').slice(0, 2).join(' ').slice(0, 80), row] as const))(
  'the threat %s has its tests',
  (_, row) => {
    const tests = namedTests(row)
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter(([file, name]) => !hasTest(file, name))).toEqual([])
  },
)

test('a test that is gone would be missed', () => {
  expect(ROWS.length).toBeGreaterThan(20)
  expect(HELD).toHaveLength(6)
  expect(hasTest('test/layout/threats.test.ts', 'a test that is gone would be missed')).toBe(true)
  expect(hasTest('test/layout/threats.test.ts', `a test that never ${'was'}`)).toBe(false)
  expect(hasTest('test/layout/none.test.ts', 'a')).toBe(false)
  expect(namedTests('| a | b | no test |')).toEqual([['', '']])
})
