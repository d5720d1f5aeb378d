import type { Result } from '../src/domain/results/index.ts'
import { render } from '../src/render/index.ts'

/** What GitHub takes of one step, in bytes; a longer summary is shown to nobody. */
export const SUMMARY_LIMIT = 1024 * 1024

const byteLength = (text: string) => Buffer.byteLength(text, 'utf8')

/**
 * A result as the job's summary, shortened where it is longer than GitHub takes.
 *
 * @param limit - Bytes in UTF-8.
 */
export function summaryOf(result: Result, limit = SUMMARY_LIMIT): string {
  const whole = 'the file that the output `result-file` names'
  // A character has one byte at least, and three at most of those that count as one here.
  for (const most of [limit, Math.floor(limit / 2), Math.floor(limit / 3)]) {
    const text = `${render(result, 'markdown', { limit: most, whole })}\n`
    if (byteLength(text) <= limit) return text
  }
  return 'The report is too long for a summary. It is in the file that the output `result-file` names.\n'
}
