import { ModelyardError } from '../domain/errors/index.ts'
import { LATER_DEFINITION_KEYS, ModelDefinition, stagePolicyOf } from '../domain/registry/definition.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { Artifacts } from '../ports.ts'
import { digestOfData } from './move-facts.ts'
import { valueOrThrow } from './registry-reader.ts'

/**
 * A model as it would be with the policy of a file: what stands under `policy.<stage>`, or a whole model.yaml.
 *
 * @param userPath - As the user wrote it.
 * @throws {ModelyardError} `bad-data` where there is no such file; what is wrong with it, with its place.
 */
export async function withPolicyOf(
  userPath: string,
  stage: string,
  state: ModelState,
  artifacts: Artifacts,
): Promise<ModelState> {
  await digestOfData(userPath, artifacts)
  const bytes = await artifacts.readAll(userPath)
  if (isWholeDefinition(bytes)) {
    const definition = valueOrThrow(
      parseYaml(ModelDefinition, userPath, bytes, { later: LATER_DEFINITION_KEYS }),
    )
    if (definition.policy[stage] !== undefined) return { ...state, definition }
    throw new ModelyardError({
      code: 'bad-file',
      message: `it has no policy for ${stage}`,
      next: `write one under \`policy.${stage}\``,
      place: { path: userPath },
    })
  }
  const policy = valueOrThrow(parseYaml(stagePolicyOf(state.definition), userPath, bytes))
  const definition = { ...state.definition, policy: { ...state.definition.policy, [stage]: policy } }
  return { ...state, definition }
}

/** Only a whole model.yaml has a `policy` or a `task`. */
function isWholeDefinition(bytes: Uint8Array): boolean {
  return /^(?:policy|task)[ \t]*:/m.test(new TextDecoder().decode(bytes))
}
