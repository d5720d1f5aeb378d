import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DEFAULT_THRESHOLDS } from '../../src/domain/drift/feature-drift.ts'
import { HISTORY_BRANCH, MonitorRun, runPath } from '../../src/domain/monitoring/run-record.ts'
import { moveOf } from '../../src/domain/registry/fold.ts'
import { renderJson } from '../../src/domain/registry/json-file.ts'
import { DEFAULT_LIFECYCLE } from '../../src/domain/registry/lifecycle.ts'
import { movePointers, NO_POINTERS, Pointers } from '../../src/domain/registry/pointers.ts'
import { PromotionRecord } from '../../src/domain/registry/record.ts'
import { LastVersion, VersionRecord } from '../../src/domain/registry/version.ts'

const run = promisify(execFile)
const MODEL = 'registry-data/models/churn'
const HASH = (text: string) => createHash('sha256').update(text).digest('hex')

const CONFIG = 'registry: registry-data\n'
const DEFINITION = `task: binary-classification
target: churn
positive-class: "Yes"
evaluate: {data: {uri: data/test.csv, sha256: ${HASH('rows')}}}
policy:
  staging: {gates: [{metric: roc-auc, min: 0.5}], defaults: false}
  production: {gates: [{metric: roc-auc, min: 0.5}], defaults: false}
`

export const artifactBytes = (version: number) => `ONNX artifact of version ${version}`

export function versionRecord(version: number): VersionRecord {
  const bytes = artifactBytes(version)
  return {
    schema: 1,
    version,
    'created-at': '2026-06-02T09:30:00Z',
    'created-by': 'Mara Lindqvist <mara@example.com>',
    commit: HASH(`commit ${version}`).slice(0, 40),
    tree: HASH(`tree ${version}`).slice(0, 40),
    artifact: {
      uri: './model.onnx',
      sha256: HASH(bytes),
      bytes: bytes.length,
      format: 'onnx',
      opsets: { 'ai.onnx': 21 },
    },
    signature: {
      inputs: ['tenure', 'monthly_charges', 'total_charges'].map(name => ({
        name,
        datatype: 'FP32',
        shape: [-1, 1],
      })),
      outputs: [{ name: 'probabilities', datatype: 'FP32', shape: [-1, 2] }],
    },
    data: [{ role: 'train', uri: 'data/train.csv', sha256: HASH('train'), rows: 5634 }],
    params: { learning_rate: 0.1, max_depth: 3 + (version % 5), library: 'scikit-learn 1.9.1' },
    metrics: { 'roc-auc': 0.75 + ((version * 7919) % 1000) / 10_000, 'log-loss': 0.4 },
  }
}

const TAIL = { 'requested-by': 'Mara Lindqvist <mara@example.com>', 'requested-at': '2026-06-02T10:00:00Z' }

/** Version v goes to staging and then to production, where it displaces version v − 1: two records a version. */
function recordsOf(version: number): PromotionRecord[] {
  const common = {
    schema: 1,
    kind: 'promotion',
    version,
    ...TAIL,
    evidence: [] as string[],
    gates: { outcome: 'passed', 'policy-commit': HASH('policy').slice(0, 40) },
    'judged-at': 'terminal',
  } as const
  return [
    { ...common, from: 'development', to: 'staging', aliases: { challenger: version } },
    {
      ...common,
      from: 'staging',
      to: 'production',
      ...(version > 1 ? { displaces: version - 1 } : {}),
      aliases: { challenger: null, champion: version },
      reason: 'a week in staging',
    },
  ]
}

/** A repository with one model and so many promotions, a commit each, packed as git packs. */
export async function registryWithPromotions(root: string, promotions: number): Promise<void> {
  const stream = await startImport(root)
  stream.commit('Add the registry', { '.github/modelyard.yml': CONFIG, [`${MODEL}/model.yaml`]: DEFINITION })
  let pointers = NO_POINTERS
  let number = 0
  for (let version = 1; number < promotions; version += 1) {
    stream.commit(`register version ${version}`, versionFiles(version))
    for (const record of recordsOf(version)) {
      if (number >= promotions) break
      number += 1
      pointers = movePointers(pointers, moveOf(record, DEFAULT_LIFECYCLE), DEFAULT_LIFECYCLE)
      stream.commit(`promote version ${version}`, {
        [`${MODEL}/promotions/${number}.json`]: renderJson(PromotionRecord, record),
        [`${MODEL}/stages.json`]: renderJson(Pointers, pointers),
      })
    }
  }
  await stream.end()
}

/** A repository with one model and so many versions in one commit, then one more version in a second commit. */
export async function registryWithVersions(root: string, versions: number): Promise<void> {
  const stream = await startImport(root)
  const files: Record<string, string> = {
    '.github/modelyard.yml': CONFIG,
    [`${MODEL}/model.yaml`]: DEFINITION,
  }
  for (let version = 1; version <= versions; version += 1) Object.assign(files, versionFiles(version))
  stream.commit('Add the registry', files)
  stream.branch('base')
  stream.commit('register one more', versionFiles(versions + 1))
  await stream.end()
}

