import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { openProgress } from '../../cli/progress.ts'
import { wantsColor } from '../../cli/terminal.ts'
import type { Result } from '../../src/domain/results/index.ts'
import { fakeAfterMerge } from '../fakes/after-merge.ts'
import { fakeComments } from '../fakes/comments.ts'
import { FakeTracker, fakeIssues } from '../fakes/issues.ts'
import { fakeStatuses } from '../fakes/statuses.ts'
import { alertBody } from '../support/alerts.ts'
import { answerTo } from '../support/answer.ts'
import { BIN, modelyard } from '../support/command-line.ts'
import { fixture } from '../support/fixture-models.ts'
import { projectRoot } from '../support/imports.ts'
import { addHistory, monitorRun, runFiles } from '../support/monitor-runs.ts'
import { predicted } from '../support/predicted-in-production.ts'
import { CHURN_YAML, exampleBench, registeredBench } from '../support/real-bench.ts'
import { RESULTS } from '../support/results.ts'
import { forAllTests } from '../support/temporary.ts'

const bench = forAllTests(async () => {
  const made = await exampleBench()
  await addHistory(made, runFiles([monitorRun({ model: MODEL })]))
  await made.write({
    '.git/tests.tap': 'TAP version 13\n1..1\nok 1 - loads\n',
    '.git/answer.json': JSON.stringify(RESULTS.gates),
    '.git/predictions.csv': predicted(),
    '.git/drift.json': JSON.stringify({ ...RESULTS.drift, model: 'telco-churn' }),
  })
  return made
})
const MODEL = 'telco-churn'

