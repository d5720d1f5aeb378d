import { judgeByGitHubRules, WAYS_OUT } from './approvals-by-rules.ts'
import { RULESET_PATH } from './first-ruleset.ts'
import type { ApprovalRule } from './policy.ts'

export interface ClickFacts {
  readonly rules: readonly ApprovalRule[]
  readonly unsaid: readonly string[]
  readonly stages: readonly string[]
  readonly defaultBranch: string
}

/** What `init` cannot do by itself: settings of the repository, and what its rules cannot say. */
export function* firstClicks({ rules, unsaid, stages, defaultBranch }: ClickFacts): Generator<string> {
  yield 'let workflows open pull requests: Settings → Actions → General → Workflow permissions → Allow GitHub Actions to create and approve pull requests'
  yield `let GitHub hold merges to the policy, on every pull request to ${defaultBranch}: Settings → Rules → Rulesets → New ruleset → Import a ruleset → ${RULESET_PATH}`
  yield `where the plan has no rulesets (Settings shows that it does not enforce them), ${WAYS_OUT}`
  const owners = [...new Set(rules.flatMap(({ required, from = [] }) => (required > 0 ? from : [])))]
  if (rules.length === 0)
    yield 'approvals are left to whoever may merge; a policy that names who approves is judged, as `init --approvers @acme/leads` writes it'
  if (owners.length > 0)
    yield `give ${owners.join(', ')} the role Write, without which GitHub counts no approval of a code owner: Settings → Collaborators and teams`
  const [only] = owners
  if (owners.length === 1 && only !== undefined && !only.includes('/'))
    yield `name somebody beside ${only}, who cannot approve pull requests of their own`
  for (const reason of [...beyondRules(rules), ...unsaid])
    yield `${reason.replaceAll(': ', ', ')}; ${WAYS_OUT}`
  yield `to let somebody release a deployment, make the environments with required reviewers: Settings → Environments → ${stages.join(', ')}`
}

/** What no rule of GitHub's can say of these: judged where everything is demanded that it can demand. */
function beyondRules(rules: readonly ApprovalRule[]): string[] {
  const all = {
    is: 'rules',
    approvals: Number.POSITIVE_INFINITY,
    codeOwnerReview: true,
    dismissStale: true,
    lastPushApproval: true,
    hidden: undefined,
  } as const
  return rules.flatMap(rule =>
    judgeByGitHubRules([{ rule, source: 'model' }], all, rule.from ?? [])
      .rules.filter(({ outcome }) => outcome !== 'passed')
      .map(({ reason }) => reason),
  )
}
