import { Refusal } from './route.ts'
import type { Demands } from './state/rules.ts'

type Json = Readonly<Record<string, unknown>>

/** What the rules of a ruleset demand, read from GitHub's shape of them. A rule that nothing here judges is refused. */
export function demandsOf(rules: readonly Json[]): Demands {
  return Object.assign({}, ...rules.map(demandOf))
}

function demandOf({ type, parameters = {} }: Json): Demands {
  const given = parameters as Json
  switch (type) {
    case 'deletion':
      return { noDeletion: true }
    case 'non_fast_forward':
      return { noForcePush: true }
    case 'required_linear_history':
      return { linearHistory: true }
    case 'pull_request':
      return {
        reviews: {
          count: Number(given.required_approving_review_count),
          dismissStale: given.dismiss_stale_reviews_on_push === true,
          codeOwners: given.require_code_owner_review === true,
          lastPushApproval: given.require_last_push_approval === true,
        },
      }
    case 'required_status_checks':
      return {
        checks: {
          required: checksOf(given.required_status_checks),
          strict: given.strict_required_status_checks_policy === true,
        },
      }
    default:
      throw new Refusal(422, `The sandbox does not know the rule ${type}`)
  }
}

function checksOf(checks: unknown): NonNullable<Demands['checks']>['required'] {
  return (checks as readonly { readonly context: string; readonly integration_id?: number }[]).map(
    ({ context, integration_id: source }) => ({ context, ...(source !== undefined && { source }) }),
  )
}
