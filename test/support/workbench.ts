import { createHash } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { openArtifacts } from '../../src/adapters/files/artifacts.ts'
import { type GitEngine, openGit } from '../../src/adapters/git/index.ts'
import { Evidence, evidenceFileName } from '../../src/domain/evidence/evidence.ts'
import { renderJson } from '../../src/domain/registry/json-file.ts'
import { ALERT_PAGES } from '../../src/doors/alert-pages.ts'
import type { Ports } from '../../src/ports.ts'
import { renderCard } from '../../src/render/card.ts'
import { renderExposition } from '../../src/render/exposition.ts'
import { renderProposal, renderReport, renderReportNote } from '../../src/render/index.ts'
import { fakeAfterMerge } from '../fakes/after-merge.ts'
import { fakeComments } from '../fakes/comments.ts'
import {
  fakeClock,
  fakeEndpoint,
  fakeInference,
  fakePeople,
  fakeProcess,
  fakePrometheus,
  fakeStopwatch,
  fakeTables,
} from '../fakes/ports.ts'
import { fakeRuns } from '../fakes/runs.ts'
import { fakeStatuses } from '../fakes/statuses.ts'
import { fakeStored } from '../fakes/stored.ts'
import { copyOf, repositoryAt, type TemporaryRepository, temporaryRepository } from './temporary.ts'

export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

export const TEST_ROWS = 'tenure,churn\n1,Yes\n2,No\n'

/** A model.yaml whose gates a version passes with an ROC AUC of 0.7, whatever the champion has. */
export const MODEL_YAML = `# what the team says
task: binary-classification
target: churn
positive-class: "Yes"
evaluate: {data: {uri: data/test.csv, sha256: ${sha256(TEST_ROWS)}}}
policy:
  staging: {gates: [{metric: roc-auc, min: 0.7}], defaults: false}
  production:
    gates: [{metric: roc-auc, min: 0.7}]
    defaults: false
    approvals: {required: 1, from: ["@acme/leads"]}
`

export interface Workbench extends TemporaryRepository {
  readonly ports: Ports & { readonly clock: ReturnType<typeof fakeClock> }
  /** The text of a file at a commit, read by git itself. */
  at(revision: string, path: string): Promise<string>
  /** Leaves an evaluation of an artifact as a draft of a version. */
  draft(version: number, artifact: string, auc: number): Promise<string>
}

export const REGISTRY_FILES: Readonly<Record<string, string>> = {
  '.github/modelyard.yml': 'registry: registry-data\n',
  'registry-data/models/churn/model.yaml': MODEL_YAML,
  'data/test.csv': TEST_ROWS,
  'train.py': 'print("train")\n',
}

/** A real repository with a registry of one model, and ports over it; only the engines are fakes. */
export async function workbench({
  files = REGISTRY_FILES,
  engine = 'program',
  ports: own = {},
}: {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly engine?: GitEngine
  readonly ports?: Partial<Ports>
} = {}): Promise<Workbench> {
  const root = await copyOf(`workbench ${sha256(JSON.stringify(Object.entries(files)))}`, async folder => {
    const { root: empty } = await temporaryRepository()
    await cp(empty, folder, { recursive: true })
    await repositoryAt(folder).commit('Add the registry', files)
  })
  const made = repositoryAt(root)
  const clock = fakeClock()
  const ports = {
    ...(await openGit(made.root, engine)),
    artifacts: openArtifacts(made.root),
    stored: fakeStored(),
    inference: fakeInference(),
    stopwatch: fakeStopwatch(),
    endpoint: fakeEndpoint(),
    prometheus: fakePrometheus(),
    tables: fakeTables(),
    people: fakePeople(),
    process: fakeProcess(),
    cards: { render: renderCard },
    comments: fakeComments(),
    statuses: fakeStatuses(),
    runs: fakeRuns(),
    ...fakeAfterMerge(),
    alertPages: ALERT_PAGES,
    reports: {
      render: renderReport,
      renderNote: renderReportNote,
      renderProposal,
      renderMetrics: renderExposition,
    },
    host: { machine: 'test' },
    ...own,
    clock,
  }
  return {
    ...made,
    ports,
    at: (revision, path) => made.git('show', `${revision}:${path}`),
    async draft(version, artifact, auc) {
      const evidence = Evidence.parse({
        schema: 1,
        kind: 'evaluation',
        subject: { artifact, data: sha256(TEST_ROWS) },
        facts: { task: 'binary-classification', rows: 2, target: 'churn', metrics: { 'roc-auc': auc } },
        origin: { tool: 'test', machine: 'test', 'started-at': '2026-11-21T10:00:00Z', seconds: 1 },
      })
      const text = renderJson(Evidence, evidence)
      const path = `evidence/churn/${version}/${evidenceFileName('evaluation', sha256(text))}`
      await ports.drafts.write(path, new TextEncoder().encode(text))
      return sha256(text)
    },
  }
}
