import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Result } from '../../src/domain/results/index.ts'
import { versionFiles } from '../support/registry-files.ts'
import { failureIn, runAction } from '../support/run-action.ts'
import { forAllTests, repositoryAt, type TemporaryRepository, temporaryFolder } from '../support/temporary.ts'
import { edited, FILES, FOLDER } from '../support/validated.ts'
import { workbench } from '../support/workbench.ts'

const ACTION = 'actions/validate'

interface PullRequest {
  readonly repository: TemporaryRepository
  readonly event: object
  /** The base when the event was sent. */
  readonly base: string
}

/** A branch with a change, and GitHub's own merge of it checked out; main may have moved since the event was sent. */
async function pullRequest(
  files: Readonly<Record<string, string>>,
  meanwhile?: Readonly<Record<string, string>>,
): Promise<PullRequest> {
  const repository = await workbench({ files: FILES })
  const base = await repository.git('rev-parse', 'main')
  await repository.git('checkout', '-q', '-b', 'side')
  const head = await repository.commit('a change', files)
  await repository.git('checkout', '-q', 'main')
  if (meanwhile !== undefined) await repository.commit('meanwhile', meanwhile)
  await repository.git('checkout', '-q', '--detach', 'main')
  await repository.git('merge', '-q', '--no-ff', '-m', 'Merge', 'side')
  const event = { pull_request: { number: 7, base: { sha: base }, head: { sha: head } } }
  return { repository, event, base }
}

const BROKEN_RECORD = edited(`${FOLDER}/promotions/2.json`, '"outcome": "passed"', '"outcome": "failed"')

describe('a pull request', () => {
  test('that adds a version passes: outputs, summary and the answer in a file', async () => {
    const { repository, event, base } = await pullRequest(versionFiles('churn', 4))
    const { outputs, summary, annotations, status, log, ...rest } = await runAction(ACTION, {
      folder: repository.root,
      event,
    })
    expect(status).toBe(0)
    expect(outputs).toMatchObject({ outcome: 'passed', errors: '0', warnings: '0', governed: 'false' })
    expect(annotations).toEqual([])
    expect(rest).toMatchObject({ env: {}, path: [], state: {}, commands: [] })
    expect(log).toContain('No error')
    expect(summary).toContain('No error')
    const file = Result.parse(JSON.parse(await readFile(outputs['result-file'] as string, 'utf8')))
    expect(file).toMatchObject({ kind: 'validation', base, checked: { versions: 1 } })
  })

  test('that breaks a file is told so on its line', async () => {
    const broken = edited(`${FOLDER}/model.yaml`, 'task: binary-classification', 'task: binary-clasification')
    const { repository, event } = await pullRequest(broken)
    const { outputs, annotations, status } = await runAction(ACTION, { folder: repository.root, event })
    expect(status).toBe(1)
    expect(outputs).toMatchObject({ outcome: 'failed', errors: '1' })
    expect(annotations).toMatchObject([
      { level: 'error', file: `${FOLDER}/model.yaml`, line: '2', col: expect.stringMatching(/^\d+$/) },
    ])
  })

  test('that changes what judges says so', async () => {
    const governed = edited(`${FOLDER}/model.yaml`, 'min: 0.7', 'min: 0.1')
    const { repository, event } = await pullRequest(governed)
    const { outputs, status } = await runAction(ACTION, { folder: repository.root, event })
    expect({ status, governed: outputs.governed }).toEqual({ status: 0, governed: 'true' })
  })

  test('answers for nothing that was merged to its base since the event', async () => {
    const { repository, event } = await pullRequest({ 'train.py': 'better' }, BROKEN_RECORD)
    const step = { folder: repository.root, event }
    expect(await runAction(ACTION, step)).toMatchObject({ status: 0, outputs: { outcome: 'passed' } })
    const named = { ...step, inputs: { base: await repository.git('rev-parse', 'main~1') } }
    expect(await runAction(ACTION, named)).toMatchObject({ status: 1, outputs: { outcome: 'failed' } })
  })

  test('is judged by a clone of two commits, and one of a single commit is told what to fetch', async () => {
    const { repository, event } = await pullRequest(versionFiles('churn', 4))
    await repository.git('branch', 'merged')
    const clone = async (depth: string) => {
      const { root, git } = repositoryAt(await temporaryFolder())
      await git('clone', '-q', '--depth', depth, '--branch', 'merged', `file://${repository.root}`, '.')
      return runAction(ACTION, { folder: root, event })
    }
    expect(await clone('2')).toMatchObject({ status: 0, outputs: { outcome: 'passed' } })
    const single = await clone('1')
    expect(single).toMatchObject({ status: 2, annotations: [{ level: 'error', title: 'shallow-clone' }] })
    expect(single.annotations[0]?.message).toContain('fetch-depth: 0')
  })
})

