import { apiRoot, fullName, HTML_ROOT } from '../bodies.ts'
import { commitBody } from '../commit-bodies.ts'
import { fill } from '../fill.ts'
import { readCommit } from '../git/commits.ts'
import { listRefs, readRef } from '../git/refs.ts'
import { gitOf } from '../hosting.ts'
import { paged } from '../paging.ts'
import { type Answer, type Call, notFound, numberAt, Refusal, type Routes, textAt } from '../route.ts'
import { protectionBody, protectionSummary, ruleBodies, rulesetBody } from '../rule-bodies.ts'
import { demandsOf } from '../rule-import.ts'
import { addRuleset, protectionFor, type Ruleset, rulesetsFor, rulesetsOf } from '../state/rules.ts'

export const branchRoutes: Routes = {
  'repos/list-branches': list,
  'repos/get-branch': get,
  'repos/get-branch-protection': call => {
    const protection = protectionFor(call.repository, textAt(call.path, 'branch'))
    if (protection === undefined) throw new Refusal(404, 'Branch not protected')
    return { status: 200, body: protectionBody(call, protection) }
  },
  'repos/get-branch-rules': rules,
  'repos/get-repo-rulesets': call =>
    paged(call, rulesetsOf(call.repository), ruleset => rulesetBody(call, ruleset, false)),
  'repos/get-repo-ruleset': call => {
    const id = numberAt(call.path, 'ruleset_id')
    const ruleset = rulesetsOf(call.repository).find(known => known.id === id)
    if (ruleset === undefined) throw notFound()
    return { status: 200, body: rulesetBody(call, ruleset, true) }
  },
  'repos/create-repo-ruleset': importRuleset,
}

const HEADS = 'refs/heads/'

async function list(call: Call): Promise<Answer> {
  const refs = await listRefs(gitOf(call.repository), HEADS)
  const branches = refs
    .map(({ name, sha }) => ({ name: name.slice(HEADS.length), sha }))
    .filter(
      ({ name }) => call.query.protected === undefined || call.query.protected === isProtected(call, name),
    )
  return paged(call, branches, ({ name, sha }) => ({
    name,
    commit: { sha, url: `${apiRoot(call, call.repository)}/commits/${sha}` },
    protected: isProtected(call, name),
    protection: protectionSummary(call, protectionFor(call.repository, name)),
    protection_url: branchUrl(call, name, '/protection'),
  }))
}

async function get(call: Call): Promise<Answer> {
  const name = textAt(call.path, 'branch')
  const git = gitOf(call.repository)
  const ref = await readRef(git, HEADS + name)
  if (ref === undefined) throw new Refusal(404, 'Branch not found')
  const body = fill('branch-with-protection', {
    name,
    commit: commitBody(call, await readCommit(git, ref.sha)),
    _links: {
      self: branchUrl(call, name),
      html: `${HTML_ROOT}/${fullName(call.repository)}/tree/${encodeURIComponent(name)}`,
    },
    protected: isProtected(call, name),
    protection: protectionSummary(call, protectionFor(call.repository, name)),
    protection_url: branchUrl(call, name, '/protection'),
  })
  return { status: 200, body }
}

function importRuleset(call: Call): Answer {
  const { name, enforcement, conditions, rules: wanted = [] } = call.body
  if (rulesetsOf(call.repository).some(known => known.name === name))
    throw new Refusal(422, 'Validation Failed', { errors: ['Name must be unique'] })
  const { ref_name: refs } = (conditions ?? {}) as { readonly ref_name?: { readonly include?: string[] } }
  const ruleset = addRuleset(call.world, call.repository, {
    name: String(name),
    enforcement: enforcement as Ruleset['enforcement'],
    include: refs?.include ?? [],
    demands: demandsOf(wanted as Readonly<Record<string, unknown>>[]),
  })
  return { status: 201, body: rulesetBody(call, ruleset, true) }
}

/** The rules in force for a branch, of all rulesets together; classic protection is not among them. */
function rules(call: Call): Answer {
  const active = rulesetsFor(call.repository, textAt(call.path, 'branch')).flatMap(({ id, demands }) =>
    ruleBodies(demands).map(rule => ({
      ...rule,
      ruleset_source_type: 'Repository',
      ruleset_source: fullName(call.repository),
      ruleset_id: id,
    })),
  )
  return paged(call, active, rule => rule)
}

function isProtected({ repository }: Call, branch: string): boolean {
  return protectionFor(repository, branch) !== undefined || rulesetsFor(repository, branch).length > 0
}

function branchUrl(call: Call, name: string, suffix = ''): string {
  return `${apiRoot(call, call.repository)}/branches/${encodeURIComponent(name)}${suffix}`
}
