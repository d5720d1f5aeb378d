import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { DEFINITIONS } from '../../cli/definitions.generated.ts'
import { HELP } from '../../cli/help.generated.ts'
import { addIssue, addPull } from '../../sandbox/state/issues.ts'
import { openGitHubComments, openGitHubIssues, openGitHubStatuses } from '../../src/adapters/github/index.ts'
import type { CommandFacts } from '../../src/commands/define.ts'
import type { Result } from '../../src/domain/results/index.ts'
import type { People, Ports } from '../../src/ports.ts'
import { fakeAfterMerge } from '../fakes/after-merge.ts'
import { fakeRuns } from '../fakes/runs.ts'
import { alertBody } from '../support/alerts.ts'
import { type Answer, answerTo, wordsOf } from '../support/answer.ts'
import { modelyard } from '../support/command-line.ts'
import { fixture } from '../support/fixture-models.ts'
import { contextAt } from '../support/github-server.ts'
import { addHistory, monitorRun, runFiles } from '../support/monitor-runs.ts'
import { labels, predicted } from '../support/predicted-in-production.ts'
import { exampleBench } from '../support/real-bench.ts'
import { RESULTS } from '../support/results.ts'
import { openScene } from '../support/sandbox.ts'
import {
  forAllTests,
  type TemporaryRepository,
  temporaryFolder,
  temporaryRepository,
} from '../support/temporary.ts'

const COMMAND_FACTS: readonly CommandFacts[] = await Promise.all(Object.values(COMMANDS).map(load => load()))

/** Where an example is run, and what must come of it. */
interface Scene {
  /** What the repository holds beside the example's registry; `new`: a repository without one. */
  readonly before?: (repository: TemporaryRepository) => Promise<unknown>
  readonly new?: true
  /** Whether it speaks to GitHub: pull request 128 of a stand-in. */
  readonly github?: true
  readonly kind: Result['kind']
  readonly status?: 0 | 1
  readonly change?: 'planned' | 'branched' | 'merged' | 'unchanged'
  /** A word of the answer. */
  readonly says: string
}

const HEAD = 'a'.repeat(40)
const UNAPPROVED = ['--merge', '--unapproved', 'a test']

const newData = ({ write }: TemporaryRepository) =>
  write({
    'data/train.csv': 'tenure,churned\n1,yes\n2,no\n',
    'data/test.csv': 'tenure,churned\n3,yes\n4,no\n',
  })

/** The test rows without the last. */
async function october({ root, write }: TemporaryRepository): Promise<void> {
  const rows = await readFile(join(root, 'examples/telco-churn/data/test.csv'), 'utf8')
  await write({ 'data/october.csv': rows.replace(/[^\n]+\n$/, '') })
}

const newModel = ({ write }: TemporaryRepository) =>
  write({ 'model.onnx': fixture('models/telco-churn/v7/model.onnx'), 'metrics.json': '{"roc-auc": 0.85}' })

/** What earlier steps left. */
async function answers({ root, write }: TemporaryRepository): Promise<void> {
  const { result } = await answerTo(root, ['compare', 'telco-churn', '2', '5', '--no-evidence'])
  await write({
    'comparison.json': JSON.stringify(result),
    'lint.json': JSON.stringify(RESULTS.run),
    'tests.json': JSON.stringify(RESULTS['test-report']),
  })
}

/** GitHub as the command line would reach it, with an open pull request 128. */
/** An alert that a workflow opened. */
const ALERT = { author: 'github-actions[bot]', body: alertBody('telco-churn') }

