import type { CardFacts } from './domain/registry/card-facts.ts'
import type { AlertPages } from './ports/alerts.ts'
import type { BranchRules } from './ports/branch-rules.ts'
import type { Checks } from './ports/checks.ts'
import type { Process } from './ports/commands.ts'
import type { Comments, Reports } from './ports/comments.ts'
import type { Deployments } from './ports/deployments.ts'
import type { Endpoint, Prometheus } from './ports/endpoint.ts'
import type { Inference, Stopwatch } from './ports/inference.ts'
import type { Issues } from './ports/issues.ts'
import type { Merges } from './ports/merges.ts'
import type { MonitorHistory } from './ports/monitor-history.ts'
import type { Provenance } from './ports/provenance.ts'
import type { OpenPulls, Outbox, PullRequests } from './ports/pull-requests.ts'
import type { Identity, Repository, Worktree } from './ports/repository.ts'
import type { Runs } from './ports/runs.ts'
import type { Seals } from './ports/seals.ts'
import type { Statuses } from './ports/statuses.ts'
import type { StoredArtifacts } from './ports/stored-artifacts.ts'
import type { Tables } from './ports/tables.ts'

export type * from './ports/activities.ts'
export type * from './ports/alerts.ts'
export type * from './ports/branch-rules.ts'
export type * from './ports/checks.ts'
export type * from './ports/claims.ts'
export type * from './ports/commands.ts'
export type * from './ports/comments.ts'
export type * from './ports/conversations.ts'
export type * from './ports/deployments.ts'
export type * from './ports/endpoint.ts'
export type * from './ports/inference.ts'
export type * from './ports/issues.ts'
export type * from './ports/merges.ts'
export type * from './ports/monitor-history.ts'
export type * from './ports/new-file.ts'
export type * from './ports/provenance.ts'
export type * from './ports/pull-requests.ts'
export type * from './ports/pulls.ts'
export type * from './ports/repository.ts'
export type * from './ports/runs.ts'
export type * from './ports/seals.ts'
export type * from './ports/statuses.ts'
export type * from './ports/stored-artifacts.ts'
export type * from './ports/tables.ts'
export type * from './ports/waiting-jobs.ts'

/** What the outside must provide. Types only: adapters implement them, commands receive them. */
export interface Ports {
  readonly repository: Repository
  readonly worktree: Worktree
  readonly identity: Identity
  readonly artifacts: Artifacts
  /** Artifacts that do not lie in the repository. */
  readonly stored: StoredArtifacts
  readonly inference: Inference
  readonly stopwatch: Stopwatch
  readonly endpoint: Endpoint
  readonly prometheus: Prometheus
  readonly tables: Tables
  readonly clock: Clock
  readonly people: People
  readonly drafts: Drafts
  readonly host: Host
  readonly process: Process
  readonly cards: Cards
  readonly comments: Comments
  readonly statuses: Statuses
  readonly runs: Runs
  readonly seals: Seals
  readonly monitorHistory: MonitorHistory
  readonly issues: Issues
  readonly merges: Merges
  readonly deployments: Deployments
  readonly openPulls: OpenPulls
  /** Where changes become pull requests; undefined at a terminal, where they become branches. */
  readonly pullRequests?: PullRequests | undefined
  /** Where they are left for the App to open; undefined where nobody leaves any. */
  readonly outbox?: Outbox | undefined
  /** What GitHub knows of runs and what they left; undefined at a terminal, where the origin of evidence is not asked. */
  readonly provenance?: Provenance | undefined
  /** What GitHub demands of a merge; undefined at a terminal, where approvals are not judged. */
  readonly branchRules?: BranchRules | undefined
  readonly reports: Reports
  readonly alertPages: AlertPages
  /** Check runs, which the App alone sets. */
  readonly checks?: Checks | undefined
  /** The App that reads this; undefined where none does. */
  readonly app?: OwnApp | undefined
}

