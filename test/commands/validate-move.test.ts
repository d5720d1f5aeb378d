import { describe, expect, test } from 'vitest'
import { promote } from '../../src/commands/promote.ts'
import type { MoveResult } from '../../src/domain/results/move.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import type { BranchRules } from '../../src/ports.ts'
import { aliasRecord, digest, promotion, SERVING } from '../support/models.ts'
import {
  artifactDigest,
  evidenceFile,
  type Files,
  folderOf,
  modelFiles,
  moveFiles,
  versionFiles,
} from '../support/registry-files.ts'
import { forAllTests } from '../support/temporary.ts'
import { CONFIG, FILES, FOLDER, judge, judgeBranch, POINTERS, problem, put } from '../support/validated.ts'
import { MODEL_YAML, type Workbench, workbench } from '../support/workbench.ts'

/** The commit that `promote` leaves on a branch, then changed by hand before it is judged. */
async function judgePromotion(
  bench: Workbench,
  version: number,
  change: (path: string, text: string) => string | undefined,
  more: Files = {},
): Promise<ValidationResult> {
  await put(bench, {})
  const { branch = '' } = (await promote.execute(
    { model: 'churn', version: String(version), stage: 'staging' },
    bench.ports,
    {},
  )) as MoveResult
  await bench.git('checkout', '-q', '-B', 'forged', branch)
  for (const path of (await bench.git('diff', '--name-only', 'main', branch)).split('\n')) {
    const text = `${await bench.at(branch, path)}\n`
    await bench.write({ [path]: change(path, text) ?? text })
  }
  await bench.write(more)
  await bench.commit('forged')
  return judge(bench, { base: 'main' }).finally(() => bench.git('checkout', '-qf', 'main'))
}

/** Version 3 has a draft of an evaluation, so that it can be promoted. */
const prepared = () =>
  forAllTests(async () => {
    const bench = await workbench({ files: FILES })
    await bench.draft(3, artifactDigest('churn', 3), 0.8)
    return bench
  })

describe('the same as what `promote` made', () => {
  const shared = prepared()

  test('passes, and says that approvals are given elsewhere', async () => {
    const found = await judgePromotion(shared(), 3, () => undefined)
    expect(found).toMatchObject({ outcome: 'passed', problems: [], checked: { records: 1 } })
    expect(found.remarks).toEqual([
      expect.stringContaining('where evidence comes from'),
      expect.stringContaining('approvals'),
    ])
  })

  test.each([
    [
      'who asked for it',
      '"requested-by": "Ada Lovelace <ada@example.com>"',
      '"requested-by": "Grace"',
      undefined,
    ],
    ['what it displaces', '  "displaces": 2,\n', '', '`displaces`'],
    ['that gates passed', '"outcome": "passed"', '"outcome": "failed"', '`gates`'],
    ['where it comes from', '"from": "development"', '"from": "archived"', '`from`'],
    ['which aliases follow', '"challenger": 3', '"champion": 3', '`aliases`'],
    ['what it was judged on', /"evidence": \[[^\]]*\]/, '"evidence": []', '`evidence`'],
  ])('but a record that was changed in %s is not', async (_what, from, to, key) => {
    const { problems } = await judgePromotion(shared(), 3, (path, text) => {
      if (!path.endsWith('/promotions/4.json')) return undefined
      const changed = text.replace(from, to)
      if (changed === text) throw new Error(`the record does not hold ${from}`)
      return changed
    })
    // Who asked is GitHub's to say, never a file's: it is shown, and believed by nobody.
    if (key === undefined) expect(problems).toEqual([])
    else
      expect(problems).toContainEqual(
        problem('bad-file', `${FOLDER}/promotions/4.json`, key, 'plan the move again'),
      )
  })

  test('but pointers that are not the plan’s are not', async () => {
    const { problems } = await judgePromotion(shared(), 3, (path, text) =>
      path === POINTERS ? text.replace('"champion": 1', '"champion": 3') : undefined,
    )
    expect(problems).toContainEqual(
      problem('bad-file', POINTERS, 'not what the plan gives', 'plan the move again'),
    )
  })

  test.each([
    ['code', { 'train.py': 'better' }, 'train.py'],
    [
      'notes of another version',
      { [`${FOLDER}/versions/2/notes.yaml`]: '{}\n' },
      `${FOLDER}/versions/2/notes.yaml`,
    ],
    ['another version', versionFiles('churn', 4), `${FOLDER}/versions/4/version.json`],
    ['evidence of another version', evidenceFile('churn', 1, 0.9), `${FOLDER}/versions/1/evidence/`],
    ['another model', modelFiles('alpha', { versions: [] }), `${folderOf('alpha')}/model.yaml`],
  ])('but together with %s it is not', async (_what, more, path) => {
    const { problems } = await judgePromotion(shared(), 3, () => undefined, more)
    expect(problems).toContainEqual(
      problem('bad-file', expect.stringContaining(path) as never, 'nothing else', 'pull request of its own'),
    )
  })

  test('but with a second piece of evidence of a kind it is not', async () => {
    const more = evidenceFile('churn', 3, 0.95)
    const { problems } = await judgePromotion(shared(), 3, () => undefined, more)
    expect(problems).toContainEqual(
      problem(
        'bad-file',
        expect.stringContaining(`${FOLDER}/versions/3/evidence/`) as never,
        'second',
        'keep one',
      ),
    )
  })
})

