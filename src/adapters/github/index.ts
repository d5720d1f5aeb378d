export { openGitHubComments } from './comments.ts'
export { type GitHubContext, readGitHubContext } from './context.ts'
export { openGitHubRuns } from './runs.ts'
export { openGitHubStatuses } from './statuses.ts'
