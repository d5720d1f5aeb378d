import { parse } from 'yaml'
import { gitText, runGit } from '../../sandbox/git/run-git.ts'
import { activitiesOf } from '../../sandbox/state/activities.ts'
import type { Pull } from '../../sandbox/state/issues.ts'
import { reviewsOf } from '../../sandbox/state/reviews.ts'
import { type AnyOrderWorld, MODEL } from './any-order-world.ts'

// Written from the design's invariants 6, 7 and 9 alone: nothing of the product is imported.

interface Asked {
  readonly required: number
  readonly from: readonly string[]
  readonly 'not-author'?: boolean
}

/** What a change does that somebody must approve. */
export type Kind = 'production' | 'governed' | 'other'

/** @param commit - What a merge would be, or is; its first parent is the base. */
export async function kindOf({ bare }: Pick<AnyOrderWorld, 'bare'>, commit: string): Promise<Kind> {
  const changed = await gitText(bare, ['diff', '--name-only', `${commit}^1`, commit])
  const paths = changed.split('\n')
  if (paths.includes(`${MODEL}/stages.json`)) {
    const now = await productionAt(bare, commit)
    if (now !== (await productionAt(bare, `${commit}^1`))) return 'production'
  }
  return paths.some(path => path === `${MODEL}/model.yaml` || path.startsWith('.github/'))
    ? 'governed'
    : 'other'
}

/** Who approved the head of a pull request so that it counts, by the policy of a base. */
export async function approversOf(
  { bare, repository }: Pick<AnyOrderWorld, 'bare' | 'repository'>,
  { number, author, pull: { headSha } }: Pull,
  base: string,
): Promise<{ readonly required: number; readonly who: readonly string[] }> {
  const policy = parse(await gitText(bare, ['show', `${base}:${MODEL}/model.yaml`])) as {
    policy: { production: { approvals: Asked } }
  }
  const asked = policy.policy.production.approvals
  const opinions = new Map<string, { readonly state: string; readonly commit: string }>()
  for (const review of reviewsOf(repository, number))
    if (['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(review.state))
      opinions.set(review.author, review)
  const mail = await gitText(bare, ['log', '--format=%ae', `${base}..${headSha}`])
  const pushers = activitiesOf(repository).filter(({ after }) => after === headSha)
  const makers = [
    author,
    ...pushers.map(({ actor }) => actor),
    ...mail.split('\n').map(address => /\+(.+)@/.exec(address)?.[1] ?? ''),
  ]
  const who = [...opinions].flatMap(([login, { state, commit }]) => {
    const isNamed = asked.from.includes(`@${login}`) && !login.endsWith('[bot]')
    const isOwn = asked['not-author'] === true && makers.includes(login)
    return state === 'APPROVED' && commit === headSha && isNamed && !isOwn ? [login] : []
  })
  return { required: asked.required, who }
}

async function productionAt(bare: AnyOrderWorld['bare'], revision: string): Promise<string> {
  const path = `${revision}:${MODEL}/stages.json`
  const { status, stdout } = await runGit(bare, ['show', path], { accept: [0, 128] })
  if (status !== 0) return 'none'
  const { stages } = JSON.parse(stdout.toString('utf8')) as { stages: Record<string, number[]> }
  return JSON.stringify(stages.production ?? [])
}
