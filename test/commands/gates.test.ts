import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gates } from '../../src/commands/gates.ts'
import { promote } from '../../src/commands/promote.ts'
import { exitStatusOfOutcome } from '../../src/domain/errors/index.ts'
import type { GatesResult } from '../../src/domain/results/gates.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { MoveResult } from '../../src/domain/results/move.ts'
import { promotion } from '../support/models.ts'
import {
  artifactDigest,
  evidenceFile,
  type Files,
  modelFiles,
  storedEvidence,
  TEST_ORIGIN,
} from '../support/registry-files.ts'
import { forAllTests, temporaryRepository } from '../support/temporary.ts'
import { expectRefused, expectUnchanged } from '../support/unchanged.ts'
import {
  MODEL_YAML,
  REGISTRY_FILES,
  sha256,
  TEST_ROWS,
  type Workbench,
  workbench,
} from '../support/workbench.ts'

const FOLDER = 'registry-data/models/churn'
const DATA = sha256(TEST_ROWS)

/** Version 2 against version 1 on the pinned rows. */
function comparison(low: number, high: number, champion = 1): Files {
  const interval = { low, high, level: 0.95, method: 'delong' } as const
  const difference = (low + high) / 2
  return storedEvidence('churn', 2, {
    schema: 1,
    kind: 'comparison',
    subject: {
      artifact: artifactDigest('churn', 2),
      data: DATA,
      champion: artifactDigest('churn', champion),
    },
    facts: {
      task: 'binary-classification',
      rows: 1409,
      target: 'churn',
      metrics: { 'roc-auc': { champion: 0.8, challenger: 0.8 + difference, difference, interval } },
    },
    origin: TEST_ORIGIN,
  })
}

const EVIDENCE_OF_1 = evidenceFile('churn', 1, 0.8)
const DIGEST_OF_1 = sha256(Object.values(EVIDENCE_OF_1)[0] ?? '')

/** Version 1 serves, by two promotions on the pinned rows; version 2 stands in staging, without evidence. */
const FILES: Files = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', {
    definition: MODEL_YAML.replaceAll(/(?:, | {4})defaults: false\n?/g, ''),
    versions: [{}, {}],
    records: [
      promotion(1, 'development', 'staging', { evidence: [DIGEST_OF_1], aliases: { challenger: 1 } }),
      promotion(1, 'staging', 'production', {
        evidence: [DIGEST_OF_1],
        aliases: { challenger: null, champion: 1 },
      }),
      promotion(2, 'development', 'staging', { aliases: { challenger: 2 } }),
    ],
  }),
  ...EVIDENCE_OF_1,
}

async function ask(bench: Workbench, input: Record<string, unknown> = {}): Promise<GatesResult> {
  const result = (await gates.execute(
    { model: 'churn', version: '2', ...input },
    bench.ports,
    {},
  )) as GatesResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

const benchWith = (...more: Files[]) => workbench({ files: Object.assign({}, FILES, ...more) })

describe('the tree of a version and a stage', () => {
  const shared = forAllTests(() => benchWith(evidenceFile('churn', 2, 0.85), comparison(-0.004, 0.01)))

  test('says what was observed and wanted, and changes nothing', async () => {
    const bench = await shared()
    const result = await expectUnchanged(bench.root, () => ask(bench, { stage: 'production' }))
    expect(result).toMatchObject({
      outcome: 'passed',
      stage: 'production',
      'stands-in': 'staging',
      champion: { version: 1 },
      gates: {
        gates: [
          { gate: 'metric-limit', source: 'model', observed: { value: 0.85 }, wanted: { value: 0.7 } },
          { gate: 'not-worse', source: 'default', observed: { low: -0.004 }, wanted: { value: -0.011 } },
        ],
      },
      next: ['promote it: modelyard promote churn 2 production'],
    })
    expect(result).not.toHaveProperty('policy')
    expect(result).not.toHaveProperty('as-if')
  })

  test('is the tree that a promotion is judged by', async () => {
    const bench = await shared()
    const input = { model: 'churn', version: '2', stage: 'production', dryRun: true }
    const move = (await promote.execute(input, bench.ports, {})) as MoveResult
    expect((await ask(bench, { stage: 'production' })).gates).toEqual(move.gates)
  })

  test('takes the next stage where none is named', async () => {
    expect(await ask(await shared())).toMatchObject({ stage: 'production' })
  })

  test('counts on which rows promotions were decided before', async () => {
    const { warnings = [] } = (await ask(await shared())).gates
    expect(warnings.map(({ message }) => message).join()).toContain('decided 2 promotions')
  })

  test('--explain prints each line of the policy with whose it is', async () => {
    const bench = await benchWith(evidenceFile('churn', 2, 0.85), comparison(-0.004, 0.01), {
      '.github/modelyard.yml': 'floors: {production: {gates: [{size: {max: 50MB}}]}}\n',
    })
    const { policy, outcome } = await ask(bench, { explain: true })
    expect(outcome).toBe('inconclusive')
    expect(policy).toMatchObject({
      gates: [
        { source: 'floor', text: '{size: {max: 50MB}}' },
        { source: 'model', text: '{metric: roc-auc, min: 0.7}' },
        { source: 'default', text: '{metric: roc-auc, not-worse-by: 0.011}' },
      ],
      approvals: [{ required: 1, source: 'model' }],
    })
  })
})

test('says that nobody judges approvals where people see to them', async () => {
  const text = String(FILES[`${FOLDER}/model.yaml`])
  const byHand = text.replaceAll(/approvals: \{[^}]*\}/g, 'approvals: by-hand')
  expect(byHand).not.toBe(text)
  const said = async (definition: string) =>
    (await ask(await benchWith({ [`${FOLDER}/model.yaml`]: definition }))).remarks.join()
  expect(await said(byHand)).toContain('by-hand')
  expect(await said(text)).not.toContain('by-hand')
})

