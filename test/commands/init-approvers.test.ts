import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { openGitHubBranchRules } from '../../src/adapters/github/branch-rules.ts'
import { init } from '../../src/commands/init.ts'
import { judgeApprovalsOn } from '../../src/commands/judge-approvals.ts'
import { validate } from '../../src/commands/validate.ts'
import { ModelDefinition } from '../../src/domain/registry/definition.ts'
import { RULESET_PATH } from '../../src/domain/registry/first-ruleset.ts'
import { effectivePolicy } from '../../src/domain/registry/policy.ts'
import { parseYaml } from '../../src/domain/registry/yaml-file.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { hostedScene } from '../sandbox/hosted.ts'
import { contextAt } from '../support/github-server.ts'
import {
  CONFIG,
  definitionPath,
  expectValid,
  initialize,
  PYTHON,
  uninitialized,
  type Where,
  written,
} from '../support/initialized.ts'
import { clientOf } from '../support/sandbox.ts'

const OWNERS = '.github/CODEOWNERS'
const LEADS = { model: 'churn', yes: true, approvers: ['@acme/leads'] }

async function initialized(files: Record<string, string> = {}, input: object = LEADS) {
  const where = await uninitialized({ ...PYTHON, ...files })
  return { where, result: await initialize(where, { ...input }) }
}

async function policyOf(where: Where) {
  const path = definitionPath('churn')
  const bytes = new TextEncoder().encode(await written(where, path))
  return parseYaml(ModelDefinition, path, bytes).value?.policy ?? {}
}

test('approvers stand in the policy, in CODEOWNERS and in the ruleset', async () => {
  const { where, result } = await initialized()
  const { staging, production } = await policyOf(where)
  expect(production?.approvals).toEqual({ required: 1, from: ['@acme/leads'], 'not-author': true })
  expect(staging?.rollback?.approvals).toEqual({ required: 1, from: ['@acme/leads'] })
  expect((await written(where, OWNERS)).split('\n').slice(1, -1)).toEqual(
    [
      '/registry-data/',
      '/.github/modelyard.yml',
      '/.github/workflows/modelyard.yml',
      '/.github/workflows/modelyard-fork.yml',
      '/.github/workflows/modelyard-promote.yml',
      '/.github/workflows/modelyard-monitor.yml',
      '/.github/workflows/modelyard-retrain.yml',
      '/.github/CODEOWNERS',
      '/data/test.csv',
      '/predict.py',
    ].map(pattern => `${pattern} @acme/leads`),
  )
  expect(result.next.join('\n')).toMatch(/@acme\/leads the role Write/)
  await expectValid(where)
})

test.each(['leads', '@a b', '@acme/leads\n* @mallory'])('%j is no approver', async owner => {
  const where = await uninitialized(PYTHON)
  await expect(initialize(where, { ...LEADS, approvers: [owner] })).rejects.toMatchObject({
    code: 'bad-input',
  })
  expect(await where.git('status', '--porcelain')).toBe('')
})

test.each([
  ['with approvers', LEADS],
  ['without', { model: 'churn', yes: true }],
])('the ruleset is imported, and what the policy asks for is then demanded: %s', async (_, input) => {
  const { where } = await initialized({}, input)
  await where.commit('registry')
  const { sandbox, repository, place } = await hostedScene({ contents: 'read' })
  repository.collaborators.set('ada', 'admin')
  const reading = contextAt(sandbox.url, {
    token: sandbox.world.issueToken({ kind: 'github-token', repository, permissions: { contents: 'read' } })
      .value,
  })
  const rules = openGitHubBranchRules(reading)
  const base = (await where.git('rev-parse', 'HEAD')).trim()
  const record = 'registry-data/models/churn/promotions/1.json'
  const judged = async () => {
    const outcomes = []
    for (const own of Object.values(await policyOf(where))) {
      const { approvals, rollbackApprovals } = effectivePolicy(own, undefined)
      for (const asked of [approvals, rollbackApprovals])
        outcomes.push(
          (await judgeApprovalsOn('main', { rules: asked, base, record }, where.ports.repository, rules))
            .outcome,
        )
    }
    return new Set(outcomes)
  }
  // Before anything was clicked a policy that names somebody is not met, and says so.
  expect((await judged()).has('failed')).toBe('approvers' in input)
  const ada = clientOf(sandbox, sandbox.world.issueToken({ kind: 'person', login: 'ada' }))
  const { status } = await ada.request('POST /repos/{owner}/{repo}/rulesets', {
    ...place,
    ...JSON.parse(await written(where, RULESET_PATH)),
  })
  expect(status).toBe(201)
  expect(await judged()).toEqual(new Set(['passed']))
  expect(await rules.effective('main')).toMatchObject({
    approvals: 'approvers' in input ? 1 : 0,
    codeOwnerReview: 'approvers' in input,
    lastPushApproval: 'approvers' in input,
    dismissStale: true,
    checks: [{ context: 'modelyard/pipeline' }],
  })
})