async function standIn(): Promise<Partial<Ports>> {
  const { sandbox, repository, token } = await openScene({
    pull_requests: 'write',
    issues: 'write',
    statuses: 'write',
  })
  repository.commits.add(HEAD)
  for (let number = 1; number < 128; number += 1)
    addIssue(sandbox.world, repository, number === 12 ? ALERT : { author: 'ada', title: `issue ${number}` })
  addPull(sandbox.world, repository, { author: 'ada', headSha: HEAD, baseSha: 'b'.repeat(40) })
  const context = { ...contextAt(sandbox.url, { token: token.value }), sha: HEAD }
  const { deployments, ...after } = fakeAfterMerge()
  return {
    ...after,
    issues: openGitHubIssues(context),
    deployments: {
      ...deployments,
      start: async () => ({ is: 'started', id: 77, url: 'https://github.com/acme/models/actions/runs/77' }),
    },
    runs: { ...fakeRuns(), startedSince: async () => [] },
    comments: openGitHubComments(context),
    statuses: openGitHubStatuses(context),
  }
}

/** Version 6 in staging, compared with the champion for the policy of production. */
async function challenger(repository: TemporaryRepository): Promise<void> {
  await newModel(repository)
  const { root } = repository
  await answerTo(root, ['register', 'telco-churn', join(root, 'model.onnx'), '--merge'])
  await answerTo(root, ['compare', 'telco-churn'])
  expect(
    (await answerTo(root, ['promote', 'telco-churn', '6', 'staging', ...UNAPPROVED])).result,
  ).toMatchObject({
    status: 'merged',
  })
}

/** Version 6, which a line of shell makes and can make again. */
async function trained(repository: TemporaryRepository): Promise<void> {
  const { root, commit } = repository
  const path = 'registry-data/models/telco-churn/model.yaml'
  const definition = await readFile(join(root, path), 'utf8')
  const again = 'cp made/again.onnx "$MODELYARD_OUT/model.onnx"'
  await commit('Train by a copy', {
    [path]: definition.replace('node examples/telco-churn/train.ts', again),
    'made/again.onnx': fixture('models/telco-churn/v7/model.onnx'),
  })
  await newModel(repository)
  await answerTo(root, ['register', 'telco-churn', join(root, 'model.onnx'), '--merge'])
}

/** A training that copies, and a sample of its data. */
async function sampled(repository: TemporaryRepository): Promise<void> {
  await trained(repository)
  const { root } = repository
  await answerTo(root, ['sample', 'telco-churn', '--out', join(root, 'train.sample.csv')])
}

/** A run of monitoring that found nothing. */
const watched = (repository: TemporaryRepository) =>
  addHistory(repository, runFiles([monitorRun({ model: 'telco-churn' })]))

/** What `monitor` printed. */
const looked = ({ write }: TemporaryRepository) =>
  write({ 'drift.json': JSON.stringify({ ...RESULTS.drift, model: 'telco-churn' }) })

/** A registry that lists a workflow which trains models again. */
const retrains = ({ commit }: TemporaryRepository) =>
  commit('Retrain', {
    '.github/modelyard.yml':
      'registry: registry-data\nworkflows: [.github/workflows/modelyard-retrain.yml]\n',
  })

/** Rows that production saw. */
const monitored =
  (...files: readonly string[]) =>
  async ({ root }: TemporaryRepository): Promise<void> => {
    for (const file of files) await cp(join(root, 'examples/telco-churn/data/test.csv'), join(root, file))
  }

/** Rows that production saw yesterday. */
async function seenYesterday({ root, write }: TemporaryRepository): Promise<void> {
  const [header, ...rows] = (await readFile(join(root, 'examples/telco-churn/data/test.csv'), 'utf8'))
    .trimEnd()
    .split('\n')
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  const seen = [`${header},seen_at`, ...rows.map(row => `${row},${yesterday}`)]
  await write({ 'seen/2026-a.csv': `${seen.join('\n')}\n` })
}

/** Rows that production saw, and what was predicted of them. */
async function scored({ root, write }: TemporaryRepository): Promise<void> {
  const rows = await readFile(join(root, 'examples/telco-churn/data/test.csv'), 'utf8')
  const probabilities = rows
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((_, row) => (row % 100) / 100)
  await write({ 'seen.csv': rows, 'predictions.csv': `probability\n${probabilities.join('\n')}\n` })
}

