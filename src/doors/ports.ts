import { openArtifacts } from '../adapters/files/artifacts.ts'
import type { GitAdapters } from '../adapters/git/adapters.ts'
import { readWorkflowRun } from '../adapters/runner/workflow-run.ts'
import type {
  AlertPages,
  Comments,
  Deployments,
  Endpoint,
  Host,
  Inference,
  Issues,
  Merges,
  MonitorHistory,
  OpenPulls,
  People,
  Ports,
  Process,
  Prometheus,
  Runs,
  Seals,
  Statuses,
  Stopwatch,
  Tables,
} from '../ports.ts'
import { renderCard } from '../render/card.ts'
import { renderExposition } from '../render/exposition.ts'
import { renderProposal, renderReport, renderReportNote } from '../render/index.ts'
import type { GitHubPorts } from './github.ts'
import { refusing } from './no-engines.ts'
import { lazyStored } from './stored.ts'

const NO_ALERTS = refusing<AlertPages>(
  'alerts are not told here',
  'use the Action alert, or `modelyard alert`',
)

/** What costs much to load, or starts something: models, data, endpoints, commands. */
export interface Engines {
  readonly inference: Inference
  readonly stopwatch: Stopwatch
  readonly endpoint: Endpoint
  readonly prometheus: Prometheus
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
  readonly seals: Seals
  readonly monitorHistory: MonitorHistory
  readonly issues: Issues
  readonly merges: Merges
  readonly deployments: Deployments
  readonly openPulls: OpenPulls
  readonly outer: GitHubPorts['outer']
  /** Left out where no alerts are told. */
  readonly alertPages?: AlertPages
}

/** Everything outside, as a command meets it at any door. */
export function portsOf({ folder, git, engines, outer, ...outside }: Surroundings): Ports {
  return {
    ...git,
    ...engines,
    people: outside.people,
    comments: outside.comments,
    statuses: outside.statuses,
    runs: outside.runs,
    seals: outside.seals,
    monitorHistory: outside.monitorHistory,
    issues: outside.issues,
    merges: outside.merges,
    deployments: outside.deployments,
    openPulls: outside.openPulls,
    artifacts: openArtifacts(folder),
    stored: lazyStored(git, outer),
    clock: { now: () => Date.now() },
    cards: { render: renderCard },
    alertPages: outside.alertPages ?? NO_ALERTS,
    reports: {
      render: renderReport,
      renderNote: renderReportNote,
      renderProposal,
      renderMetrics: renderExposition,
    },
    host: HOST,
  }
}

const HOST: Host = {
  machine: `${process.platform} ${process.arch}, Node.js ${process.versions.node}`,
  // Read when it is asked for, which most commands never do: it takes the payload of the event.
  get run() {
    return readWorkflowRun(process.env)
  },
}