describe('--json is one document of a published schema', () => {
  const folder = join(projectRoot, 'schemas/results')
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ },
  })
  const schemas = new Map<string, ValidateFunction>(
    readdirSync(folder).map(file => [
      file.replace(/\.json$/, ''),
      ajv.compile(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    ]),
  )

  /** What is wrong with a document by the schema of its kind. */
  function complaints(text: string): unknown {
    const document = JSON.parse(text) as Result
    const validate = schemas.get(document.kind)
    if (validate === undefined) return `there is no schema for ${document.kind}`
    return validate(document) ? [] : validate.errors
  }

  test.each([
    [['init', MODEL]],
    [['validate']],
    [['validate', '--base', 'HEAD']],
    [['register', MODEL, 'examples/telco-churn/data/test.csv', '--dry-run']],
    [['register', MODEL, `registry-data/models/${MODEL}/versions/5/model.onnx`]],
    [['show']],
    [['show', MODEL]],
    [['show', MODEL, '4']],
    [['search', 'metrics.roc-auc > 0.8', '--order', 'tags.team']],
    [['search', 'version > 99']],
    [['history', MODEL]],
    [['history', MODEL, '--as-of', '2026-10-02', '--limit', '2']],
    [['history', MODEL, '--monitor']],
    [['diff', MODEL, '2', '5']],
    [['evaluate', MODEL, '4', '--no-evidence']],
    [['compare', MODEL, '4', '5', '--no-evidence']],
    [['gates', MODEL, '5', 'production']],
    [['bench', MODEL, '4', '5', '--seconds', '1', '--no-evidence']],
    [['contract', MODEL, '5', '--no-evidence']],
    [['sample', MODEL, '--out', '.git/sample.csv']],
    [['monitor', MODEL, 'examples/telco-churn/data/test.csv']],
    [['performance', MODEL, '.git/predictions.csv']],
    [['alert', MODEL, '--files', '.git/drift.json']],
    [['snooze', '7d', '12']],
    [['ack', '12']],
    [['retrain', MODEL, '--decide', '--rows', '8000']],
    [['tests', MODEL, '5', '.git/tests.tap', '--no-evidence']],
    [['evidence', 'add', MODEL, '5', '--name', 'a\u009b\u202eb', '--passed']],
    [['promote', MODEL, '5', 'production']],
    [['promote', MODEL, '3', 'staging']],
    [['promote', MODEL, '3', 'staging', '--dry-run']],
    [['rollback', MODEL, 'production', '--dry-run', '--reason', 'a\u009b\u202eb']],
    [['rollback', MODEL, 'production', '--merge']],
    [['archive', MODEL, '5']],
    [['archive', MODEL, '3', '--purge', '--dry-run']],
    [['alias', MODEL, 'shadow', '5']],
    [['alias', MODEL, 'shadow', '4']],
    [['report', '--files', '.git/answer.json', '--number', '7']],
    [['conclude', '--needs', '{"registry":{"result":"cancelled"}}']],
    [['seal', '--limit', '2']],
  ])('%j', async args => {
    const tracker = new FakeTracker()
    tracker.kept.push({ number: 12, body: alertBody(MODEL), isOpen: true, closedAt: undefined })
    const github = {
      ...fakeAfterMerge(),
      ...fakeIssues(tracker),
      comments: fakeComments(),
      statuses: fakeStatuses('a'.repeat(40)),
    }
    const { printed } = await answerTo(bench().root, [...args, '--json'], github)
    expect(complaints(printed)).toEqual([])
    expect(printed.endsWith('}\n')).toBe(true)
    seen.push([args[0] as string, (JSON.parse(printed) as Result).kind])
  })

  const seen: [command: string, kind: string][] = []

  test('reproduce and run of a training that is a line of shell', async () => {
    const train = `train: {command: 'cp again.onnx "$MODELYARD_OUT/model.onnx"', data: data/train.csv}\n`
    const { root } = await registeredBench({
      files: {
        'registry-data/models/churn/model.yaml': CHURN_YAML + train,
        'data/train.csv': 'tenure,churn\n1,Yes\n2,No\n',
        'again.onnx': fixture('models/telco-churn/v3/model.onnx'),
      },
    })
    const { printed } = await answerTo(root, ['reproduce', 'churn', '1', '--no-evidence', '--json'])
    expect(complaints(printed)).toEqual([])
    expect(JSON.parse(printed)).toMatchObject({ facts: { finding: 'same-bytes' } })
    seen.push(['reproduce', (JSON.parse(printed) as Result).kind])
    const ran = await answerTo(root, ['run', 'churn', 'train', '--json'])
    expect(complaints(ran.printed)).toEqual([])
    expect(JSON.parse(ran.printed)).toMatchObject({ outcome: 'passed', made: [{ name: 'model.onnx' }] })
    seen.push(['run', (JSON.parse(ran.printed) as Result).kind])
  })

  test('service-levels of a model that has some', async () => {
    const { root } = await registeredBench({
      files: {
        'registry-data/models/churn/model.yaml': `${CHURN_YAML}sla: {operations: [{measure: p95, max: 1s}, {measure: throughput, min: 1}]}\n`,
        'access.jsonl': '{"ts":1772323200,"duration_ms":12,"status":200}\nbad\n',
      },
    })
    for (const source of [
      ['--logs', 'access.jsonl'],
      ['--prometheus', 'http://127.0.0.1:1', '--window', '1h'],
    ]) {
      const { printed } = await answerTo(root, ['service-levels', 'churn', ...source, '--json'])
      expect(complaints(printed)).toEqual([])
      seen.push(['service-levels', (JSON.parse(printed) as Result).kind])
    }
  })

  test('every command was asked for every kind that it answers with, and every schema was used', async () => {
    const commands = await Promise.all(Object.values(COMMANDS).map(load => load()))
    const promised = commands.flatMap(({ name, results }) => results.map(kind => `${name}: ${kind}`))
    expect([...new Set(seen.map(pair => pair.join(': ')))].sort()).toEqual(promised.sort())
    // Failures have a test of their own, and a judgement of a whole pull request is the App's.
    const answers = [...schemas.keys()].filter(kind => kind !== 'failure' && kind !== 'judgement')
    expect([...new Set(seen.map(([, kind]) => kind))].sort()).toEqual(answers.sort())
  })

  test('a document that lacks something, or has more, would be found', async () => {
    const { result } = await answerTo(bench().root, ['show'])
    expect(complaints(JSON.stringify({ ...result, commit: undefined }))).toHaveLength(1)
    expect(complaints(JSON.stringify({ ...result, more: 1 }))).toHaveLength(1)
  })

  test('the program prints it on stdout and nothing beside it, refused or not', async () => {
    const shown = await modelyard(bench().root, ['show', MODEL, '--json'])
    expect(shown).toMatchObject({ status: 0, stderr: '' })
    expect(complaints(shown.stdout)).toEqual([])
    const refused = await modelyard(bench().root, ['promote', MODEL, '3', 'staging', '--json'])
    expect(refused).toMatchObject({ status: 1, stderr: '' })
    expect(complaints(refused.stdout)).toEqual([])
    expect(JSON.parse(refused.stdout)).toMatchObject({ status: 'refused' })
  })

  test.each([
    [['show', 'telco-chrun', '--json'], 'unknown-model'],
    [['show', MODEL, '--format', 'json', '--colour'], 'bad-input'],
    [['shwo', '--format=json'], 'unknown-command'],
  ])('of %j, which fails, is on stdout too, of a published schema', async (args, code) => {
    const ran = await modelyard(bench().root, args)
    expect(ran.status).toBe(2)
    expect(complaints(ran.stdout)).toEqual([])
    expect(JSON.parse(ran.stdout)).toMatchObject({ kind: 'failure', code })
    expect(ran.stderr).toContain('Error')
  })
})

