import { expect, test } from 'vitest'
import type { Reach } from '../../app/reach.ts'
import { settlePull } from '../../app/settle-pull.ts'
import type { CheckAnswer, PullState } from '../../src/ports.ts'
import { sha256 } from '../support/workbench.ts'

const [HEAD, BASE, TRIAL, OLD] = ['a', 'b', 'c', 'd'].map(letter => letter.repeat(40)) as [
  string,
  string,
  string,
  string,
]
const PULL: PullState = {
  number: 3,
  url: 'https://github.com/acme/models/pull/3',
  isOpen: true,
  isMerged: false,
  head: HEAD,
  branch: 'idea',
  into: 'main',
  defaultBranch: 'main',
  author: { login: 'ada', isBot: false },
  merges: true,
  reviews: [],
  commitAuthors: ['ada'],
  sameHead: [],
}
const REFS = { 'refs/heads/main': BASE, 'refs/pull/3/head': HEAD, 'refs/pull/3/merge': TRIAL }

/** GitHub at a moment: what it says of the pull request, where its refs stand, and of what its merge for trial is. */
async function settledAt({
  pull = PULL,
  refs = REFS,
  parents = [BASE, HEAD],
}: {
  readonly pull?: PullState | undefined
  readonly refs?: Readonly<Record<string, string>>
  readonly parents?: readonly string[]
}) {
  const said: CheckAnswer[] = []
  const reach = {
    pulls: { read: async () => pull },
    checks: {
      settle: async (answer: CheckAnswer) => ({ id: said.push(answer), change: 'created' }),
    },
    fetch: async () => new Map(Object.entries(refs)),
    ports: {
      artifacts: { hash: (bytes: Uint8Array) => sha256(new TextDecoder().decode(bytes)) },
      repository: {
        mergeBase: async () => undefined,
        resolve: async () => undefined,
        commitFacts: async () => ({ parents }),
      },
    },
  } as unknown as Reach
  return { how: await settlePull(3, reach), said }
}

test.for([
  [
    'GitHub has not merged it for trial',
    { pull: { ...PULL, merges: undefined }, refs: { ...REFS, 'refs/pull/3/merge': '' } },
  ],
  ['its trial is of an older base', { parents: [OLD, HEAD] }],
  ['its trial is of an older head', { parents: [BASE, OLD] }],
  ['its head was pushed over meanwhile', { refs: { ...REFS, 'refs/pull/3/head': OLD } }],
  ['its branch was deleted meanwhile', { refs: { 'refs/pull/3/head': HEAD } }],
] as const)('while %s nothing is said, and it is looked at again', async ([, facts]) => {
  const refs = Object.fromEntries(
    Object.entries('refs' in facts ? facts.refs : REFS).filter(([, id]) => id !== ''),
  )
  expect(await settledAt({ ...facts, refs })).toEqual({ how: 'again', said: [] })
})

test('what git would not merge is said to conflict, which lets nobody merge it', async () => {
  const { how, said } = await settledAt({ pull: { ...PULL, merges: false }, parents: [OLD, HEAD] })
  expect(how).toBe('settled')
  expect(said).toMatchObject([{ head: HEAD, conclusion: 'action_required', name: 'modelyard / gates' }])
  expect(said[0]?.summary).toContain('conflicts with main')
})

test.for([
  ['merged', { ...PULL, isOpen: false, isMerged: true }],
  ['gone', undefined],
] as const)('one that is %s is let be', async ([, pull]) => {
  const reach = { pulls: { read: async () => pull } } as unknown as Reach
  expect(await settlePull(3, reach)).toBe('settled')
})