describe('any other run', () => {
  const shared = forAllTests(() => workbench({ files: FILES }))

  test('of a merge group is judged against its base', async () => {
    const { root, git } = shared()
    const event = { merge_group: { base_sha: await git('rev-parse', 'main') } }
    const { log, status } = await runAction(ACTION, { folder: root, event })
    expect(status).toBe(0)
    expect(log).toContain(`HEAD against ${event.merge_group.base_sha.slice(0, 7)}: `)
  })

  test('of another event is judged as it lies on disk', async () => {
    const { log, status } = await runAction(ACTION, {
      folder: shared().root,
      event: { ref: 'refs/heads/main' },
    })
    expect(status).toBe(0)
    expect(log).toContain('the working tree')
  })

  test('outside of a registry ends with 2 and says what to do', async () => {
    const { status, annotations, summary, outputs } = await runAction(ACTION, {
      folder: await temporaryFolder(),
    })
    expect(status).toBe(2)
    expect(annotations).toMatchObject([{ level: 'error', title: 'no-repository' }])
    expect(summary).toContain('no-repository')
    expect(await failureIn(outputs)).toBe('no-repository')
  })
})

test('a bug ends with 70, and the log says where it happened', async () => {
  const { root } = await workbench({ files: FILES })
  const env = { RUNNER_TEMP: join(root, 'nowhere') }
  const { status, annotations, log, summary } = await runAction(ACTION, { folder: root, env })
  expect(status).toBe(70)
  expect(annotations).toMatchObject([{ level: 'error', title: 'bug' }])
  expect(log).toMatch(/^ +at .*validate\.mjs/m)
  expect(summary).toContain('bug')
})

test('more problems than GitHub shows are counted, and all stand in the summary', async () => {
  const broken = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`${FOLDER}/stray-${at}.txt`, 'x']))
  const { root } = await workbench({ files: { ...FILES, ...broken } })
  const { annotations, summary, outputs } = await runAction(ACTION, { folder: root })
  const level = outputs.errors === '13' ? 'error' : 'warning'
  expect(annotations.filter(found => found.level === level)).toHaveLength(10)
  expect(annotations.at(-1)).toMatchObject({ level: 'notice', message: expect.stringContaining('3 more') })
  for (const path of Object.keys(broken)) expect(summary).toContain(path.split('/').at(-1))
})

test('no name of a file and no text in one starts a command of the runner', async () => {
  const hostile = {
    [`${FOLDER}/::error::x ##[error]y`]: 'x',
    [`${FOLDER}/versions/2/notes.yaml`]: 'tags: {"\\n::add-mask::a": 1}\n"##[set-env name=PATH]b": 1\n',
  }
  const { root } = await workbench({ files: { ...FILES, ...hostile } })
  const { commands, annotations } = await runAction(ACTION, { folder: root })
  expect(annotations.length).toBeGreaterThan(1)
  expect(commands.filter(name => !['error', 'warning', 'notice'].includes(name))).toEqual([])
  expect(commands).toHaveLength(annotations.length)
  for (const { file } of annotations) expect(file).toMatch(/^registry-data\//)
})
