import type { ApprovalRule } from './policy.ts'

/** A ruleset as GitHub exports and imports it. */
export const RULESET_PATH = '.github/modelyard-ruleset.json'

/** The commit status that our workflows set. */
const STATUS = 'modelyard/pipeline'
/** The check run that the App sets. */
const CHECK = 'modelyard / gates'

/**
 * A ruleset for the default branch that demands what approval rules ask for, as far as GitHub's rules can: as many
 * approvals as the strictest, by code owners where one of them names somebody, of the last push, and not of older commits.
 *
 * @param app - The number of the GitHub App, whose check is demanded of nobody else.
 */
export function renderRuleset(rules: readonly ApprovalRule[], app?: number): string {
  const approvals = Math.max(0, ...rules.map(({ required }) => required))
  const ruleset = {
    name: 'Modelyard',
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      {
        type: 'pull_request',
        parameters: {
          required_approving_review_count: approvals,
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: rules.some(({ required, from }) => required > 0 && from !== undefined),
          // GitHub would ask for an approval that the policy does not.
          require_last_push_approval: approvals > 0,
          required_review_thread_resolution: false,
          allowed_merge_methods: ['merge', 'squash', 'rebase'],
        },
      },
      {
        type: 'required_status_checks',
        parameters: {
          strict_required_status_checks_policy: false,
          do_not_enforce_on_create: false,
          required_status_checks: [
            { context: STATUS },
            ...(app === undefined ? [] : [{ context: CHECK, integration_id: app }]),
          ],
        },
      },
    ],
    bypass_actors: [],
  }
  return `${JSON.stringify(ruleset, undefined, 2)}\n`
}
