import type { InitializationResult } from '../../domain/results/initialization.ts'
import { type Block, code, dim, good, heading, type Line, paragraph, sentence } from '../blocks.ts'
import { nextBlocks } from './change.ts'

/** `init`. */
export function describeInitialization({
  model,
  seen,
  decided,
  files,
  missing,
  next,
}: InitializationResult): Block[] {
  const added = files.filter(({ change }) => change === 'added')
  return [
    heading(2, `Registry for ${model}`),
    ...(seen.length === 0
      ? []
      : [{ block: 'list', items: seen.map(item => sentence(`Found ${item}.`)) } as const]),
    ...(decided.length === 0
      ? []
      : [
          {
            block: 'table',
            columns: [{ title: '' }, { title: '' }, { title: 'because' }],
            rows: decided.map(({ what, value, because }): Line[] => [what, value, dim(because)]),
          } as const,
        ]),
    added.length === 0 && missing.length === 0
      ? paragraph(good('Nothing to do'), ': everything is there already.')
      : {
          block: 'list',
          items: files.map(
            ({ path, change }): Line => [change === 'added' ? good('added') : dim('kept'), ` ${path}`],
          ),
        },
    ...missing.flatMap(({ path, why, lines }): Block[] => [
      paragraph('To add to ', code(path), `, which was left as it is: ${why}.`),
      ...(lines.length === 0 ? [] : [{ block: 'code', lines } as const]),
    ]),
    ...nextBlocks(next),
  ]
}
