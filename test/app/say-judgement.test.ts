import { expect, test } from 'vitest'
import type { Reach } from '../../app/reach.ts'
import { sayJudgement } from '../../app/say-judgement.ts'
import { judgeUnknownGroup } from '../../src/commands/judge-group.ts'
import type { SettledCheck } from '../../src/ports.ts'
import { sha256 } from '../support/workbench.ts'

const [HEAD, BASE, LATER] = ['a', 'b', 'c'].map(letter => letter.repeat(40)) as [string, string, string]
const [MAIN, OWN, TRIAL] = ['refs/heads/main', 'refs/pull/3/head', 'refs/pull/3/merge']
const REFS = { [MAIN]: BASE, [OWN]: HEAD, [TRIAL]: HEAD }
const REVIEWS = [{ author: 'grace', state: 'approved' }]

/** A judgement that reads these, and says its answer when GitHub stands as `later`. */
async function saidWhile({
  change = 'updated',
  refs = REFS,
  reviews = REVIEWS,
}: {
  readonly change?: SettledCheck['change']
  readonly refs?: Readonly<Record<string, string>>
  readonly reviews?: readonly object[]
}) {
  const now: { refs: Readonly<Record<string, string>>; reviews: readonly object[] } = {
    refs: REFS,
    reviews: REVIEWS,
  }
  let reads = 0
  const reach = {
    fetch: async (names: readonly string[]) =>
      new Map(Object.entries(now.refs).filter(([name]) => names.includes(name))),
    checks: {
      settle: async () => {
        Object.assign(now, { refs, reviews })
        return { id: 1, change }
      },
    },
    ports: {
      artifacts: { hash: (bytes: Uint8Array) => sha256(new TextDecoder().decode(bytes)) },
      merges: {
        reviews: async () => {
          reads += 1
          return now.reviews
        },
      },
    },
  } as unknown as Reach
  const how = await sayJudgement(reach, async ({ fetch, ports }) => {
    await fetch([MAIN, OWN, TRIAL])
    await ports.merges.reviews(3)
    return judgeUnknownGroup(3, HEAD, 'main')
  })
  return { how, reads }
}

test.for([
  ['a review', { reviews: [] }],
  ['the base', { refs: { ...REFS, [MAIN]: LATER } }],
  ['the head', { refs: { ...REFS, [OWN]: LATER } }],
  ['a branch that is gone', { refs: { [OWN]: HEAD } }],
] as const)(
  'what was written over another answer is judged again where %s is not as it was',
  async ([, later]) => {
    expect((await saidWhile(later)).how).toBe('again')
  },
)

test('and is done where all of it is, whatever GitHub merges for trial', async () => {
  expect((await saidWhile({ refs: { ...REFS, [TRIAL]: LATER } })).how).toBe('settled')
})

test.for(['created', 'unchanged'] as const)(
  'what was %s stands over no other answer, and nothing is read for it',
  async change => {
    expect(await saidWhile({ change, reviews: [] })).toEqual({ how: 'settled', reads: 1 })
  },
)

test('where nothing could be judged nothing is said', async () => {
  expect(await sayJudgement({ ports: {} } as Reach, async () => undefined)).toBe('again')
})
