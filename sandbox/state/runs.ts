import type { Repository, World } from '../world.ts'
import { slot } from '../world.ts'

export interface Job {
  readonly id: number
  /** As people see it: `pipeline / lint churn` for the job of a called workflow. */
  readonly name: string
  /** How it ended; null while it runs. */
  conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | 'timed_out' | null
  /** Whether an environment's rules keep it from running. */
  isHeld?: boolean
}

export interface Artifact {
  readonly id: number
  readonly name: string
  readonly zip: Uint8Array
  readonly expired: boolean
}

/** A run of a workflow: over when all of its jobs are. */
export interface Run {
  readonly id: number
  readonly attempt: number
  readonly event: string
  /** The workflow's file. */
  readonly path: string
  readonly headSha: string
  readonly headBranch: string
  /** `owner/name` of the repository that the head is in. */
  readonly headRepository: string
  readonly actor: string
  /** What people see in a list of runs. */
  readonly title: string
  /** Workflows that it called, as `owner/name/path@ref`. */
  readonly calls: readonly string[]
  readonly createdAt: string
  /** When it ended, where that was not at once. */
  updatedAt?: string
  readonly jobs: readonly Job[]
  readonly artifacts: Artifact[]
}

export interface RunStanding {
  readonly status: 'queued' | 'waiting' | 'in_progress' | 'completed'
  readonly conclusion: 'success' | 'failure' | null
}

export function standingOfRun({ jobs }: Run): RunStanding {
  const conclusions = jobs.map(({ conclusion }) => conclusion)
  const open = jobs.filter(({ conclusion }) => conclusion === null)
  if (open.length > 0)
    return { status: open.every(job => job.isHeld) ? 'waiting' : 'in_progress', conclusion: null }
  const isGood = conclusions.every(conclusion => conclusion === 'success' || conclusion === 'skipped')
  return { status: 'completed', conclusion: isGood ? 'success' : 'failure' }
}

/** Oldest first. */
export const runsOf = slot<Run[]>('runs', () => [])

export type NewRun = Pick<Run, 'headSha' | 'actor'> &
  Partial<Pick<Run, 'attempt' | 'event' | 'path' | 'headBranch' | 'headRepository' | 'calls' | 'title'>> & {
    /** How each job ended, by name. */
    readonly jobs?: Readonly<Record<string, Job['conclusion']>>
    readonly artifacts?: readonly (Pick<Artifact, 'name' | 'zip'> & Partial<Artifact>)[]
  }

export function addRun(world: World, repository: Repository, facts: NewRun): Run {
  const run: Run = {
    id: world.nextId(),
    attempt: facts.attempt ?? 1,
    event: facts.event ?? 'pull_request',
    path: facts.path ?? '.github/workflows/modelyard.yml',
    headSha: facts.headSha,
    headBranch: facts.headBranch ?? 'change',
    headRepository: facts.headRepository ?? `${repository.owner}/${repository.name}`,
    actor: facts.actor,
    title: facts.title ?? 'Modelyard',
    calls: facts.calls ?? [],
    createdAt: world.clock.iso(),
    jobs: Object.entries(facts.jobs ?? {}).map(([name, conclusion]) => ({
      id: world.nextId(),
      name,
      conclusion,
    })),
    artifacts: (facts.artifacts ?? []).map(artifact => ({
      id: world.nextId(),
      expired: false,
      ...artifact,
    })),
  }
  runsOf(repository).push(run)
  return run
}
