import { slot } from '../world.ts'

export type DeploymentState =
  | 'error'
  | 'failure'
  | 'inactive'
  | 'in_progress'
  | 'queued'
  | 'pending'
  | 'success'

export interface DeploymentStatus {
  readonly id: number
  readonly state: DeploymentState
  readonly description: string
  readonly logUrl: string
  readonly creator: string
  readonly createdAt: string
}

export interface Deployment {
  readonly id: number
  readonly sha: string
  readonly ref: string
  readonly task: string
  readonly environment: string
  readonly payload: unknown
  readonly description: string | null
  readonly creator: string
  readonly createdAt: string
  /** Oldest first. */
  readonly statuses: DeploymentStatus[]
}

/** Oldest first. */
export const deploymentsOf = slot<Deployment[]>('deployments', () => [])
