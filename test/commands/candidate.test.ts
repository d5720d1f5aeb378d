import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/commands/define.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { validate } from '../../src/commands/validate.ts'
import type { MoveResult } from '../../src/domain/results/move.ts'
import { RegistrationResult } from '../../src/domain/results/registration.ts'
import { render } from '../../src/render/index.ts'
import { SERVING } from '../support/models.ts'
import { artifactDigest, artifactText, evidenceFile, modelFiles } from '../support/registry-files.ts'
import { MODEL_YAML, REGISTRY_FILES, type Workbench, workbench } from '../support/workbench.ts'

const MODEL = 'registry-data/models/churn'
const BRANCH = 'modelyard/churn/candidate'
/** Version 1 in production, 2 in staging, 3 that nobody promoted. */
const FILES = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', { definition: MODEL_YAML, versions: [{}, {}, {}], records: SERVING }),
}

/** What a training and the jobs that measured it left: a model, and evidence at some depth. */
async function trained(version = 4, auc = 0.8): Promise<Workbench> {
  const bench = await workbench({ files: FILES })
  const evidence = Object.entries(evidenceFile('churn', version, auc))
  await bench.write({
    '.git/made/model.onnx': artifactText('churn', version),
    '.git/made/metrics.json': '{"roc-auc": 0.9}',
    '.git/made/params.json': '{"depth": 4}',
    '.git/evidence/other/notes.txt': 'not named as evidence is',
    ...Object.fromEntries(
      evidence.map(([path, text]) => [`.git/evidence/4/${path.split('/').at(-1)}`, text]),
    ),
  })
  return bench
}

async function run<R = RegistrationResult>(
  command: Command,
  { ports }: Workbench,
  input: object,
): Promise<R> {
  return (await command.execute(input, ports, {})) as R
}

const asked = ({ root }: Workbench, more: object = {}) => ({
  model: 'churn',
  trained: join(root, '.git/made'),
  evidence: join(root, '.git/evidence'),
  stage: 'staging',
  ...more,
})

const changed = async (bench: Workbench) =>
  (await bench.git('diff', '--name-status', `main..${BRANCH}`)).split('\n').sort()

describe('a registration with its first promotion', () => {
  test('is one change that holds version, evidence, card, record and pointers, and that validate passes', async () => {
    const bench = await trained()
    const result = await run(register, bench, asked(bench))
    expect(RegistrationResult.parse(result)).toEqual(result)
    expect(result).toMatchObject({
      status: 'branched',
      branch: BRANCH,
      record: { version: 4, metrics: { 'roc-auc': 0.9 }, params: { depth: 4 } },
      promotion: {
        stage: 'staging',
        title: 'register version 4 and promote it to staging',
        version: 4,
        from: 'development',
        to: 'staging',
        displaces: 2,
        aliases: [{ alias: 'challenger', before: 2, after: 4 }],
        record: SERVING.length + 1,
        gates: { outcome: 'passed' },
      },
    })
    const evidence = Object.keys(evidenceFile('churn', 4, 0.8))
    expect(await changed(bench)).toEqual(
      [
        ...[`${MODEL}/promotions/${SERVING.length + 1}.json`, ...evidence].map(path => `A\t${path}`),
        ...['card.md', 'model.onnx', 'version.json'].map(name => `A\t${MODEL}/versions/4/${name}`),
        `M\t${MODEL}/stages.json`,
        `M\t${MODEL}/versions/last.json`,
      ].sort(),
    )
    expect(await bench.git('log', '-1', '--format=%s', BRANCH)).toBe(
      'churn: register version 4 and promote it to staging',
    )
    expect(await run(validate, bench, { base: 'main', at: BRANCH })).toMatchObject({ problems: [] })
    await bench.git('checkout', '-q', BRANCH)
    expect(await run(validate, bench, {})).toMatchObject({ problems: [] })
  })

  test('changes nothing when it is repeated, and is made anew on a newer base', async () => {
    const bench = await trained()
    const first = await run(register, bench, asked(bench))
    bench.ports.clock.advance(86_400_000)
    expect(await run(register, bench, asked(bench))).toMatchObject({
      status: 'unchanged',
      commit: first.commit,
    })
    await bench.commit('A page', { 'docs/a.md': 'words\n' })
    const again = await run(register, bench, asked(bench))
    expect(again).toMatchObject({ status: 'branched', record: { 'created-at': '2026-11-22T10:02:11Z' } })
    expect(await bench.git('rev-parse', `${BRANCH}^`)).toBe(await bench.git('rev-parse', 'main'))
  })

  test('another model of the same base replaces it, and does not take its date', async () => {
    const bench = await trained()
    await run(register, bench, asked(bench))
    bench.ports.clock.advance(86_400_000)
    await bench.write({ '.git/made/model.onnx': artifactText('churn', 5) })
    await bench.write({ [`.git/evidence/${nameOf(5)}`]: textOf(5) })
    const { record, status } = await run(register, bench, asked(bench))
    expect({ status, at: record?.['created-at'] }).toEqual({ status: 'branched', at: '2026-11-22T10:02:11Z' })
    expect(await bench.git('rev-list', '--count', `main..${BRANCH}`)).toBe('1')
  })

  test.for([
    [0.6, 'failed'],
    [undefined, 'inconclusive'],
  ] as const)('proposes nothing where the gates do not pass: %s', async ([auc, outcome]) => {
    const bench = await trained(4, auc)
    const input = auc === undefined ? { evidence: undefined } : {}
    const result = await run(register, bench, asked(bench, input))
    expect(result).toMatchObject({ status: 'refused', outcome, promotion: { gates: { outcome } }, files: [] })
    expect(result.commit).toBeUndefined()
    expect(await bench.git('branch', '--list', BRANCH)).toBe('')
    for (const format of ['text', 'markdown'] as const)
      expect(render(result, format)).toContain('1 of 1 gates of staging did not pass')
  })

  test('shows the move, the gates and who may approve wherever it is shown', async () => {
    const bench = await trained()
    const result = await run(register, bench, asked(bench, { dryRun: true }))
    expect(result.status).toBe('planned')
    expect(await bench.git('branch', '--list', BRANCH)).toBe('')
    const said = [
      render(result, 'text'),
      render(result, 'markdown'),
      bench.ports.reports.renderProposal(result),
    ]
    for (const text of said) {
      expect(text).toContain('register version 4 and promote it to staging')
      expect(text).toContain('development → staging')
      expect(text).toMatch(/ROC AUC/)
      expect(text).toContain('sha256')
    }
  })
})

