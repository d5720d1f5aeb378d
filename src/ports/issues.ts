import type { Written } from './comments.ts'

/** An issue of our own identity. */
export interface OwnIssue {
  readonly number: number
  /** Where a person reads it. */
  readonly url: string
  readonly isOpen: boolean
  /** UTC to the second; undefined while it is open. */
  readonly closedAt: string | undefined
  readonly title: string
  readonly body: string
}

export interface NewIssue {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  /** Logins; GitHub refuses the issue where it may not be assigned to one of them. */
  readonly assignees?: readonly string[]
}

/** What is left out stays as it is. */
export interface IssueChange {
  readonly title?: string
  readonly body?: string
  readonly isOpen?: boolean
  /** Of one that is closed; `completed` when left out. */
  readonly closedAs?: 'completed' | 'not-planned'
}

/** Issues on GitHub, of our own identity alone. Calls throw as those of `Comments`. */
export interface Issues {
  /** Our own, open and closed, whose body begins with a marker: over all pages, the oldest first. */
  find(marker: string): Promise<readonly OwnIssue[]>
  /** The open ones whose body begins so, of our own or of a job's account: alerts of workflows are those of jobs. */
  findOpen(marker: string): Promise<readonly OwnIssue[]>
  /** What is not known to have been made is `unsure`: only looking again tells. */
  create(issue: NewIssue): Promise<Written>
  /** Changes what is given, and nothing else of it. */
  update(number: number, change: IssueChange): Promise<Written>
}
