import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { archive } from '../../src/commands/archive.ts'
import { compare } from '../../src/commands/compare.ts'
import type { Command } from '../../src/commands/define.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { history } from '../../src/commands/history.ts'
import { init } from '../../src/commands/init.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { search } from '../../src/commands/search.ts'
import { show } from '../../src/commands/show.ts'
import { validate } from '../../src/commands/validate.ts'
import type { HistoryResult } from '../../src/domain/results/history.ts'
import type { EvaluationResult } from '../../src/domain/results/measurement.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { fixture } from '../support/fixture-models.ts'
import {
  CHURN_FILES,
  churnBench,
  MODEL,
  type RealBench,
  realBench,
  realPorts,
  registerBytes,
  run,
} from '../support/real-bench.ts'
import { repositoryAt, temporaryFolder, temporaryRepository } from '../support/temporary.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'

const STAGE = { version: '1', stage: 'staging', merge: true }

/** What reads or changes a model, with inputs that would do in a good repository. */
const COMMANDS: readonly (readonly [name: string, command: Command, input: Record<string, unknown>])[] = [
  ['show', show, {}],
  ['history', history, {}],
  ['search', search, {}],
  ['evaluate', evaluate, { version: '1' }],
  ['compare', compare, { champion: '1', challenger: '1' }],
  ['register', register, { artifact: 'train.py', merge: true }],
  ['promote', promote, STAGE],
  ['rollback', rollback, { stage: 'staging', merge: true }],
  ['archive', archive, { version: '1', merge: true }],
]

/** The next artifact, which is not registered yet. */
async function nextArtifact(bench: Pick<RealBench, 'write'>): Promise<Record<string, unknown>> {
  await bench.write({ '.git/next.onnx': fixture('models/telco-churn/v2/model.onnx') })
  return { model: 'churn', artifact: '.git/next.onnx' }
}

describe.each(COMMANDS)('%s', (_name, command, input) => {
  test('in a folder in no repository', async () => {
    const folder = await temporaryFolder()
    const bench = { ports: await realPorts(folder) }
    await expectRefused(folder, () => run(command, bench, { model: 'churn', ...input }), {
      code: 'no-repository',
      next: 'git init',
    })
  })

  test('in a repository without a commit', async () => {
    const { root, write } = await temporaryRepository('--template=')
    await write(CHURN_FILES)
    const bench = { ports: await realPorts(root) }
    await expectRefused(root, () => run(command, bench, { model: 'churn', ...input }), {
      code: 'no-commit',
      next: 'git commit',
    })
  })

  test('in a repository without a registry', async () => {
    const bench = await realBench({ 'train.py': 'print()' })
    await expectRefused(bench.root, () => run(command, bench, { model: 'churn', ...input }), {
      code: 'no-registry',
      message: '.github/modelyard.yml',
      next: 'modelyard init',
    })
  })
})

describe('validate', () => {
  test('without a commit judges the files, and says that there is no history', async () => {
    const { root, write } = await temporaryRepository('--template=')
    await write(CHURN_FILES)
    const bench = { ports: await realPorts(root) }
    const result = await expectUnchanged(root, () => run<ValidationResult>(validate, bench, {}))
    expect(result).toMatchObject({ outcome: 'passed', problems: [] })
    expect(result.remarks[0]).toContain('nothing is committed')
    const based = () => run(validate, bench, { base: 'main' })
    await expectRefused(root, based, { code: 'unknown-name', message: '`main`' })
  })

  test('without a registry', async () => {
    const bench = await realBench({ 'train.py': 'print()' })
    await expectRefused(bench.root, () => run(validate, bench, {}), {
      code: 'no-registry',
      next: 'modelyard init',
    })
  })

  test('places the marks of an unfinished merge', async () => {
    const bench = await churnBench()
    const path = `${MODEL}/versions/last.json`
    await bench.git('switch', '-qc', 'side')
    await bench.commit('side', { [path]: '{\n  "schema": 1,\n  "last": 2\n}\n', 'train.py': 'a' })
    await bench.git('switch', '-q', 'main')
    await bench.commit('main', { [path]: '{\n  "schema": 1,\n  "last": 3\n}\n', 'train.py': 'b' })
    await bench.git('merge', '-q', 'side').catch(() => {})
    const { problems } = await expectUnchanged(bench.root, () => run<ValidationResult>(validate, bench, {}))
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'bad-file',
        place: { path, line: 3, column: 1 },
        next: expect.stringContaining('finish the merge'),
      }),
    )
  })
})

