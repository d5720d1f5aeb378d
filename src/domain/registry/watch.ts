import picomatch from 'picomatch'
import { CONFIG_PATH, type Config } from './config.ts'
import type { ModelDefinition } from './definition.ts'

/**
 * Whether a file counts as training code of a model: what `train.watch` names, otherwise everything but the
 * registry, `.github`, `docs` and Markdown.
 */
export function watches(
  { train }: Pick<ModelDefinition, 'train'>,
  config: Pick<Config, 'registry'>,
  path: string,
): boolean {
  if (isWithin(path, config.registry) || path === CONFIG_PATH) return false
  if (train?.watch !== undefined) return isNamedBy(train.watch, path)
  return !isWithin(path, '.github') && !isWithin(path, 'docs') && !path.toLowerCase().endsWith('.md')
}

/** Whether one of these patterns names a file, as those of `train.watch` do. */
export function isNamedBy(patterns: readonly string[], path: string): boolean {
  return picomatch([...patterns], { dot: true })(path)
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}
