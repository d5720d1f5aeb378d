import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { commentsOf } from '../../sandbox/state/issues.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { consumer } from '../support/act/consumer.ts'
import { projectRoot } from '../support/imports.ts'
import { repositoryAt, temporaryFolder } from '../support/temporary.ts'
import { testWith } from '../support/tools.ts'

// From a repository of somebody who trains with scikit-learn, and never heard of us, to the first comment.

const TRANSCRIPT = join(projectRoot, 'docs/examples/first-comment.txt')
const COMMAND_LINE = join(projectRoot, 'dist/cli/modelyard.mjs')

/** Python with the packages that `npm run tools` gets. */
const PYTHON = join(projectRoot, '.tools/python/bin')

const ours = (path: string) => readFileSync(join(projectRoot, 'test/fixtures/scikit-learn', path), 'utf8')
const PLAIN = {
  '.gitignore': ours('gitignore'),
  'requirements.txt': ours('requirements.txt'),
  'train.py': ours('train.py'),
  'tests/test_data.py': ours('tests/test_data.py'),
  'data/churn.csv': readFileSync(join(projectRoot, 'examples/telco-churn/data/train.csv'), 'utf8'),
}
/** The two lines that are edited: where the rows are read, and where the model is left. */
const EDITED = [
  ['"data/churn.csv"', 'os.environ["MODELYARD_DATA"]'],
  ['"models/churn.joblib"', 'os.path.join(os.environ["MODELYARD_OUT"], "model.joblib")'],
] as const
const TRAINED = EDITED.reduce((text, [from, to]) => text.replace(from, to), PLAIN['train.py'])

/** What `init` says in such a repository, and everything that it adds there. */
async function initialized() {
  const root = join(await temporaryFolder(), 'churn')
  await mkdir(root)
  const repository = repositoryAt(root)
  await repository.git('init', '-q', '-b', 'main')
  await repository.git('config', 'user.name', 'Ada')
  await repository.git('config', 'user.email', 'ada@example.com')
  await repository.commit('Predict who leaves', PLAIN)
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND_LINE, 'init', '--yes'], {
    cwd: repository.root,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  await repository.git('add', '-A')
  const changed = (await repository.git('diff', '--cached', '--name-status')).split('\n')
  expect(changed.filter(line => !line.startsWith('A\t'))).toEqual([])
  const paths = changed.map(line => line.slice(2))
  const added = Object.fromEntries(
    paths.map(path => [path, readFileSync(join(repository.root, path), 'utf8')]),
  )
  return { said: stdout, added }
}

// Skipped even where tools are required: Python's packages come from a registry that need not be reached.
const withPython = existsSync(join(PYTHON, 'python')) ? testWith('act') : test.skip

withPython(
  'a plain scikit-learn repository has its first comment after one command and two edited lines',
  async () => {
    const { said, added } = await initialized()
    const { own, run, repository } = await consumer(undefined, PLAIN, { ...added, 'train.py': TRAINED })
    const found = await run({ PATH: [PYTHON, process.env.PATH ?? ''].join(delimiter) })
    expect(found.jobs, found.log).toEqual({
      registry: 'success',
      'test (churn)': 'success',
      'train-sample (churn)': 'success',
      'stage (churn)': 'success',
      report: 'success',
    })
    const edited = await own.git('diff', '--unified=0', 'HEAD~1', 'HEAD', '--', 'train.py')
    const [comment, ...others] = commentsOf(repository)
    expect(others).toEqual([])
    expect(statusesOf(repository)).toMatchObject([{ context: 'modelyard/pipeline', state: 'success' }])
    await expect(
      transcript([
        ['modelyard init --yes', said],
        ['git diff --unified=0 main -- train.py', edited],
        [
          '# the jobs of the pull request',
          Object.entries(found.jobs)
            .map(([job, end]) => `${end}  ${job}`)
            .join('\n'),
        ],
        ['# the comment', comment?.body ?? ''],
      ]),
    ).toMatchFileSnapshot(TRANSCRIPT)
  },
)

/** What differs from run to run and from machine to machine. */
const steady = (text: string) =>
  text
    .replaceAll(/attempt=1 at=\d+/g, 'attempt=1 at=TIME')
    .replaceAll(/index \w+\.\.\w+/g, 'index 0000000..1111111')
    .replaceAll(/\b[0-9a-f]{40}\b/g, 'COMMIT')
    .replaceAll(/\b[0-9a-f]{12}\b/g, 'DIGEST')
    .replaceAll(/\b(?=[0-9a-f]*[0-9])[0-9a-f]{7}\b/g, '0000000')
    .replaceAll(/\/tmp\/[\w./-]+\/tmp\//g, '$RUNNER_TEMP/')
    .replaceAll(/\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'YYYY-MM-DDThh:mm:ssZ')
    .replaceAll(/\d+(?:\.\d)? s, at most \d+(?:\.\d)? MB of memory \([^)]*\)/g, 'N s, at most N MB of memory')
    .replaceAll(/\d+(?:\.\d)?\s(?:kB|bytes)/g, 'N kB')

const transcript = (parts: readonly (readonly [said: string, answer: string])[]) =>
  steady(parts.map(([said, answer]) => `$ ${said}\n${answer.trimEnd()}\n`).join('\n'))
