import { expect, test } from 'vitest'
import type { Reach } from '../../app/reach.ts'
import { settleGroup } from '../../app/settle-group.ts'
import type { CheckAnswer, PullState } from '../../src/ports.ts'
import { sha256 } from '../support/workbench.ts'

const [MAIN, GROUP, HEAD, OLD] = ['a', 'b', 'c', 'd'].map(letter => letter.repeat(40)) as [
  string,
  string,
  string,
  string,
]
const REF = `refs/heads/gh-readonly-queue/main/pr-3-${MAIN}`
const PULL: PullState = {
  number: 3,
  url: 'https://github.com/acme/models/pull/3',
  isOpen: true,
  isMerged: false,
  defaultBranch: 'main',
  head: HEAD,
  branch: 'idea',
  into: 'main',
  author: { login: 'ada', isBot: false },
  merges: true,
  reviews: [],
  commitAuthors: ['ada'],
  sameHead: [],
}
const REFS = { 'refs/heads/main': MAIN, [REF]: GROUP, 'refs/pull/3/head': HEAD }

/** GitHub at a moment: where its refs stand, and what it says of the pull request. */
async function settledAt(
  refs: Readonly<Record<string, string>>,
  pull: PullState | undefined = PULL,
  { ref = REF, asked = [] }: { readonly ref?: string; readonly asked?: readonly number[] } = {},
) {
  const said: CheckAnswer[] = []
  const reach = {
    pulls: { read: async () => pull, ofHead: async (sha: string) => (sha === GROUP ? asked : []) },
    defaultBranch: async () => 'main',
    checks: {
      settle: async (answer: CheckAnswer) => ({ id: said.push(answer), change: 'created' }),
    },
    fetch: async () => new Map(Object.entries(refs)),
    refs: async (prefix: string) => new Map(Object.entries(refs).filter(([name]) => name.startsWith(prefix))),
    ports: {
      artifacts: { hash: (bytes: Uint8Array) => sha256(new TextDecoder().decode(bytes)) },
      repository: {
        mergeBase: async () => OLD,
        commitFacts: async () => ({ parents: [] }),
        resolve: async () => undefined,
      },
    },
  } as unknown as Reach
  return { how: await settleGroup(ref, GROUP, reach), said }
}

test.for([
  ['gone', { 'refs/heads/main': MAIN }],
  ['made anew', { ...REFS, [REF]: OLD }],
  ['of a branch that is gone', { [REF]: GROUP }],
] as const)('a group that is %s is let be', async ([, refs]) => {
  expect(await settledAt(refs)).toEqual({ how: 'settled', said: [] })
})

test('what is no branch of the queue is let be', async () => {
  expect(await settledAt(REFS, PULL, { ref: 'refs/heads/main' })).toEqual({ how: 'settled', said: [] })
})

test.for([
  ['was merged or closed', { ...PULL, isOpen: false }],
  ['goes to another branch', { ...PULL, into: 'other' }],
  ['was pushed to', { ...PULL, head: OLD }],
] as const)('while its pull request %s it is looked at again', async ([, pull]) => {
  expect(await settledAt(REFS, pull)).toEqual({ how: 'again', said: [] })
})

test.for([
  ['on nothing known', { ...REFS, 'refs/heads/main': OLD }, 'is neither main nor another group'],
  ['beside what it says', REFS, 'is not on top of what it is to be merged to'],
] as const)('one that is built %s has an answer that merges nothing', async ([, refs, why]) => {
  const { how, said } = await settledAt(refs)
  expect(how).toBe('settled')
  expect(said).toMatchObject([{ head: GROUP, conclusion: 'action_required', name: 'modelyard / gates' }])
  expect(said[0]?.summary).toContain(why)
})

test('one of another branch is judged against the default branch, and not by its own', async () => {
  const ref = `refs/heads/gh-readonly-queue/dev/pr-3-${OLD}`
  const refs = { ...REFS, 'refs/heads/dev': OLD, [ref]: GROUP }
  await expect(settledAt(refs, { ...PULL, into: 'dev' }, { ref })).rejects.toThrow(MAIN)
})

test('a commit that a pull request asks for is judged as that, whatever branch of the queue stands there', async () => {
  const own: PullState = { ...PULL, head: GROUP, merges: false }
  const { how, said } = await settledAt({ ...REFS, 'refs/pull/3/head': GROUP }, own, { asked: [3] })
  expect(how).toBe('settled')
  expect(said).toMatchObject([{ head: GROUP, conclusion: 'action_required' }])
  expect(said[0]?.summary).toContain('conflicts with main')
})
