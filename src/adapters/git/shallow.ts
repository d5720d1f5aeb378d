import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Location } from './location.ts'

/** The commits at which a shallow clone is cut off: their parents are not there. Empty in a whole clone. */
export function shallowBoundaries({ commonDir }: Location): readonly string[] {
  const file = join(commonDir, 'shallow')
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => line !== '')
    : []
}
