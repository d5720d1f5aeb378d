/** GitHub's prefixes of global ids. */
const PREFIXES = {
  User: 'U',
  Organization: 'O',
  Bot: 'BOT',
  App: 'A',
  Repository: 'R',
  Issue: 'I',
  PullRequest: 'PR',
  IssueComment: 'IC',
  CommitComment: 'CC',
  Commit: 'C',
  StatusContext: 'SC',
  Reaction: 'REA',
  Blob: 'B',
  Ref: 'REF',
  PullRequestReview: 'PRR',
  WorkflowRun: 'WFR',
  CheckRun: 'CR',
  Deployment: 'DE',
  DeploymentStatus: 'DES',
  Environment: 'EN',
  Gate: 'GA',
  Release: 'RE',
  ReleaseAsset: 'RA',
  Artifact: 'MDg6QXJ0aWZhY3Q',
  IntegrationInstallation: 'MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9u',
} as const

export type NodeType = keyof typeof PREFIXES

/** The global id of a thing: opaque to callers, and a function of its type and number. */
export function nodeId(type: NodeType, id: number | string): string {
  return `${PREFIXES[type]}_${Buffer.from(`${id}`).toString('base64url')}`
}

/** The number behind a global id of this type; undefined for any other text. */
export function databaseId(type: NodeType, id: string): number | undefined {
  const [prefix, encoded = ''] = id.split(/_(.*)/)
  const number = Number(Buffer.from(encoded, 'base64url').toString())
  return prefix === PREFIXES[type] && Number.isInteger(number) ? number : undefined
}