/** The App itself, as GitHub names it. */
export interface OwnApp {
  /** Of its account, e.g. `modelyard[bot]`. */
  readonly login: string
}

/**
 * Files that wait in git's own folder for the commit that takes them: out of the way of `git status`, of switching
 * branches and of merging what was pushed meanwhile. Paths are relative, `/` between their parts.
 */
export interface Drafts {
  /** The names of the files in a folder. */
  list(folder: string): Promise<readonly string[]>
  read(path: string): Promise<Uint8Array | undefined>
  write(path: string, content: Uint8Array): Promise<void>
  remove(path: string): Promise<void>
  /** Where a file lies, for people. */
  place(path: string): string
}

export interface Host {
  /** What evidence says of the machine, e.g. `linux x64, Node.js 24.21.0`. */
  readonly machine: string
  /** The workflow's run; undefined where none runs. A claim, as everything in the environment: what it says is checked. */
  readonly run?: WorkflowRun | undefined
}

/** The run of a workflow that a command is a step of. */
export interface WorkflowRun {
  /** `owner/name`. */
  readonly repository: string
  readonly id: number
  readonly attempt: number
  /** The workflow's file, as the caller of a reusable one has it. */
  readonly workflow: string | undefined
  /** `push`, `pull_request` … */
  readonly event: string
  /** What the run is about: on a pull request its head, and never the merge that nobody made. */
  readonly commit: string
  /** Whether it was pushed to the default branch, so that it is merged already. */
  readonly merged?: true
}

export interface Clock {
  /** UTC, milliseconds. */
  now(): number
}

/** Somebody at a terminal who can be asked. */
export interface People {
  /** Whether there is anybody to ask. */
  readonly present: boolean
  /** Asks for a line of text; an empty answer is `fallback`. */
  ask(question: string, fallback: string): Promise<string>
}

export interface Hashed {
  readonly sha256: string
  readonly bytes: number
}

export interface HashedFile extends Hashed {
  /** Inside the folder, `/` between its parts; the file's own name where it is not in one. */
  readonly path: string
}

/** A file, or all files of a folder, wherever the user keeps them. */
export interface HashedPath {
  readonly isFolder: boolean
  /** By path. */
  readonly files: readonly HashedFile[]
}

/** Files by their bytes, outside git's care. Paths are as the user wrote them. */
export interface Artifacts {
  /** A path as the user wrote it, from the root of the file system. */
  place(userPath: string): string
  /** The SHA-256 of bytes. */
  hash(bytes: Uint8Array): string
  /**
   * Hashes a file or a folder as a stream.
   *
   * @throws {ModelyardError} `bad-artifact` where nothing is there, a folder is empty or holds a link.
   */
  hashPath(userPath: string): Promise<HashedPath>
  /** The first bytes of a file, at most `length`. */
  readHead(userPath: string, length: number): Promise<Uint8Array>
  readAll(userPath: string): Promise<Uint8Array>
  /** A file of any size, piece by piece. */
  readPieces(userPath: string): AsyncIterable<Uint8Array>
  /** Writes a file of the user's atomically. */
  write(userPath: string, content: Uint8Array): Promise<void>
}

/** What model cards look like is decided where all answers are rendered, and by no command. */
export interface Cards {
  /** The text of `versions/N/card.md`. Pure: the same facts give the same text, so that plans may ask for it. */
  render(facts: CardFacts): string
}

/** A chart as people see it. */
export interface Picture {
  readonly svg: string
  readonly png: Uint8Array
}

export interface Charts {
  /**
   * Loads what draws, so that its lack is told before anything is measured.
   *
   * @throws {ModelyardError} `missing-engine` where it is not installed, or does not run here.
   */
  ready(): Promise<void>
  /**
   * Draws a Vega-Lite specification that holds its own data.
   *
   * @throws {ModelyardError} `missing-engine` where what draws is not installed.
   */
  draw(specification: Readonly<Record<string, unknown>>): Promise<Picture>
}
