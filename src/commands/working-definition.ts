import { ModelyardError, suggestion } from '../domain/errors/index.ts'
import { CONFIG_PATH, Config, LATER_CONFIG_KEYS, modelFolder } from '../domain/registry/config.ts'
import { LATER_DEFINITION_KEYS, ModelDefinition } from '../domain/registry/definition.ts'
import { ModelName } from '../domain/registry/names.ts'
import type { Worktree } from '../ports.ts'
import { readYaml, valueOrThrow } from './registry-reader.ts'

/** A model's definition as it lies on disk, where its commands and data lie too. */
export interface WorkingDefinition {
  /** Of model.yaml, from the repository's root. */
  readonly path: string
  readonly definition: ModelDefinition
}

/**
 * Reads the model.yaml on disk: what is about to run there is what it says, committed or not.
 *
 * @throws {ModelyardError} `no-registry`, `unknown-model`, or what is wrong with a file; `path-escape` where a link leads
 *   out of the repository.
 */
export async function readWorkingDefinition(model: string, worktree: Worktree): Promise<WorkingDefinition> {
  const bytes = await worktree.readFile(CONFIG_PATH)
  if (bytes === undefined) {
    throw new ModelyardError({
      code: 'no-registry',
      message: `there is no registry here: ${CONFIG_PATH} is missing`,
      next: 'make one with `modelyard init`',
    })
  }
  const config = valueOrThrow(await readYaml(Config, CONFIG_PATH, bytes, LATER_CONFIG_KEYS))
  const path = `${modelFolder(config, model)}/model.yaml`
  const content = await worktree.readFile(path)
  if (content === undefined) throw await unknownModel(model, config, worktree)
  const definition = valueOrThrow(await readYaml(ModelDefinition, path, content, LATER_DEFINITION_KEYS))
  return { path, definition }
}

async function unknownModel(model: string, config: Config, worktree: Worktree): Promise<ModelyardError> {
  const folder = `${config.registry}/models/`
  const files = await worktree.listFiles(`${config.registry}/models`)
  const names = files
    .filter(({ path }) => path.endsWith('/model.yaml'))
    .map(({ path }) => path.slice(folder.length, -'/model.yaml'.length))
    .filter(name => ModelName.safeParse(name).success)
  return new ModelyardError({
    code: 'unknown-model',
    message: `there is no model \`${model}\``,
    next: names.length === 0 ? 'make one with `modelyard init`' : suggestion(model, names),
  })
}

/** A key that a command needs and model.yaml does not have. */
export function missingKey(
  { path }: Pick<WorkingDefinition, 'path'>,
  key: string,
  form: string,
): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `it has no \`${key}\``,
    next: `write \`${form}\` into it`,
    place: { path },
  })
}