/** A model that promises something, and a log of what served it. */
async function promising({ root }: TemporaryRepository): Promise<void> {
  const path = join(root, 'registry-data/models/telco-churn/model.yaml')
  const sla = 'sla: {operations: [{measure: p95, max: 250ms}, {measure: error-rate, max: 1%}]}\n'
  await writeFile(path, `${await readFile(path, 'utf8')}${sla}`)
  const line = (row: number) => JSON.stringify({ duration_ms: row % 200, status: 200 })
  await writeFile(
    join(root, 'access.jsonl'),
    `${Array.from({ length: 1000 }, (_, row) => line(row)).join('\n')}\n`,
  )
}

/** What a model predicted in production, and its labels. */
const predictedRows =
  (...files: readonly string[]) =>
  async ({ write }: TemporaryRepository): Promise<void> => {
    await write({ 'predictions.csv': predicted() })
    for (const file of files) await write({ [file]: labels() })
  }

const sixth = async (repository: TemporaryRepository) => {
  await newModel(repository)
  const { root } = repository
  await answerTo(root, ['register', 'telco-churn', join(root, 'model.onnx'), '--merge'])
}

/** Version 6 with reports of its tests. */
async function tested(repository: TemporaryRepository): Promise<void> {
  await sixth(repository)
  await repository.write({
    'tests.xml':
      '<testsuite name="pytest" tests="1"><testcase classname="t" name="a" time="0.1"/></testsuite>',
    'out.txt': 'TAP version 13\n1..2\nok 1 - loads\nok 2 - scores\n',
  })
}

/** Two models and rows, and no registry. */
const twoFiles = ({ write }: TemporaryRepository) =>
  write({
    'a.onnx': fixture('models/telco-churn/v3/model.onnx'),
    'b.onnx': fixture('models/telco-churn/v3/model.onnx'),
    'test.csv':
      'phone_service,paperless_billing,streaming_tv,churn\n1,1,Yes,Yes\n1,0,No,No\n0,1,No internet service,No\n1,1,No,Yes\n',
  })

const fourServes = ({ root }: TemporaryRepository) =>
  answerTo(root, ['rollback', 'telco-churn', 'production', '4', ...UNAPPROVED])

async function shadow(repository: TemporaryRepository): Promise<void> {
  await fourServes(repository)
  await answerTo(repository.root, ['alias', 'telco-churn', 'shadow', '4', '--merge'])
}