describe('a repository whose committer is nobody', () => {
  async function nobody(): Promise<RealBench> {
    const bench = await churnBench()
    await bench.git('config', '--unset', 'user.email')
    return bench
  }

  test('takes no commit', async () => {
    const bench = await nobody()
    const input = await nextArtifact(bench)
    const refusal = { code: 'no-identity', next: 'git config user.name' } as const
    await expectRefused(bench.root, () => run(register, bench, input), refusal)
    await expectRefused(bench.root, () => run(promote, bench, { model: 'churn', ...STAGE }), refusal)
  })

  test('is measured all the same', async () => {
    const bench = await nobody()
    const { evidence } = await run<EvaluationResult>(evaluate, bench, { model: 'churn', version: '1' })
    expect(await repositoryAt(bench.root).git('hash-object', evidence[0]?.path ?? '')).toMatch(
      /^[0-9a-f]{40}$/,
    )
  })
})

describe('a tree with uncommitted changes', () => {
  test('in code that trains is not the commit that register would name', async () => {
    const bench = await churnBench()
    const input = await nextArtifact(bench)
    await bench.write({ 'train.py': 'print("better")\n' })
    const refusal = { code: 'dirty-tree', next: '--commit', place: { path: 'train.py' } } as const
    await expectRefused(bench.root, () => run(register, bench, { ...input, merge: true }), refusal)
    expect(await run(register, bench, { ...input, commit: 'HEAD' })).toMatchObject({ status: 'branched' })
  })

  test('elsewhere is nobody’s business', async () => {
    const bench = await churnBench()
    const input = await nextArtifact(bench)
    await bench.commit('documents', { 'docs/a.md': 'a', 'README.md': 'a' })
    await bench.write({ 'docs/a.md': 'b', 'README.md': 'b', 'untracked.py': 'c' })
    expect(await run(register, bench, { ...input, merge: true })).toMatchObject({ status: 'merged' })
    expect(await bench.git('status', '--porcelain')).toBe(' M README.md\n M docs/a.md\n?? untracked.py')
  })

  test('where the new version would lie is somebody’s work', async () => {
    const bench = await churnBench()
    const input = await nextArtifact(bench)
    const path = `${MODEL}/versions/2/version.json`
    await bench.write({ [path]: '{}' })
    const refusal = { code: 'dirty-tree', place: { path }, next: 'commit, stash or remove' } as const
    await expectRefused(bench.root, () => run(register, bench, { ...input, merge: true }), refusal)
  })

  test('in the policy does not change what is judged by', async () => {
    const bench = await churnBench()
    await bench.write({ [`${MODEL}/model.yaml`]: 'this: is no definition\n' })
    expect(await run(evaluate, bench, { model: 'churn', version: '1' })).toMatchObject({ kind: 'evaluation' })
  })
})

describe('a head that is on no branch', () => {
  test('takes no merge, but a branch of its own, and is measured', async () => {
    const bench = await churnBench()
    const input = await nextArtifact(bench)
    await bench.git('checkout', '-q', '--detach')
    const refusal = { code: 'detached-head', next: 'git switch' } as const
    await expectRefused(bench.root, () => run(register, bench, { ...input, merge: true }), refusal)
    expect(await run(register, bench, input)).toMatchObject({ status: 'branched' })
    expect(await run(evaluate, bench, { model: 'churn', version: '1' })).toMatchObject({ kind: 'evaluation' })
  })
})

describe('an operation under way', () => {
  async function conflicting(operation: 'merge' | 'rebase' | 'cherry-pick'): Promise<RealBench> {
    const bench = await churnBench()
    await bench.git('switch', '-qc', 'side')
    await bench.commit('side', { 'train.py': 'a' })
    await bench.git('switch', '-q', 'main')
    await bench.commit('main', { 'train.py': 'b' })
    await bench.git(operation, 'side').catch(() => {})
    return bench
  }

  test.each([
    ['merge', 'a merge'],
    ['rebase', 'a rebase'],
    ['cherry-pick', 'a cherry-pick'],
  ] as const)('%s: register waits until it is finished', async (operation, named) => {
    const bench = await conflicting(operation)
    const input = { ...(await nextArtifact(bench)), commit: 'HEAD' }
    await expectRefused(bench.root, () => run(register, bench, { ...input, merge: true }), {
      code: 'merge-under-way',
      message: named,
      next: 'finish it or abort it',
    })
    expect(await run(register, bench, input)).toMatchObject({ status: 'branched' })
  })
})

