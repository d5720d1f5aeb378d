import { apiRoot, fullName } from './bodies.ts'
import { fill } from './fill.ts'
import type { Call } from './route.ts'
import type { Demands, Protection, Ruleset } from './state/rules.ts'

type Json = Readonly<Record<string, unknown>>

/** The rules of a ruleset, in GitHub's shape. */
export function ruleBodies({ linearHistory, noForcePush, noDeletion, ...demands }: Demands): Json[] {
  const { reviews, checks } = demands
  return [
    ...(noDeletion ? [{ type: 'deletion' }] : []),
    ...(noForcePush ? [{ type: 'non_fast_forward' }] : []),
    ...(linearHistory ? [{ type: 'required_linear_history' }] : []),
    ...(reviews ? [{ type: 'pull_request', parameters: reviewParameters(reviews) }] : []),
    ...(checks ? [{ type: 'required_status_checks', parameters: checkParameters(checks) }] : []),
  ]
}

function reviewParameters(reviews: NonNullable<Demands['reviews']>): Json {
  return {
    required_approving_review_count: reviews.count,
    dismiss_stale_reviews_on_push: reviews.dismissStale ?? false,
    require_code_owner_review: reviews.codeOwners ?? false,
    require_last_push_approval: reviews.lastPushApproval ?? false,
    required_review_thread_resolution: false,
    allowed_merge_methods: ['merge', 'squash', 'rebase'],
  }
}

function checkParameters({ required, strict = false }: NonNullable<Demands['checks']>): Json {
  return {
    required_status_checks: required.map(({ context, source }) => ({
      context,
      ...(source !== undefined && { integration_id: source }),
    })),
    strict_required_status_checks_policy: strict,
  }
}

export function rulesetBody(call: Call, ruleset: Ruleset, withRules: boolean): Json {
  const { id, name, enforcement, include, demands, createdAt } = ruleset
  return {
    id,
    name,
    target: 'branch',
    source_type: 'Repository',
    source: fullName(call.repository),
    enforcement,
    created_at: createdAt,
    updated_at: createdAt,
    ...(withRules && {
      conditions: { ref_name: { include, exclude: [] } },
      rules: ruleBodies(demands),
    }),
  }
}

/** Classic protection, as who may read the administration of a repository sees it. */
export function protectionBody(call: Call, protection: Protection): Json {
  const { branch, demands, enforceAdmins } = protection
  const url = `${apiRoot(call, call.repository)}/branches/${encodeURIComponent(branch)}/protection`
  const { reviews, checks } = demands
  const enabled = (value: boolean | undefined) => ({ enabled: value === true })
  return fill('branch-protection', {
    url,
    enforce_admins: { url: `${url}/enforce_admins`, enabled: enforceAdmins },
    required_linear_history: enabled(demands.linearHistory),
    allow_force_pushes: enabled(!demands.noForcePush),
    allow_deletions: enabled(!demands.noDeletion),
    ...(checks && { required_status_checks: checksBody(url, checks) }),
    ...(reviews && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: reviews.dismissStale ?? false,
        require_code_owner_reviews: reviews.codeOwners ?? false,
        required_approving_review_count: reviews.count,
        require_last_push_approval: reviews.lastPushApproval ?? false,
      },
    }),
  })
}

/** What everybody sees of classic protection: no more than the checks that it requires. */
export function protectionSummary(call: Call, protection: Protection | undefined): Json {
  const checks = protection?.demands.checks ?? { required: [] }
  const url = `${apiRoot(call, call.repository)}/branches/${encodeURIComponent(protection?.branch ?? '')}/protection`
  return {
    enabled: protection !== undefined,
    required_status_checks: {
      ...checksBody(url, checks),
      enforcement_level: checks.required.length === 0 ? 'off' : 'non_admins',
    },
  }
}

function checksBody(url: string, { required, strict = false }: NonNullable<Demands['checks']>): Json {
  return {
    url: `${url}/required_status_checks`,
    contexts_url: `${url}/required_status_checks/contexts`,
    strict,
    contexts: required.map(({ context }) => context),
    checks: required.map(({ context, source }) => ({ context, app_id: source ?? null })),
  }
}
