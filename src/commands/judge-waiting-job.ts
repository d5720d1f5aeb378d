import { ModelyardError } from '../domain/errors/index.ts'
import type { Config } from '../domain/registry/config.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { versionsIn } from '../domain/registry/pointers.ts'
import { Seal, sealPath } from '../domain/registry/seal.ts'
import { type JobVerdict, judgeJob, type Sealing, type Served } from '../domain/registry/waiting-job.ts'
import type { Ports, WaitingRun } from '../ports.ts'
import { listModels, openRegistry, type RegistryAt, readModel, readVersion } from './registry-reader.ts'
import { unsealedRecords } from './unsealed-records.ts'

/** Where the branches stand that a job is judged by. */
export interface Standing {
  /** The default branch, by its short name. */
  readonly branch: string
  readonly tip: string
  /** Of the seals; undefined before the first one. */
  readonly audit: string | undefined
}

type Needed = Pick<Ports, 'repository' | 'openPulls' | 'clock'>

/** Whether a job that waits to deploy to an environment may go on, by what the default branch says now. */
export async function judgeWaitingJob(
  { commit, startedAt }: Pick<WaitingRun, 'commit' | 'startedAt'>,
  environment: string,
  { branch, tip, audit }: Standing,
  ports: Needed,
): Promise<JobVerdict> {
  const { repository } = ports
  const waitedMs = ports.clock.now() - startedAt
  const registry = await readable(() => openRegistry(repository, tip))
  const stages = registry === undefined ? [] : stagesOf(registry.config, environment)
  const now = registry && (await readable(() => servedAt(registry, stages)))
  const walk = await repository.chain(tip)
  const isOn = walk.entries.some(entry => entry.commit === commit)
  const isMerged = isOn || (walk.complete ? false : undefined)
  const registryAtCommit = isOn ? await readable(() => openRegistry(repository, commit)) : undefined
  const atCommit = registryAtCommit && (await readable(() => servedAt(registryAtCommit, stages)))
  const isSealed = registry?.config.app === true && registryAtCommit !== undefined && atCommit !== undefined
  return judgeJob({
    stages,
    isMerged,
    now,
    atCommit,
    seals: isSealed ? await sealsOf(registryAtCommit, atCommit, audit) : [],
    asked: stages.length === 0 ? [] : await askedOf(stages, branch, ports),
    waitedMs,
  })
}

/** GitHub does not tell environments apart by their case. */
function stagesOf({ lifecycle, environments }: Config, environment: string): string[] {
  const name = environment.toLowerCase()
  return lifecycle.stages.filter(stage => (environments[stage] ?? stage).toLowerCase() === name)
}

async function servedAt(registry: RegistryAt, stages: readonly string[]): Promise<Served[]> {
  const served: Served[] = []
  for (const model of await listModels(registry)) {
    const { pointers } = await readModel(registry, model, { records: false })
    for (const stage of stages)
      for (const version of versionsIn(pointers, stage)) {
        const { artifact } = await readVersion(registry, model, version)
        served.push({ model, stage, version, digest: artifact.sha256 })
      }
  }
  return served
}

/** What the seals say of the moves that brought what stands there. Imported ones came before anybody could be asked. */
async function sealsOf(
  registry: RegistryAt,
  served: readonly Served[],
  audit: string | undefined,
): Promise<{ readonly served: Served; readonly is: Sealing }[]> {
  const { repository } = registry
  const paths = audit === undefined ? [] : (await repository.listFiles(audit, '')).map(({ path }) => path)
  const { records: unsealed, lost } = await unsealedRecords(registry, new Set(paths))
  const states = new Map<string, ModelState>()
  const seals: { served: Served; is: Sealing }[] = []
  for (const one of served) {
    const { model } = one
    const state = states.get(model) ?? (await readModel(registry, model))
    states.set(model, state)
    const number = broughtBy(state, one)
    const isMissing = unsealed.some(record => record.state.name === model && record.number === number)
    if (number === undefined || lost.includes(`${model}: ${number}`))
      seals.push({ served: one, is: 'not-held' })
    else if (isMissing) seals.push({ served: one, is: 'missing' })
    else seals.push({ served: one, is: await sealed(repository, audit, sealPath(model, number)) })
  }
  return seals
}

/** The number of the last record that brought the version to its stage; undefined where none did. */
function broughtBy({ records }: ModelState, { version, stage }: Served): number | undefined {
  const index = records.findLastIndex(
    record => record.kind !== 'alias' && record.version === version && record.to === stage,
  )
  return index < 0 ? undefined : index + 1
}

async function sealed(
  repository: RegistryAt['repository'],
  audit: string | undefined,
  path: string,
): Promise<Sealing> {
  const bytes = audit === undefined ? undefined : await repository.readFile(audit, path)
  if (bytes === undefined) return 'held'
  const { value: seal } = parseJson(Seal, path, bytes)
  // Where nobody asked at its merge, nothing did not hold.
  const isHeld = seal !== undefined && (seal.held?.outcome ?? 'passed') === 'passed'
  return isHeld && seal.problems === undefined ? 'held' : 'not-held'
}

/** What open pull requests of ours would bring to the stages, by their branches. */
async function askedOf(stages: readonly string[], branch: string, { openPulls }: Pick<Ports, 'openPulls'>) {
  const asked: Pick<Served, 'model' | 'stage' | 'version'>[] = []
  for (const pull of await openPulls.list(branch)) {
    const [, model, version, stage] =
      /^modelyard\/([a-z0-9-]+)\/(?:promote|rollback)-([1-9]\d{0,8})-(.+)$/.exec(pull.branch) ?? []
    if (!pull.isOurs || model === undefined || stage === undefined || !stages.includes(stage)) continue
    asked.push({ model, stage, version: Number(version) })
  }
  return asked
}

/** @returns Undefined for what is wrong with the files; what keeps them from being read is thrown. */
async function readable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    const isTheirs =
      error instanceof ModelyardError && !['bug', 'remote-failed', 'timed-out'].includes(error.code)
    if (isTheirs) return undefined
    throw error
  }
}
