import { Evidence } from '../domain/evidence/evidence.ts'
import type { Problem } from '../domain/problem.ts'
import { CONFIG_PATH, Config, LATER_CONFIG_KEYS } from '../domain/registry/config.ts'
import { LATER_DEFINITION_KEYS, ModelDefinition } from '../domain/registry/definition.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { Notes } from '../domain/registry/notes.ts'
import { Pointers } from '../domain/registry/pointers.ts'
import { PromotionRecord } from '../domain/registry/record.ts'
import type { classifyPath } from '../domain/registry/registry-files.ts'
import { LastVersion, VersionRecord } from '../domain/registry/version.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'

const CANONICAL = { canonical: true } as const

/** What is wrong with a file of the registry by its schema. */
export function fileProblems(
  is: ReturnType<typeof classifyPath>['is'],
  path: string,
  bytes: Uint8Array,
): readonly Problem[] {
  switch (is) {
    case 'model-definition':
      return parseYaml(ModelDefinition, path, bytes, { later: LATER_DEFINITION_KEYS }).problems
    case 'notes':
      return parseYaml(Notes, path, bytes).problems
    case 'pointers':
      return parseJson(Pointers, path, bytes, CANONICAL).problems
    case 'last-version':
      return parseJson(LastVersion, path, bytes, CANONICAL).problems
    case 'record':
      return parseJson(PromotionRecord, path, bytes, CANONICAL).problems
    case 'version-record':
      return parseJson(VersionRecord, path, bytes, CANONICAL).problems
    case 'evidence':
      return parseJson(Evidence, path, bytes, CANONICAL).problems
    default:
      return []
  }
}

/** What is wrong with `.github/modelyard.yml`. */
export function configProblems(bytes: Uint8Array): readonly Problem[] {
  return parseYaml(Config, CONFIG_PATH, bytes, { later: LATER_CONFIG_KEYS }).problems
}
