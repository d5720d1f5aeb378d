/** What a numeric column holds beside the numbers that can be compared. */
export interface FiniteValues {
  /** [n] in their old order. */
  readonly values: Float64Array
  readonly nan: number
  /** Of either sign. */
  readonly infinite: number
}

/**
 * Separates the finite numbers from NaN and infinities, which are counted.
 *
 * @param values - [n]; given back as it is when all of them are finite.
 */
export function finiteValues(values: Float64Array): FiniteValues {
  let [nan, infinite] = [0, 0]
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    // Only of NaN and infinities is the difference to itself not 0.
    if (value - value === 0) continue
    if (Number.isNaN(value)) nan += 1
    else infinite += 1
  }
  return { values: nan + infinite === 0 ? values : values.filter(Number.isFinite), nan, infinite }
}
