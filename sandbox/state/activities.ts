import { slot } from '../world.ts'

/** A move of a branch, and who made it. */
export interface Activity {
  readonly id: number
  /** The branch's full name. */
  readonly ref: string
  /** Zeros where there was no such branch. */
  readonly before: string
  /** Zeros where it was deleted. */
  readonly after: string
  readonly type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion'
  readonly actor: string
  readonly at: string
}

/** Oldest first. */
export const activitiesOf = slot<Activity[]>('activities', () => [])