describe('what stands in the way', () => {
  test('a failed gate and a missing comparison end with 1, a pass with 0', async () => {
    const statusOf = async (...more: Files[]) => {
      const { outcome } = await ask(await benchWith(...more))
      return [outcome, exitStatusOfOutcome(outcome)]
    }
    const good = evidenceFile('churn', 2, 0.85)
    expect(await statusOf(good)).toEqual(['inconclusive', 1])
    expect(await statusOf(good, comparison(-0.09, -0.05))).toEqual(['failed', 1])
    expect(await statusOf(good, comparison(0.01, 0.02))).toEqual(['passed', 0])
  })

  test('evidence against another champion than the base names is refused by its digest', async () => {
    const bench = await benchWith(evidenceFile('churn', 2, 0.85), comparison(0.01, 0.02, 2))
    const { gates: tree, outcome } = await ask(bench)
    expect(outcome).toBe('inconclusive')
    expect(tree.gates[1]?.reason).toContain(
      `is against the champion ${artifactDigest('churn', 2).slice(0, 12)}, but the champion is version 1`,
    )
  })

  test('evidence that was changed by hand is refused by its digest', async () => {
    const [[path, text] = ['', '']] = Object.entries(evidenceFile('churn', 2, 0.65))
    const bench = await benchWith({ [path]: text.replace('0.65', '0.85') })
    await expectRefused(bench.root, () => ask(bench), { code: 'digest-mismatch', place: { path } })
  })

  test('the first version is judged by floors alone', async () => {
    const files = {
      ...REGISTRY_FILES,
      ...modelFiles('churn', { versions: [{}], evaluated: { 1: 0.8 } }),
    }
    const bench = await workbench({ files })
    const result = await ask(bench, { version: '1' })
    expect(result).toMatchObject({ outcome: 'passed', stage: 'staging' })
    expect(result).not.toHaveProperty('champion')
    await bench.commit('Compare only', {
      [`${FOLDER}/model.yaml`]: MODEL_YAML.replaceAll('min: 0.7', 'not-worse-by: 0.01'),
    })
    expect(await ask(bench, { version: '1' })).toMatchObject({
      outcome: 'inconclusive',
      gates: { gates: [{ outcome: 'left-out' }], remarks: [{ next: expect.stringContaining('`min`') }] },
    })
  })

  test('a stage to which nothing is promoted, and a version after which none comes, are told', async () => {
    const bench = await benchWith()
    for (const stage of ['producton', 'archived', 'development']) {
      await expectRefused(bench.root, () => ask(bench, { stage }), { code: 'unknown-name' })
    }
    await expectRefused(bench.root, () => ask(bench, { version: '1' }), {
      code: 'bad-input',
      next: 'staging, production',
    })
  })
})

describe('as if another policy were in effect', () => {
  const shared = forAllTests(() => benchWith(evidenceFile('churn', 2, 0.85), comparison(-0.004, 0.01)))
  const asIf = async (text: string, input = {}) => {
    const outside = await temporaryRepository()
    const file = join(outside.root, 'other.yaml')
    await writeFile(file, text)
    const bench = await shared()
    return {
      file,
      root: bench.root,
      ask: () => ask(bench, { stage: 'production', asIf: file, explain: true, ...input }),
    }
  }

  test('what stands under a stage answers, is marked, and leads to no promotion', async () => {
    const { file, root, ask: answer } = await asIf('gates: [{metric: roc-auc, min: 0.8}]\ndefaults: false\n')
    const result = await expectUnchanged(root, answer)
    expect(result).toMatchObject({
      outcome: 'passed',
      'as-if': file,
      policy: { gates: [{ source: 'model', text: '{metric: roc-auc, min: 0.8}' }] },
      next: [],
    })
  })

  test('a whole model.yaml brings its own data and metric', async () => {
    const other = MODEL_YAML.replace(DATA, 'e'.repeat(64))
    expect(await (await asIf(other)).ask()).toMatchObject({
      outcome: 'inconclusive',
      gates: { gates: [{ reason: expect.stringContaining('eeeeeeeeeeee') }] },
    })
  })

  test.each([
    ['an unknown key', 'gats: []\n', 'bad-file'],
    ['a metric of another task', 'gates: [{metric: rmse, max: 1}]\n', 'bad-file'],
    ['no YAML', 'gates: [\n', 'bad-yaml'],
    ['a definition without that stage', MODEL_YAML.replace('  production:', '  staged:'), 'bad-file'],
    ['nothing', '', 'bad-data'],
  ] as const)('%s is refused with its place', async (_what, text, code) => {
    const { file, root, ask: answer } = await asIf(text)
    await expectRefused(
      root,
      answer,
      code === 'bad-data' ? { code } : { code, message: '', place: expect.objectContaining({ path: file }) },
    )
  })

  test('a file that is not there is told by its name', async () => {
    const bench = await shared()
    await expectRefused(bench.root, () => ask(bench, { asIf: 'nowhere.yaml' }), {
      code: 'bad-data',
      message: 'nowhere.yaml',
    })
  })
})
