import { checkChiSquared } from './chi-squared-vector.ts'
import type { Checked } from './finding.ts'
import { checkKolmogorov } from './kolmogorov-vector.ts'
import type { Tolerances } from './vector-file.ts'

type Check = (vector: unknown, tolerances: Tolerances, generator: string | undefined) => Checked

const CHECKS: ReadonlyMap<string, Check> = new Map([
  ['ks_2samp', checkKolmogorov],
  ['chi2_contingency', checkChiSquared],
])

export interface CheckedVector {
  /** Its kind and name, as far as it has them. */
  readonly label: string
  readonly kind: string
  readonly result: Checked | Error
}

/** Checks a vector by its kind; an unknown kind, or what cannot be read, is an error. */
export function checkVector(
  vector: unknown,
  index: number,
  tolerances: Tolerances,
  generator: string | undefined,
): CheckedVector {
  const { kind, name } = Object(vector) as { kind?: unknown; name?: unknown }
  const label = `${String(kind)} ${name === undefined ? `vector ${index + 1}` : String(name)}`
  const check = CHECKS.get(String(kind))
  if (check === undefined) {
    const known = [...CHECKS.keys()].join(', ')
    return { label, kind: String(kind), result: new Error(`unknown kind \`${kind}\`; known are ${known}`) }
  }
  try {
    return { label, kind: String(kind), result: check(vector, tolerances, generator) }
  } catch (error) {
    return { label, kind: String(kind), result: error instanceof Error ? error : new Error(String(error)) }
  }
}