describe('bytes that are registered already', () => {
  test('are proposed as the version that they are, where no record names it', async () => {
    const bench = await trained(3)
    await bench.write({ [`.git/evidence/${nameOf(3)}`]: textOf(3) })
    const result = await run(register, bench, asked(bench, { commit: 'HEAD' }))
    expect(result).toMatchObject({
      status: 'branched',
      record: { version: 3 },
      promotion: { title: 'promote version 3 to staging', version: 3 },
    })
    expect(await changed(bench)).not.toContainEqual(expect.stringContaining('versions/4'))
    expect(await run(validate, bench, { base: 'main', at: BRANCH })).toMatchObject({ problems: [] })
  })

  test('are hashed again where the registry keeps them, and no promotion of others is proposed', async () => {
    const bench = await trained(3)
    await bench.commit('tampered', { [`${MODEL}/versions/3/model.onnx`]: 'ONNX evil' })
    await bench.write({ [`.git/evidence/${nameOf(3)}`]: textOf(3) })
    const result = await run(register, bench, asked(bench, { commit: 'HEAD' }))
    expect(result.status).toBe('refused')
    expect(JSON.stringify(result)).toContain('hashes to')
    expect(await bench.git('branch', '--list', BRANCH)).toBe('')
  })

  test.for([
    [2, 'staging'],
    [1, 'production'],
  ])('are not proposed a second time where version %s of them stands in %s', async ([version, stage]) => {
    const bench = await trained(Number(version))
    const result = await run(register, bench, asked(bench, { commit: 'HEAD' }))
    expect(result).toMatchObject({ status: 'unchanged', record: { version } })
    expect(result.why).toContain(stage)
  })
})

describe('evidence in a folder', () => {
  test('is taken by a promotion too, and what is about another artifact is not', async () => {
    const bench = await trained(3)
    await bench.write({ [`.git/evidence/${nameOf(9)}`]: textOf(9) })
    const input = {
      model: 'churn',
      version: '3',
      stage: 'staging',
      evidence: join(bench.root, '.git/evidence'),
    }
    const result = await run<MoveResult>(promote, bench, input)
    expect(result).toMatchObject({ status: 'branched', gates: { outcome: 'passed' } })
    expect(result.files.filter(({ path }) => path.includes('/evidence/'))).toHaveLength(1)
  })

  test('that was changed after it was measured is refused', async () => {
    const bench = await trained()
    await bench.write({ [`.git/evidence/4/${nameOf(4)}`]: textOf(4).replace('0.8', '0.9') })
    await expect(run(register, bench, asked(bench))).rejects.toMatchObject({ code: 'digest-mismatch' })
  })

  test('needs a stage', async () => {
    const bench = await trained()
    await expect(run(register, bench, asked(bench, { stage: undefined }))).rejects.toMatchObject({
      code: 'bad-input',
    })
  })
})

describe('what a training left', () => {
  test('is named by its folder or by its file, and not by both', async () => {
    const bench = await trained()
    const artifact = join(bench.root, '.git/made/model.onnx')
    for (const input of [{ artifact }, { trained: undefined }])
      await expect(run(register, bench, asked(bench, input))).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('holds one model', async () => {
    const bench = await trained()
    await bench.write({ '.git/made/model.pkl': 'two' })
    await expect(run(register, bench, asked(bench))).rejects.toMatchObject({ code: 'bad-artifact' })
  })
})

const fileOf = (version: number) => Object.entries(evidenceFile('churn', version, 0.8))[0] as [string, string]
const nameOf = (version: number) => fileOf(version)[0].split('/').at(-1) as string
const textOf = (version: number) => fileOf(version)[1]

test('the evidence is of the version that is told', () => {
  expect(textOf(4)).toContain(artifactDigest('churn', 4))
})