describe('approvals that GitHub has to demand', () => {
  const demanding = (approvals: number): BranchRules => ({
    effective: async () => ({
      is: 'rules',
      approvals,
      codeOwnerReview: true,
      dismissStale: true,
      lastPushApproval: false,
      checks: [],
      hidden: undefined,
    }),
  })
  const approved = (rule: string) => MODEL_YAML.replace('min: 0.7}]', `min: 0.7}], approvals: ${rule}`)
  const owners = (who: string) => `/registry-data/ ${who}\n`

  /** A promotion whose branch also changes what asks for approvals, or whose they are. */
  async function judged(base: Files, head: Files, demanded = demanding(1)) {
    const bench = await workbench({ files: { ...FILES, ...base }, ports: { branchRules: demanded } })
    await bench.draft(3, artifactDigest('churn', 3), 0.8)
    const { problems } = await judgePromotion(bench, 3, () => undefined, head)
    return problems.filter(({ message }) => message.includes('not demanded'))
  }
  const DEFINITION = `${FOLDER}/model.yaml`
  const OWNERS = '.github/CODEOWNERS'
  const ASKED = { [DEFINITION]: approved('{required: 1, from: ["@grace"]}'), [OWNERS]: owners('@grace') }

  test('are those of the base, whatever the branch makes of the policy', async () => {
    expect(await judged(ASKED, {})).toEqual([])
    expect(await judged(ASKED, {}, demanding(0))).toHaveLength(1)
    expect(await judged(ASKED, { [DEFINITION]: approved('{required: 0}') }, demanding(0))).toHaveLength(1)
  })

  test('by code owners of the base, whoever the branch names', async () => {
    const foreign = { ...ASKED, [OWNERS]: owners('@mallory') }
    expect(await judged(foreign, {})).toHaveLength(1)
    expect(await judged(foreign, { [OWNERS]: owners('@grace') })).toHaveLength(1)
  })
})