describe('colours', () => {
  beforeEach(() => {
    for (const name of ['NO_COLOR', 'FORCE_COLOR']) vi.stubEnv(name, undefined)
    vi.stubEnv('TERM', 'xterm-256color')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test.each([
    [true, {}, true],
    [false, {}, false],
    [undefined, {}, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: 'anything' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('a terminal: %s, with %j: %s', (isTTY, env, wanted) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    expect(wantsColor(isTTY === undefined ? {} : { isTTY })).toBe(wanted)
  })

  const NEITHER = { NO_COLOR: '', FORCE_COLOR: '' }

  test('a pipe gets plain text, unless colours are asked for', async () => {
    const plain = await modelyard(bench().root, ['show', MODEL], { env: NEITHER })
    expect(plain.stdout).not.toContain('\u001b')
    const forced = await modelyard(bench().root, ['show', MODEL], { env: { NO_COLOR: '', FORCE_COLOR: '1' } })
    expect(forced.stdout).toContain('\u001b[32magree\u001b[39m')
    const error = await modelyard(bench().root, ['shwo'], { env: { NO_COLOR: '', FORCE_COLOR: '1' } })
    expect(error.stderr).toContain('\u001b[31mError\u001b[39m')
  })

  test('JSON and Markdown are never coloured', async () => {
    for (const format of ['json', 'markdown']) {
      const args = ['show', MODEL, '--format', format]
      const { stdout } = await modelyard(bench().root, args, { env: { NO_COLOR: '', FORCE_COLOR: '1' } })
      expect(stdout).not.toContain('\u001b')
    }
  })

  // `script` of util-linux gives a program a terminal of its own.
  const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux')

  test.skipIf(!hasScript)('a terminal gets colours (skipped where no `script` can make one)', async () => {
    const line = `${process.execPath} ${BIN} show ${MODEL}`
    const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
      cwd: bench().root,
      env: { ...process.env, TERM: 'xterm' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    expect(await child.stdout.setEncoding('utf8').reduce((all, part) => all + part, '')).toContain(
      '\u001b[32magree\u001b[39m',
    )
  })
})

describe('progress', () => {
  /** What is written to stderr while a step is told at each of these milliseconds. */
  function written(isTTY: boolean, toldAtMs: readonly number[]): string[] {
    const lines: string[] = []
    const write = vi.spyOn(process.stderr, 'write').mockImplementation(text => lines.push(String(text)) > 0)
    const stdout = vi.spyOn(process.stdout, 'write')
    const before = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY')
    Object.defineProperty(process.stderr, 'isTTY', { value: isTTY, configurable: true })
    try {
      let now = 0
      const progress = openProgress(() => now)
      for (const time of toldAtMs) {
        now = time
        progress.say('scoring', time / 20_000)
      }
      progress.end()
      expect(stdout).not.toHaveBeenCalled()
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.stderr, 'isTTY')
      else Object.defineProperty(process.stderr, 'isTTY', before)
      write.mockRestore()
      stdout.mockRestore()
    }
    return lines
  }

  test('is not shown for what is done within a second', () => {
    expect(written(true, [0, 500, 999])).toEqual([])
    expect(written(false, [0, 500, 999])).toEqual([])
  })

  test('stands on one line of a terminal, and is taken away at the end', () => {
    expect(written(true, [1000, 1050, 1100])).toEqual([
      '\r\u001b[Kscoring, 5 %',
      '\r\u001b[Kscoring, 5 %',
      '\r\u001b[K',
    ])
  })

  test('is a line in a log now and then', () => {
    expect(written(false, [1000, 2000, 5000, 11_000, 12_000])).toEqual(['scoring, 5 %\n', 'scoring, 55 %\n'])
  })

  test('of the program goes to stderr alone, beside one document on stdout', async () => {
    const rows = await readFile(join(bench().root, 'examples/telco-churn/data/test.csv'), 'utf8')
    const [header, ...lines] = rows.trimEnd().split('\n')
    await bench().write({ '.git/many.csv': [header, ...lines, ...lines, ...lines, ...lines, ''].join('\n') })
    const args = ['compare', MODEL, '4', '5', '--json', '--no-evidence', '--data']
    // Whether it takes a second is the machine's to say.
    const slow = await modelyard(bench().root, [...args, '.git/many.csv'])
    expect(slow.stderr).toMatch(/^(?:[a-z ]+, \d+ %\n|scoring version \d: \d+ rows\n)*$/)
    expect(JSON.parse(slow.stdout)).toMatchObject({ kind: 'comparison', facts: { rows: 5636 } })
  })
})

describe('the answer', () => {
  test('is Markdown when that is asked for, and the same in a file', async () => {
    const { root } = bench()
    const { status, stdout, stderr } = await modelyard(root, [
      ...['show', MODEL, '--format', 'markdown', '--report', '.git/report.md'],
    ])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^## telco-churn\n\n/)
    expect(await readFile(join(root, '.git/report.md'), 'utf8')).toBe(stdout)
  })

  test('is the same in a narrow terminal: lines are the terminal’s to break', async () => {
    const wide = await modelyard(bench().root, ['history', MODEL], { env: { COLUMNS: '200' } })
    const narrow = await modelyard(bench().root, ['history', MODEL], { env: { COLUMNS: '20' } })
    expect(narrow).toEqual(wide)
  })

  /** Runs the program with an output that nobody reads any more. */
  function unread(args: readonly string[], which: 'stdout' | 'stderr') {
    return new Promise<{ status: number | null; said: string }>(resolve => {
      const child = spawn(process.execPath, [BIN, ...args], {
        cwd: bench().root,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child[which].destroy()
      let said = ''
      child[which === 'stdout' ? 'stderr' : 'stdout'].setEncoding('utf8').on('data', text => {
        said += text
      })
      child.on('close', status => resolve({ status, said }))
    })
  }

  test.each([[['show', MODEL]], [['history', MODEL, '--json']], [['completions', 'bash']], [['--version']]])(
    'of %j ends quietly when its reader has gone',
    async args => {
      expect(await unread(args, 'stdout')).toEqual({ status: 0, said: '' })
    },
  )

  test('of --help ends quietly when its reader has gone', async () => {
    expect(await unread(['--help'], 'stdout')).toEqual({ status: 0, said: '' })
  })

  test('of an error keeps its exit status when nobody reads stderr', async () => {
    expect(await unread(['show', 'nothing'], 'stderr')).toMatchObject({ status: 2 })
  })
})
