import { expect, test } from 'vitest'
import { MAX_REPORT_BYTES, parseTestReport } from '../../../../src/domain/evidence/test-reports/index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (report: unknown) => parseTestReport('report.json', bytes(JSON.stringify(report)))

const TEST = {
  nodeid: 'tests/test_a.py::test_a',
  outcome: 'passed',
  call: { duration: 0.1, outcome: 'passed' },
}
const REPORT = {
  created: 1795166044.1,
  duration: 1.25,
  exitcode: 1,
  root: '/work',
  environment: {},
  summary: { passed: 1, failed: 1, total: 2, collected: 2 },
  tests: [TEST],
}

test("pytest's outcomes are counted, with what they said", () => {
  const outcomes = ['failed', 'error', 'skipped', 'xfailed', 'xpassed'].map(outcome => ({
    ...TEST,
    nodeid: outcome,
    outcome,
  }))
  const [failed, error, ...rest] = outcomes
  const report = {
    ...REPORT,
    tests: [
      TEST,
      {
        ...failed,
        call: { duration: 1, crash: { path: 'a.py', lineno: 3, message: 'assert 1 == 2\nmore' } },
      },
      { ...error, call: undefined, setup: { duration: 1, crash: { message: 'no database' } } },
      ...rest,
    ],
  }
  expect(read(report)).toEqual({
    format: 'pytest',
    passed: 2,
    failed: 1,
    errors: 1,
    skipped: 2,
    seconds: 1.25,
    failures: [
      { name: 'failed', message: 'assert 1 == 2' },
      { name: 'error', message: 'no database' },
    ],
  })
})

test('a file that could not be collected is an error', () => {
  const collectors = [
    { nodeid: '', outcome: 'passed', result: [] },
    { nodeid: 'tests/test_b.py', outcome: 'failed', longrepr: "ImportError: no module 'x'" },
  ]
  expect(read({ ...REPORT, exitcode: 2, collectors })).toMatchObject({
    passed: 1,
    errors: 1,
    failures: [{ name: 'tests/test_b.py', message: "ImportError: no module 'x'" }],
  })
})

test.each([
  [0, 0],
  [1, 0],
  [5, 0],
  [2, 1],
  [3, 1],
])('status %d of pytest is %d errors', (exitcode, errors) => {
  expect(read({ ...REPORT, exitcode, tests: [] })).toMatchObject({ passed: 0, errors })
})

test.each([
  ['cut short', '{"summary": {"passed": 1'],
  ['another document', '{"numTotalTests": 3}'],
  ['without its tests', JSON.stringify({ ...REPORT, tests: undefined })],
  ['of an outcome that there is not', JSON.stringify({ ...REPORT, tests: [{ ...TEST, outcome: 'great' }] })],
  ['of another kind', 'all tests passed'],
])('a report %s is refused', (_, text) => {
  expect(() => parseTestReport('report.json', bytes(text))).toThrow(
    expect.objectContaining({ code: 'bad-file', place: { path: 'report.json' } }),
  )
})

test('what is no text, and what is too large, is refused', () => {
  const refuse = (content: Uint8Array) => () => parseTestReport('report.json', content)
  expect(refuse(Uint8Array.of(0x7b, 0xff, 0xfe))).toThrow(expect.objectContaining({ code: 'bad-file' }))
  expect(refuse(new Uint8Array(MAX_REPORT_BYTES + 1))).toThrow(expect.objectContaining({ code: 'too-large' }))
})

test('what it is written in may be said, and then nothing is guessed', () => {
  expect(() => parseTestReport('report.json', bytes(JSON.stringify(REPORT)), 'junit')).toThrow(
    expect.objectContaining({ code: 'bad-file' }),
  )
})
