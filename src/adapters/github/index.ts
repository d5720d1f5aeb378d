export { openGitHubComments } from './comments.ts'
export { type GitHubContext, readGitHubContext } from './context.ts'
export { openGitHubPullRequests } from './pull-requests.ts'
export { openGitHubStatuses } from './statuses.ts'
