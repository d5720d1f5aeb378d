import { expect, test } from 'vitest'
import { addRuleset, protectBranch, type RequiredCheck } from '../../sandbox/state/rules.ts'
import { openGitHubGateRules } from '../../src/adapters/github/branch-rules.ts'
import { gateRemarks } from '../../src/commands/gate-source.ts'
import { GATE_CHECK } from '../../src/domain/results/judgement.ts'
import { hostedScene } from '../sandbox/hosted.ts'
import { contextAt } from '../support/github-server.ts'
import { callsOf } from '../support/origin.ts'

const APP = 77

async function asking(required: readonly RequiredCheck[] | undefined, isClassic = false) {
  const scene = await hostedScene({ contents: 'read' })
  const { sandbox, repository, token } = scene
  const demands = required && { checks: { required } }
  if (demands && isClassic) protectBranch(repository, { demands })
  else if (demands) addRuleset(sandbox.world, repository, { demands })
  const rules = openGitHubGateRules(contextAt(sandbox.url, { token: token.value }))
  return { ...scene, remarks: await gateRemarks(GATE_CHECK, 'main', { app: APP, rules }) }
}

test('threat 10: rules that require our check of this App leave nothing to say, by one call', async () => {
  const { remarks, sandbox } = await asking([{ context: GATE_CHECK, source: APP }])
  expect(remarks).toEqual([])
  expect(callsOf(sandbox)).toEqual(['repos/get-branch-rules'])
})

test('threat 10: classic protection may require it as well', async () => {
  expect((await asking([{ context: GATE_CHECK, source: APP }], true)).remarks).toEqual([])
})

test.for([
  ['of anybody', { context: GATE_CHECK }],
  ['of GitHub Actions', { context: GATE_CHECK, source: 15_368 }],
] as const)('threat 10: rules that require it %s are said to let any writer set it', async ([, check]) => {
  expect((await asking([check])).remarks).toEqual([
    expect.stringMatching(/of main require .+ not of this App.+choose the App as its source under Settings/),
  ])
})

test.for([
  ['nothing', undefined],
  ['another check alone', [{ context: 'modelyard/pipeline', source: APP }]],
] as const)('threat 10: rules that require %s are said to keep nothing back', async ([, required]) => {
  expect((await asking(required)).remarks).toEqual([
    expect.stringMatching(/of main do not require .+ with this App as its source, under Settings/),
  ])
})

test('threat 10: rules that cannot be read are said to be unknown', async () => {
  const rules = { requiring: async () => ({ is: 'unreadable', why: 'the plan has none' }) as const }
  expect(await gateRemarks(GATE_CHECK, 'main', { app: APP, rules })).toEqual([
    expect.stringMatching(/is not known: the plan has none$/),
  ])
})
