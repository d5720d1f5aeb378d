import { execFileSync } from 'node:child_process'
import { chmod, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES, exitStatusOf, exitStatusOfOutcome } from '../../src/domain/errors/index.ts'
import { answerTo } from '../support/answer.ts'
import { modelyard } from '../support/command-line.ts'
import { exampleBench } from '../support/real-bench.ts'
import { forAllTests, temporaryFolder } from '../support/temporary.ts'

const bench = forAllTests(exampleBench)
const MODEL = 'telco-churn'

/** A PATH on which git is a script that may do something else before, or instead of, what it is told. */
async function pathWithGit(script: string): Promise<string> {
  const folder = await temporaryFolder()
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim()
  await writeFile(join(folder, 'git'), `#!/bin/sh\ngit=${real}\n${script}\nexec "$git" "$@"\n`)
  await chmod(join(folder, 'git'), 0o755)
  return `${folder}${delimiter}${process.env.PATH}`
}

describe('the exit status', () => {
  test.each([
    [0, 'done', ['show', MODEL]],
    [0, 'nothing to do', ['promote', MODEL, '5', 'production']],
    [0, 'no error', ['validate']],
    [1, 'refused', ['alias', MODEL, 'shadow', '4']],
    [1, 'inconclusive', ['promote', MODEL, '3', 'staging', '--dry-run']],
    [2, 'no such command', ['shwo']],
    [2, 'no such model', ['show', 'telco-chrun']],
    [2, 'no such file', ['register', MODEL, 'nothing.onnx']],
  ])('is %i: %s', async (status, _what, args) => {
    const ran = await modelyard(bench().root, args)
    expect(ran.status).toBe(status)
    expect(ran[status === 2 ? 'stdout' : 'stderr']).toBe('')
  })

  test('is 2 outside of a repository', async () => {
    expect(await modelyard(await temporaryFolder(), ['show'])).toMatchObject({ status: 2, stdout: '' })
  })

  test.skipIf(process.platform === 'win32')(
    'is 3 when somebody else was faster: again may do (skipped on Windows: git is a script here)',
    async () => {
      const { root, git } = await exampleBench()
      // Just before our commit arrives, another one does.
      const other = await git('commit-tree', '-p', 'HEAD', '-m', 'Meanwhile', 'HEAD^{tree}')
      const race = `case " $* " in *" update-ref "*) "$git" update-ref refs/heads/main ${other};; esac`
      const PATH = await pathWithGit(race)
      const args = ['rollback', MODEL, 'production', '--merge', '--unapproved', 'a test']
      const ran = await modelyard(root, args, { env: { PATH } })
      expect(ran).toMatchObject({ status: 3, stdout: '', stderr: expect.stringContaining('again') })
      expect(await git('rev-parse', 'HEAD')).toBe(other)
      expect(await modelyard(root, args)).toMatchObject({ status: 0 })
    },
  )

  describe.skipIf(process.platform === 'win32')(
    'is 70 for a bug (skipped on Windows: git is a script)',
    () => {
      const MOVE = ['alias', MODEL, 'shadow', '5', '--dry-run']
      const BROKEN = 'case " $* " in *" status "*) echo odd >&2; exit 77;; esac'

      test('which asks for a report, and shows no stack', async () => {
        const env = { PATH: await pathWithGit(BROKEN) }
        const ran = await modelyard(bench().root, MOVE, { env })
        expect(ran).toMatchObject({ status: 70, stdout: '' })
        expect(ran.stderr).toMatch(/bug of Modelyard\.\nPlease report it/)
        expect(ran.stderr).not.toMatch(/^ +at /m)
      })

      test('which shows its stack when that is asked for', async () => {
        const env = { PATH: await pathWithGit(BROKEN), MODELYARD_DEBUG: '1' }
        const ran = await modelyard(bench().root, MOVE, { env })
        expect(ran.status).toBe(70)
        expect(ran.stderr).toMatch(/^ +at /m)
      })
    },
  )

  test('is 70 for an error that nobody meant to throw', async () => {
    const broken = encodeURIComponent(
      "process.cwd = () => { throw new TypeError('cwd\\u001b[31m is broken') }",
    )
    const ran = await modelyard(bench().root, ['show'], {
      env: { NODE_OPTIONS: `--import=data:text/javascript,${broken}` },
    })
    expect(ran).toMatchObject({ status: 70, stdout: '' })
    expect(ran.stderr).toMatch(/^Error cwd�\[31m is broken\. This is a bug of Modelyard\.\nPlease report it/)
    expect(ran.stderr).toContain('MODELYARD_DEBUG=1')
    expect(ran.stderr).not.toMatch(/^ +at /m)
  })

  test('follows from the code of an error, and from the outcome of an answer', () => {
    const statusOf = { fix: 2, retry: 3, stop: 130, bug: 70 }
    for (const [code, kind] of Object.entries(ERROR_CODES)) {
      expect(exitStatusOf(code as keyof typeof ERROR_CODES)).toBe(statusOf[kind])
    }
    expect((['passed', undefined, 'failed', 'inconclusive'] as const).map(exitStatusOfOutcome)).toEqual([
      0, 0, 1, 1,
    ])
  })
})

describe('a mistyped name gets the nearest', () => {
  test.each([
    ['command', ['promtoe'], 'Did you mean modelyard promote?'],
    ['command', ['complations'], 'Did you mean modelyard completions?'],
    ['command like no other', ['x'], 'See modelyard --help.'],
    ['command left out', ['--merge'], 'See modelyard --help.'],
    ['flag', ['show', MODEL, '--jsno'], 'Did you mean --json?'],
  ])('%s: %j', async (_what, args, next) => {
    const ran = await modelyard(bench().root, args)
    expect(ran).toMatchObject({ status: 2, stdout: '' })
    expect(ran.stderr.trimEnd().split('\n').at(-1)).toBe(next)
  })

  test.each([
    ['model', ['show', 'telco-chrun'], 'unknown-model', '`telco-churn`'],
    ['model to search', ['search', '--model', 'telco'], 'unknown-model', 'telco-churn'],
    ['alias', ['show', MODEL, 'chapmion'], 'unknown-version', '`champion`'],
    ['version', ['show', MODEL, '17'], 'unknown-version', '5'],
    ['metric of a filter', ['search', 'metrics.roc-acu > 0.8'], 'bad-input', '`roc-auc`'],
    ['field of a filter', ['search', 'stgae = production'], 'bad-input', 'stage'],
    ['metric to sort by', ['search', '', '--order', 'metric.roc-auc'], 'bad-input', 'metrics'],
    ['task', ['init', '--task', 'regresion', '--yes'], 'bad-input', 'regression'],
    ['way to register', ['register', MODEL, 'x', '--as', 'opaqe'], 'bad-input', 'opaque'],
  ])('%s: %j', async (_what, args, code, near) => {
    await expect(answerTo(bench().root, args)).rejects.toMatchObject({
      code,
      next: expect.stringContaining(near),
    })
  })

  test('stage, in a refusal', async () => {
    const { result } = await answerTo(bench().root, ['promote', MODEL, '5', 'prodution'])
    expect(result).toMatchObject({
      status: 'refused',
      reasons: [{ next: expect.stringContaining('`production`') }],
    })
  })

  test('engine in the environment', async () => {
    const ran = await modelyard(bench().root, ['show'], { env: { MODELYARD_GIT: 'isomorphc' } })
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('Set it to isomorphic') })
  })
})
