import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { addRuleset } from '../../sandbox/state/rules.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { evidenceOfRun, LISTED, leftAs, MEASURES, ranAt } from '../support/origin.ts'
import { ACTION, BRANCH, EVIDENCE, FILES, promoting } from '../support/promoting.ts'
import { failureIn, readMetadata, runAction } from '../support/run-action.ts'
import { CONFIG } from '../support/validated.ts'
import { MODEL_YAML } from '../support/workbench.ts'

test('a promotion is one commit with its evidence, and one pull request, found by the next run', async () => {
  const { promote, checkout, repository, clone } = await promoting()
  const first = await promote((await checkout()).root)
  expect({ status: first.status, outputs: first.outputs }, first.log).toMatchObject({
    status: 0,
    outputs: { status: 'proposed', branch: BRANCH, 'pull-request': '1' },
  })
  const declared = Object.keys((await readMetadata(ACTION)).outputs ?? {})
  expect(Object.keys(first.outputs).filter(name => !declared.includes(name))).toEqual([])
  const [pull] = pullsOf(repository)
  expect(pull).toMatchObject({ title: 'churn: promote version 2 to staging' })
  expect(pull?.body).toContain('development → staging')
  await clone.git('fetch', '-q', 'origin')
  const changed = await clone.git('diff', '--name-only', `origin/main..origin/${BRANCH}`)
  for (const path of Object.keys(EVIDENCE)) expect(changed.split('\n')).toContain(path)
  const record = await clone.git('show', `origin/${BRANCH}:registry-data/models/churn/promotions/2.json`)
  expect(JSON.parse(record)['requested-by']).toBe('grace <7+grace@users.noreply.github.com>')
  // Another machine, later: nothing is left of the first run but what is on GitHub.
  const again = await promote((await checkout()).root)
  expect(again.outputs, again.log).toMatchObject({
    status: 'unchanged',
    'pull-request': '1',
    commit: first.outputs.commit,
  })
  expect(pullsOf(repository)).toHaveLength(1)
})

test('a dry run, and what the policy refuses, change nothing on GitHub', async () => {
  const { promote, checkout, sandbox, clone } = await promoting()
  const { root } = await checkout()
  expect((await promote(root, { 'dry-run': 'true' })).outputs.status).toBe('planned')
  const refused = await promote(clone.root)
  expect(refused.outputs).toMatchObject({ status: 'refused', outcome: 'inconclusive' })
  expect(sandbox.log.filter(({ writes, actor }) => writes && actor !== 'ada')).toEqual([])
})

test('the setting that forbids it is told with where it is', async () => {
  const { promote, checkout } = await promoting({ mayOpen: false })
  const { status, outputs, summary } = await promote((await checkout()).root)
  expect(status).toBe(2)
  expect(await failureIn(outputs)).toBe('missing-permission')
  expect(summary).toContain('Allow GitHub Actions to create and approve pull requests')
})

test('no branch checked out is an error, and a merge is no input', async () => {
  const { promote, checkout, sandbox } = await promoting()
  const made = await checkout()
  await made.git('checkout', '-q', '--detach')
  expect(await failureIn((await promote(made.root)).outputs)).toBe('detached-head')
  expect(sandbox.log.filter(({ writes, actor }) => writes && actor !== 'ada')).toEqual([])
  expect(Object.keys((await readMetadata(ACTION)).inputs ?? {})).not.toContain('merge')
})

const DEMANDING = {
  ...FILES,
  'registry-data/models/churn/model.yaml': MODEL_YAML.replace(
    'defaults: false}',
    "defaults: false, approvals: {required: 1, from: ['@ada'], not-author: true}}",
  ),
  '.github/CODEOWNERS': '/registry-data/ @ada\n',
}
const REVIEWS = { count: 1, codeOwners: true, dismissStale: true, lastPushApproval: true }
const STATUS = 'modelyard/pipeline'

test('the head is marked once: a success where rules demand what the policy asks for', async () => {
  const { promote, checkout, sandbox, repository } = await promoting({ files: DEMANDING })
  addRuleset(sandbox.world, repository, {
    demands: { reviews: REVIEWS, checks: { required: [{ context: STATUS }, { context: 'build' }] } },
  })
  const first = await promote((await checkout()).root)
  expect(first.outputs.status, first.log).toBe('proposed')
  await promote((await checkout()).root)
  expect(statusesOf(repository)).toMatchObject([
    { sha: first.outputs.commit, context: STATUS, state: 'success', creator: 'github-actions[bot]' },
  ])
  const body = pullsOf(repository)[0]?.body
  expect(body).toContain('1 approval by')
  expect(body).toMatch(/build.*Approve and run workflows/)
})

