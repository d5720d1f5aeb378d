import { ModelyardError } from '../errors/index.ts'
import { distributionDistance, tieRunEnds } from './distribution-distance.ts'
import { type FiniteValues, finiteValues } from './finite-values.ts'
import { type KolmogorovPValue, kolmogorovPValue, type Resampling } from './kolmogorov-p-value.ts'
import { sortedValues } from './sorted-values.ts'

/** A column of a sample: what was compared, and what was not. */
export interface SampleSize {
  readonly used: number
  readonly nan: number
  readonly infinite: number
}

export interface KolmogorovSmirnov extends KolmogorovPValue {
  /** D, in [0, 1]. */
  readonly statistic: number
  /** The smallest value at which the distribution functions lie D apart. */
  readonly location: number
  /** 1 where the reference's distribution function is above there: it holds the smaller values. */
  readonly sign: 1 | -1
  /** The area between the distribution functions, in the unit of the values. */
  readonly wasserstein: number
  readonly reference: SampleSize
  readonly current: SampleSize
}

/**
 * The two-sample Kolmogorov–Smirnov test, two-sided. D = max |F − G| is found in whole numbers and divided once.
 *
 * NaN and infinities are counted and left out.
 *
 * @param reference - [n] any doubles.
 * @param current - [m] any doubles.
 * @throws {ModelyardError} `empty-sample` when a sample has no finite value.
 * @see Hodges 1958, doi:10.1007/BF02589501
 */
export function kolmogorovSmirnov(
  reference: Float64Array,
  current: Float64Array,
  resampling: Resampling,
): KolmogorovSmirnov {
  const [ofReference, ofCurrent] = [finiteValues(reference), finiteValues(current)]
  refuseEmpty(ofReference, 'reference')
  refuseEmpty(ofCurrent, 'current')
  const [first, second] = [sortedValues(ofReference.values), sortedValues(ofCurrent.values)]
  const { steps, location, sign, wasserstein, distinct } = distributionDistance(first, second)
  return {
    statistic: steps / (first.length * second.length),
    location,
    sign,
    wasserstein,
    ...kolmogorovPValue(
      { n: first.length, m: second.length, steps, distinct },
      () => tieRunEnds(first, second, distinct),
      resampling,
    ),
    reference: sizeOf(ofReference),
    current: sizeOf(ofCurrent),
  }
}

function refuseEmpty({ values, nan, infinite }: FiniteValues, which: string): void {
  if (values.length > 0) return
  throw new ModelyardError({
    code: 'empty-sample',
    message: `the ${which} sample has no number to compare: ${nan} NaN, ${infinite} infinite`,
    next: 'compare a column that holds numbers on both sides',
  })
}

function sizeOf({ values, nan, infinite }: FiniteValues): SampleSize {
  return { used: values.length, nan, infinite }
}