const SCENES: Readonly<Record<string, Scene>> = {
  'modelyard init': { new: true, before: newData, kind: 'initialization', says: 'you said so' },
  'modelyard init churn --target churned --positive-class yes --yes': {
    new: true,
    before: newData,
    kind: 'initialization',
    says: 'added registry-data/models/churn/model.yaml',
  },
  'modelyard init --approvers @acme/leads': {
    new: true,
    before: newData,
    kind: 'initialization',
    says: 'CODEOWNERS',
  },
  'modelyard validate': { kind: 'validation', says: 'No error' },
  'modelyard validate --base origin/main': {
    before: ({ git }) => git('update-ref', 'refs/remotes/origin/main', 'HEAD'),
    kind: 'validation',
    says: 'No error in HEAD against origin/main',
  },
  'modelyard register telco-churn model.onnx --metrics metrics.json': {
    before: newModel,
    kind: 'registration',
    change: 'branched',
    says: 'roc-auc 0.850',
  },
  'modelyard register telco-churn model.pkl --tag team=fraud --merge': {
    before: ({ write }) => write({ 'model.pkl': Buffer.from('80049503000000000000004e2e', 'hex') }),
    kind: 'registration',
    change: 'merged',
    says: 'pickle',
  },
  'modelyard show': { kind: 'model-list', says: 'telco-churn' },
  'modelyard show telco-churn': { kind: 'model', says: 'champion    5' },
  'modelyard show telco-churn champion': { kind: 'version', says: 'telco-churn version 5' },
  "modelyard search 'metrics.roc-auc > 0.82 and stage != archived'": {
    kind: 'search',
    says: '1 version of 5',
  },
  "modelyard search \"tags.team like 'fraud%'\" --order 'metrics.roc-auc desc' --limit 5": {
    kind: 'search',
    says: '0 versions of 5',
  },
  'modelyard history telco-churn': { kind: 'history', says: '5: staging → production, replaces 2' },
  'modelyard history telco-churn --monitor': {
    before: watched,
    kind: 'monitor-history',
    says: '2026-03-01 10:00',
  },
  'modelyard history telco-churn --as-of 2026-10-01': { kind: 'history', says: 'as of 2026-10-01' },
  'modelyard diff telco-churn champion latest': { kind: 'difference', says: 'alike in everything' },
  'modelyard evaluate telco-churn latest': { kind: 'evaluation', says: 'version 5 on 1,409 rows' },
  'modelyard evaluate telco-churn 5 --importance': { kind: 'evaluation', says: 'most: tenure' },
  'modelyard evaluate telco-churn 5 --data data/october.csv --no-evidence': {
    before: october,
    kind: 'evaluation',
    says: '(not pinned, 1,408 rows)',
  },
  'modelyard compare telco-churn': { kind: 'comparison', status: 1, says: 'Same predictions' },
  'modelyard compare telco-churn 2 5 --report report.md': {
    kind: 'comparison',
    status: 1,
    says: 'version 5 is worse than the champion, version 2',
  },
  'modelyard compare --champion a.onnx --challenger b.onnx --data test.csv --target churn --positive-class Yes':
    { new: true, before: twoFiles, kind: 'comparison', status: 1, says: 'Same predictions' },
  'modelyard gates telco-churn 5 production': { kind: 'gates', says: 'production' },
  'modelyard gates telco-churn challenger production --explain': {
    before: challenger,
    kind: 'gates',
    says: 'not-worse-by',
  },
  'modelyard reproduce telco-churn latest': { before: trained, kind: 'reproduction', says: 'same bytes' },
  'modelyard reproduce telco-churn 6 --tolerance 0.001 --minutes 10 --memory-mib 4096': {
    before: trained,
    kind: 'reproduction',
    says: 'same bytes',
  },
  'modelyard alert telco-churn --files drift.json': {
    before: looked,
    github: true,
    kind: 'alerts',
    says: 'issues are brought up to date by the runs of a workflow alone',
  },
  'modelyard snooze 7d 12': { github: true, kind: 'alert-note', says: 'Snoozed' },
  'modelyard ack 12': { github: true, kind: 'alert-note', says: 'looks after' },
  'modelyard tests telco-churn latest tests.xml': { before: tested, kind: 'test-report', says: '1' },
  'modelyard tests telco-churn 6 out.txt --report-format tap --no-evidence': {
    before: tested,
    kind: 'test-report',
    says: '2',
  },
  'modelyard evidence add telco-churn 6 --name "privacy review" --passed --note "see TICKET-12"': {
    before: sixth,
    kind: 'custom-evidence',
    says: 'privacy review',
  },
  'modelyard evidence add telco-churn 6 --name load-test --value rps=1200 --value errors=0': {
    before: sixth,
    kind: 'custom-evidence',
    says: 'load-test',
  },
  'modelyard bench telco-churn 2 5 --seconds 2': {
    kind: 'latency',
    says: 'version 5 against version 2',
  },
  'modelyard bench telco-churn --rows-per-request 256 --seconds 2 --no-evidence': {
    kind: 'latency',
    says: 'requests of 256 rows',
  },
  'modelyard contract telco-churn latest': { kind: 'contract', says: 'version 5 keeps its contract' },
  'modelyard contract telco-churn 4 --no-evidence': {
    kind: 'contract',
    status: 1,
    says: 'removed `float_input`',
  },
  'modelyard promote telco-churn 5 production --dry-run': {
    kind: 'move',
    change: 'unchanged',
    says: 'in production already',
  },
  'modelyard promote telco-churn challenger production --reason "better recall"': {
    before: challenger,
    kind: 'move',
    change: 'branched',
    says: 'better recall',
  },
  'modelyard rollback telco-churn production': { kind: 'move', change: 'branched', says: '5 → 2' },
  'modelyard rollback telco-churn production 2 --reason "recall fell"': {
    kind: 'move',
    change: 'branched',
    says: 'recall fell',
  },
  'modelyard archive telco-churn 3 --reason "worse on every metric"': {
    kind: 'move',
    change: 'unchanged',
    says: 'Nothing to do',
  },
  'modelyard archive telco-churn 3 --purge': {
    kind: 'move',
    change: 'branched',
    says: 'its bytes are removed',
  },
  'modelyard alias telco-churn shadow 4': {
    before: fourServes,
    kind: 'move',
    change: 'branched',
    says: 'nothing → 4',
  },
  'modelyard run telco-churn train --out trained': {
    before: trained,
    kind: 'run',
    says: 'model.onnx',
  },
  'modelyard run telco-churn train --data train.sample.csv --timeout-minutes 5 --memory-gib 2': {
    before: sampled,
    kind: 'run',
    says: 'train.sample.csv',
  },
  'modelyard sample telco-churn': { before: async () => {}, kind: 'sample', says: 'train.sample.csv' },
  'modelyard sample telco-churn --rows 500 --stratify senior_citizen --out sample.csv': {
    before: async () => {},
    kind: 'sample',
    says: '500 of',
  },
  'modelyard sample telco-churn --data seen.csv --uncertain predictions.csv --rows 50': {
    before: scored,
    kind: 'sample',
    says: '50 of',
  },
  'modelyard monitor telco-churn current.csv': {
    before: monitored('current.csv'),
    kind: 'drift',
    says: 'what production sees',
  },
  'modelyard monitor telco-churn march.csv --reference february.csv': {
    before: monitored('march.csv', 'february.csv'),
    kind: 'drift',
    says: 'No drift',
  },
  "modelyard monitor telco-churn 'seen/2026-*.csv' --time seen_at --window 7d": {
    before: seenYesterday,
    kind: 'drift',
    says: 'No drift',
  },
  'modelyard retrain telco-churn --decide': { kind: 'retraining', says: 'only a person asks for it' },
  'modelyard retrain telco-churn --decide --rows 7043': { kind: 'retraining', says: 'Not due' },
  'modelyard retrain telco-churn': {
    before: retrains,
    github: true,
    kind: 'retraining',
    says: 'run 77 of .github/workflows/modelyard-retrain.yml',
  },
  'modelyard retrain --issue 12': {
    before: retrains,
    github: true,
    kind: 'retraining',
    says: 'run 77 of .github/workflows/modelyard-retrain.yml',
  },
  'modelyard service-levels telco-churn --logs access.jsonl': {
    before: promising,
    kind: 'service-levels',
    says: 'Kept: all 2 limits',
  },
  'modelyard service-levels telco-churn --prometheus http://localhost:9090 --window 24h': {
    before: promising,
    kind: 'service-levels',
    status: 1,
    says: 'Not found out',
  },
  'modelyard performance telco-churn predictions.csv': {
    before: predictedRows(),
    kind: 'performance',
    says: 'metrics in production',
  },
  'modelyard performance telco-churn predictions.csv --labels labels.csv --key customer_id': {
    before: predictedRows('labels.csv'),
    kind: 'performance',
    says: 'metrics in production',
  },
  'modelyard report --files comparison.json --number 128': {
    before: answers,
    github: true,
    kind: 'report',
    says: 'is new on pull request 128',
  },
  'modelyard report --files lint.json --files tests.json --part linux --number 128': {
    before: answers,
    github: true,
    kind: 'report',
    says: 'linux',
  },
  [`modelyard conclude --needs '{"registry":{"result":"success"},"lint":{"result":"success"}}'`]: {
    github: true,
    before: async () => {},
    kind: 'conclusion',
    says: 'passed: registry, lint',
  },
  'modelyard seal': { github: true, kind: 'seal', says: 'seal' },
  'modelyard alias telco-churn shadow --remove': {
    before: shadow,
    kind: 'move',
    change: 'branched',
    says: '4 → nothing',
  },
}

