import { createHash } from 'node:crypto'

export const HELD_OUT_SHARE = 0.2

/**
 * The rows, counted from 0, that the model is measured on instead of learning from them. Rows are shuffled by a
 * digest of the seed and their number: the same seed holds out the same rows on every machine.
 */
export function heldOutRows(count: number, seed: string): ReadonlySet<number> {
  const digest = (row: number) => createHash('sha256').update(`${seed}:${row}`).digest('hex')
  const shuffled = Array.from({ length: count }, (_, row) => ({ row, key: digest(row) }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ row }) => row)
  return new Set(shuffled.slice(0, Math.round(count * HELD_OUT_SHARE)))
}
