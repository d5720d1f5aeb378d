import { describe, expect, test } from 'vitest'
import { summaryOf } from '../../actions/summary.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'

const bytes = (text: string) => Buffer.byteLength(text, 'utf8')

/** An answer with so many problems, each of these words. */
const validation = (count: number, message: string): ValidationResult => ({
  kind: 'validation',
  outcome: 'failed',
  judged: 'the working tree',
  checked: { models: 1, versions: 1, records: 1, files: 1 },
  problems: Array.from({ length: count }, (_, at) => ({
    severity: 'error',
    code: 'bad-file',
    place: { path: `a/${at}.json` },
    message,
    next: 'mend it',
  })),
  governed: [],
  remarks: [],
})

describe('the summary of a job', () => {
  test('is the whole report where that fits', () => {
    const summary = summaryOf(validation(3, 'broken'))
    expect(summary).toContain('a/2.json')
    expect(summary).toMatch(/\n$/)
  })

  test('is not cut at what a comment may hold', () => {
    expect(summaryOf(validation(2000, 'broken'))).toContain('a/1999.json')
  })

  test.each(['broken', '破損'])('never has more bytes than GitHub takes, of words like %s', word => {
    for (const limit of [1_000, 20_000, 60_000]) {
      const summary = summaryOf(validation(500, word.repeat(20)), limit)
      expect(bytes(summary)).toBeLessThanOrEqual(limit)
      expect(summary.trim()).not.toBe('')
    }
  })
})