test('without such rules it is a failure with what is missing, and set anew when that changes', async () => {
  const { promote, checkout, sandbox, repository } = await promoting({ files: DEMANDING })
  const first = await promote((await checkout()).root)
  expect(first.status, first.log).toBe(0)
  expect(statusesOf(repository)).toMatchObject([
    { state: 'failure', description: expect.stringContaining('required approvals: 1') },
  ])
  addRuleset(sandbox.world, repository, { demands: { reviews: REVIEWS } })
  await promote((await checkout()).root)
  expect(statusesOf(repository).map(({ state }) => state)).toEqual(['failure', 'success'])
})

test('a token that may set no status still opens the pull request, and says so', async () => {
  const { promote, checkout, repository } = await promoting({ mayMark: false })
  const { status, outputs, summary } = await promote((await checkout()).root)
  expect(status).toBe(0)
  expect(outputs.status).toBe('proposed')
  expect(statusesOf(repository)).toEqual([])
  expect(summary).toContain('no commit status was set')
})

test('a run on the pull request judges its approvals as the run that opened it', async () => {
  const files = { ...DEMANDING, [CONFIG]: LISTED[CONFIG] ?? '', [MEASURES]: LISTED[MEASURES] ?? '' }
  const { promote, checkout, sandbox, repository, token, clone } = await promoting({ files })
  // What is added was left by a run of the default branch, so that approvals alone are in question.
  const run = ranAt(sandbox, repository, await clone.git('rev-parse', 'HEAD'))
  const evidence = evidenceOfRun(run.id)
  run.artifacts.push({ id: sandbox.world.nextId(), expired: false, ...leftAs('churn', evidence) })
  const { outputs } = await promote((await checkout(evidence)).root)
  const judged = await checkout(evidence)
  await judged.git('checkout', '-q', outputs.commit ?? '')
  const base = await judged.git('rev-parse', 'origin/main')
  const event = {
    pull_request: { number: 1, head: { sha: outputs.commit }, base: { sha: base, ref: 'main' } },
  }
  const payload = join(judged.root, '.git/event.json')
  await writeFile(payload, JSON.stringify(event))
  const validate = () =>
    runAction('actions/validate', {
      folder: judged.root,
      token: token.value,
      env: {
        GITHUB_API_URL: sandbox.url,
        GITHUB_REPOSITORY: 'acme/models',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_EVENT_PATH: payload,
      },
    })
  const without = await validate()
  expect(without.outputs.outcome, without.log).toBe('failed')
  expect(without.log).toContain('required approvals: 1')
  addRuleset(sandbox.world, repository, { demands: { reviews: REVIEWS } })
  const demanded = await validate()
  expect(demanded.outputs.outcome, demanded.log).toBe('passed')
})

test('with `app: true` what would be proposed is left for the App, and nothing is written on GitHub', async () => {
  const { promote, checkout, repository, sandbox } = await promoting({
    files: { ...FILES, [CONFIG]: `${FILES[CONFIG] ?? ''}app: true\n` },
  })
  const { root } = await checkout()
  const { status, outputs, log, summary } = await promote(root)
  expect({ status, outputs }, log).toMatchObject({ status: 0, outputs: { status: 'left', branch: BRANCH } })
  expect(summary).toContain('the GitHub App opens the pull request')
  const folder = join(root, '.git/modelyard/proposal')
  const proposal = JSON.parse(await readFile(join(folder, 'proposal.json'), 'utf8'))
  expect(proposal).toMatchObject({ schema: 1, model: 'churn', branch: BRANCH, answer: { kind: 'move' } })
  for (const { name, path } of proposal.files)
    expect({ path, bytes: (await readFile(join(folder, name))).length > 0 }).toMatchObject({ bytes: true })
  expect(proposal.files.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(Object.keys(EVIDENCE)),
  )
  expect(pullsOf(repository)).toEqual([])
  expect(sandbox.log.filter(({ writes, actor }) => writes && actor !== 'ada')).toEqual([])
})
