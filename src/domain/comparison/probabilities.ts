/** Whether a number can be a probability. A sum of rounded shares can pass 1 by a little. */
export function isShare(value: number): boolean {
  return value >= 0 && value <= 1 + 1e-6
}

/**
 * The first value that is no probability.
 *
 * @param probabilities - Row-major [rows, width].
 * @returns Its row, from 0, or -1.
 */
export function firstImprobable(probabilities: Float64Array | Float32Array, width: number): number {
  const at = probabilities.findIndex(value => !isShare(value))
  return at < 0 ? -1 : Math.floor(at / width)
}
