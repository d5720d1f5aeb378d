import { ModelyardError } from '../../domain/errors/index.ts'
import type { BranchRules, GateRules, RequiredCheck, RulesInForce, UnreadableRules } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import type { RepositoryPlace } from './branch-standing.ts'
import type { GitHubContext } from './context.ts'
import { textOf, valueAt } from './event.ts'

/** The rules of branches on GitHub, as one token reads them. */
export function openGitHubBranchRules(context: GitHubContext, options: ApiOptions = {}): BranchRules {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  return {
    async effective(branch = context.event.baseRef) {
      if (branch === undefined) return { is: 'unreadable', why: 'this run is about no pull request' }
      const rules = await orWhy(() => rulesOf(api, place, branch))
      if ('is' in rules) return rules
      return joined(rules, await classicOf(api, place, branch))
    },
  }
}

/** Which checks the rules of branches require on GitHub, as one token reads them. */
export function openGitHubGateRules(context: GitHubContext, options: ApiOptions = {}): GateRules {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  return {
    async requiring(name, branch) {
      const rules = await orWhy(() => rulesOf(api, place, branch))
      if ('is' in rules) return rules
      const named = ({ checks }: Rule) => checks.filter(check => check.context === name)
      if (named(rules).some(({ source }) => source !== undefined)) return named(rules)
      const classic = await classicOf(api, place, branch)
      return [...named(rules), ...named(classic)]
    },
  }
}

const PAGE = 100
const MOST_PAGES = 20

type Rule = Omit<RulesInForce, 'is' | 'hidden'>

const NOTHING: Rule = {
  approvals: 0,
  codeOwnerReview: false,
  dismissStale: false,
  lastPushApproval: false,
  checks: [],
}

/** What keeps rules from being read is no failure of the run: it is said, and nothing passes by it. */
async function orWhy<T>(read: () => Promise<T>): Promise<T | UnreadableRules> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof ModelyardError) || error.code !== 'missing-permission') throw error
    const why = /upgrade to github|make this repository public/i.test(error.message)
      ? 'the plan of this repository has no rules for branches'
      : `the rules of the branch cannot be read: ${error.message}`
    return { is: 'unreadable', why }
  }
}

/** Every active rule of every ruleset; GitHub holds a branch to the strictest of them. */
async function rulesOf(api: Api, place: RepositoryPlace, branch: string): Promise<Rule | UnreadableRules> {
  let all = NOTHING
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await api.request(
      'GET /repos/{owner}/{repo}/rules/branches/{branch}',
      { ...place, branch, per_page: PAGE, page },
      'metadata',
    )
    if (answer.is !== 'answer' || !Array.isArray(answer.data))
      return { is: 'unreadable', why: 'GitHub shows no rules of this branch' }
    all = answer.data.map(ruleOf).reduce(stricter, all)
    if (answer.data.length < PAGE) return all
  }
  return { is: 'unreadable', why: `the branch has more than ${PAGE * MOST_PAGES} rules` }
}

function ruleOf(data: unknown): Rule {
  const at = (key: string) => valueAt(data, ['parameters', key])
  const type = valueAt(data, ['type'])
  if (type === 'required_status_checks')
    return { ...NOTHING, checks: checksIn(at('required_status_checks'), 'integration_id') }
  if (type !== 'pull_request') return NOTHING
  return {
    approvals: wholeOf(at('required_approving_review_count')),
    codeOwnerReview: at('require_code_owner_review') === true,
    dismissStale: at('dismiss_stale_reviews_on_push') === true,
    lastPushApproval: at('require_last_push_approval') === true,
    checks: [],
  }
}

/**
 * Classic protection. Anybody who may read contents sees the checks that it requires; what it asks of reviews is only
 * shown to who may read the administration, which a job's own token never may.
 */
async function classicOf(
  api: Api,
  place: RepositoryPlace,
  branch: string,
): Promise<Rule & { hidden?: string }> {
  const summary = await orWhy(() =>
    api.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...place, branch }, 'contents'),
  )
  if (summary.is === 'unreadable') return { ...NOTHING, hidden: summary.why }
  const at = (...keys: string[]) =>
    summary.is === 'answer' ? valueAt(summary.data, ['protection', ...keys]) : undefined
  if (at('enabled') !== true) return NOTHING
  return {
    ...NOTHING,
    checks: checksIn(at('required_status_checks', 'checks'), 'app_id'),
    hidden: 'the classic protection of the branch may ask for more, and this token may not read that',
  }
}

function joined(rules: Rule, { hidden, ...classic }: Rule & { hidden?: string }): RulesInForce {
  return { is: 'rules', ...stricter(rules, classic), hidden }
}

function stricter(one: Rule, other: Rule): Rule {
  const known = new Set(one.checks.map(({ context, source }) => `${context}\n${source}`))
  return {
    approvals: Math.max(one.approvals, other.approvals),
    codeOwnerReview: one.codeOwnerReview || other.codeOwnerReview,
    dismissStale: one.dismissStale || other.dismissStale,
    lastPushApproval: one.lastPushApproval || other.lastPushApproval,
    checks: [
      ...one.checks,
      ...other.checks.filter(({ context, source }) => !known.has(`${context}\n${source}`)),
    ],
  }
}

function checksIn(list: unknown, sourceKey: 'integration_id' | 'app_id'): RequiredCheck[] {
  return (Array.isArray(list) ? list : []).flatMap(check => {
    const [context, source] = [textOf(valueAt(check, ['context'])), valueAt(check, [sourceKey])]
    if (context === undefined) return []
    return [{ context, ...(typeof source === 'number' && source > 0 ? { source } : {}) }]
  })
}

function wholeOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
}
