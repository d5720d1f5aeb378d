import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomStream } from '../../../src/domain/stats/random.ts'

type State = readonly [bigint, bigint, bigint, bigint]

const WORD = (1n << 32n) - 1n
const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & WORD

/** xoshiro128** 1.1 with whole numbers of any size: https://prng.di.unimi.it/xoshiro128starstar.c */
function* xoshiro([a, b, c, d]: State): Generator<bigint> {
  for (;;) {
    yield (rotate((b * 5n) & WORD, 7n) * 9n) & WORD
    const shifted = (b << 9n) & WORD
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11n)
  }
}

/** splitmix32 with the constants 21f0aaad and 735a2d97 of https://github.com/skeeto/hash-prospector. */
function splitmix(seed: number): State {
  const word = (index: bigint) => {
    let value = (BigInt(seed) + index * 0x9e3779b9n) & WORD
    value = ((value ^ (value >> 16n)) * 0x21f0aaadn) & WORD
    value = ((value ^ (value >> 15n)) * 0x735a2d97n) & WORD
    return value ^ (value >> 15n)
  }
  return [word(1n), word(2n), word(3n), word(4n)]
}

/** Draws below `bound` as Lemire 2019 writes them; how many words were thrown away is told beside. */
function reference(seed: number, bound: number, draws: number) {
  const words = xoshiro(splitmix(seed))
  const found: number[] = []
  let rejected = 0
  while (found.length < draws) {
    const product = (words.next().value as bigint) * BigInt(bound)
    if ((product & WORD) < (1n << 32n) % BigInt(bound)) rejected += 1
    else found.push(Number(product >> 32n))
  }
  return { found, rejected }
}

function draw(seed: number, bound: number, draws: number): number[] {
  const random = randomStream(seed)
  return Array.from({ length: draws }, () => random.below(bound))
}

const take = (words: Generator<bigint>, count: number) =>
  Array.from({ length: count }, () => Number(words.next().value))

describe('the reference in this file gives the published numbers', () => {
  test('of the rand_xoshiro crate, which made them with the authors’ C', () => {
    expect(take(xoshiro([1n, 2n, 3n, 4n]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ])
  })

  test('of edorfaus/xoshiro-6502, which made them with the authors’ C from random bytes', () => {
    expect(take(xoshiro([0x964d4a0cn, 0xd40ab895n, 0xad7fdecbn, 0x3006f0f0n]), 4)).toEqual([
      0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70,
    ])
  })
})

describe('a random stream', () => {
  // By Python 3.11 with its whole numbers, from the same two papers.
  test.each([
    [0, [873990, 21958, 1231146, 1879266, 555822, 365836]],
    [1, [192035, 1061573, 1862675, 1021848, 910730, 1064048]],
    [7, [102780, 347209, 1950043, 1996762, 833065, 1340831]],
    [4294967295, [2004002, 891531, 562602, 1185321, 1799387, 297468]],
  ])('begins from seed %i as it always did', (seed, numbers) => {
    expect(draw(seed, 2 ** 21, 6)).toEqual(numbers)
  })

  test('equals the reference for every seed and bound', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 32 - 1 }), fc.integer({ min: 1, max: 2 ** 21 }), (seed, bound) => {
        expect(draw(seed, bound, 50)).toEqual(reference(seed, bound, 50).found)
      }),
    )
  })

  test('draws again where a number would be more likely than another', () => {
    const { found, rejected } = reference(3, 2_096_641, 40_000)
    expect(rejected).toBeGreaterThan(5)
    expect(draw(3, 2_096_641, 40_000)).toEqual(found)
  })

  test('draws each number about equally often', () => {
    const counts = new Array(7).fill(0)
    for (const value of draw(11, 7, 70_000)) counts[value] += 1
    // Six standard deviations of a count.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(6 * Math.sqrt((10_000 * 6) / 7))
  })

  test('fills a list with what single draws would give, and goes on from there', () => {
    const [filled, single] = [randomStream(9), randomStream(9)]
    const draws = new Uint32Array(1_000)
    for (const bound of [7, 2_096_641, 1]) {
      filled.fillBelow(bound, draws)
      expect([...draws]).toEqual(Array.from(draws, () => single.below(bound)))
    }
    expect(filled.below(100)).toBe(single.below(100))
  })

  test('below 1 is always 0', () => {
    expect(draw(5, 1, 100)).toEqual(new Array(100).fill(0))
  })
})
