import { expect, test } from 'vitest'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { teamsOf } from '../../sandbox/state/teams.ts'
import { openGitHubMerges } from '../../src/adapters/github/merges.ts'
import { contextAt } from '../support/github-server.ts'
import { merging } from './merging.ts'

// Who approved a merged move, as far as a job's token sees it: docs/decisions/21 and 23.

const TEAM = ', approvals: {required: 1, from: ["@acme/leads"]}'
const OWNERS = { '.github/CODEOWNERS': '/registry-data/ @acme/leads\n' }

/** A promotion that grace approved, of a policy that asks a team; its members a job's token may not read. */
async function askedOfTeam() {
  const scene = await merging({ approvals: TEAM, files: OWNERS, tolerate: ['permission'] })
  teamsOf(scene.repository).set('leads', ['grace'])
  const pull = await scene.propose(1)
  await scene.approve(pull)
  return { ...scene, pull }
}

test('members of a team that the token may not read are held by the rules that demand their review', async () => {
  const scene = await askedOfTeam()
  addRuleset(scene.sandbox.world, scene.repository, {
    demands: { reviews: { count: 1, codeOwners: true, dismissStale: true } },
  })
  await scene.merge(scene.pull)
  expect((await scene.sealing()).sealed[0]?.held).toMatchObject({
    outcome: 'passed',
    reasons: ["held by GitHub's rules: who is in @acme/leads this token may not read"],
  })
})

test.each([
  ['no rule', undefined],
  ['a rule without code owners', { count: 1, dismissStale: true }],
  ['a rule that keeps stale approvals', { count: 1, codeOwners: true }],
])('with %s nothing is known of them: told, sealed, deployed', async (_, reviews) => {
  const scene = await askedOfTeam()
  if (reviews !== undefined) addRuleset(scene.sandbox.world, scene.repository, { demands: { reviews } })
  await scene.merge(scene.pull)
  expect((await scene.sealing()).sealed[0]).toMatchObject({
    held: { outcome: 'inconclusive' },
    deployment: { change: 'created' },
  })
})

test('a token that may read members tells who is in a team, and of which team it sees nothing', async () => {
  const { sandbox, repository } = await merging({ tolerate: ['permission'] })
  teamsOf(repository).set('leads', ['grace'])
  const asked = (permissions: Record<string, 'read'>) => {
    const { value } = sandbox.world.issueToken({ kind: 'github-token', repository, permissions })
    const merges = openGitHubMerges(contextAt(sandbox.url, { token: value }), { sleep: async () => {} })
    return (login: string, team = '@acme/leads') => merges.inTeam(login, team)
  }
  const seeing = asked({ members: 'read' })
  expect([await seeing('grace'), await seeing('ada'), await seeing('ada', '@acme/none')]).toEqual([
    'member',
    'other',
    'unknown',
  ])
  const blind = asked({ contents: 'read' })
  expect([await blind('grace'), await blind('ada')]).toEqual(['unknown', 'unknown'])
})

test('what is left to people by hand is judged by nothing, and said so', async () => {
  const scene = await merging({ approvals: ', approvals: by-hand' })
  const pull = await scene.propose(1)
  await scene.merge(pull)
  expect((await scene.sealing()).sealed[0]?.held).toMatchObject({
    outcome: 'passed',
    reasons: [expect.stringContaining('by-hand')],
  })
})

const NOT_AUTHOR = ', approvals: {required: 1, from: ["@grace", "@mia"], not-author: true}'

test('where GitHub does not name who wrote what the version was trained with, approvals are inconclusive', async () => {
  const scene = await merging({ approvals: NOT_AUTHOR })
  scene.sandbox.world.addAccount('mia')
  scene.repository.collaborators.set('mia', 'write')
  const pull = await scene.propose(1)
  // Whoever asked is unknown here, so that one more is needed.
  await scene.approve(pull, 'grace')
  await scene.approve(pull, 'mia')
  await scene.merge(pull)
  expect((await scene.sealing()).sealed[0]?.held).toMatchObject({
    outcome: 'inconclusive',
    reasons: expect.arrayContaining([expect.stringContaining('came by no pull request')]),
  })
})
