import { expect, test } from 'vitest'
import { parseTestReport } from '../../../../src/domain/evidence/test-reports/index.ts'

const read = (text: string) => parseTestReport('out.tap', new TextEncoder().encode(text))

test('the innermost tests are counted, not the lines that sum them up', () => {
  const text = `TAP version 14
# Subtest: encoding
    # Subtest: of words
        ok 1 - known
        not ok 2 - unknown
          ---
          message: "it's a: trap"
          at: !!js/function >
            function () {}
          ...
        1..2
    not ok 1 - of words
    1..1
not ok 1 - encoding
ok 2 - slow # SKIP takes long
not ok 3 - later # TODO not yet
ok 4 - last
1..4
`
  expect(read(text)).toEqual({
    format: 'tap',
    passed: 2,
    failed: 1,
    errors: 0,
    skipped: 2,
    failures: [{ name: 'encoding › of words › unknown', message: "it's a: trap" }],
  })
})

test.each([
  ['a bail-out', 'ok 1 - a\nBail out! disk full\n', { passed: 1, errors: 1 }],
  ['a missing plan', 'ok 1 - a\n', { passed: 1, errors: 1 }],
  ['missing tests', '1..3\nok 1 - a\n', { passed: 1, errors: 1 }],
  ['more tests than planned', '1..1\nok 1 - a\nok 2 - b\n', { passed: 2, errors: 1 }],
  ['nothing to run', '1..0 # SKIP no tests\n', { passed: 0, errors: 0 }],
])('%s', (_, text, counts) => {
  expect(read(text)).toMatchObject({ failed: 0, skipped: 0, ...counts })
})

test('aliases in diagnostics are not followed', () => {
  const levels = Array.from(
    { length: 30 },
    (_, level) => `  a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
  )
  const text = `1..1\nnot ok 1 - a\n  ---\n  a: &a-1 [x, x]\n${levels.join('\n')}\n  message: *a29\n  ...\n`
  expect(read(text).failures).toEqual([{ name: 'a', message: '*a29' }])
})

test('a block of diagnostics that does not end takes the rest with it, and is told', () => {
  const { errors } = read(`1..2\nok 1 - a\n${'  ---\n'.repeat(100_000)}ok 2 - b\n`)
  expect(errors).toBeGreaterThan(0)
})

test('more tests than a report may have are refused', () => {
  expect(() => read('ok\n'.repeat(200_001))).toThrow(expect.objectContaining({ code: 'too-large' }))
})

test.each([50, 51, 3000])('subtests %d deep', depth => {
  const lines = Array.from({ length: depth }, (_, level) => `${' '.repeat(4 * level)}# Subtest: ${level}`)
  const text = [
    'TAP version 14',
    ...lines,
    `${' '.repeat(4 * depth)}ok 1`,
    `${' '.repeat(4 * depth)}1..1`,
  ].join('\n')
  if (depth === 50) expect(read(text)).toMatchObject({ passed: 1 })
  else expect(() => read(text)).toThrow(expect.objectContaining({ code: 'too-large' }))
})
