import { describe, expect, test } from 'vitest'
import { promotion, SERVING } from '../support/models.ts'
import { evidenceFile, modelFiles, moveFiles } from '../support/registry-files.ts'
import { forAllTests } from '../support/temporary.ts'
import { CONFIG, edited, FILES, FOLDER, judgeBranch, problem } from '../support/validated.ts'
import { MODEL_YAML, sha256, TEST_ROWS, workbench } from '../support/workbench.ts'

const OWNERS = '/registry-data/ @acme/leads\n/site/ @acme/writers\n'
const LEADS = { rule: { required: 1, from: ['@acme/leads'] }, source: 'model' }
const FLOOR = { rule: { required: 2 }, source: 'floor' }

/** A base whose configuration has a floor and a workflow, and which names code owners. */
const base = () =>
  forAllTests(() =>
    workbench({
      files: {
        ...FILES,
        ...modelFiles('alpha', { definition: MODEL_YAML.replace('@acme/leads', '@acme/alpha') }),
        [CONFIG]:
          'registry: registry-data\nfloors: {production: {approvals: {required: 2}}}\nworkflows: [.github/workflows/promote.yml]\n',
        '.github/workflows/promote.yml': 'on: push\n',
        '.github/CODEOWNERS': OWNERS,
      },
    }),
  )

describe('a change to what judges meets every approval rule of the base', () => {
  const shared = base()
  const alpha = { rule: { required: 1, from: ['@acme/alpha'] }, source: 'model' }

  test.each([
    [
      'gates',
      edited(`${FOLDER}/model.yaml`, 'min: 0.7', 'min: 0.1'),
      `${FOLDER}/model.yaml`,
      ['churn'],
      [FLOOR, LEADS],
    ],
    [
      'approvals',
      edited(`${FOLDER}/model.yaml`, '@acme/leads', '@acme/me'),
      `${FOLDER}/model.yaml`,
      ['churn'],
      [FLOOR, LEADS],
    ],
    [
      'the pinned data',
      edited(`${FOLDER}/model.yaml`, sha256(TEST_ROWS), 'a'.repeat(64)),
      `${FOLDER}/model.yaml`,
      ['churn'],
      [FLOOR, LEADS],
    ],
    [
      'what counts as training code',
      edited(
        `${FOLDER}/model.yaml`,
        'policy:',
        'train: {command: x, data: data/test.csv, watch: ["*.py"]}\npolicy:',
      ),
      `${FOLDER}/model.yaml`,
      ['churn'],
      [FLOOR, LEADS],
    ],
    [
      'the evaluation data',
      { 'data/test.csv': 'tenure,churn\n9,Yes\n' },
      'data/test.csv',
      ['alpha', 'churn'],
      [FLOOR, LEADS, alpha],
    ],
    [
      'the configuration',
      { [CONFIG]: 'registry: registry-data\n' },
      CONFIG,
      ['alpha', 'churn'],
      [FLOOR, LEADS, alpha],
    ],
    [
      'a workflow whose evidence is believed',
      { '.github/workflows/promote.yml': 'on: pull_request\n' },
      '.github/workflows/promote.yml',
      ['alpha', 'churn'],
      [FLOOR, LEADS, alpha],
    ],
    [
      'who owns the registry',
      { '.github/CODEOWNERS': OWNERS.replace('@acme/leads', '@acme/me') },
      '.github/CODEOWNERS',
      ['alpha', 'churn'],
      [FLOOR, LEADS, alpha],
    ],
    [
      'a model that the base does not have',
      modelFiles('fresh'),
      'registry-data/models/fresh/model.yaml',
      ['fresh'],
      [FLOOR],
    ],
  ])('%s', async (_what, files, path, models, rules) => {
    const { governed, outcome, remarks } = await judgeBranch(shared(), files)
    expect(outcome).toBe('passed')
    expect(governed.map(change => ({ ...change, models: change.models.toSorted() }))).toEqual([
      { path, why: expect.stringMatching(/./), models, rules: expect.any(Array) },
    ])
    const wanted = rules.map(({ rule, source }) => ({ ...rule, source }))
    expect(governed[0]?.rules).toEqual(expect.arrayContaining(wanted))
    expect(governed[0]?.rules).toHaveLength(wanted.length)
    expect(remarks).toContainEqual(expect.stringContaining('approvals'))
  })

  test.each([
    ['a description', edited(`${FOLDER}/model.yaml`, 'task:', 'description: x\ntask:')],
    [
      'how it is trained',
      edited(`${FOLDER}/model.yaml`, 'policy:', 'train: {command: x, data: data/test.csv}\npolicy:'),
    ],
    [
      'comments and the order of keys',
      edited(
        `${FOLDER}/model.yaml`,
        '# what the team says\ntask: binary-classification\ntarget: churn',
        'target: churn\n# said\ntask: binary-classification',
      ),
    ],
    ['code', { 'train.py': 'x', '.github/workflows/other.yml': 'on: push\n' }],
    ['who owns the site', { '.github/CODEOWNERS': OWNERS.replace('@acme/writers', '@acme/me') }],
  ])('but not a change to %s', async (_what, files) => {
    expect(await judgeBranch(shared(), files)).toMatchObject({ governed: [], outcome: 'passed' })
  })

  test('and shares no pull request with a move', async () => {
    const move = promotion(3, 'development', 'staging', { displaces: 2, aliases: { challenger: 3 } })
    const files = { ...moveFiles('churn', [...SERVING, move]), ...evidenceFile('churn', 3, 0.8) }
    for (const [path, text] of [
      [CONFIG, 'registry: registry-data\n'],
      ['data/test.csv', 'tenure,churn\n9,Yes\n'],
      ['.github/workflows/promote.yml', 'on: pull_request\n'],
    ] as const)
      expect((await judgeBranch(shared(), { ...files, [path]: text })).problems).toContainEqual(
        problem('bad-file', path, 'moves versions of churn', 'two pull requests'),
      )
  })
})