describe('every example of --help works', () => {
  // Examples that need nothing beside it change nothing that another one reads.
  const shared = forAllTests(exampleBench)
  const examples = COMMAND_FACTS.flatMap(({ examples }) => examples.map(({ command }) => command))

  test('and is tried here', () => {
    expect(Object.keys(SCENES).sort()).toEqual([...examples].sort())
  })

  test.each(examples.map(example => [example, SCENES[example] as Scene] as const))(
    '%s',
    async (line, scene) => {
      const own = scene.new ? temporaryRepository : exampleBench
      const repository: TemporaryRepository = scene.before === undefined ? shared() : await own()
      await scene.before?.(repository)
      const github = scene.github ? await standIn() : {}
      const { result, status, printed } = await inFolder(repository.root, line, github)
      expect(result.kind).toBe(scene.kind)
      expect(printed).toContain(scene.says)
      expect('status' in result ? result.status : undefined).toBe(scene.change)
      expect(status).toBe(scene.status ?? 0)
      if (line.includes('--report report.md'))
        expect(await readFile(join(repository.root, 'report.md'), 'utf8')).toContain(
          'version 5 is worse than the champion',
        )
    },
  )
})

/** Somebody who takes every guess. */
const SOMEBODY: People = { present: true, ask: async (_question, fallback) => fallback }

