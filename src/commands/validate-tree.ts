import * as z from 'zod/mini'
import { ModelyardError, nearest } from '../domain/errors/index.ts'
import type { Problem } from '../domain/problem.ts'
import { CONFIG_PATH, Config, LATER_CONFIG_KEYS } from '../domain/registry/config.ts'
import { type LfsPointer, MOST_POINTER_BYTES, parseLfsPointer } from '../domain/registry/lfs.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import { classifyPath, isRead, type RegistryFile } from '../domain/registry/registry-files.ts'
import type { ParsedModel } from '../domain/registry/validate-model.ts'
import { validateRegistry } from '../domain/registry/validate-registry.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { ValidationResult } from '../domain/results/validation.ts'
import type { Ports, WorkFile } from '../ports.ts'
import { ownersOnDisk } from './owners-in-step.ts'
import { readPastOfModel } from './past-of-model.ts'
import { staleCardsOnDisk } from './stale-cards.ts'

type Found = Omit<ValidationResult, 'kind' | 'outcome'>

/** Above this size a file that should be small is not read: its size alone says enough. */
const MAX_READ = 4 * 1024 * 1024

/** Judges the registry as it lies on disk, and the history behind it. */
export async function validateTree(ports: Ports): Promise<Found> {
  const { worktree, artifacts } = ports
  const bytes = await worktree.readFile(CONFIG_PATH)
  if (bytes === undefined) {
    throw new ModelyardError({
      code: 'no-registry',
      message: `there is no registry here: ${CONFIG_PATH} is missing`,
      next: 'make one with `modelyard init`',
    })
  }
  const config = parseYaml(Config, CONFIG_PATH, bytes, { later: LATER_CONFIG_KEYS })
  const settings = config.value ?? whatIsWhole(bytes)
  if (settings === undefined) return found('the working tree', config.problems, [], 1, [])
  const files = await readFiles(settings.registry, ports)
  const { problems, models } = validateRegistry(settings, files, artifacts.hash)
  const history = await validateHistory(settings, models, ports)
  const cards = await staleCardsOnDisk(settings, files, models, ports)
  const owners = await ownersOnDisk(settings, models, ports)
  return found(
    'the working tree',
    [...config.problems, ...problems, ...cards, ...owners, ...history.problems],
    models,
    files.length + 1,
    history.remarks,
  )
}

/**
 * Where the registry is and its lifecycle, if these can be read in a configuration that is wrong elsewhere. One of them
 * mistyped must not make every file wrong that follows it.
 */
function whatIsWhole(bytes: Uint8Array): Config | undefined {
  const { registry, lifecycle } = Config.shape
  const { value } = parseYaml(z.looseObject({ registry, lifecycle }), CONFIG_PATH, bytes)
  const mistyped = Object.keys(value ?? {}).some(
    key => !Object.hasOwn(Config.shape, key) && nearest(key, ['registry', 'lifecycle']) !== undefined,
  )
  return value === undefined || mistyped
    ? undefined
    : // Transitions may still name stages that there are not: then nothing follows from them.
      Config.safeParse({ registry: value.registry, lifecycle: value.lifecycle }).data
}

function found(
  judged: string,
  problems: readonly Problem[],
  models: readonly ParsedModel[],
  files: number,
  remarks: readonly string[],
): Found {
  return {
    judged,
    checked: {
      models: models.length,
      versions: models.reduce((sum, { versions }) => sum + versions.length, 0),
      records: models.reduce((sum, { records }) => sum + records.size, 0),
      files,
    },
    problems: [...problems],
    governed: [],
    remarks: [...remarks],
  }
}

async function readFiles(root: string, ports: Ports): Promise<RegistryFile[]> {
  const { worktree, artifacts } = ports
  const listed = await worktree.listFiles(root)
  return Promise.all(
    listed.map(async (file): Promise<RegistryFile> => {
      if (file.kind !== 'file') return file
      const what = classifyPath(file.path.slice(root.length + 1))
      if (isRead(what)) return { ...file, content: await readSmall(file, worktree) }
      if (what.is !== 'artifact') return file
      const pointer = await pointerAt(file, ports)
      if (pointer !== undefined) return { ...file, ...pointer, byPointer: true }
      const hashed = await artifacts.hashPath(`${worktree.root}/${file.path}`)
      return { ...file, sha256: hashed.files[0]?.sha256 }
    }),
  )
}

/** The pointer of Git LFS that lies on disk where nobody fetched the bytes. */
async function pointerAt({ path, bytes }: WorkFile, { worktree }: Ports): Promise<LfsPointer | undefined> {
  if (bytes > MOST_POINTER_BYTES) return undefined
  const content = await worktree.readFile(path)
  return content && parseLfsPointer(content)
}

/** A file that is far too large is cut off: what is left is still too large to be accepted. */
async function readSmall({ path, bytes }: WorkFile, worktree: Ports['worktree']): Promise<Uint8Array> {
  if (bytes > MAX_READ) return new Uint8Array(MAX_READ)
  return (await worktree.readFile(path)) ?? new Uint8Array()
}

/** Judges the first-parent history: nothing merged ever changed, and pointers moved only with records. */
async function validateHistory(
  config: Config,
  models: readonly ParsedModel[],
  { repository }: Ports,
): Promise<{ readonly problems: readonly Problem[]; readonly remarks: readonly string[] }> {
  const { commit } = await repository.head()
  if (commit === undefined)
    return { problems: [], remarks: ['nothing is committed yet, so there is no history to judge'] }
  if (await repository.isShallow()) {
    return {
      problems: [],
      remarks: [
        'this clone is shallow, so the history was not judged: git fetch --unshallow, or `fetch-depth: 0`',
      ],
    }
  }
  const problems: Problem[] = []
  for (const model of models) {
    const at = { repository, commit, config }
    const past = await readPastOfModel(at, model.name, 'all files', recordsOf(model))
    problems.push(...(past?.problems ?? []))
  }
  return { problems, remarks: [] }
}

function recordsOf({ records }: ParsedModel): PromotionRecord[] {
  return [...records]
    .sort(([a], [b]) => a - b)
    .flatMap(([, record]) => (record === undefined ? [] : [record]))
}
