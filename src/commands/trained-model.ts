import { ModelyardError } from '../domain/errors/index.ts'
import type { HashedFile, Ports } from '../ports.ts'

/** What is wrong with what a command left. Sentences without their full stops. */
export interface Breach {
  readonly why: string
  readonly next: string
}

/**
 * The files that a command left, by path.
 *
 * @throws {ModelyardError} `bad-artifact` where one is a link or a special file.
 */
export async function filesLeft(out: string, artifacts: Ports['artifacts']): Promise<readonly HashedFile[]> {
  try {
    return (await artifacts.hashPath(out)).files
  } catch (error) {
    // An empty folder is an answer here; a link or a special file is not.
    if (error instanceof ModelyardError && / empty folder/.test(error.message)) return []
    throw error
  }
}

/**
 * The name of the one `model.*` file or `model` folder that a training left.
 *
 * @param files - What it left in `MODELYARD_OUT`.
 */
export function trainedModel(
  files: readonly Pick<HashedFile, 'path'>[],
  command: string,
): { readonly name: string } | Breach {
  const names = files.map(({ path }) => path.split('/')[0] as string)
  const isFolder = (name: string) => files.some(({ path }) => path.startsWith(`${name}/`))
  const models = [...new Set(names)].filter(name =>
    isFolder(name) ? name === 'model' : /^model\.[^/]+$/.test(name),
  )
  const [name] = models
  if (name !== undefined && models.length === 1) return { name }
  return {
    why:
      models.length === 0
        ? `the training left no model: ${names.length === 0 ? 'MODELYARD_OUT is empty' : `MODELYARD_OUT holds ${shown(names)}`}`
        : `the training left ${models.length} models, ${shown(models)}, and one is due`,
    next: `write exactly one file model.* or one folder model/ to $MODELYARD_OUT in: ${command}`,
  }
}

function shown(names: readonly string[]): string {
  const unique = [...new Set(names)]
  return `${unique.slice(0, 8).join(', ')}${unique.length > 8 ? ` and ${unique.length - 8} more` : ''}`
}
