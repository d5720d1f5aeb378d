import type { LeftFiles, ReviewedPull, RunJob, RunRecord, Runs } from '../../src/ports.ts'

export interface FakeRun {
  readonly record?: Partial<RunRecord>
  readonly jobs?: readonly RunJob[]
  /** One after the other, as they are asked for; the last again and again. */
  readonly pulls?: readonly (ReviewedPull | undefined)[]
  readonly changed?: readonly string[] | undefined
  readonly files?: Readonly<Record<string, string>>
  readonly left?: readonly LeftFiles[]
}

/** Run 7 of a fork, whose end started this one. */
export function fakeRuns(given: FakeRun = {}): Runs {
  const { record, jobs = [], pulls = [{ number: 128, base: 'main' }], files = {}, left = [] } = given
  let asked = 0
  return {
    async finished(run) {
      if (run !== 7) return undefined
      const workflows = ['.github/workflows/modelyard.yml']
      return { id: 7, attempt: 1, event: 'pull_request', workflows, headSha: 'a'.repeat(40), ...record }
    },
    jobs: async () => jobs,
    startedSince: async () => undefined,
    async pullRequest() {
      asked += 1
      return pulls[Math.min(asked, pulls.length) - 1]
    },
    changedPaths: async () => ('changed' in given ? given.changed : []),
    async readFile(_branch, path) {
      const text = files[path]
      return text === undefined ? undefined : new TextEncoder().encode(text)
    },
    leftFiles: async () => left,
  }
}