describe('a move is planned again from the base', () => {
  const shared = prepared()
  const record = `${FOLDER}/promotions/4.json`

  test.each([
    [
      'an alias that is tied to a stage, moved alone',
      [aliasRecord({ champion: 2 })],
      'the move is refused',
      'promote',
    ],
    [
      'an alias that is tied to a stage, taken away',
      [aliasRecord({ champion: null })],
      'the move is refused',
      'promote',
    ],
    ['two aliases in one record', [aliasRecord({ a: 3, b: 3 })], 'moves one alias', 'one record for each'],
    ['an alias of a version that there is not', [aliasRecord({ shadow: 9 })], 'the move is refused', ''],
    [
      'a version that there is not',
      [promotion(9, 'development', 'staging')],
      'there is no version 9',
      'register',
    ],
    [
      'a stage skipped',
      [promotion(3, 'development', 'production', { displaces: 1, aliases: { champion: 3 } })],
      'no way from development',
      'staging',
    ],
    [
      'no evidence at all',
      [promotion(3, 'development', 'staging', { displaces: 2, aliases: { challenger: 3 } })],
      'did not pass',
      '',
    ],
    ['what is so already', [promotion(2, 'staging', 'staging')], 'is in staging already', 'close'],
  ] as const)('%s', async (_what, moves, message, next) => {
    const { outcome, problems } = await judgeBranch(shared(), moveFiles('churn', [...SERVING, ...moves]))
    expect(outcome).toBe('failed')
    expect(problems).toContainEqual(problem('bad-file', record, message, next))
  })

  test('with the gates of the base: a branch that lowers them promotes nothing by it', async () => {
    const bench = await workbench({ files: FILES })
    const evidence = evidenceFile('churn', 3, 0.6)
    const move = promotion(3, 'development', 'staging', { displaces: 2, aliases: { challenger: 3 } })
    const { problems } = await judgeBranch(bench, {
      ...moveFiles('churn', [...SERVING, move]),
      ...evidence,
      [`${FOLDER}/model.yaml`]: MODEL_YAML.replaceAll('min: 0.7', 'min: 0.5'),
    })
    expect(problems).toContainEqual(problem('bad-file', record, 'gates of staging did not pass', ''))
    expect(problems).toContainEqual(
      problem('bad-file', `${FOLDER}/model.yaml`, 'the same pull request moves', 'two pull requests'),
    )
  })

  test('with the floors of the base: a branch that takes them away promotes nothing by it', async () => {
    const config = 'registry: registry-data\n'
    const floors = 'floors: {staging: {gates: [{metric: roc-auc, min: 0.9}]}}\n'
    const bench = await workbench({ files: { ...FILES, [CONFIG]: config + floors } })
    const move = promotion(3, 'development', 'staging', { displaces: 2, aliases: { challenger: 3 } })
    const { problems } = await judgeBranch(bench, {
      ...moveFiles('churn', [...SERVING, move]),
      ...evidenceFile('churn', 3, 0.8),
      [CONFIG]: config,
    })
    expect(problems).toContainEqual(problem('bad-file', record, 'gates of staging did not pass', ''))
    expect(problems).toContainEqual(problem('bad-file', CONFIG, 'the same pull request moves', ''))
  })

  test('with evidence about other rows than the base pins: none of it counts', async () => {
    const bench = await workbench({
      files: {
        ...FILES,
        [`${FOLDER}/model.yaml`]: MODEL_YAML.replace(/sha256: \w+/, `sha256: ${digest('a')}`),
      },
    })
    const move = promotion(3, 'development', 'staging', { displaces: 2, aliases: { challenger: 3 } })
    const { problems } = await judgeBranch(bench, {
      ...moveFiles('churn', [...SERVING, move]),
      ...evidenceFile('churn', 3, 0.99),
    })
    expect(problems).toContainEqual(problem('bad-file', record, 'did not pass', ''))
  })

  test('with the artifact hashed again: changed bytes refuse it', async () => {
    const bench = await workbench({ files: { ...FILES, [`${FOLDER}/versions/3/model.onnx`]: 'ONNX evil' } })
    const move = promotion(3, 'development', 'staging', { displaces: 2, aliases: { challenger: 3 } })
    const { problems } = await judgeBranch(bench, {
      ...moveFiles('churn', [...SERVING, move]),
      ...evidenceFile('churn', 3, 0.8),
    })
    expect(problems).toContainEqual(problem('bad-file', record, 'hashes to', 'restore'))
  })

  test('a model that the base does not have is not promoted, nor is one whose policy comes along', async () => {
    const { problems } = await judgeBranch(
      shared(),
      modelFiles('alpha', { versions: [{}], records: [promotion(1, 'development', 'staging')] }),
    )
    expect(problems).toContainEqual(
      problem('bad-file', `${folderOf('alpha')}/promotions/1.json`, 'without a policy', 'merge the model'),
    )
  })
})
