import { ModelyardError } from '../../errors/index.ts'
import type { Tests } from '../tests.ts'

/** What a report of tests says, whatever its format. */
export type TestCounts = Omit<Tests, 'format' | 'report'>

export type TestOutcome = 'passed' | 'failed' | 'errors' | 'skipped'

const SHOWN_FAILURES = 20

/** Counts tests one by one; what failed first is kept by its name. */
export class Tally {
  readonly #counts = { passed: 0, failed: 0, errors: 0, skipped: 0 }
  readonly #failures: { name: string; message: string }[] = []
  #seconds: number | undefined

  add(outcome: TestOutcome, name: string, message = ''): void {
    this.#counts[outcome] += 1
    if ((outcome !== 'failed' && outcome !== 'errors') || this.#failures.length >= SHOWN_FAILURES) return
    this.#failures.push({ name: oneLine(name, 300), message: oneLine(message, 500) })
  }

  /** Adds the time of a test; what is no time is none. */
  time(seconds: number): void {
    if (Number.isFinite(seconds) && seconds >= 0) this.#seconds = (this.#seconds ?? 0) + seconds
  }

  /** How many failed or could not be run. */
  broken(): number {
    return this.#counts.failed + this.#counts.errors
  }

  counts(): TestCounts {
    return {
      ...this.#counts,
      ...(this.#seconds === undefined ? {} : { seconds: Math.round(this.#seconds * 1000) / 1000 }),
      failures: this.#failures,
    }
  }
}

function oneLine(text: string, letters: number): string {
  const line = text.trim().split(/\r\n|\r|\n/)[0] ?? ''
  return line.length > letters ? `${line.slice(0, letters - 1)}…` : line
}

export function badReport(path: string, what: string, next: string, cause?: unknown): ModelyardError {
  return new ModelyardError({ code: 'bad-file', message: `${path} ${what}`, next, place: { path }, cause })
}
