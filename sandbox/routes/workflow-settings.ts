import type { Routes } from '../route.ts'

/** What the tokens of jobs may do where a workflow does not say, and the setting that they may open pull requests. */
export const workflowSettingRoutes: Routes = {
  'actions/get-github-actions-default-workflow-permissions-repository': ({ repository }) => ({
    status: 200,
    body: {
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: repository.actionsMayOpenPulls,
    },
  }),
  'actions/set-github-actions-default-workflow-permissions-repository': ({ repository, body }) => {
    const { can_approve_pull_request_reviews: may } = body
    if (typeof may === 'boolean') repository.actionsMayOpenPulls = may
    return { status: 204 }
  },
}
