import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openRunnerFiles } from '../../../actions/runner/files.ts'
import { readFileCommands } from '../../../sandbox/runner/commands.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function opened(newDelimiter: () => string) {
  const path = join(await temporaryFolder(), 'file')
  const environment = { GITHUB_OUTPUT: path, GITHUB_STEP_SUMMARY: path }
  return { files: openRunnerFiles(environment, newDelimiter), text: () => readFileSync(path, 'utf8') }
}

test('an output comes back as it was, whatever lines it has', async () => {
  let calls = 0
  const { files, text } = await opened(() => `end-${calls++}`)
  const value = fc.array(fc.constantFrom('a=b', 'x<<end', 'outcome=passed', '', '::error::x', 'é'))
  fc.assert(
    fc.property(value, lines => {
      files.setOutputs({ report: lines.join('\n'), none: undefined })
      const read = readFileCommands(text())
      expect(read).toEqual({ report: lines.join('\n') })
    }),
  )
})

test('an output that holds its own end is never written', async () => {
  const { files, text } = await opened(() => 'END')
  expect(() => files.setOutputs({ report: 'a\nEND\noutcome=passed' })).toThrow('report')
  expect(text).toThrow('ENOENT')
})

test('what is told twice stands there twice', async () => {
  const { files, text } = await opened(() => 'END')
  files.addSummary('one\n')
  files.addSummary('two\n')
  expect(text()).toBe('one\ntwo\n')
})

test('a runner that names no file is told nothing', () => {
  const files = openRunnerFiles({}, () => 'END')
  expect(() => {
    files.setOutputs({ a: 'b' })
    files.addSummary('x')
  }).not.toThrow()
})
