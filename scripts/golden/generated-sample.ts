import * as z from 'zod'

/** The words of a vector file for what {@link generatedSample} computes; other words would mean other numbers. */
export const GENERATOR =
  'mulberry32: a=(a+0x6D2B79F5)|0; t=imul(a^a>>>15,a|1); t^=t+imul(t^t>>>7,t|61); ((t^t>>>14)>>>0)/2^32. dist: uniform=r(); ih4=((r()+r())+r())+r()-2; int=floor(r()*k). value=v*scale+shift'

export const SampleRecipe = z
  .strictObject({
    dist: z.enum(['uniform', 'ih4', 'int']),
    seed: z.int(),
    n: z.int().min(0),
    k: z.optional(z.int().min(1)),
    scale: z.optional(z.number()),
    shift: z.optional(z.number()),
  })
  .check(z.refine(recipe => recipe.dist !== 'int' || recipe.k !== undefined, { message: '`int` needs `k`' }))
export type SampleRecipe = z.infer<typeof SampleRecipe>

/** [n] numbers that a vector file names by their recipe instead of listing them. */
export function generatedSample({ dist, seed, n, k = 1, scale = 1, shift = 0 }: SampleRecipe): Float64Array {
  const random = mulberry32(seed)
  const draw = {
    uniform: random,
    ih4: () => random() + random() + random() + random() - 2,
    int: () => Math.floor(random() * k),
  }[dist]
  return Float64Array.from({ length: n }, () => draw() * scale + shift)
}

/** Uniform numbers in [0, 1), in steps of 2⁻³². */
function mulberry32(seed: number): () => number {
  let a = seed | 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