test('files of a person are kept, and the lines to add are shown, until they are there', async () => {
  const { where, result } = await initialized({
    CODEOWNERS: '* @acme/everybody\n',
    [CONFIG]: 'workflows: [.github/workflows/modelyard.yml]\n',
  })
  expect(await written(where, 'CODEOWNERS')).toBe('* @acme/everybody\n')
  const to = (path: string) => result.missing.find(missing => missing.path === path)?.lines ?? []
  expect(to('CODEOWNERS')).toContain('/registry-data/ @acme/leads')
  expect(to('CODEOWNERS')).toContain('/CODEOWNERS @acme/leads')
  expect(parse(to(CONFIG).join('\n'))).toEqual({
    workflows: expect.arrayContaining(['.github/workflows/modelyard-fork.yml']),
  })
  await where.write({
    CODEOWNERS: `* @acme/everybody\n${to('CODEOWNERS').join('\n')}\n`,
    [CONFIG]: `${to(CONFIG).join('\n')}\n`,
  })
  expect((await initialize(where, LEADS)).missing).toEqual([])
  await expectValid(where)
})

test('approvers that are named later are lines to add, and so is what follows from them', async () => {
  const { where } = await initialized({}, { model: 'churn', yes: true })
  const { missing } = await initialize(where, LEADS)
  expect(missing).toEqual([
    {
      path: definitionPath('churn'),
      why: expect.stringContaining('production'),
      lines: [expect.stringContaining('@acme/leads')],
    },
  ])
  const text = await written(where, definitionPath('churn'))
  await where.write({
    [definitionPath('churn')]: text.replace(
      /^( {2}production:[\s\S]*?)^ {4}approvals: by-hand$/m,
      `$1${missing[0]?.lines[0]}`,
    ),
  })
  const after = await initialize(where, LEADS)
  expect(after.missing.map(({ path }) => path)).toEqual([RULESET_PATH])
  expect(after.files).toContainEqual({ path: OWNERS, change: 'added' })
})

test.each([
  ['two approvals of one team', 'required: 2, from: ["@acme/leads"]'],
  ['an approval of whoever maintains', 'required: 1'],
])('what no rule of GitHub can say is told with the two ways out: %s', async (_, approvals) => {
  const { where } = await initialized()
  const path = definitionPath('churn')
  const text = await written(where, path)
  await where.write({
    [path]: text.replace(/required: 1, from: \["@acme\/leads"\], not-author: true/, approvals),
  })
  const { next } = await initialize(where, { model: 'second', target: 'churn', yes: true })
  expect(next.join('\n')).toMatch(/GitHub's rules (?:demand one|count) approval[\s\S]*App[\s\S]*by-hand/)
})

test('a script that predicts otherwise is kept, and ours has another name', async () => {
  const { where } = await initialized({ 'predict.py': 'print("mine")\n' })
  expect(await written(where, 'predict.py')).toBe('print("mine")\n')
  expect(parse(await written(where, definitionPath('churn')))).toMatchObject({
    predict: { command: 'python modelyard_predict.py' },
  })
  expect(await written(where, 'modelyard_predict.py')).toContain('MODELYARD_OUT')
})

test.each([
  ['exports ONNX', { 'train.py': 'import sklearn, skl2onnx\n' }],
  ['has an ONNX model', { 'model.onnx': 'ONNX x' }],
  ['says nothing of what it makes', { 'train.py': 'import mine\n', 'requirements.txt': 'mine\n' }],
])('no script predicts where training %s', async (_, files) => {
  const { where, result } = await initialized(files)
  expect(result.files.map(({ path }) => path)).not.toContain('predict.py')
  expect(parse(await written(where, definitionPath('churn')))).not.toHaveProperty('predict')
})

test('what the script imports and nobody installs is said', async () => {
  expect((await initialized()).result.next[0]).toBe('predict.py imports pandas, which nothing installs yet')
  const { result } = await initialized({ 'requirements.txt': 'pandas\nscikit-learn\n' })
  expect(result.next.join('\n')).not.toContain('installs')
})

const judged = async (where: Where, input: object = {}) =>
  ((await validate.execute({ ...input }, where.ports, {})) as ValidationResult).problems

test('validate warns of CODEOWNERS out of step, with the line to write', async () => {
  const { where } = await initialized()
  await where.commit('registry')
  const text = await written(where, OWNERS)
  await where.write({
    [OWNERS]: text.replace('/registry-data/ @acme/leads', '/registry-data/ @acme/leads @mallory'),
  })
  const warning = {
    severity: 'warning',
    place: { path: OWNERS },
    next: expect.stringContaining('`/registry-data/ @acme/leads`'),
  }
  expect(await judged(where)).toEqual([expect.objectContaining(warning)])
  await where.commit('owners')
  expect(await judged(where, { base: 'HEAD~1' })).toEqual([expect.objectContaining(warning)])
  await where.commit('other', { 'README.md': 'x' })
  expect(await judged(where, { base: 'HEAD~1' })).toEqual([])
})

test('nobody is warned where the App judges, or where nothing on GitHub is used', async () => {
  const { where } = await initialized()
  await where.write({ [OWNERS]: '* @x\n' })
  expect(await judged(where)).not.toEqual([])
  const config = await written(where, CONFIG)
  await where.write({ [CONFIG]: `${config}app: true\n` })
  expect(await judged(where)).toEqual([])
  await where.write({ [CONFIG]: 'registry: registry-data\n' })
  await where.git('clean', '-qf', OWNERS)
  expect(await judged(where)).toEqual([])
})

test('init has no door but the command line', () => {
  expect(init.doors).toEqual(['cli'])
})
