import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { run } from '../../src/commands/run.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { RunResult } from '../../src/domain/results/run.ts'
import {
  CHURN_FILES,
  CHURN_ROWS,
  CHURN_YAML,
  MODEL,
  type RealBench,
  realBench,
} from '../support/real-bench.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { expectRefused } from '../support/unchanged.ts'
import { sha256 } from '../support/workbench.ts'

const TRAIN_ROWS = 'tenure,churn\n1,Yes\n2,No\n'
afterEach(() => {
  vi.unstubAllEnvs()
})

const linux = process.platform === 'linux'

/** A model whose commands are these lines of shell. */
async function commands(lines: Readonly<Record<string, string>>, yaml = CHURN_YAML): Promise<RealBench> {
  const keys = Object.entries(lines).map(([key, line]) => {
    const more = key === 'train' ? ', data: data/train.csv, seed: 7' : ''
    return `${key}: {command: ${JSON.stringify(line)}${more}}\n`
  })
  return realBench({
    ...CHURN_FILES,
    [`${MODEL}/model.yaml`]: `${yaml}${keys.join('')}`,
    'data/train.csv': TRAIN_ROWS,
  })
}

async function ran(
  where: RealBench,
  command: string,
  input: Readonly<Record<string, unknown>> = {},
  watch: Parameters<typeof run.execute>[2] = {},
): Promise<RunResult> {
  const given = { model: 'churn', command, ...input }
  // In a place of its own: other tests run meanwhile, and have folders too.
  const place = await temporaryFolder()
  vi.stubEnv('TMPDIR', place)
  const result = (await run.execute(given, where.ports, watch)) as RunResult
  expect(Result.parse(result)).toEqual(result)
  expect(await readdir(place)).toEqual([])
  return result
}

