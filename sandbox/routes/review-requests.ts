import { fullName, userBody } from '../bodies.ts'
import { simplePull } from '../pull-bodies.ts'
import { type Call, Refusal, type Routes } from '../route.ts'
import { announcePull } from '../webhooks/pulls.ts'
import type { Repository } from '../world.ts'
import { pullAt } from './pulls.ts'

export const reviewRequestRoutes: Routes = {
  'pulls/list-requested-reviewers': call => ({
    status: 200,
    body: { users: pullAt(call).pull.requested.map(login => userBody(call, login)), teams: [] },
  }),
  'pulls/request-reviewers': call => {
    const issue = pullAt(call)
    const asked = reviewersIn(call)
    if (asked.includes(issue.author)) {
      throw new Refusal(422, 'Review cannot be requested from pull request author.')
    }
    if (!asked.every(login => isCollaborator(call.repository, login))) throw noCollaborator(call.repository)
    const added = [...new Set(asked)].filter(login => !issue.pull.requested.includes(login))
    issue.pull.requested = [...issue.pull.requested, ...added]
    for (const login of added)
      announcePull(call, issue, 'review_requested', seen => ({ requested_reviewer: userBody(seen, login) }))
    return { status: 201, body: simplePull(call, issue) }
  },
  'pulls/remove-requested-reviewers': call => {
    const issue = pullAt(call)
    const asked = reviewersIn(call)
    issue.pull.requested = issue.pull.requested.filter(login => !asked.includes(login))
    return { status: 200, body: simplePull(call, issue) }
  },
}

function reviewersIn({ body }: Call): readonly string[] {
  return (body.reviewers ?? []) as string[]
}

function isCollaborator({ owner, collaborators }: Repository, login: string): boolean {
  return login.toLowerCase() === owner.toLowerCase() || collaborators.has(login)
}

function noCollaborator(repository: Repository): Refusal {
  return new Refusal(
    422,
    `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${fullName(repository)} repository.`,
  )
}
