import type { Granted } from '../../sandbox/roles.ts'
import { zipOf } from '../../sandbox/runner/zip.ts'
import type { Sandbox, SandboxOptions } from '../../sandbox/server.ts'
import { addRun, type NewRun, type Run } from '../../sandbox/state/runs.ts'
import type { Repository, Token } from '../../sandbox/world.ts'
import type { ApiOptions } from '../../src/adapters/github/api.ts'
import { NO_EVENT } from '../../src/adapters/github/event.ts'
import { openGitHubProvenance } from '../../src/adapters/github/provenance.ts'
import type { Provenance } from '../../src/ports.ts'
import { artifactDigest, type Files, storedEvidence, TEST_ORIGIN } from './registry-files.ts'
import { openScene, type Scene } from './sandbox.ts'
import { CONFIG, FILES, FOLDER } from './validated.ts'
import { sha256, TEST_ROWS, type Workbench, workbench } from './workbench.ts'

export const MEASURES = '.github/workflows/modelyard.yml'
export const PROMOTES = '.github/workflows/modelyard-promote.yml'
/** A registry that passes, whose base lists two workflows. */
export const LISTED: Files = {
  ...FILES,
  [CONFIG]: `registry: registry-data\nworkflows: [${MEASURES}, ${PROMOTES}]\n`,
  [MEASURES]: 'on: push\n',
}

/** An evaluation of a version of churn that names a run. */
export function evidenceOfRun(run: number | undefined, auc = 0.9, version = 2): Files {
  return storedEvidence('churn', version, {
    schema: 1,
    kind: 'evaluation',
    subject: { artifact: artifactDigest('churn', version), data: sha256(TEST_ROWS) },
    facts: { task: 'binary-classification', rows: 2, target: 'churn', metrics: { 'roc-auc': auc } },
    origin: { ...TEST_ORIGIN, ...(run === undefined ? {} : { run }) },
  })
}

/** What a job uploads of these files. */
export function leftAs(model: string, files: Files): { readonly name: string; readonly zip: Uint8Array } {
  const entries = Object.entries(files).map(([path, content]) => ({
    name: path.split('/').at(-1) as string,
    content,
  }))
  return { name: `modelyard-evidence-${model}`, zip: zipOf(...entries) }
}

export function provenanceAt(
  { url, graphqlUrl }: Sandbox,
  token: Token,
  options: ApiOptions = {},
): Provenance {
  return openGitHubProvenance(
    {
      apiUrl: url,
      graphqlUrl,
      serverUrl: 'https://github.com',
      owner: 'acme',
      repository: 'models',
      token: token.value,
      run: 5000,
      attempt: 1,
      workflow: MEASURES,
      sha: undefined,
      event: NO_EVENT,
    },
    { sleep: async () => {}, ...options },
  )
}

export interface OriginScene extends Scene {
  readonly bench: Workbench
  /** The default branch's tip: what was measured there. */
  readonly tip: string
  /** The ports of another process: nothing is known yet of what runs left. */
  fresh(): Workbench['ports']
  /** A run of the default branch by a listed workflow; facts that differ are given. */
  ran(facts?: Partial<NewRun>): Run
  /** Lets a run have left what was made with its number. */
  leave(run: Run, model: string, files: Files, expired?: boolean): void
}

/** A repository whose checkout knows the default branch as it is on GitHub, and GitHub beside it. */
export async function originScene({
  files = LISTED,
  granted = { actions: 'read' },
  options,
}: {
  readonly files?: Files
  readonly granted?: Granted
  readonly options?: SandboxOptions
} = {}): Promise<OriginScene> {
  const scene = await openScene(granted, options)
  const { sandbox, token, repository } = scene
  const provenance = provenanceAt(sandbox, token)
  const bench = await workbench({ files, ports: { provenance } })
  const tip = await followed(bench)
  const ran = (facts: Partial<NewRun> = {}) => ranAt(sandbox, repository, tip, facts)
  const leave = (run: Run, model: string, left: Files, expired = false) =>
    void run.artifacts.push({ id: sandbox.world.nextId(), expired, ...leftAs(model, left) })
  const fresh = () => ({ ...bench.ports, provenance: provenanceAt(sandbox, token) })
  return { ...scene, bench, tip, fresh, ran, leave }
}

/** A run at the default branch, by a listed workflow. */
export function ranAt(
  sandbox: Sandbox,
  repository: Repository,
  headSha: string,
  facts: Partial<NewRun> = {},
): Run {
  return addRun(sandbox.world, repository, {
    headSha,
    headBranch: 'main',
    actor: 'ada',
    event: 'push',
    path: MEASURES,
    ...facts,
  })
}

/** Lets the checkout know `main` as GitHub's default branch; its commit. */
export async function followed({ git }: Pick<Workbench, 'git'>): Promise<string> {
  await git('update-ref', 'refs/remotes/origin/main', 'main')
  return git('rev-parse', 'main')
}

/** The operations that were called, in order. */
export function callsOf({ log }: Sandbox): string[] {
  return log.map(({ operationId, route }) => operationId ?? route)
}

export { FOLDER }
