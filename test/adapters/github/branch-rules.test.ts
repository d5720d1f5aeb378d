import { expect, test } from 'vitest'
import { addRuleset, protectBranch } from '../../../sandbox/state/rules.ts'
import { openGitHubBranchRules } from '../../../src/adapters/github/branch-rules.ts'
import { hostedScene } from '../../sandbox/hosted.ts'
import { contextAt } from '../../support/github-server.ts'

async function reading() {
  const scene = await hostedScene({ contents: 'read' })
  const { sandbox, token } = scene
  return { ...scene, rules: openGitHubBranchRules(contextAt(sandbox.url, { token: token.value })) }
}

test('of all rulesets the strictest holds, over all pages', async () => {
  const { sandbox, repository, rules } = await reading()
  const world = sandbox.world
  for (let n = 0; n < 100; n += 1) addRuleset(world, repository, { demands: { noDeletion: true } })
  addRuleset(world, repository, {
    demands: { reviews: { count: 2 }, checks: { required: [{ context: 'a' }] } },
  })
  addRuleset(world, repository, { demands: { reviews: { count: 1, codeOwners: true, dismissStale: true } } })
  addRuleset(world, repository, { enforcement: 'evaluate', demands: { reviews: { count: 6 } } })
  expect(await rules.effective('main')).toEqual({
    is: 'rules',
    approvals: 2,
    codeOwnerReview: true,
    dismissStale: true,
    lastPushApproval: false,
    checks: [{ context: 'a' }],
    hidden: undefined,
  })
})

test("classic protection shows its checks, and that it hides its reviews from a job's token", async () => {
  const { repository, rules } = await reading()
  protectBranch(repository, {
    demands: { reviews: { count: 1 }, checks: { required: [{ context: 'build' }] } },
  })
  expect(await rules.effective('main')).toMatchObject({
    approvals: 0,
    checks: [{ context: 'build' }],
    hidden: expect.stringContaining('classic protection'),
  })
})

test('a run that is about no pull request reads no rules', async () => {
  const { rules } = await reading()
  expect(await rules.effective()).toMatchObject({ is: 'unreadable' })
})
