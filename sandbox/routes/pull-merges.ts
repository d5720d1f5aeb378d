import { isLinear, mergeViolation } from '../branch-rules.ts'
import { violationMessage } from '../branches.ts'
import { followMoves, markMerged } from '../follow-pulls.ts'
import { type MergeMethod, mergeInto } from '../git/merge.ts'
import { readRef } from '../git/refs.ts'
import { GitRefusal } from '../git/refusal.ts'
import { gitOf } from '../hosting.ts'
import { type Answer, type Call, notFound, Refusal, type Routes } from '../route.ts'
import { sign, signatureOf, webSignature } from '../signatures.ts'
import type { Pull } from '../state/issues.ts'
import { pullAt } from './pulls.ts'

export const pullMergeRoutes: Routes = {
  'pulls/check-if-merged': call => {
    if (pullAt(call).pull.mergedAt === null) throw notFound()
    return { status: 204 }
  },
  'pulls/merge': merge,
}

async function merge(call: Call): Promise<Answer> {
  const { repository } = call
  const issue = pullAt(call)
  const method = (call.body.merge_method ?? 'merge') as MergeMethod
  await refuseUnready(call, issue, method)
  const name = `refs/heads/${issue.pull.baseRef}`
  const before = (await readRef(gitOf(repository), name))?.sha ?? null
  const sha = await merged(call, issue, method)
  if (method !== 'rebase') sign(repository, sha)
  // Before others look: what follows from the move must not find it open.
  await markMerged(call, issue, sha)
  await followMoves(call, [{ name, before, after: sha, forced: false }])
  return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } }
}

const NOT_ALLOWED: Readonly<Record<MergeMethod, string>> = {
  merge: 'Merge commits are not allowed on this repository.',
  squash: 'Squash merges are not allowed on this repository.',
  rebase: 'Rebase merges are not allowed on this repository.',
}

async function refuseUnready(call: Call, issue: Pull, method: MergeMethod): Promise<void> {
  const { world, repository, actor, body } = call
  const { draft, headSha, baseRef } = issue.pull
  if (issue.state === 'closed') throw refused(405, 'Pull Request is not mergeable')
  if (draft) throw refused(405, 'Pull Request is still a draft')
  if (typeof body.sha === 'string' && body.sha !== headSha) {
    throw refused(409, 'Head branch was modified. Review and try the merge again.')
  }
  const isLost = method === 'merge' && isLinear(repository, baseRef)
  if (isLost || !repository.mergeMethods.includes(method)) throw refused(405, NOT_ALLOWED[method])
  const violation = await mergeViolation(world, repository, issue, actor)
  if (violation !== undefined) throw refused(405, violationMessage(violation))
}

async function merged(call: Call, issue: Pull, method: MergeMethod): Promise<string> {
  const { account } = call.actor
  const request = {
    branch: issue.pull.baseRef,
    head: issue.pull.headSha,
    method,
    message: messageOf(call, issue, method),
    author: signatureOf(account, call.now),
    committer: webSignature(call.now),
  }
  try {
    return await mergeInto(gitOf(call.repository), request)
  } catch (error) {
    if (!(error instanceof GitRefusal)) throw error
    if (error.code === 'moved')
      throw refused(409, 'Base branch was modified. Review and try the merge again.')
    const sentence = method === 'rebase' ? "This branch can't be rebased" : 'Pull Request is not mergeable'
    throw refused(405, sentence)
  }
}

function messageOf({ body }: Call, issue: Pull, method: MergeMethod): string {
  const { number, title, pull } = issue
  const owner = pull.headRepository?.split('/')[0] ?? 'unknown repository'
  const [usualTitle, usualText] =
    method === 'merge'
      ? [`Merge pull request #${number} from ${owner}/${pull.headRef}`, title]
      : [`${title} (#${number})`, '']
  const text = body.commit_message ?? usualText
  return `${body.commit_title ?? usualTitle}${text === '' ? '' : `\n\n${text}`}`
}

function refused(status: 405 | 409, message: string): Refusal {
  return new Refusal(status, message, { bare: true })
}