/** Whether a process is there and no zombie. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

async function untilGone(where: RealBench): Promise<void> {
  const pid = Number(await readFile(join(where.root, 'pid'), 'utf8'))
  expect(pid).toBeGreaterThan(0)
  await vi.waitUntil(() => !isAlive(pid), { timeout: 10_000 })
}

describe('a command', () => {
  test.each(['lint', 'test'])(
    '%s runs in the root, passes by its status alone, and may leave nothing',
    async step => {
      const where = await commands({
        [step]: 'cat "$MODELYARD_DATA" && test "$MODELYARD_SEED" = 7',
        train: 'false',
      })
      const result = await ran(where, step)
      expect(result).toMatchObject({
        outcome: 'passed',
        commit: await where.git('rev-parse', 'HEAD'),
        command: { step, status: 0, 'memory-limit': 'none', said: TRAIN_ROWS.trim().split('\n') },
        seed: 7,
        made: [],
        next: [],
      })
      expect(result).not.toHaveProperty('data')
    },
  )

  test('that fails is an answer with its last words', async () => {
    const where = await commands({ lint: 'seq 100; echo "train.py:1: unused" >&2; exit 3' })
    const result = await ran(where, 'lint')
    expect(result).toMatchObject({ outcome: 'failed', command: { status: 3 } })
    expect(result.command.said).toHaveLength(30)
    expect(result.command.said.at(-1)).toBe('train.py:1: unused')
    expect(result).not.toHaveProperty('why')
  })

  test('that is edited and not committed runs as it stands on disk', async () => {
    const where = await commands({ lint: 'false' })
    await where.write({ [`${MODEL}/model.yaml`]: `${CHURN_YAML}lint: {command: "true"}\n` })
    expect(await ran(where, 'lint')).toMatchObject({ outcome: 'passed' })
  })

  test('that model.yaml does not have is an error that names the key', async () => {
    const where = await commands({ lint: 'true' })
    for (const step of ['test', 'train', 'predict'])
      await expectRefused(where.root, () => ran(where, step), { code: 'bad-input', message: step })
    await expectRefused(where.root, () => ran(where, 'serve'), { code: 'bad-input' })
  })

  test('of a test keeps its report, also where tests fail', async () => {
    const report = '<testsuite tests="1"/>'
    const where = await commands({ test: `printf '${report}' > "$MODELYARD_OUT/tests.xml"; exit 1` })
    expect(await ran(where, 'test', { out: join(where.root, 'kept') })).toMatchObject({
      outcome: 'failed',
      made: [{ name: 'tests.xml', sha256: sha256(report), bytes: report.length }],
    })
    expect(await readFile(join(where.root, 'kept/tests.xml'), 'utf8')).toBe(report)
  })

  test('of a test may leave a link, whose digest nobody can take', async () => {
    const result = await ran(await commands({ test: 'ln -s / "$MODELYARD_OUT/current"' }), 'test')
    expect(result).toMatchObject({ outcome: 'passed', made: [], remarks: [expect.stringContaining('link')] })
    expect(result.remarks.join()).not.toContain('modelyard-run-')
  })

  test('leaves what it likes, of which a hundred things are listed', async () => {
    const where = await commands({
      test: 'cd "$MODELYARD_OUT" && for i in $(seq 150); do echo $i > f$i; done',
    })
    const result = await ran(where, 'test')
    expect(result.made).toHaveLength(100)
    expect(result.remarks).toEqual(['50 more things were left'])
  })
})

describe('a training', () => {
  const copy = 'cp "$MODELYARD_DATA" "$MODELYARD_OUT/model.bin"'

  test('of another commit runs its code on its data, and leaves the checkout as it is', async () => {
    const where = await commands({ train: 'cat train.txt "$MODELYARD_DATA" > "$MODELYARD_OUT/model.bin"' })
    await where.commit('before', { 'train.txt': 'before\n' })
    const before = await where.git('rev-parse', 'HEAD')
    await where.commit('after', { 'train.txt': 'after\n', 'data/train.csv': 'tenure,churn\n' })
    await where.write({ 'train.txt': 'not committed\n', 'sample.csv': 'tenure,churn\n1,Yes\n' })
    const data = join(where.root, 'sample.csv')
    const made = async (input: Readonly<Record<string, unknown>>) =>
      (await ran(where, 'train', input)).made[0]?.sha256
    expect(await ran(where, 'train', { at: 'HEAD^' })).toMatchObject({
      outcome: 'passed',
      commit: before,
      data: { uri: 'data/train.csv', sha256: sha256(TRAIN_ROWS) },
      made: [{ sha256: sha256(`before\n${TRAIN_ROWS}`) }],
    })
    expect(await made({ at: 'HEAD^', data })).toBe(sha256('before\ntenure,churn\n1,Yes\n'))
    expect(await made({ at: 'HEAD', data })).toBe(sha256('after\ntenure,churn\n1,Yes\n'))
    expect(await made({ data })).toBe(sha256('not committed\ntenure,churn\n1,Yes\n'))
    expect(await where.git('status', '--porcelain')).toBe(' M train.txt\n?? sample.csv')
    await expect(ran(where, 'train', { at: 'none' })).rejects.toMatchObject({ code: 'unknown-name' })
  })

  test('reads the data of model.yaml or what is named, and leaves a model', async () => {
    const where = await commands({ train: `test -z "$(ls -A "$MODELYARD_OUT")" && ${copy}` })
    expect(await ran(where, 'train')).toMatchObject({
      outcome: 'passed',
      data: { uri: 'data/train.csv', sha256: sha256(TRAIN_ROWS) },
      made: [{ name: 'model.bin', sha256: sha256(TRAIN_ROWS) }],
      seed: 7,
    })
    await where.write({ 'sample.csv': 'tenure,churn\n1,Yes\n' })
    const data = join(where.root, 'sample.csv')
    expect(await ran(where, 'train', { data })).toMatchObject({
      data: { uri: data },
      made: [{ name: 'model.bin', sha256: sha256('tenure,churn\n1,Yes\n') }],
    })
  })

  test('may leave a folder, and metrics and params beside it', async () => {
    const where = await commands({
      train: `cd "$MODELYARD_OUT" && mkdir -p model/b && echo 1 > model/a && echo 2 > model/b/c && echo '{"auc": 0.8}' > metrics.json && echo '{"a": {"b": "c"}}' > params.json`,
    })
    expect(await ran(where, 'train')).toMatchObject({
      outcome: 'passed',
      made: [{ name: 'metrics.json' }, { name: 'model', files: 2, bytes: 4 }, { name: 'params.json' }],
    })
  })

  test.each([
    ['nothing', 'true', /MODELYARD_OUT is empty/],
    ['other files', 'echo 1 > "$MODELYARD_OUT/weights.bin"', /weights.bin/],
    ['two models', `${copy} && cp "$MODELYARD_OUT/model.bin" "$MODELYARD_OUT/model.pkl"`, /2 models/],
    ['an empty model', ': > "$MODELYARD_OUT/model.bin"', /empty/],
    ['a link', 'ln -s /etc/hostname "$MODELYARD_OUT/model.bin"', /link/],
    ['no folder any more', 'rm -r "$MODELYARD_OUT"', /not there/],
    ['a link in place of the folder', 'rm -r "$MODELYARD_OUT" && ln -s /etc "$MODELYARD_OUT"', /link/],
    ['metrics that are none', `${copy} && echo '{"auc": "high"}' > "$MODELYARD_OUT/metrics.json"`, /auc/],
    ['params that are no JSON', `${copy} && echo '{' > "$MODELYARD_OUT/params.json"`, /JSON/],
    ['endless metrics', `${copy} && yes | head -c 2000000 > "$MODELYARD_OUT/metrics.json"`, /1 MiB/],
  ])('that leaves %s fails, and says why', async (_, train, why) => {
    const result = await ran(await commands({ train }), 'train')
    expect(result).toMatchObject({ outcome: 'failed', command: { status: 0 } })
    expect(result.why).toMatch(why)
    expect(result.why).not.toContain('modelyard-run-')
  })

  test('has no data where there is none, or where it lies behind a link that leads out', async () => {
    const where = await commands({ train: copy })
    await where.git('rm', '-rq', 'data')
    await expectRefused(where.root, () => ran(where, 'train'), { code: 'bad-data' })
    await symlink(tmpdir(), join(where.root, 'data'))
    await expectRefused(where.root, () => ran(where, 'train'), { code: 'path-escape' })
  })
})

describe('a prediction', () => {
  const predict = `node -e '
    const { MODELYARD_DATA, MODELYARD_OUT, MODELYARD_MODEL } = process.env
    const { readFileSync, writeFileSync } = require("node:fs")
    const [header, ...rows] = readFileSync(MODELYARD_DATA, "utf8").trim().split("\\n")
    if (header.includes("churn")) process.exit(9)
    const probability = readFileSync(MODELYARD_MODEL, "utf8").trim()
    writeFileSync(MODELYARD_OUT + "/predictions.csv", "probability\\n" + rows.map(() => probability + "\\n").join(""))
  '`
  const rows = CHURN_ROWS.trim().split('\n').length - 1

  async function predicting(line = predict): Promise<{ where: RealBench; artifact: string }> {
    const where = await commands({ predict: line })
    await where.write({ 'model.pkl': '0.25\n' })
    return { where, artifact: join(where.root, 'model.pkl') }
  }

  test('gets the model and the rows without the target, and its rows are counted', async () => {
    const { where, artifact } = await predicting()
    const out = join(where.root, 'made')
    expect(await ran(where, 'predict', { artifact, out })).toMatchObject({
      outcome: 'passed',
      data: { uri: 'data/test.csv', rows },
      artifact: sha256('0.25\n'),
      predictions: rows,
      made: [{ name: 'predictions.csv' }],
      out,
    })
    expect(await readdir(out)).toEqual(['predictions.csv'])
    await where.write({ 'new.csv': 'phone_service\n1\n0\n' })
    const data = join(where.root, 'new.csv')
    expect(await ran(where, 'predict', { artifact, data })).toMatchObject({
      outcome: 'passed',
      predictions: 2,
    })
  })

  test.each([
    ['nothing', 'true', /no predictions.csv/],
    ['too few rows', `${predict} && sed -i '$d' "$MODELYARD_OUT/predictions.csv"`, /holds 3 rows/],
    ['other columns', 'echo "a\n1" > "$MODELYARD_OUT/predictions.csv"', /predictions.csv/],
    [
      'no file',
      'mkdir -p "$MODELYARD_OUT/predictions.csv/a" && echo 1 > "$MODELYARD_OUT/predictions.csv/a/b"',
      /no predictions.csv/,
    ],
  ])('that leaves %s fails, and says why', async (_, line, why) => {
    const { where, artifact } = await predicting(line)
    const result = await ran(where, 'predict', { artifact })
    expect(result).toMatchObject({ outcome: 'failed', command: { status: 0 } })
    expect(result.why).toMatch(why)
    expect(result.why).not.toContain('modelyard-run-')
  })

  test('needs a model, which no other command takes', async () => {
    const { where, artifact } = await predicting()
    await expectRefused(where.root, () => ran(where, 'predict'), { code: 'bad-input' })
    await expectRefused(where.root, () => ran(where, 'predict', { artifact: `${artifact}.none` }), {
      code: 'bad-artifact',
    })
    const other = await commands({ lint: 'true' })
    await expectRefused(other.root, () => ran(other, 'lint', { artifact }), { code: 'bad-input' })
  })
})

describe('what it made', () => {
  test('is kept in a new folder, and never among other things', async () => {
    const where = await commands({ train: 'echo 1 > "$MODELYARD_OUT/model.bin"' })
    const out = join(where.root, 'kept/here')
    expect(await ran(where, 'train', { out })).toMatchObject({ out })
    expect(await readdir(out)).toEqual(['model.bin'])
    await expectRefused(where.root, () => ran(where, 'train', { out }), { code: 'bad-input' })
  })
})

describe('the surroundings', () => {
  const SECRETS = {
    ...{ GITHUB_TOKEN: 'ghs_1', GITHUB_ENV: '/r/env', GITHUB_PATH: '/r/path', GITHUB_OUTPUT: '/r/output' },
    ...{
      GITHUB_STATE: '/r/state',
      GITHUB_STEP_SUMMARY: '/r/summary',
      GH_TOKEN: 'ghs_2',
      INPUT_TOKEN: 'ghs_3',
    },
    ...{
      ACTIONS_RUNTIME_TOKEN: 'ey1',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'ey2',
      ACTIONS_RESULTS_URL: 'https://r',
    },
    ...{
      AWS_SECRET_ACCESS_KEY: 'aws',
      PYPI_PASSWORD: 'pw',
      NODE_OPTIONS: '--no-warnings',
      GIT_ASKPASS: '/r/ask',
    },
  }

  test('hold no token, none of the files of a runner and nothing else of ours', async () => {
    const where = await commands({ lint: 'env | cut -d= -f1 | sort' })
    for (const [name, value] of Object.entries(SECRETS)) vi.stubEnv(name, value)
    const { said } = (await ran(where, 'lint')).command
    expect(said).toEqual(expect.arrayContaining(['MODELYARD_OUT', 'MODELYARD_SEED', 'PATH']))
    expect(said.filter(name => name in SECRETS || /^(?:GITHUB|ACTIONS|INPUT|RUNNER)_/.test(name))).toEqual([])
  })

  test('name no file of a runner to write to, and what is said comes behind the name of the command', async () => {
    const where = await commands({
      lint: 'echo x >> "$GITHUB_ENV"; echo x >> "$GITHUB_PATH"; echo "::set-env name=A::b"; exit 1',
    })
    const files = { GITHUB_ENV: join(where.root, '.git/env'), GITHUB_PATH: join(where.root, '.git/path') }
    for (const [name, value] of Object.entries(files)) vi.stubEnv(name, value)
    const said: string[] = []
    await ran(where, 'lint', {}, { progress: step => said.push(step) })
    expect(Object.values(files).filter(file => existsSync(file))).toEqual([])
    expect(said).toContain('lint: ::set-env name=A::b')
    expect(said.filter(line => line.startsWith('::'))).toEqual([])
  })
})

describe('a limit', () => {
  test('of time ends it, with what it started', async () => {
    const where = await commands({ lint: 'sleep 300 & echo $! > pid; echo begun; wait' })
    expect(await ran(where, 'lint', { timeoutMinutes: 0.01 })).toMatchObject({
      outcome: 'failed',
      command: { exceeded: 'time', signal: 'SIGKILL', said: ['begun'] },
    })
    await untilGone(where)
  })

  test.runIf(linux)('of memory is kept by the system', async () => {
    const where = await commands({ lint: 'dd if=/dev/zero of=/dev/null bs=400M count=1' })
    expect(await ran(where, 'lint', { memoryGib: 2 })).toMatchObject({ outcome: 'passed' })
    expect(await ran(where, 'lint', { memoryGib: 0.2 })).toMatchObject({
      outcome: 'failed',
      command: { 'memory-limit': 'system' },
    })
  })

  test.runIf(linux)('or not, the most that it held is told', async () => {
    const hold = 'node -e "const b = Buffer.alloc(200 * 2 ** 20, 1); setTimeout(() => b, 600)"'
    const { command } = await ran(await commands({ lint: hold }), 'lint')
    expect(command['peak-bytes']).toBeGreaterThan(200 * 2 ** 20)
  })
})

describe('nothing lives on', () => {
  const leavers = [
    ['in the background', 'sleep 300 & echo $! > pid'],
    [
      'in a session of its own',
      `setsid sh -c 'echo $$ > pid; exec sleep 300' > /dev/null 2>&1 & while [ ! -s pid ]; do :; done`,
    ],
    [
      'as a daemon',
      `(setsid nohup sh -c 'echo $$ > pid; exec sleep 300' > /dev/null 2>&1 &); while [ ! -s pid ]; do :; done`,
    ],
  ] as const

  test.runIf(linux).each(leavers)('of what it leaves %s', async (_, line) => {
    const where = await commands({ train: `echo 1 > "$MODELYARD_OUT/model.bin"; ${line}` })
    expect(await ran(where, 'train')).toMatchObject({ outcome: 'passed' })
    await untilGone(where)
  })

  test('when it is interrupted, which is an error', async () => {
    const where = await commands({ train: 'sleep 300 & echo $! > pid; echo up; wait' })
    const interruption = new AbortController()
    const progress = (step: string) => step === 'train: up' && interruption.abort()
    await expect(ran(where, 'train', {}, { signal: interruption.signal, progress })).rejects.toMatchObject({
      code: 'interrupted',
    })
    await untilGone(where)
  })
})
