import type { Problem } from '../domain/problem.ts'
import { CODEOWNERS_IN_ORDER } from '../domain/registry/code-owners.ts'
import { CONFIG_PATH, type Config, modelFolder } from '../domain/registry/config.ts'
import { ModelDefinition } from '../domain/registry/definition.ts'
import { pathsJudging } from '../domain/registry/governance.ts'
import { finderIn, ownerLines } from '../domain/registry/owner-lines.ts'
import { ownersOutOfStep } from '../domain/registry/owners-in-step.ts'
import type { ParsedModel } from '../domain/registry/validate-model.ts'
import type { Ports, TreeChange } from '../ports.ts'
import { listModels, type RegistryAt, readYaml } from './registry-reader.ts'

type Models = ReadonlyMap<string, ModelDefinition>

/** Where a commit's files, or those on disk, are read. */
interface Files {
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** What these paths are; those that are not there are left out. Looks at names alone: data may be large. */
  readonly kinds: (paths: readonly string[]) => Promise<Map<string, 'file' | 'folder'>>
}

/** Whether CODEOWNERS on disk says what the policies do. */
export function ownersOnDisk(
  config: Config,
  models: readonly ParsedModel[],
  { worktree }: Ports,
): Promise<Problem[]> {
  const known = models.flatMap(({ name, definition }) =>
    definition?.value === undefined ? [] : [[name, definition.value] as const],
  )
  return ownersAmong(config, new Map(known), {
    read: path => worktree.readFile(path),
    kinds: async paths => {
      const find = finderIn(await worktree.visibleFiles())
      return new Map(paths.flatMap(path => entryOf(path, find(path))))
    },
  })
}

/** The same for a commit whose changes may have brought the two out of step. */
export async function ownersOfChange(head: RegistryAt, changes: readonly TreeChange[]): Promise<Problem[]> {
  const { config, repository, commit } = head
  const says = [CONFIG_PATH, ...CODEOWNERS_IN_ORDER]
  if (!changes.some(({ path }) => says.includes(path) || path.endsWith('/model.yaml'))) return []
  const models = new Map<string, ModelDefinition>()
  for (const name of await listModels(head)) {
    const path = `${modelFolder(config, name)}/model.yaml`
    const bytes = await repository.readFile(commit, path)
    const value = bytes && (await readYaml(ModelDefinition, path, bytes)).value
    if (value !== undefined) models.set(name, value)
  }
  return ownersAmong(config, models, {
    read: path => repository.readFile(commit, path),
    kinds: async paths => {
      const found = paths.map(async path => {
        const entries = await repository.listFolder(commit, path.split('/').slice(0, -1).join('/'))
        const entry = entries.find(known => known.path === path)
        return entryOf(path, entry && (entry.mode === '040000' ? 'folder' : 'file'))
      })
      return new Map((await Promise.all(found)).flat())
    },
  })
}

/**
 * GitHub asks code owners where the App judges nothing: of a registry that knows neither a workflow nor a file of code
 * owners nobody wants one.
 */
async function ownersAmong(config: Config, models: Models, files: Files): Promise<Problem[]> {
  if (config.app) return []
  const file = await firstFile(files)
  if (file === undefined && config.workflows.length === 0) return []
  const kinds = await files.kinds([...new Set([...models.values()].flatMap(pathsJudging))].filter(isInside))
  const at = file ?? { path: CODEOWNERS_IN_ORDER[0] as string, text: '' }
  const { lines } = ownerLines({ config, models, file: at.path, find: path => kinds.get(path) })
  return ownersOutOfStep(lines, at)
}

async function firstFile({ read }: Files): Promise<{ path: string; text: string } | undefined> {
  for (const path of CODEOWNERS_IN_ORDER) {
    const bytes = await read(path)
    if (bytes !== undefined) return { path, text: new TextDecoder().decode(bytes) }
  }
  return undefined
}

function entryOf(path: string, kind: 'file' | 'folder' | undefined): [string, 'file' | 'folder'][] {
  return kind === undefined ? [] : [[path, kind]]
}

/** A word of a command may be anything: a path from elsewhere, or no path at all. */
function isInside(path: string): boolean {
  return (
    /^[^/\\~-]/.test(path) &&
    !path.includes(':') &&
    !path.split('/').some(part => part === '..' || part === '')
  )
}
