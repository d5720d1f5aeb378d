import { commentResolvers } from './graphql/comments.ts'
import { commitResolvers } from './graphql/commits.ts'
import { draftResolvers } from './graphql/drafts.ts'
import { pullResolvers } from './graphql/pulls.ts'
import { repositoryResolvers } from './graphql/repositories.ts'
import type { Resolvers } from './graphql/resolver.ts'
import type { Routes } from './route.ts'
import { activityRoutes } from './routes/activities.ts'
import { appRoutes } from './routes/apps.ts'
import { branchRoutes } from './routes/branches.ts'
import { checkRunRoutes } from './routes/check-runs.ts'
import { collaboratorRoutes } from './routes/collaborators.ts'
import { commitCommentRoutes } from './routes/commit-comments.ts'
import { commitRoutes } from './routes/commits.ts'
import { contentRoutes } from './routes/contents.ts'
import { deploymentRoutes } from './routes/deployments.ts'
import { gitObjectRoutes } from './routes/git-objects.ts'
import { issueCommentRoutes } from './routes/issue-comments.ts'
import { issueRoutes } from './routes/issues.ts'
import { pendingDeploymentRoutes } from './routes/pending-deployments.ts'
import { pullMergeRoutes } from './routes/pull-merges.ts'
import { pullRoutes } from './routes/pulls.ts'
import { rateLimitRoutes } from './routes/rate-limit.ts'
import { reactionRoutes } from './routes/reactions.ts'
import { refRoutes } from './routes/refs.ts'
import { releaseAssetRoutes } from './routes/release-assets.ts'
import { releaseRoutes } from './routes/releases.ts'
import { repositoryRoutes } from './routes/repositories.ts'
import { reviewRequestRoutes } from './routes/review-requests.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { runRoutes } from './routes/runs.ts'
import { statusRoutes } from './routes/statuses.ts'
import { teamRoutes } from './routes/teams.ts'
import { userRoutes } from './routes/users.ts'
import { workflowDispatchRoutes } from './routes/workflow-dispatches.ts'
import { workflowSettingRoutes } from './routes/workflow-settings.ts'

// A new area is a file of endpoints, a line here, its rows in permissions.ts, and a run of scripts/generate-openapi.ts.

export const ROUTES: readonly Routes[] = [
  repositoryRoutes,
  userRoutes,
  rateLimitRoutes,
  issueRoutes,
  issueCommentRoutes,
  commitCommentRoutes,
  statusRoutes,
  checkRunRoutes,
  pullRoutes,
  pullMergeRoutes,
  reviewRoutes,
  reviewRequestRoutes,
  contentRoutes,
  refRoutes,
  gitObjectRoutes,
  commitRoutes,
  branchRoutes,
  workflowSettingRoutes,
  reactionRoutes,
  runRoutes,
  workflowDispatchRoutes,
  deploymentRoutes,
  pendingDeploymentRoutes,
  collaboratorRoutes,
  releaseRoutes,
  releaseAssetRoutes,
  activityRoutes,
  teamRoutes,
  appRoutes,
]

export const RESOLVERS: readonly Resolvers[] = [
  repositoryResolvers,
  commentResolvers,
  commitResolvers,
  pullResolvers,
  draftResolvers,
]

export function operationIds(): string[] {
  return ROUTES.flatMap(routes => Object.keys(routes))
}
