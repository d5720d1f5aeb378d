import { cloneOf, hostedScene } from '../sandbox/hosted.ts'
import { fixture } from '../support/fixture-models.ts'
import { SERVING } from '../support/models.ts'
import { modelFiles, storedEvidence, TEST_ORIGIN } from '../support/registry-files.ts'
import { runAction } from '../support/run-action.ts'
import { gitHubOf, STARTED_BY_GRACE } from '../support/sandbox.ts'
import type { TemporaryRepository } from '../support/temporary.ts'
import { MODEL_YAML, REGISTRY_FILES, sha256, TEST_ROWS } from '../support/workbench.ts'

export const ACTION = 'actions/register'
export const BRANCH = 'modelyard/churn/candidate'
export const MODEL = 'registry-data/models/churn'
/** Version 1 in production, 2 in staging; the data that it trains on is a table. */
export const FILES = {
  ...REGISTRY_FILES,
  'data/train.csv': 'tenure,churn\n1,Yes\n',
  ...modelFiles('churn', {
    definition: `${MODEL_YAML}train: {command: python train.py, data: data/train.csv}\n`,
    versions: [{}, {}],
    records: SERVING,
  }),
}
export const ONNX = fixture('models/telco-churn/v2/model.onnx')

/** What measuring jobs found out about these bytes. */
export function evidenceOf(model: Uint8Array, auc: number): Record<string, string> {
  const stored = storedEvidence('churn', 3, {
    schema: 1,
    kind: 'evaluation',
    subject: { artifact: sha256(model), data: sha256(TEST_ROWS) },
    facts: { task: 'binary-classification', rows: 2, target: 'churn', metrics: { 'roc-auc': auc } },
    origin: TEST_ORIGIN,
  })
  return Object.fromEntries(
    Object.entries(stored).map(([path, text]) => [`evidence/3/${path.split('/').at(-1)}`, text]),
  )
}

/** A job that proposes: it checked the repository out and downloaded what the jobs before it left. */
export async function candidateScene({ mayOpen = true, mayWrite = true } = {}) {
  const tolerate = mayOpen && mayWrite ? {} : { tolerate: ['permission'] as const }
  const contents = mayWrite ? 'write' : 'read'
  const scene = await hostedScene({ contents, pull_requests: 'write', statuses: 'write' }, tolerate)
  const { sandbox, repository, token, clone, bare } = scene
  repository.actionsMayOpenPulls = mayOpen
  await clone.commit('Add the registry', FILES)
  await clone.git('push', '-q', 'origin', 'main')
  const job = async (auc = 0.8, model: Uint8Array = ONNX) => {
    const made = await cloneOf(scene, 'ada')
    await made.write({
      'made/model.onnx': model,
      'made/metrics.json': '{"roc-auc": 0.9}',
      ...evidenceOf(model, auc),
    })
    return made
  }
  const register = (
    { root }: Pick<TemporaryRepository, 'root'>,
    inputs: Readonly<Record<string, string>> = {},
    { signal, run }: { readonly signal?: AbortSignal | undefined; readonly run?: number } = {},
  ) =>
    runAction(ACTION, {
      ...(signal && { signal }),
      folder: root,
      inputs: { model: 'churn', trained: 'made', stage: 'staging', evidence: 'evidence', ...inputs },
      token: token.value,
      env: { ...gitHubOf(sandbox), ...STARTED_BY_GRACE, ...(run !== undefined && ofRun(run)) },
    })
  const pushed = async () => {
    await clone.commit('A page', { 'docs/a.md': `${Math.random()}\n` })
    await clone.git('push', '-q', 'origin', 'main')
  }
  const candidate = async () => {
    await clone.git('fetch', '-q', '--prune', 'origin')
    return clone.git('branch', '--remotes', '--list', `origin/${BRANCH}`, '--format=%(objectname)')
  }
  const written = () =>
    sandbox.log.filter(({ writes, actor, route }) => writes && actor !== 'ada' && !/git/.test(route))
  return { ...scene, bare, job, register, pushed, candidate, written }
}

/** A run of the workflow that retrains. */
function ofRun(id: number): Readonly<Record<string, string>> {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_RUN_ID: String(id),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_WORKFLOW_REF: 'acme/models/.github/workflows/modelyard-retrain.yml@refs/heads/main',
  }
}
