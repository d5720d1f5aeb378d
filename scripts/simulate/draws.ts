/** Random numbers of a simulation. They share nothing with the generator whose bootstrap they judge. */
export interface Draws {
  /** In [0, 1), in steps of 2⁻³². */
  uniform(): number
  /** A whole number from 0 to `bound`, without it; bound far below 2³². */
  below(bound: number): number
  /** Standard normal. */
  normal(): number
  /** A seed for what is simulated. */
  seed(): number
}

/**
 * sfc32 of Chris Doty-Humphrey (PractRand), seeded by three words, so that each data set of each stream is the same
 * wherever it is drawn.
 *
 * @param stream - Up to two names, e.g. a scenario's and a setting's.
 */
export function drawsOf([first = '', second = '']: readonly string[], set: number): Draws {
  let [a, b, c, counter] = [hash(first), hash(second), set | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let turn = 0; turn < 15; turn += 1) next()
  const uniform = () => next() / 2 ** 32
  let spare: number | undefined
  return {
    uniform,
    below: bound => Math.floor(uniform() * bound),
    normal() {
      if (spare !== undefined) {
        const kept = spare
        spare = undefined
        return kept
      }
      // Box and Muller 1958, doi:10.1214/aoms/1177706645
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
      const angle = 2 * Math.PI * uniform()
      spare = radius * Math.sin(angle)
      return radius * Math.cos(angle)
    },
    seed: next,
  }
}

/** What is drawn of a data set once, for all the cases that look at it. */
export function onceForDraws<T>(make: (draws: Draws) => T): (draws: Draws) => T {
  const known = new WeakMap<Draws, { readonly made: T }>()
  return draws => {
    const { made } = known.get(draws) ?? { made: make(draws) }
    known.set(draws, { made })
    return made
  }
}

/** FNV-1a of a name. */
function hash(text: string): number {
  let mixed = 0x811c9dc5
  for (const letter of text) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return mixed
}
