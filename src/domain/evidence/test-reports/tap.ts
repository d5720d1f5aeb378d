import { type FinalResults, Parser } from 'tap-parser'
import { ModelyardError } from '../../errors/index.ts'
import { badReport, Tally, type TestCounts } from './tally.ts'

const MAX_TESTS = 200_000
/** Each subtest is indented by four. */
const TOO_DEEP = /^ {204,}(?:# Subtest|1\.\.|(?:not )?ok\b)/m
const TEST_LINE = /^[ \t]*(?:not )?ok\b/gm

/**
 * Reads the Test Anything Protocol, versions 12 to 14. The innermost tests are counted; the line that sums a subtest up
 * is not. `# TODO` counts as skipped however it ended. A test that the plan does not have, one that is missing, a plan
 * that is missing and a bail-out count as errors.
 *
 * @param path - As the user wrote it, for errors.
 * @throws {ModelyardError} `bad-file` where there is neither a plan nor a test in it; `too-large` above 200,000 tests
 *   or 50 subtests within one another.
 */
export function parseTap(path: string, text: string): TestCounts {
  if (!looksLikeTap(text))
    throw badReport(
      path,
      'is no TAP: it holds neither a plan nor a test',
      'name the output of the test run itself',
    )
  // The parser keeps each test with all that went before it, and reads each line once for every subtest around it.
  if ((text.match(TEST_LINE) ?? []).length > MAX_TESTS)
    throw tooLarge(path, `more than ${MAX_TESTS.toLocaleString('en')} tests`)
  if (TOO_DEEP.test(text)) throw tooLarge(path, 'subtests more than 50 deep')
  const tally = new Tally()
  const parser = new Parser()
  listen(parser, tally, '')
  parser.end(withPlainDiagnostics(text))
  return tally.counts()
}

function tooLarge(path: string, holds: string): ModelyardError {
  return new ModelyardError({
    code: 'too-large',
    message: `${path} holds ${holds}`,
    next: 'split it, or let the test run write JUnit XML',
    place: { path },
  })
}

export function looksLikeTap(text: string): boolean {
  return /^(?:TAP version \d+[ \t]*$|1\.\.\d+|(?:not )?ok\b)/m.test(text)
}

function listen(parser: Parser, tally: Tally, above: string): void {
  const named = (name: string) => [above, name].filter(part => part !== '').join(' › ')
  parser.on('child', (child: Parser) => listen(child, tally, named(child.name)))
  parser.on('assert', result => {
    if (result.time !== null) tally.time(result.time / 1000)
    if (result.closingTestPoint) return
    const name = named(result.name || `test ${result.id}`)
    if (result.skip || result.todo) tally.add('skipped', name)
    else if (result.ok) tally.add('passed', name)
    else tally.add('failed', name, messageIn(result.diag))
  })
  parser.on('complete', (results: FinalResults) => {
    for (const failure of results.failures)
      if (failure.tapError) tally.add('errors', named('the report'), failure.tapError)
    // Those above are told of it, too.
    if (results.bailout && above === '') tally.add('errors', 'Bail out!', String(results.bailout))
  })
}

function messageIn(diagnostics: unknown): string {
  return typeof diagnostics === 'object' && diagnostics !== null && 'message' in diagnostics
    ? String(diagnostics.message)
    : ''
}

/**
 * Diagnostics are YAML, and may be any: the parser would follow its tags and aliases. Of each block the message stays, as
 * a plain text.
 */
function withPlainDiagnostics(text: string): string {
  const kept: string[] = []
  let block: { readonly indent: string; message?: string | undefined } | undefined
  for (const line of text.split(/\r?\n/)) {
    const indent = /^[ \t]+(?=---[ \t]*$)/.exec(line)?.[0]
    if (block === undefined && indent !== undefined) block = { indent }
    else if (block === undefined) kept.push(line)
    else if (line.trimEnd() === `${block.indent}...`) {
      const { indent: before, message } = block
      if (message !== undefined) kept.push(`${before}---`, `${before}message: ${message}`, `${before}...`)
      block = undefined
    } else block.message ??= messageOn(line)
  }
  return kept.join('\n')
}

/** As a text of JSON, which is one of YAML too. */
function messageOn(line: string): string | undefined {
  const words = /^[ \t]+message:(.*)$/.exec(line)?.[1]?.trim()
  return words === undefined ? undefined : JSON.stringify(words.replace(/^(['"])(.*)\1$/, '$2'))
}
