import { ModelyardError } from '../domain/errors/index.ts'
import type { Conclusion, Needs } from '../domain/pipeline/conclusion.ts'
import type { ConclusionResult } from '../domain/results/conclusion.ts'
import type { CommitStatus, Ports } from '../ports.ts'

/** Marks the commit of this run with what its pipeline comes to, and says so. */
export async function settledConclusion(
  conclusion: Conclusion,
  needs: Needs,
  context: string,
  ports: Pick<Ports, 'statuses'>,
): Promise<Omit<ConclusionResult, 'context' | 'switched-off' | 'previews' | 'nothing-for'>> {
  const marked = await mark({ ...conclusion, context }, ports)
  return {
    kind: 'conclusion',
    outcome: conclusion.state === 'success' ? 'passed' : 'failed',
    description: conclusion.description,
    ...(marked.sha === undefined ? {} : { sha: marked.sha }),
    jobs: Object.fromEntries(Object.entries(needs).map(([job, { result }]) => [job, result])),
    remarks: marked.remarks,
    next: marked.next,
  }
}

interface Marked {
  readonly sha?: string
  readonly remarks: string[]
  readonly next: string[]
}

async function mark(status: CommitStatus, { statuses }: Pick<Ports, 'statuses'>): Promise<Marked> {
  try {
    const sha = await statuses.set(status)
    if (sha !== undefined) return { sha, remarks: [], next: [] }
    return { remarks: ['this run is about no commit that could be marked'], next: [] }
  } catch (error) {
    if (!(error instanceof ModelyardError) || error.code !== 'missing-permission') throw error
    return { remarks: [`${error.message}; no commit status was set`], next: [error.next] }
  }
}
