import { openArtifacts } from '../adapters/files/artifacts.ts'
import type { GitAdapters } from '../adapters/git/adapters.ts'
import type {
  Comments,
  Endpoint,
  Inference,
  People,
  Ports,
  Process,
  Runs,
  Statuses,
  Stopwatch,
  Tables,
} from '../ports.ts'
import { renderCard } from '../render/card.ts'
import { renderProposal, renderReport, renderReportNote } from '../render/index.ts'
import type { GitHubPorts } from './github.ts'
import { lazyStored } from './stored.ts'

/** What costs much to load, or starts something: models, data, endpoints, commands. */
export interface Engines {
  readonly inference: Inference
  readonly stopwatch: Stopwatch
  readonly endpoint: Endpoint
  readonly tables: Tables
  readonly process: Process
}

/** What a door finds in its surroundings. */
export interface Surroundings {
  /** Where paths of the user begin. */
  readonly folder: string
  readonly git: GitAdapters
  readonly people: People
  readonly engines: Engines
  readonly comments: Comments
  readonly statuses: Statuses
  readonly runs: Runs
  readonly outer: GitHubPorts['outer']
}

/** Everything outside, as a command meets it at any door. */
export function portsOf({
  folder,
  git,
  people,
  engines,
  comments,
  statuses,
  runs,
  outer,
}: Surroundings): Ports {
  return {
    ...git,
    ...engines,
    people,
    comments,
    statuses,
    runs,
    artifacts: openArtifacts(folder),
    stored: lazyStored(git, outer),
    clock: { now: () => Date.now() },
    cards: { render: renderCard },
    reports: { render: renderReport, renderNote: renderReportNote, renderProposal },
    host: { machine: `${process.platform} ${process.arch}, Node.js ${process.versions.node}` },
  }
}
