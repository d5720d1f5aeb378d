import { readFile } from 'node:fs/promises'
import * as z from 'zod'

/** How near our figures must be; a file may name its own. `abs` is absolute, `rel` relative. */
export const TOLERANCES = {
  statistic_abs: 1e-12,
  p_exact_rel: 1e-10,
  p_asymp_rel: 1e-9,
  chi2_rel: 1e-12,
  chi2_p_rel: 1e-10,
  log_p_abs: 1e-9,
  wasserstein_rel: 1e-12,
  jensenshannon_abs: 1e-9,
} as const

export type Tolerances = Readonly<Record<keyof typeof TOLERANCES, number>>

const VectorFile = z.object({
  schema: z.literal(1),
  generator: z.optional(z.string()),
  vectors: z.array(z.unknown()).min(1, 'there are no vectors'),
  tolerances: z.optional(z.partialRecord(z.enum(Object.keys(TOLERANCES)), z.number().min(0))),
})

export interface Vectors {
  /** The words that say how `x_gen` is to be read. */
  readonly generator: string | undefined
  readonly vectors: readonly unknown[]
  readonly tolerances: Tolerances
}

/**
 * Reads a file of vectors; each vector is looked at when its turn comes.
 *
 * @throws {Error} Says what is wrong with the file, without its name.
 */
export async function readVectors(path: string): Promise<Vectors> {
  const { generator, vectors, tolerances } = parsed(VectorFile, JSON.parse(await readFile(path, 'utf8')))
  return { generator, vectors, tolerances: { ...TOLERANCES, ...tolerances } as Tolerances }
}

/**
 * What a schema makes of a value.
 *
 * @throws {Error} With each problem and its path.
 */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Error(
    result.error.issues
      .map(issue => `${issue.path.length === 0 ? 'it' : issue.path.join('.')}: ${issue.message}`)
      .join('; '),
  )
}
