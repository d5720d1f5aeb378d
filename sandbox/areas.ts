import { commentResolvers } from './graphql/comments.ts'
import { repositoryResolvers } from './graphql/repositories.ts'
import type { Resolvers } from './graphql/resolver.ts'
import type { Routes } from './route.ts'
import { commitCommentRoutes } from './routes/commit-comments.ts'
import { issueCommentRoutes } from './routes/issue-comments.ts'
import { issueRoutes } from './routes/issues.ts'
import { pullRoutes } from './routes/pulls.ts'
import { rateLimitRoutes } from './routes/rate-limit.ts'
import { reactionRoutes } from './routes/reactions.ts'
import { repositoryRoutes } from './routes/repositories.ts'
import { statusRoutes } from './routes/statuses.ts'
import { userRoutes } from './routes/users.ts'

// A new area is a file of endpoints, a line here, its rows in permissions.ts, and a run of scripts/generate-openapi.ts.

export const ROUTES: readonly Routes[] = [
  repositoryRoutes,
  userRoutes,
  rateLimitRoutes,
  issueRoutes,
  issueCommentRoutes,
  commitCommentRoutes,
  statusRoutes,
  pullRoutes,
  reactionRoutes,
]

export const RESOLVERS: readonly Resolvers[] = [repositoryResolvers, commentResolvers]

export function operationIds(): string[] {
  return ROUTES.flatMap(routes => Object.keys(routes))
}
