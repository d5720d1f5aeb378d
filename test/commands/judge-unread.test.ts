import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judgeElsewhere } from '../../src/commands/judge-elsewhere.ts'
import { judgePull } from '../../src/commands/judge-pull.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { JudgementResult } from '../../src/domain/results/judgement.ts'
import { judgementTitle } from '../../src/render/results/judgement.ts'
import { CONFIG, edited, FILES, FOLDER, type put } from '../support/validated.ts'
import { type Workbench, workbench } from '../support/workbench.ts'

type Change = Parameters<typeof put>[1]

const CONFIG_TEXT = FILES[CONFIG] ?? ''
const WORDS: Change = { 'docs/a.md': 'words\n' }

async function commit(bench: Workbench, files: Change): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) await bench.git('rm', '-rq', path)
    else await bench.write({ [path]: text })
  }
  return bench.commit('a change')
}

/** A branch with a change, merged for trial to `main`, to which `base` came before the two parted. */
async function pullOf(files: Readonly<Record<string, string>>, base: Change, change: Change) {
  const bench = await workbench({ files })
  if (Object.keys(base).length > 0) await commit(bench, base)
  const tip = await bench.git('rev-parse', 'main')
  await bench.git('checkout', '-qb', 'side')
  const head = await commit(bench, change)
  await bench.git('checkout', '-q', '--detach', 'main')
  await bench.git('merge', '-q', '--no-ff', '-m', 'trial', 'side')
  const trial = { base: tip, commit: await bench.git('rev-parse', 'HEAD') }
  const author = { login: 'ada', isBot: false }
  const work = { reviews: [], commitAuthors: ['ada'] }
  return { bench, pull: { number: 3, head, into: 'main', branch: 'side', author, trial, ...work } }
}

async function judge(files: Readonly<Record<string, string>>, base: Change, change: Change) {
  const { bench, pull } = await pullOf(files, base, change)
  const judged = await judgePull(pull, bench.ports)
  expect(Result.parse(judged)).toEqual(judged)
  const elsewhere = await judgeElsewhere({ ...pull, into: 'dev' }, 'main', pull.trial.base, bench.ports)
  // What a merge to the default branch would not need is all that another branch may have for nothing.
  expect(elsewhere.conclusion).toBe(judged.conclusion)
  return judged
}

const said = ({ remarks, next }: JudgementResult) => [...remarks, ...next].join('\n')

test('where there is no registry every pull request passes, and is told so', async () => {
  const judged = await judge({ 'a.md': 'words\n' }, {}, WORDS)
  expect(judged).toMatchObject({ outcome: 'passed', conclusion: 'success', problems: [] })
  expect(said(judged)).toContain('there is no registry on main')
})

test('whoever takes the configuration away fails, by name of the file', async () => {
  const judged = await judge(FILES, {}, { [CONFIG]: null })
  expect(judged).toMatchObject({
    outcome: 'failed',
    conclusion: 'failure',
    problems: [{ code: 'no-registry', place: { path: CONFIG } }],
  })
})

test.for([
  ['is no YAML', CONFIG, `${CONFIG_TEXT}stages: [\n`, { [CONFIG]: CONFIG_TEXT }],
  ['has a key that nobody knows', CONFIG, `${CONFIG_TEXT}stagez: 1\n`, { [CONFIG]: CONFIG_TEXT }],
  [
    'defines a model wrongly',
    `${FOLDER}/model.yaml`,
    edited(`${FOLDER}/model.yaml`, 'task:', 'tusk:')[`${FOLDER}/model.yaml`] ?? '',
    { [`${FOLDER}/model.yaml`]: FILES[`${FOLDER}/model.yaml`] ?? '' },
  ],
] as const)(
  'what mends a file of the base that %s is told which, and that it needs a person',
  async ([, path, broken, change]) => {
    const judged = await judge(FILES, { [path]: broken }, change)
    expect(judged).toMatchObject({ outcome: 'inconclusive', conclusion: 'action_required', problems: [] })
    expect(said(judged)).toMatch(new RegExp(`\`${path}:\\d+(:\\d+)?\` cannot be read on main`))
    expect(said(judged)).toContain('bypass the rules of main')
    expect(judgementTitle(judged)).toContain(path)
  },
)

test('what takes away a configuration that cannot be read on the base fails as well', async () => {
  const judged = await judge(FILES, { [CONFIG]: `${CONFIG_TEXT}stages: [\n` }, { [CONFIG]: null })
  expect(judged).toMatchObject({ conclusion: 'failure', problems: [{ code: 'no-registry' }] })
})

test('a model that the base holds no definition of is inconclusive, by the words of the error', async () => {
  const definition = `${FOLDER}/model.yaml`
  const judged = await judge(FILES, { [definition]: null }, { [definition]: FILES[definition] ?? '' })
  expect(judged).toMatchObject({ conclusion: 'action_required' })
  expect(said(judged)).toContain('there is no model `churn`')
})

test('a link that a branch puts in the place of its models is its own error', async () => {
  const { bench, pull } = await pullOf(FILES, {}, WORDS)
  await bench.git('rm', '-rq', 'registry-data/models')
  await mkdir(join(bench.root, 'registry-data'), { recursive: true })
  await symlink('/tmp', join(bench.root, 'registry-data/models'))
  const linked = await bench.commit('a link')
  const trial = { ...pull.trial, commit: linked }
  expect(await judgePull({ ...pull, trial }, bench.ports)).toMatchObject({
    conclusion: 'failure',
    problems: expect.arrayContaining([
      expect.objectContaining({ code: 'path-escape', place: { path: 'registry-data/models' } }),
    ]),
  })
})

test('a branch that is older than the registry is to take it in first', async () => {
  const bench = await workbench({ files: { 'a.md': 'words\n' } })
  await bench.git('checkout', '-qb', 'side')
  const head = await commit(bench, WORDS)
  await bench.git('checkout', '-q', 'main')
  const base = await commit(bench, FILES)
  const judged = await judgeElsewhere({ number: 3, head, into: 'dev' }, 'main', base, bench.ports)
  expect(judged).toMatchObject({ conclusion: 'action_required', next: ['bring main into the branch'] })
})

test('what is no matter of its files is thrown on, to be tried again', async () => {
  const { bench, pull } = await pullOf(FILES, {}, WORDS)
  const changes = async () => {
    throw new Error('git was killed')
  }
  const ports = { ...bench.ports, repository: { ...bench.ports.repository, changes } }
  await expect(judgePull(pull, ports)).rejects.toThrow('git was killed')
})