/** A repository with one model, and so many runs of monitoring it on a branch of their own, a commit each. */
export async function registryWithRuns(root: string, runs: number): Promise<void> {
  const stream = await startImport(root)
  stream.commit('Add the registry', { '.github/modelyard.yml': CONFIG, [`${MODEL}/model.yaml`]: DEFINITION })
  for (let number = 1; number <= runs; number += 1) {
    const found = monitorRun(number)
    const text = renderJson(MonitorRun, found)
    stream.commit(`churn: monitored by run ${number}`, { [runPath(found, HASH(text))]: text }, HISTORY_BRANCH)
  }
  await stream.end()
}

const MONITORED = 20

/** Hourly; each feature drifts for two days in a hundred. */
function monitorRun(number: number): MonitorRun {
  const hour = Date.UTC(2024, 0, 1, number)
  const features = Array.from({ length: MONITORED }, (_, at) => {
    const drifts = Math.floor(number / 24 + at * 17) % 100 < 2
    const share = ((number * 7919 + at * 104_729) % 10_007) / 100_000
    return {
      feature: `feature_number_${at}`,
      status: drifts ? 'drift' : 'ok',
      ...(drifts ? { grounds: ['distribution' as const] } : {}),
      type: 'number',
      distance: drifts ? 0.1 + share : share,
      'p-value': drifts ? 0.001 : 0.5 + share,
    } as const
  })
  return {
    schema: 1,
    model: 'churn',
    at: `${new Date(hour).toISOString().slice(0, 19)}Z`,
    run: { id: 1_000_000 + number, attempt: 1 },
    version: 3,
    reference: { sha256: HASH('train'), rows: 5634 },
    current: { sha256: HASH(`rows of ${number}`), rows: 1409 },
    outcome: features.some(({ status }) => status === 'drift') ? 'failed' : 'passed',
    thresholds: DEFAULT_THRESHOLDS,
    features: features.map(feature => ({
      ...feature,
      ...('grounds' in feature && { grounds: [...feature.grounds] }),
    })),
  }
}

function versionFiles(version: number): Record<string, string> {
  return {
    [`${MODEL}/versions/${version}/version.json`]: renderJson(VersionRecord, versionRecord(version)),
    [`${MODEL}/versions/${version}/model.onnx`]: artifactBytes(version),
    [`${MODEL}/versions/${version}/notes.yaml`]: `description: Version ${version}.\ntags:\n  team: ${version % 3 === 0 ? 'fraud' : 'growth'}\n`,
    [`${MODEL}/versions/last.json`]: renderJson(LastVersion, { schema: 1, last: version }),
  }
}

interface ImportStream {
  commit(message: string, files: Readonly<Record<string, string>>, branch?: string): void
  branch(name: string): void
  end(): Promise<void>
}

/** `git fast-import`: thousands of commits a second. */
async function startImport(root: string): Promise<ImportStream> {
  await mkdir(root, { recursive: true })
  await run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: root })
  const child = spawn('git', ['fast-import', '--quiet', '--force'], {
    cwd: root,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  let time = Date.UTC(2024, 0, 1) / 1000
  const write = (text: string) => child.stdin.write(text)
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`
  return {
    commit(message, files, branch = 'main') {
      time += 600
      write(
        `commit refs/heads/${branch}\ncommitter Mara Lindqvist <mara@example.com> ${time} +0000\n${data(message)}`,
      )
      for (const [path, content] of Object.entries(files)) write(`M 100644 inline ${path}\n${data(content)}`)
      write('\n')
    },
    branch: name => write(`reset refs/heads/${name}\nfrom refs/heads/main\n\n`),
    async end() {
      child.stdin.end()
      await once(child, 'close')
      await run('git', ['repack', '-adq'], { cwd: root })
      await run('git', ['reset', '--quiet', '--hard', 'main'], { cwd: root })
      await writeFile(join(root, '.git/info/exclude'), '')
    },
  }
}

/** The ids of all files of the last commit, or of a branch, that a pattern fits, one a line, into a file. */
export async function writeObjectList(
  root: string,
  pattern: RegExp,
  file: string,
  branch = 'HEAD',
): Promise<number> {
  const { stdout } = await run('git', ['ls-tree', '-r', branch], { cwd: root, maxBuffer: 1 << 28 })
  const ids = stdout
    .split('\n')
    .filter(line => pattern.test(line.split('\t')[1] ?? ''))
    .map(line => line.split(/\s+/)[2])
  await writeFile(file, `${ids.join('\n')}\n`)
  return ids.length
}
