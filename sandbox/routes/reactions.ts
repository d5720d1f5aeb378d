import { userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import { nodeId } from '../node-id.ts'
import { paged } from '../paging.ts'
import { type Answer, type Call, type Endpoint, notFound, numberAt, Refusal, type Routes } from '../route.ts'
import type { Issue } from '../state/issues.ts'
import {
  type Reaction,
  type ReactionContent,
  react,
  reactionsTo,
  removeReaction,
} from '../state/reactions.ts'
import { commitCommentAt } from './commit-comments.ts'
import { isLockedFor, issueCommentAt, issueOf } from './issue-comments.ts'

/** The comment that a call names, when its caller may react to it. */
type Subject = (call: Call) => { readonly id: number; readonly issue?: Issue | undefined }

const onIssue: Subject = call => {
  const comment = issueCommentAt(call)
  return { id: comment.id, issue: issueOf(call, comment) }
}

export const reactionRoutes: Routes = {
  'reactions/list-for-issue-comment': listed(onIssue),
  'reactions/create-for-issue-comment': created(onIssue),
  'reactions/delete-for-issue-comment': deleted(onIssue),
  'reactions/list-for-commit-comment': listed(commitCommentAt),
  'reactions/create-for-commit-comment': created(commitCommentAt),
  'reactions/delete-for-commit-comment': deleted(commitCommentAt),
}

function listed(subject: Subject): Endpoint {
  return call => {
    const { content } = call.query
    const found = reactionsTo(call.repository, subject(call).id).filter(
      reaction => content === undefined || reaction.content === content,
    )
    return paged(call, found, reaction => reactionBody(call, reaction))
  }
}

/** 201 for who makes it, 200 for who made it before: of several at once, exactly one is told 201. */
function created(subject: Subject): Endpoint {
  return call => {
    const { id, issue } = subject(call)
    permitOn(call, issue)
    if (issue !== undefined && isLockedFor(call, issue)) {
      throw new Refusal(403, 'Unable to create reaction because issue is locked.')
    }
    const { reaction, isNew } = react(call.world, call.repository, {
      comment: id,
      author: call.actor.account.login,
      content: call.body.content as ReactionContent,
    })
    return { status: isNew ? 201 : 200, body: reactionBody(call, reaction) }
  }
}

function deleted(subject: Subject): Endpoint {
  return (call): Answer => {
    const { id, issue } = subject(call)
    permitOn(call, issue)
    const wanted = numberAt(call.path, 'reaction_id')
    const reaction = reactionsTo(call.repository, id).find(known => known.id === wanted)
    // Nobody takes away what another felt.
    if (reaction === undefined || reaction.author !== call.actor.account.login) throw notFound()
    removeReaction(call.repository, reaction)
    return { status: 204 }
  }
}

function permitOn(call: Call, issue: Issue | undefined): void {
  if (issue !== undefined && issue.pull === undefined) call.permit({ issues: 'write' })
}

function reactionBody(call: Call, reaction: Reaction): object {
  return fill('reaction', {
    id: reaction.id,
    node_id: nodeId('Reaction', reaction.id),
    user: userBody(call, reaction.author),
    content: reaction.content,
    created_at: reaction.createdAt,
  })
}
