// What the App alone needs of GitHub: a bundle that is no App's does not carry it.
export { openGitHubActivities } from './activities.ts'
export { openGitHubChecks } from './checks.ts'
export { openGitHubClaims } from './claims.ts'
export { openGitHubConversations } from './conversations.ts'
export { openGitHubIssues } from './issues.ts'
export { openGitHubPulls } from './pulls.ts'
export { openGitHubWaitingJobs } from './waiting-jobs.ts'