describe('a shallow clone', () => {
  /** The last commit alone of a repository whose code was committed before. */
  async function shallow(): Promise<RealBench> {
    const origin = await churnBench()
    await registerBytes(origin, fixture('models/telco-churn/v4/model.onnx'))
    const folder = await temporaryFolder()
    await repositoryAt(folder).git('clone', '-q', '--depth', '1', `file://${origin.root}`, 'clone')
    const clone = repositoryAt(join(folder, 'clone'))
    await clone.git('config', 'user.name', 'Ada Lovelace')
    await clone.git('config', 'user.email', 'ada@example.com')
    return { ...clone, ports: await realPorts(clone.root) }
  }
  const DEEPER = { code: 'shallow-clone', next: 'fetch-depth: 0' } as const

  test('shows, searches, measures and compares', async () => {
    const bench = await shallow()
    expect(await run(show, bench, { model: 'churn' })).toMatchObject({ 'versions-in-all': 2 })
    expect(await run(search, bench, {})).toMatchObject({ found: 2 })
    expect(await run(evaluate, bench, { model: 'churn', version: '1' })).toMatchObject({ kind: 'evaluation' })
    const both = { model: 'churn', champion: '1', challenger: '1' }
    expect(await run(compare, bench, both)).toMatchObject({ kind: 'comparison', identical: true })
  })

  test('tells the moves, and that their commits are beyond it', async () => {
    const bench = await shallow()
    const { remarks } = await expectUnchanged(bench.root, () =>
      run<HistoryResult>(history, bench, { model: 'churn' }),
    )
    expect(remarks[0]).toContain('fetch-depth: 0')
  })

  test('is validated but for its history, and says so', async () => {
    const bench = await shallow()
    const result = await expectUnchanged(bench.root, () => run<ValidationResult>(validate, bench, {}))
    expect(result).toMatchObject({ outcome: 'passed', problems: [] })
    expect(result.remarks[0]).toContain('fetch-depth: 0')
  })

  test('does not know which commit last changed the code, unless it is told', async () => {
    const bench = await shallow()
    const input = await nextArtifact(bench)
    await expectRefused(bench.root, () => run(register, bench, input), DEEPER)
    expect(await run(register, bench, { ...input, commit: 'HEAD' })).toMatchObject({ status: 'branched' })
  })

  test('does not know how things stood before it begins', async () => {
    const bench = await shallow()
    const input = { model: 'churn', version: 'latest@2020-01-01' }
    await expectRefused(bench.root, () => run(show, bench, input), DEEPER)
    await expectRefused(bench.root, () => run(history, bench, { model: 'churn', asOf: '2020-01-01' }), DEEPER)
  })

  test('does not know where a branch left its base', async () => {
    const bench = await shallow()
    await bench.git('branch', 'base')
    await bench.commit('more', { 'train.py': 'x' })
    await expectUnchanged(bench.root, () => run(validate, bench, { base: 'base' }))
    const tree = await bench.git('rev-parse', 'HEAD^{tree}')
    await bench.git('branch', 'other', await bench.git('commit-tree', tree, '-m', 'elsewhere'))
    await expectRefused(bench.root, () => run(validate, bench, { base: 'other' }), DEEPER)
  })
})

describe('a bare repository', () => {
  async function bare(): Promise<RealBench> {
    const origin = await churnBench()
    const folder = await temporaryFolder()
    await repositoryAt(folder).git('clone', '-q', '--bare', origin.root, 'bare.git')
    const clone = repositoryAt(join(folder, 'bare.git'))
    return { ...clone, ports: await realPorts(clone.root) }
  }

  test('is read, and judged against a base', async () => {
    const bench = await bare()
    expect(await expectUnchanged(bench.root, () => run(show, bench, { model: 'churn' }))).toMatchObject({
      'versions-in-all': 1,
    })
    expect(await expectUnchanged(bench.root, () => run(validate, bench, { base: 'HEAD~1' }))).toMatchObject({
      outcome: 'passed',
    })
  })

  test.each([
    ['register', register, { model: 'churn', artifact: 'model.onnx' }],
    ['promote', promote, { model: 'churn', version: '1', stage: 'staging' }],
    ['validate', validate, {}],
    ['init', init, { yes: true }],
  ] as const)('has no files for %s, and says so', async (_name, command, input) => {
    const bench = await bare()
    await bench.write({ 'model.onnx': fixture('models/telco-churn/v2/model.onnx') })
    await expectRefused(bench.root, () => run(command as Command, bench, input), {
      code: 'no-repository',
      message: 'is bare',
      next: 'a clone',
    })
  })
})
