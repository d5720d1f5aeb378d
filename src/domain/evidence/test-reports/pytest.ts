import * as z from 'zod/mini'
import { badReport, Tally, type TestCounts, type TestOutcome } from './tally.ts'

const Stage = z.optional(
  z.object({
    duration: z.optional(z.number()),
    crash: z.optional(z.object({ message: z.optional(z.string()) })),
  }),
)

/** What is read of a report by pytest-json-report; it holds more. */
const PytestReport = z.object({
  exitcode: z.optional(z.int()),
  duration: z.optional(z.number()),
  summary: z.record(z.string(), z.unknown()),
  tests: z.array(
    z.object({
      nodeid: z.string(),
      outcome: z.enum(['passed', 'failed', 'error', 'skipped', 'xfailed', 'xpassed']),
      setup: Stage,
      call: Stage,
      teardown: Stage,
    }),
  ),
  collectors: z.optional(
    z.array(z.object({ nodeid: z.string(), outcome: z.string(), longrepr: z.optional(z.unknown()) })),
  ),
})

const OUTCOMES: Readonly<Record<string, TestOutcome>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'errors',
  skipped: 'skipped',
  // As in pytest's own JUnit XML: a failure that was expected is skipped, a pass that was not is one.
  xfailed: 'skipped',
  xpassed: 'passed',
}

/** All tests passed, some failed, none was found. Any other status: pytest itself did not get through. */
const ORDERLY = [0, 1, 5]

/**
 * Reads the JSON of pytest-json-report. Files that could not be collected count as errors, and so does a pytest that was
 * interrupted or failed inside.
 *
 * @param path - As the user wrote it, for errors.
 * @throws {ModelyardError} `bad-file` where it is no JSON, or not of that kind.
 */
export function parsePytest(path: string, text: string): TestCounts {
  const report = z.safeParse(PytestReport, parseJson(path, text))
  if (!report.success) {
    const [issue] = report.error.issues
    throw badReport(
      path,
      `is JSON, but no report of pytest: ${issue?.path.join('.') || 'the whole'} does not fit`,
      'write it by pytest-json-report, with its tests: pytest --json-report --json-report-file=FILE',
    )
  }
  const { tests, collectors = [], exitcode = 0, duration } = report.data
  const tally = new Tally()
  for (const { nodeid, outcome, ...stages } of tests) {
    const crash = [stages.call, stages.setup, stages.teardown].find(
      stage => stage?.crash !== undefined,
    )?.crash
    tally.add(OUTCOMES[outcome] ?? 'errors', nodeid, crash?.message)
  }
  for (const { nodeid, longrepr } of collectors.filter(({ outcome }) => outcome === 'failed'))
    tally.add('errors', nodeid || 'collection', typeof longrepr === 'string' ? longrepr : '')
  if (!ORDERLY.includes(exitcode) && tally.broken() === 0)
    tally.add('errors', 'pytest', `it ended with status ${exitcode}`)
  tally.time(duration ?? Number.NaN)
  return tally.counts()
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw badReport(
      path,
      `is no JSON: ${error instanceof Error ? error.message.slice(0, 200) : error}`,
      'check that the test run was not cut short',
      error,
    )
  }
}
