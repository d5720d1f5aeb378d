import { ModelyardError } from '../../errors/index.ts'
import type { Tests } from '../tests.ts'
import { parseJunit } from './junit.ts'
import { parsePytest } from './pytest.ts'
import { badReport, type TestCounts } from './tally.ts'
import { looksLikeTap, parseTap } from './tap.ts'

export const TEST_REPORT_FORMATS = ['junit', 'tap', 'pytest'] as const
export type TestReportFormat = (typeof TEST_REPORT_FORMATS)[number]

/** A report of ten thousand tests has a few MiB. */
export const MAX_REPORT_BYTES = 32 * 1024 * 1024

const PARSERS: Readonly<Record<TestReportFormat, (path: string, text: string) => TestCounts>> = {
  junit: parseJunit,
  tap: parseTap,
  pytest: parsePytest,
}

/**
 * Reads a report of tests.
 *
 * @param path - As the user wrote it, for errors.
 * @param format - Undefined: told from how it begins.
 * @throws {ModelyardError} `too-large` above 32 MiB; `bad-file` where it is no report, or not of that format.
 */
export function parseTestReport(
  path: string,
  bytes: Uint8Array,
  format?: TestReportFormat,
): Omit<Tests, 'report'> {
  requireSize(path, bytes.length)
  const text = decode(path, bytes)
  const told = format ?? guessFormat(text)
  if (told === undefined) {
    throw badReport(
      path,
      'is no report of tests that is known: neither JUnit XML nor TAP nor the JSON of pytest',
      'name the file that the test run wrote, or say what it is: --report-format junit, tap or pytest',
    )
  }
  return { format: told, ...PARSERS[told](path, text) }
}

/** @throws {ModelyardError} `too-large`. */
export function requireSize(path: string, bytes: number): void {
  if (bytes <= MAX_REPORT_BYTES) return
  throw new ModelyardError({
    code: 'too-large',
    message: `${path} has ${Math.round(bytes / 1024 / 1024)} MiB; a report of tests may have ${MAX_REPORT_BYTES / 1024 / 1024}`,
    next: 'leave what the tests printed out of the report, or split it',
    place: { path },
  })
}

function guessFormat(text: string): TestReportFormat | undefined {
  const [first] = text.replace(/^\ufeff/, '').trimStart()
  if (first === '<') return 'junit'
  if (first === '{') return 'pytest'
  return looksLikeTap(text) ? 'tap' : undefined
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw badReport(path, 'is not UTF-8 text', 'let the test run write UTF-8', error)
  }
}
