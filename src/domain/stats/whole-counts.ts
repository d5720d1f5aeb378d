import { ModelyardError } from '../errors/index.ts'

/**
 * Refuses what is no number of rows.
 *
 * @throws {ModelyardError} `bad-data`.
 */
export function refuseNoCount(counts: readonly number[]): void {
  const odd = counts.find(count => !Number.isSafeInteger(count) || count < 0)
  if (odd === undefined) return
  throw new ModelyardError({
    code: 'bad-data',
    message: `${odd} is not a number of rows`,
    next: 'give whole numbers from 0 on',
  })
}
