// Made by `npm run generate` from app.yml. Do not edit.
export const MANIFEST = {
  "name": "Modelyard",
  "url": "https://github.com/modelyard/modelyard",
  "public": false,
  "default_permissions": {
    "actions": "write",
    "checks": "write",
    "contents": "write",
    "deployments": "write",
    "issues": "write",
    "members": "read",
    "merge_queues": "read",
    "pull_requests": "write"
  },
  "default_events": [
    "check_run",
    "check_suite",
    "deployment_protection_rule",
    "issue_comment",
    "merge_group",
    "pull_request",
    "pull_request_review",
    "push",
    "repository",
    "workflow_run"
  ]
} as const
