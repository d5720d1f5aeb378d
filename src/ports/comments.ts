import type { MetricFamily } from '../domain/monitoring/metric-definitions.ts'
import type { ModelWatch } from '../domain/report/model-watch.ts'
import type { FoundComment } from '../domain/report/plan.ts'
import type { Reported } from '../domain/results/index.ts'
import type { MoveResult } from '../domain/results/move.ts'
import type { RegistrationResult } from '../domain/results/registration.ts'

/** Where a comment stands. */
export type CommentTarget =
  | { readonly is: 'pull-request' | 'issue'; readonly number: number }
  | { readonly is: 'commit'; readonly sha: string }

/** A comment of our own identity. */
export interface OwnComment extends FoundComment {
  /** Where a person reads it. */
  readonly url: string
  /** Names it where it is folded away or shown again. */
  readonly nodeId: string
}

/** What became of a comment that was to be written. */
export type Written =
  | { readonly is: 'written'; readonly id: number; readonly url: string }
  /** It, or what it should stand at, is not there any more. */
  | { readonly is: 'gone' }
  /** Nobody may comment there. */
  | { readonly is: 'locked' }
  /** No answer came: it may be there or not. Only looking again tells. */
  | { readonly is: 'unsure' }

/** Who writes: the run that made the report, as GitHub names it. */
export interface ReportOrigin {
  /** The workflow's file, e.g. `.github/workflows/pipeline.yml`; `terminal` where no workflow runs. */
  readonly workflow: string
  /** 0 where no workflow runs. */
  readonly run: number
  readonly attempt: number
  /** The commit that was reported on. */
  readonly commit: string | undefined
  /** Where a person reads a run of this repository, its summary among it; undefined where no workflow runs. */
  runUrl(run: number): string | undefined
}

/**
 * Comments on GitHub, of our own identity alone. Every call may throw `missing-permission` where the token may not do
 * it, `rate-limited`, `remote-failed`, `timed-out` or `no-github`.
 */
export interface Comments {
  origin(): Promise<ReportOrigin>
  /**
   * What the run is about: the pull request of its event (for a `workflow_run`, of that run's head, as the API names
   * it), the issue, or the commit.
   *
   * @returns Undefined where it is about none.
   */
  targetOfRun(on: CommentTarget['is']): Promise<CommentTarget | undefined>
  /**
   * Our own comments that begin with a marker.
   *
   * @returns Undefined where the target is not there.
   */
  find(target: CommentTarget, marker: string): Promise<readonly OwnComment[] | undefined>
  create(target: CommentTarget, body: string): Promise<Written>
  update(target: CommentTarget, comment: OwnComment, body: string): Promise<Written>
  /** Removes a comment; one that is gone already is removed. */
  remove(target: CommentTarget, comment: OwnComment): Promise<void>
  /** Shows a comment again that somebody folded away; false where this token may not. */
  showAgain(comment: OwnComment): Promise<boolean>
  /**
   * Takes a comment for one writer, by a mark that only one can set. It is free again when it is given back, or by
   * itself after a while, should the writer be killed.
   */
  take(target: CommentTarget, comment: OwnComment): Promise<Taken>
  /** Waits for another writer; longer in each round, and not equally long in any two writers. */
  pause(round: number): Promise<void>
}

export type Taken =
  | {
      readonly is: 'taken'
      /** Whether there is time enough left to write before others may take it. */
      holds(): boolean
      giveBack(): Promise<void>
    }
  | { readonly is: 'busy' | 'gone' | 'locked' }

/** What reports look like is decided where all answers are rendered, and by no command. */
export interface Reports {
  /** Markdown of answers, one below the other, of at most about `limit` characters. Pure. */
  render(results: readonly Reported[], page: ReportPage): string
  /** A line of Markdown that says that something was left out, and where it is. */
  renderNote(url: string | undefined): string
  /** What the pull request of a planned change says, in Markdown. Pure. */
  renderProposal(planned: MoveResult | RegistrationResult): string
  /** Metrics in Prometheus' text format. Pure. */
  renderMetrics(families: readonly MetricFamily[]): string
}

export interface ReportPage {
  readonly limit: number
  /** The part's own name, as its title; empty for none. */
  readonly part: string
  readonly commit: string | undefined
  readonly run: number
  readonly url: string | undefined
  /** Of the models that it is about, what stands above all answers. */
  readonly watch?: readonly ModelWatch[] | undefined
}
