import { apiRoot, association, fullName, HTML_ROOT, nowIso, reactionCounts, userBody } from '../bodies.ts'
import { checkedText } from '../comment-text.ts'
import { fill } from '../fill.ts'
import { hasCommit } from '../hosting.ts'
import { nodeId } from '../node-id.ts'
import { paged } from '../paging.ts'
import { type Answer, type Call, notFound, numberAt, Refusal, type Routes, textAt } from '../route.ts'
import { addCommitComment, type CommitComment, commitCommentsOf } from '../state/commit-comments.ts'

export const commitCommentRoutes: Routes = {
  'repos/list-comments-for-commit': async call => {
    const sha = await commitAt(call)
    const comments = commitCommentsOf(call.repository).filter(comment => comment.sha === sha)
    return paged(call, comments, comment => commentBody(call, comment))
  },
  'repos/get-commit-comment': call => ({ status: 200, body: commentBody(call, commitCommentAt(call)) }),
  'repos/create-commit-comment': create,
  'repos/update-commit-comment': call => {
    const comment = commitCommentAt(call)
    comment.body = checkedText('CommitComment', textAt(call.body, 'body'))
    comment.updatedAt = nowIso(call)
    return { status: 200, body: commentBody(call, comment) }
  },
  'repos/delete-commit-comment': call => {
    const comments = commitCommentsOf(call.repository)
    comments.splice(comments.indexOf(commitCommentAt(call)), 1)
    return { status: 204 }
  },
}

async function create(call: Call): Promise<Answer> {
  const { world, repository, actor } = call
  const sha = await commitAt(call)
  const body = checkedText('CommitComment', textAt(call.body, 'body'))
  const path = typeof call.body.path === 'string' ? call.body.path : null
  const comment = addCommitComment(world, repository, sha, { author: actor.account.login, body, path })
  const rendered = commentBody(call, comment)
  return { status: 201, body: rendered, headers: { location: String(rendered.url) } }
}

async function commitAt({ repository, path }: Call): Promise<string> {
  const sha = textAt(path, 'commit_sha')
  if (await hasCommit(repository, sha)) return sha
  throw new Refusal(422, `No commit found for SHA: ${sha}`)
}

export function commitCommentAt({ repository, path }: Call): CommitComment {
  const id = numberAt(path, 'comment_id')
  const comment = commitCommentsOf(repository).find(one => one.id === id)
  if (comment === undefined) throw notFound()
  return comment
}

function commentBody(call: Call, comment: CommitComment): Readonly<Record<string, unknown>> {
  const { repository } = call
  const url = `${apiRoot(call, repository)}/comments/${comment.id}`
  return fill('commit-comment', {
    id: comment.id,
    node_id: nodeId('CommitComment', comment.id),
    url,
    html_url: `${HTML_ROOT}/${fullName(repository)}/commit/${comment.sha}#commitcomment-${comment.id}`,
    commit_id: comment.sha,
    path: comment.path,
    user: userBody(call, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repository, comment.author),
    reactions: reactionCounts(repository, url, comment.id),
  })
}
