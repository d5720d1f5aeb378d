import { expect, test } from 'vitest'
import type { Reach } from '../../app/reach.ts'
import { sayJudgement } from '../../app/say-judgement.ts'
import { judgeUnknownGroup } from '../../src/commands/judge-group.ts'
import type { PullState, SettledCheck } from '../../src/ports.ts'
import { sha256 } from '../support/workbench.ts'

const [HEAD, BASE, LATER] = ['a', 'b', 'c'].map(letter => letter.repeat(40)) as [string, string, string]
const [MAIN, OWN, TRIAL] = ['refs/heads/main', 'refs/pull/3/head', 'refs/pull/3/merge']
const REFS = { [MAIN]: BASE, [OWN]: HEAD, [TRIAL]: HEAD }
const PULL = {
  number: 3,
  isOpen: true,
  head: HEAD,
  into: 'main',
  merges: undefined as boolean | undefined,
  reviews: [{ login: 'grace', state: 'approved' }] as readonly object[],
}

/** A judgement that reads these, and says its answer when GitHub stands as `later`. */
async function saidWhile({
  change = 'updated',
  refs = REFS,
  pull = PULL,
  isRead = false,
}: {
  readonly change?: SettledCheck['change']
  readonly refs?: Readonly<Record<string, string>>
  readonly pull?: typeof PULL | undefined
  /** The pull request before the judgement began, and not by it. */
  readonly isRead?: boolean
}) {
  const now: { refs: Readonly<Record<string, string>>; pull: typeof PULL | undefined } = {
    refs: REFS,
    pull: PULL,
  }
  let reads = 0
  const reach = {
    fetch: async (names: readonly string[]) =>
      new Map(Object.entries(now.refs).filter(([name]) => names.includes(name))),
    checks: {
      settle: async () => {
        Object.assign(now, { refs, pull })
        return { id: 1, change }
      },
    },
    pulls: {
      read: async () => {
        reads += 1
        return now.pull
      },
    },
    ports: { artifacts: { hash: (bytes: Uint8Array) => sha256(new TextDecoder().decode(bytes)) } },
  } as unknown as Reach
  const before = isRead ? [(await reach.pulls.read(3)) as PullState] : []
  const how = await sayJudgement(
    reach,
    async ({ fetch, pulls }) => {
      await fetch([MAIN, OWN, TRIAL])
      if (!isRead) await pulls.read(3)
      return judgeUnknownGroup(3, HEAD, 'main')
    },
    before,
  )
  return { how, reads }
}

test.for([
  ['a review', { pull: { ...PULL, reviews: [] } }],
  ['what it asks for', { pull: { ...PULL, into: 'dev' } }],
  ['one that was read before', { pull: { ...PULL, reviews: [] }, isRead: true }],
  ['one that was closed', { pull: { ...PULL, isOpen: false } }],
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
  const later = { refs: { ...REFS, [TRIAL]: LATER }, pull: { ...PULL, merges: true } }
  expect((await saidWhile(later)).how).toBe('settled')
})

test.for(['created', 'unchanged'] as const)(
  'what was %s stands over no other answer, and nothing is read for it',
  async change => {
    expect(await saidWhile({ change, pull: { ...PULL, reviews: [] } })).toEqual({ how: 'settled', reads: 1 })
  },
)

test('where nothing could be judged nothing is said', async () => {
  expect(await sayJudgement({} as Reach, async () => undefined)).toBe('again')
})
