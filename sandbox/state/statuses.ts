import { slot } from '../world.ts'

export interface CommitStatus {
  readonly id: number
  readonly sha: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: string
  readonly createdAt: string
}

/** Oldest first; of one commit and context the last counts. */
export const statusesOf = slot<CommitStatus[]>('statuses', () => [])
