import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot, sourceFiles } from '../support/imports.ts'

const files = sourceFiles(['src', 'app', 'cli', 'actions', 'sandbox']).filter(
  file => !file.endsWith('.generated.ts'),
)
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

// `$GIT_COMMON_DIR` is git's own word, and a process the system's.
const FOREIGN = ['withCommonDir', 'Process']
const FOREIGN_FOLDERS = /^src\/adapters\/process\//

/** Names that say nothing about what a thing does. */
const EMPTY_WORDS = /^(?:handle[rsd]?|process(?:es|or|ing)?|manage[rsd]?|utils?|helpers?|common|misc)$/

const wordsIn = (name: string) => name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map(word => word.toLowerCase())

/** What a file declares for others, or for all of itself. */
function declaredNames(text: string): string[] {
  const declarations =
    /^(?:export )?(?:async )?(?:function\*?|const|let|class|interface|type) ([A-Za-z_$][\w$]*)/gm
  return [...text.matchAll(declarations)].map(([, name]) => name as string)
}

test('no file is longer than 400 lines', () => {
  const long = files
    .map(file => [file, read(file).split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 400)
  expect(long).toEqual([])
  expect(files.length).toBeGreaterThan(100)
})

test('no file and nothing declared in one has a name that says nothing', () => {
  const paths = files.filter(file =>
    wordsIn(file.replace(FOREIGN_FOLDERS, '')).some(word => EMPTY_WORDS.test(word)),
  )
  expect(paths).toEqual([])
  const names = files.flatMap(file =>
    declaredNames(read(file))
      .filter(name => !FOREIGN.includes(name) && wordsIn(name).some(word => EMPTY_WORDS.test(word)))
      .map(name => `${file}: ${name}`),
  )
  expect(names).toEqual([])
})

test('such a name would be found', () => {
  const text =
    'export function handlePush() {}\nconst git_utils = 1\ninterface CommonFacts {}\nclass TaskManager {}'
  const found = declaredNames(text).filter(name => wordsIn(name).some(word => EMPTY_WORDS.test(word)))
  expect(found).toEqual(['handlePush', 'git_utils', 'CommonFacts', 'TaskManager'])
  expect(wordsIn('src/commands/string-utils.ts')).toContain('utils')
})

test('text is never coerced, and zod is imported as a whole, which keeps it small', () => {
  const coerced = files.filter(file => /\bz\.coerce\b/.test(read(file)))
  expect(coerced).toEqual([])
  const named = files.filter(file => /import(?! type)\s*\{[^}]*\}\s*from 'zod'/.test(read(file)))
  expect(named).toEqual([])
})
