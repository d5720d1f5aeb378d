import type { ModelDefinition } from '../registry/definition.ts'
import { isNamedBy, watches } from '../registry/watch.ts'
import { isRemote } from './sample-source.ts'

/**
 * Whether a change of a file may change what a model sees: a workflow, what is in the model's folder, its training code,
 * and the files that model.yaml names as its data.
 *
 * @param definitionPath - Of the model.yaml: `REGISTRY/models/MODEL/model.yaml`.
 */
export function isOfPipeline(definition: ModelDefinition, definitionPath: string, path: string): boolean {
  const folder = definitionPath.slice(0, definitionPath.lastIndexOf('/') + 1)
  const [registry = ''] = definitionPath.split('/models/')
  return (
    path.startsWith('.github/workflows/') ||
    path.startsWith(folder) ||
    isNamedBy(
      namedData(definition).flatMap(uri => [uri, `${uri}/**`]),
      path,
    ) ||
    watches(definition, { registry }, path)
  )
}

function namedData({ train, monitor }: ModelDefinition): string[] {
  const { current, reference } = monitor ?? {}
  const other = typeof reference === 'string' ? undefined : reference?.uri
  return [train?.data, current?.uri, other].flatMap(uri => (uri === undefined || isRemote(uri) ? [] : [uri]))
}
