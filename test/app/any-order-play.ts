import fc from 'fast-check'
import { expect } from 'vitest'
import { readRef } from '../../sandbox/git/refs.ts'
import { gitText } from '../../sandbox/git/run-git.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { type Pull, pullsOf } from '../../sandbox/state/issues.ts'
import { reviewsOf } from '../../sandbox/state/reviews.ts'
import { PULLS, REVIEWS } from '../sandbox/hosted.ts'
import { approversOf, kindOf } from './any-order-oracle.ts'
import {
  type AnyOrderWorld,
  type Approvals,
  asked,
  definition,
  MODEL,
  type Named,
  PULL_EDITS,
  ROOT,
} from './any-order-world.ts'
import type { Letter } from './app-within.ts'

const DISMISS = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals'

const named = fc.oneof(
  { weight: 12, arbitrary: fc.constant('promotion' as const) },
  { weight: 1, arbitrary: fc.constant('rival' as const) },
  { weight: 3, arbitrary: fc.constant('none' as const) },
  { weight: 1, arbitrary: fc.constant('two' as const) },
) satisfies fc.Arbitrary<Named>
const reviewer = fc.constantFrom('grace' as const, 'grace' as const, 'mary' as const, 'alan' as const)

/** How an approval is lost. */
const WAYS = ['dismissed', 'refused', 'pushed', 'policy', 'retargeted'] as const

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('review' as const),
      on: named,
      by: reviewer,
      as: fc.constantFrom(
        'APPROVE' as const,
        'APPROVE' as const,
        'REQUEST_CHANGES' as const,
        'COMMENT' as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('dismiss' as const), on: named, at: fc.nat(3) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('push' as const),
      on: named,
      by: fc.constantFrom('ada' as const, 'grace' as const, 'mary' as const),
      what: fc.constantFrom('nothing' as const, 'nothing' as const, 'record' as const, 'back' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      on: named,
      what: fc.constantFrom('title' as const, 'dev' as const, 'main' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('comment' as const), on: named }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const), on: named }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('approve' as const), by: reviewer }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('twin' as const),
      into: fc.constantFrom('dev' as const, 'main' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('base' as const),
      what: fc.constantFrom('docs' as const, 'two' as const, 'grace' as const, 'none' as const),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('merge' as const), on: named }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('slip' as const),
      how: fc.constantFrom(...WAYS),
      isHeard: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      how: fc.constantFrom('in order' as const, 'backwards' as const, 'twice' as const, 'never' as const),
    }),
  },
  { weight: 6, arbitrary: fc.constant({ do: 'settle' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

export const scripts = fc.array(step, { minLength: 5, maxLength: 12, size: 'max' })

export type Seen = Map<string, number>

/**
 * Plays steps on GitHub while the App hears of them late, twice, backwards or never. Whenever it has heard of all, what
 * GitHub would let anybody merge is what the oracle lets; what was merged earlier is refused by its seal where the oracle
 * refuses it.
 */
export async function play(world: AnyOrderWorld, script: readonly Step[], seen: Seen): Promise<void> {
  const count = (what: string) => void seen.set(what, (seen.get(what) ?? 0) + 1)
  await world.reset()
  const post: Post = { letters: [], isLost: false, merged: new Map() }
  const heads = new Map(pullsOf(world.repository).map(({ number, pull }) => [number, pull.headSha]))
  for (const one of script) {
    world.wait()
    count(`${one.do} ${await played(world, one, post, heads, count)}`)
    post.letters.push(...(await world.take()))
    if (one.do === 'settle') await probe(world, count)
  }
  await settle(world, post)
  await probe(world, count)
  await judgeSeals(world, post.merged, count)
}

interface Post {
  readonly letters: Letter[]
  /** Something was never told: only looking at everything finds it. */
  isLost: boolean
  /** Who had approved, and how many had to, when each was merged. */
  readonly merged: Map<number, Verdict>
}

type Verdict = Awaited<ReturnType<typeof approversOf>>

async function played(
  world: AnyOrderWorld,
  one: Step,
  post: Post,
  heads: ReadonlyMap<number, string>,
  count: (what: string) => void,
): Promise<string> {
  const { place, repository, numbers, personOf, commitTo, moveTo } = world
  const on = 'on' in one ? world.pull(numbers[one.on]) : undefined
  const address = { ...place, pull_number: on?.number ?? 0 }
  const done = (isDone: boolean) => (isDone ? 'done' : 'refused')
  switch (one.do) {
    case 'review': {
      const review = { ...address, event: one.as, body: 'words' }
      return `${one.as} ${done(await asked(personOf(one.by).octokit.request(REVIEWS, review)))}`
    }
    // As it goes most often.
    case 'approve': {
      const review = { ...place, pull_number: numbers.promotion, event: 'APPROVE' as const }
      const isGiven = await asked(personOf(one.by).octokit.request(REVIEWS, review))
      post.letters.push(...(await world.take()))
      await settle(world, post)
      return done(isGiven)
    }
    case 'dismiss': {
      const given = reviewsOf(repository, address.pull_number)
      const review = given[one.at % Math.max(1, given.length)]
      if (review === undefined) return 'of nothing'
      const which = { ...address, review_id: review.id, message: 'no' }
      return done(await asked(personOf('ada').octokit.request(DISMISS, which)))
    }
    case 'push': {
      const branch = on?.pull.headRef ?? ''
      if (one.what === 'back') {
        const first = heads.get(address.pull_number) ?? ''
        // Who moves a branch to where it stands pushes nothing.
        return on?.pull.headSha === first ? 'nowhere' : done(await moveTo(branch, one.by, first))
      }
      const record = `${MODEL}/promotions/4.json`
      const head = `refs/heads/${branch}:${record}`
      const isRecord = one.what === 'record' && one.on === 'promotion'
      const text = isRecord ? await gitText(world.bare, ['show', head]).catch(() => '') : ''
      const reason = `"reason": "because of ${one.by}",\n  "evidence"`
      await commitTo(branch, one.by, isRecord ? { [record]: text.replace('"evidence"', reason) } : {})
      return one.what
    }
    case 'edit': {
      const change = one.what === 'title' ? { title: 'Other words' } : { base: one.what }
      return `${one.what} ${done(await asked(personOf('ada').octokit.request(PULL_EDITS, { ...address, ...change })))}`
    }
    case 'reopen': {
      for (const state of ['closed', 'open'] as const)
        await asked(personOf('ada').octokit.request(PULL_EDITS, { ...address, state }))
      return 'done'
    }
    case 'comment': {
      const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
      const words = { ...place, issue_number: address.pull_number, body: 'approved, go on' }
      return done(await asked(personOf('grace').octokit.request(route, words)))
    }
    case 'twin':
      return done(await opened(world, one.into))
    case 'base': {
      const files = one.what === 'docs' ? { 'docs/base.md': 'more\n' } : definitionOf(one.what)
      await commitTo('main', ROOT, files)
      return one.what
    }
    case 'merge':
      return `${one.on} ${done(await merge(world, post, address.pull_number))}`
    case 'deliver':
      return deliver(world, post, one.how)
    case 'slip':
      return `${one.how} ${one.isHeard ? 'heard' : 'unheard'} ${done(await slip(world, post, one, count))}`
    case 'settle':
      return settle(world, post)
  }
}

const definitionOf = (approvals: Approvals) => ({ [`${MODEL}/model.yaml`]: definition(approvals) })

/** The promotion is approved, loses it, and somebody merges it, before the App can have heard of that or at once after. */
async function slip(
  world: AnyOrderWorld,
  post: Post,
  { how, isHeard }: { readonly how: (typeof WAYS)[number]; readonly isHeard: boolean },
  count: (what: string) => void,
): Promise<boolean> {
  const { place, repository, numbers, personOf, commitTo, pull } = world
  const { promotion } = numbers
  const address = { ...place, pull_number: promotion }
  const ada = personOf('ada').octokit
  const hear = async () => {
    post.letters.push(...(await world.take()))
    await settle(world, post)
  }
  await asked(personOf('grace').octokit.request(REVIEWS, { ...address, event: 'APPROVE' }))
  await hear()
  switch (how) {
    case 'dismissed':
      for (const { id: review_id, state } of reviewsOf(repository, promotion))
        if (state === 'APPROVED') await ada.request(DISMISS, { ...address, review_id, message: 'no' })
      break
    case 'refused': {
      const refusal = { ...address, event: 'REQUEST_CHANGES' as const, body: 'no' }
      for (const login of ['grace', 'mary', 'alan'])
        await asked(personOf(login).octokit.request(REVIEWS, refusal))
      break
    }
    case 'pushed':
      await commitTo(pull(promotion).pull.headRef, 'mary', {})
      break
    case 'policy':
      await commitTo('main', ROOT, definitionOf('two'))
      break
    case 'retargeted':
      await asked(ada.request(PULL_EDITS, { ...address, base: 'dev' }))
      await hear()
      await asked(ada.request(PULL_EDITS, { ...address, base: 'main' }))
  }
  if (isHeard) {
    await hear()
    await probe(world, count)
  }
  return merge(world, post, promotion)
}

/** With what the oracle says at that moment: reviews go on after a merge. */
async function merge(world: AnyOrderWorld, post: Post, number: number): Promise<boolean> {
  const isMerged = await world.merge(number, 'ada')
  if (!isMerged) return false
  const issue = world.pull(number)
  const base = await gitText(world.bare, ['rev-parse', `${issue.pull.mergeCommit}^1`])
  post.merged.set(number, await approversOf(world, issue, base))
  return true
}

/** Another pull request of the promotion's commit, by somebody else from a branch of hers. */
async function opened({ place, personOf, pull, numbers }: AnyOrderWorld, base: string): Promise<boolean> {
  const { octokit } = personOf('mary')
  const branch = `twin-${base}`
  const ref = { ...place, ref: `refs/heads/${branch}`, sha: pull(numbers.promotion).pull.headSha }
  await asked(octokit.request('POST /repos/{owner}/{repo}/git/refs', ref))
  return asked(octokit.request(PULLS, { ...place, title: 'The same', head: branch, base }))
}

async function deliver(
  { tell }: AnyOrderWorld,
  post: Post,
  how: 'in order' | 'backwards' | 'twice' | 'never',
): Promise<string> {
  const letters = post.letters.splice(0)
  if (how === 'never') post.isLost ||= letters.length > 0
  else
    for (const letter of how === 'backwards' ? letters.reverse() : letters) {
      await tell(letter)
      if (how === 'twice') await tell(letter)
    }
  return how
}

/** The App hears of all that is left, and where something was lost looks at everything. */
async function settle(world: AnyOrderWorld, post: Post): Promise<string> {
  for (let turn = 0; turn < 20; turn += 1) {
    await deliver(world, post, 'in order')
    if (post.isLost) await world.app.sweep()
    post.isLost = false
    await world.app.settled()
    post.letters.push(...(await world.take()))
    if (post.letters.length === 0) return 'at rest'
  }
  throw new Error('its own events keep it going')
}

/** Whatever could be merged to the default branch now is approved as the default branch asks. */
async function probe(world: AnyOrderWorld, count: (what: string) => void): Promise<void> {
  const { repository, bare } = world
  const base = (await readRef(bare, 'refs/heads/main'))?.sha ?? ''
  for (const issue of pullsOf(repository)) {
    const { number, state, pull } = issue
    if (state !== 'open' || pull.baseRef !== 'main') continue
    const trial = await readRef(bare, `refs/pull/${number}/merge`)
    const isOpen = await world.isOpenToMerge(issue)
    // What conflicts nobody can merge.
    if (trial === undefined) continue
    const kind = await kindOf(world, trial.sha)
    const { required, who } = await approversOf(world, issue, base)
    const isMet = kind === 'other' || who.length >= required
    count(`probe ${kind} ${isOpen ? 'open' : 'closed'} ${isMet ? 'met' : 'missing'}`)
    if (isOpen && !isMet) expect({ number, kind, required, who }).toBe('not to be merged')
  }
}

/** What was merged without its approvals is told by its seal, and deployed by nobody. */
async function judgeSeals(
  world: AnyOrderWorld,
  merged: ReadonlyMap<number, Verdict>,
  count: (what: string) => void,
): Promise<void> {
  const { repository, seals } = world
  const { files } = await seals()
  for (const issue of pullsOf(repository).filter(isMergedPromotion)) {
    const commit = issue.pull.mergeCommit ?? ''
    if (issue.pull.baseRef !== 'main' || (await kindOf(world, commit)) !== 'production') continue
    const verdict = merged.get(issue.number)
    if (verdict === undefined) throw new Error(`nobody merged ${issue.number}`)
    const { required, who } = verdict
    const isMet = who.length >= required
    const [, seal] = Object.entries(files).find(([, { 'merge-commit': sealed }]) => sealed === commit) ?? []
    const deployed = deploymentsOf(repository).filter(({ sha }) => sha === commit).length
    count(`sealed ${isMet ? 'met' : 'missing'} ${seal?.held?.outcome ?? 'not'} deployed ${deployed}`)
    const found = { number: issue.number, required, who, held: seal?.held?.outcome, deployed }
    if (!isMet) expect(found).toMatchObject({ held: 'failed', deployed: 0 })
    else expect(found.held).toBeDefined()
  }
}

function isMergedPromotion({ pull }: Pull): boolean {
  return pull.mergedAt !== null && !pull.headRef.startsWith('made-')
}