/** Paths in an example are meant from the folder that the user is in. */
async function inFolder(folder: string, line: string, ports: Partial<Ports>): Promise<Answer> {
  const before = process.cwd()
  process.chdir(folder)
  try {
    return await answerTo(folder, wordsOf(line).slice(1), { people: SOMEBODY, ...ports })
  } finally {
    process.chdir(before)
  }
}

describe('help', () => {
  test.each(DEFINITIONS.map(definition => [definition.name, definition] as const))(
    'of %s tells what it does, all it takes, and an example',
    (name, { summary, flags }) => {
      const help = HELP[name] as string
      expect(help).toMatch(/^Usage: modelyard /m)
      expect(help).toContain(summary)
      for (const { flag, negatable, description } of flags) {
        expect(help).toMatch(new RegExp(`--${negatable ? 'no-' : ''}${flag}\\b|\\b${flag.toUpperCase()}\\b`))
        expect(help.replace(/\s+/g, ' ')).toContain(description)
      }
      expect(help).toMatch(new RegExp(`^Examples\n  modelyard ${name}\\b`, 'm'))
      expect(help.split('\n').filter(line => line.length > 120)).toEqual([])
    },
  )

  test('of the program lists every command with its summary', () => {
    for (const { name, summary } of DEFINITIONS)
      expect(HELP.help).toMatch(new RegExp(`^  ${name} +${summary.replace(/[.*+?^$()|[\]]/g, '\\$&')}$`, 'm'))
    expect(HELP.help).toContain('completions')
  })

  test.each([
    [[], 'help'],
    [['--help'], 'help'],
    [['help'], 'help'],
    [['-h'], 'help'],
    [['help', 'promote'], 'promote'],
    [['promote', '--help'], 'promote'],
    [['promote', 'telco-churn', '-h'], 'promote'],
    [['completions', '--help'], 'completions'],
    [['help', 'completions'], 'completions'],
  ])('of %j goes to stdout, needs no repository and ends with 0', async (args, topic) => {
    const ran = await modelyard(await temporaryFolder(), args)
    expect(ran).toEqual({ status: 0, stdout: HELP[topic], stderr: '' })
  })

  test.each([
    [['constructor', '--help'], 'there is no command `constructor`'],
    [['help', 'promot'], 'did you mean modelyard promote?'],
    [['promot', '--help'], 'did you mean modelyard promote?'],
  ])('of %j, which there is not, names the nearest', async (args, said) => {
    const ran = await modelyard(await temporaryFolder(), args)
    expect(ran.status).toBe(2)
    expect(ran.stderr.toLowerCase()).toContain(said.toLowerCase())
  })
})
