import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type CheckedFile, checkRegistry } from '../support/registry-checker.ts'

/** A registry as text by path, so that a defect is one assignment. */
type Texts = Record<string, string>

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const bytes = (text: string) => new TextEncoder().encode(text)

const CHURN = 'registry-data/models/churn'
const CONFIG = `lifecycle:
  stages: [development, staging, production, archived]
  transitions: {staging: [production]}
floors:
  production: {max-versions: 1}
`
const MODEL = `description: Who leaves
owners: ['@ada', '@org/team']
task: binary-classification
target: churn
positive-class: 'yes'
train: {command: node train.ts, data: data/train.csv, seed: 7, sample: {share: 0.1, stratify: churn}, watch: ['src/**']}
lint: {command: biome check}
test: {command: vitest run}
evaluate:
  data: {uri: data/test.csv, sha256: ${'e'.repeat(64)}}
  primary-metric: roc-auc
policy:
  production:
    gates: [{metric: roc-auc, min: 0.8}, {metric: brier, not-worse-by: 0}]
    approvals: {required: 1, from: ['@ada'], not-author: true}
    rollback: {approvals: {required: 0}}
`
const FOLDER_MANIFEST = `${sha256('weights')}  weights.bin\n`

function version(number: number, artifact: object) {
  return {
    schema: 1,
    version: number,
    'created-at': '2026-11-20T09:12:44Z',
    'created-by': '@ada',
    commit: 'a'.repeat(40),
    tree: 'b'.repeat(64),
    run: 12,
    artifact,
    signature: {
      inputs: [{ name: 'x', datatype: 'FP32', shape: [-1, 3] }],
      outputs: [{ name: 'y', datatype: 'FP32', shape: [-1, 1] }],
    },
    data: [{ role: 'training', uri: 'data/train.csv', sha256: 'd'.repeat(64), rows: 10 }],
    params: { '10': null, depth: 3, layers: [1, 'two', true] },
    metrics: { 'roc-auc': 0.9 },
  }
}

const onnx = (text: string) => ({
  uri: './model.onnx',
  sha256: sha256(text),
  bytes: text.length,
  format: 'onnx',
})

const evidence = (kind: string, artifact: string, champion?: string) =>
  json({
    schema: 1,
    kind,
    subject: { artifact, data: 'e'.repeat(64), ...(champion === undefined ? {} : { champion }) },
    facts: { rows: 10 },
    origin: {},
  })

const asked = { 'requested-by': '@ada', 'requested-at': '2026-11-20T10:00:00Z' }
const gates = { outcome: 'passed', 'policy-commit': 'c'.repeat(40) }

/** Three versions: the first was overtaken, came back and is in production; the third was purged. */
function soundRegistry(): Texts {
  const first = evidence('evaluation', sha256('one'))
  const second = evidence('comparison', sha256(FOLDER_MANIFEST), sha256('one'))
  const folder = { uri: './model', sha256: sha256(FOLDER_MANIFEST), bytes: 7, format: 'opaque' }
  const move = { schema: 1, kind: 'promotion', from: 'development', to: 'production' }
  return {
    '.github/modelyard.yml': CONFIG,
    'registry-data/README.md': 'Hand-made',
    [`${CHURN}/README.md`]: 'Hand-made',
    [`${CHURN}/model.yaml`]: MODEL,
    [`${CHURN}/versions/last.json`]: json({ schema: 1, last: 3 }),
    [`${CHURN}/versions/1/version.json`]: json(version(1, onnx('one'))),
    [`${CHURN}/versions/1/model.onnx`]: 'one',
    [`${CHURN}/versions/1/notes.yaml`]: 'description: The first\ntags: {reviewed: true, 2026: 1}\n',
    [`${CHURN}/versions/1/card.md`]: '# Churn\n',
    [`${CHURN}/versions/1/evidence/evaluation-${sha256(first).slice(0, 12)}.json`]: first,
    [`${CHURN}/versions/2/version.json`]: json(version(2, folder)),
    [`${CHURN}/versions/2/model/weights.bin`]: 'weights',
    [`${CHURN}/versions/2/evidence/comparison-${sha256(second).slice(0, 12)}.json`]: second,
    [`${CHURN}/versions/3/version.json`]: json(version(3, onnx('three'))),
    [`${CHURN}/promotions/1.json`]: json({
      schema: 1,
      kind: 'promotion',
      version: 1,
      from: 'development',
      to: 'production',
      aliases: { champion: 1 },
      ...asked,
      evidence: [sha256(first)],
      gates,
      'judged-at': 'terminal',
    }),
    [`${CHURN}/promotions/2.json`]: json({
      schema: 1,
      kind: move.kind,
      version: 2,
      from: move.from,
      to: move.to,
      displaces: 1,
      aliases: { champion: 2 },
      ...asked,
      reason: 'Better',
      evidence: [sha256(second)],
      gates,
      'judged-at': 12,
    }),
    [`${CHURN}/promotions/3.json`]: json({
      schema: 1,
      kind: 'rollback',
      version: 1,
      from: 'archived',
      to: 'production',
      displaces: 2,
      aliases: { champion: 1 },
      ...asked,
      'judged-at': 'terminal',
    }),
    [`${CHURN}/promotions/4.json`]: json({
      schema: 1,
      kind: 'archive',
      version: 3,
      from: 'development',
      to: 'archived',
      purged: true,
      ...asked,
      'judged-at': 13,
    }),
    [`${CHURN}/promotions/5.json`]: json({
      schema: 1,
      kind: 'alias',
      aliases: { canary: 1, gone: null },
      ...asked,
      'judged-at': 'terminal',
    }),
    [`${CHURN}/stages.json`]: json({
      schema: 1,
      stages: { production: [1], archived: [2, 3] },
      aliases: { canary: 1, champion: 1 },
    }),
  }
}

function faultsOf(texts: Texts, links: readonly string[] = []): string[] {
  const files = Object.entries(texts).map(([path, text]): CheckedFile => {
    return { path, kind: links.includes(path) ? 'link' : 'file', content: bytes(text) }
  })
  return checkRegistry('registry-data', bytes(texts['.github/modelyard.yml'] ?? ''), files)
}

/** Replaces in one file of the sound registry; the text must be there, or the defect would be none. */
function edited(path: string, from: string, to: string): Texts {
  const texts = soundRegistry()
  const text = texts[path] ?? ''
  expect(text).toContain(from)
  return { ...texts, [path]: text.replace(from, () => to) }
}

function without(path: string): Texts {
  const texts = soundRegistry()
  expect(Object.keys(texts)).toContain(path)
  return Object.fromEntries(Object.entries(texts).filter(([other]) => other !== path))
}

describe('a sound registry', () => {
  it('has no faults', () => {
    expect(faultsOf(soundRegistry())).toEqual([])
  })

  it('may be empty, beside other folders', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ 'src/model.json': '{', 'registry-data/.gitignore': '' })).toEqual([])
  })

  it('may have a stage with a name from the prototype of objects', () => {
    const config = 'lifecycle: {stages: [new, constructor, old]}\n'
    expect(
      faultsOf({
        '.github/modelyard.yml': config,
        [`${CHURN}/model.yaml`]: 'task: regression\ntarget: y\naliases: {best: constructor}\n',
        [`${CHURN}/versions/last.json`]: json({ schema: 1, last: 1 }),
        [`${CHURN}/versions/1/version.json`]: json(version(1, { ...onnx('one'), uri: 'https://host/one' })),
        [`${CHURN}/promotions/1.json`]: json({
          schema: 1,
          kind: 'archive',
          version: 1,
          from: 'new',
          to: 'old',
          ...asked,
          'judged-at': 1,
        }),
        [`${CHURN}/stages.json`]: json({ schema: 1, stages: { old: [1] }, aliases: {} }),
      }),
    ).toEqual([])
  })
})

describe('a defect in the model, the configuration or the notes', () => {
  const yaml = `${CHURN}/model.yaml`
  const config = '.github/modelyard.yml'
  const notes = `${CHURN}/versions/1/notes.yaml`
  const deep = `description: ${'['.repeat(33)}${']'.repeat(33)}\n`

  it.each([
    ['an unknown key', edited(yaml, 'target:', 'colour: red\ntarget:'), 'unknown key "colour"'],
    ['no positive class', edited(yaml, "positive-class: 'yes'\n", ''), 'lacks positive-class'],
    ['a metric of another task', edited(yaml, 'metric: brier', 'metric: rmse'), 'is no gate of any form'],
    ['two bounds', edited(yaml, 'min: 0.8', 'min: 0.8, max: 1'), 'is no gate of any form'],
    ['a lint without a mapping', edited(yaml, 'lint: {command: biome check}', 'lint: biome check'), 'lint'],
    ['a share of nothing', edited(yaml, 'share: 0.1', 'share: 0'), 'train.sample.share'],
    ['a share and rows', edited(yaml, 'share: 0.1', 'share: 0.1, rows: 5'), 'a share and a number of rows'],
    ['an anchor', edited(yaml, 'target: churn', 'target: &t churn'), 'anchor'],
    ['an alias', edited(yaml, 'target: churn', 'target: *t'), 'alias'],
    ['a tag', edited(yaml, 'target: churn', 'target: !!str churn'), 'tag'],
    ['a tag on nothing', edited(yaml, 'target: churn', 'target: !'), 'tag'],
    ['two documents', edited(yaml, 'task:', '---\ntask:'), 'several documents'],
    ['a key twice', edited(yaml, 'target:', 'target: a\ntarget:'), 'DUPLICATE_KEY'],
    ['YAML 1.1', edited(yaml, 'description:', '%YAML 1.1\n---\ndescription:'), 'not YAML 1.2'],
    ['33 levels', edited(notes, 'description: The first\n', deep), 'more than 32 levels'],
    ['100,000 levels', edited(notes, 'The first', '['.repeat(100_000)), 'more than 65536 bytes'],
    ['60,000 levels', edited(notes, 'The first', '['.repeat(60_000)), 'notes.yaml'],
    ['30,000 lists in one line', edited(notes, 'description:', `${'- '.repeat(30_000)}x`), 'notes.yaml'],
    ['a nested note', edited(notes, 'reviewed: true', 'reviewed: []'), 'tags.reviewed'],
    ['the forbidden text', edited(notes, 'The first', '__proto__'), '__proto__'],
    ['an unknown stage', edited(config, 'staging: [production]', 'staging: [paris]'), 'paris is no stage'],
    ['a reserved stage', edited(config, 'staging, production', 'v2, production'), 'name for a stage'],
    ['a floor out of range', edited(config, 'max-versions: 1', 'max-versions: 0'), 'max-versions'],
  ])('%s is found', (_, texts, sentence) => {
    expect(faultsOf(texts).join('\n')).toContain(sentence)
  })
})

describe('a defect in versions and evidence', () => {
  const record = `${CHURN}/versions/1/version.json`
  const proof = Object.keys(soundRegistry()).find(path => path.includes('/1/evidence/')) ?? ''

  it.each([
    ['a model folder in capitals', { 'registry-data/models/Churn/README': '' }, "not a model's"],
    ['a missing version', without(`${CHURN}/versions/2/version.json`), 'version 2 is missing'],
    ['a missing last number', without(`${CHURN}/versions/last.json`), 'no versions/last.json'],
    ['a last number too low', edited(`${CHURN}/versions/last.json`, '3', '2'), 'higher than 2'],
    ['a missing artifact', without(`${CHURN}/versions/1/model.onnx`), 'artifact is missing'],
    ['another artifact', edited(`${CHURN}/versions/1/model.onnx`, 'one', 'two'), 'has not the SHA-256'],
    ['another size', edited(record, '"bytes": 3', '"bytes": 4'), 'has 3 bytes, not 4'],
    ['a purged artifact', { ...soundRegistry(), [`${CHURN}/versions/3/model.onnx`]: 'three' }, 'was purged'],
    ['a second artifact', { ...soundRegistry(), [`${CHURN}/versions/1/model.bin`]: '' }, 'not the artifact'],
    ['a climbing address', edited(record, './model.onnx', './model/../x'), 'not an address'],
    ['another number', edited(record, '"version": 1', '"version": 2'), 'its number is 2'],
    ['a day of no calendar', edited(record, '2026-11-20', '2026-02-30'), 'not a time'],
    ['a later schema', edited(record, '"schema": 1', '"schema": 2'), 'schema is not one of 1'],
    ['CRLF', edited(record, '{\n', '{\r\n'), 'its bytes'],
    ['a key twice', edited(record, '"run": 12', '"run": 12,\n  "run": 12'), 'its bytes'],
    ['a byte order mark', edited(record, '{', '\ufeff{'), 'byte order mark'],
    ['evidence under another name', edited(proof, '"rows": 10', '"rows": 11'), 'not that of its bytes'],
    ['missing evidence', without(proof), 'evidence'],
  ])('%s is found', (_, texts, sentence) => {
    expect(faultsOf(texts).join('\n')).toContain(sentence)
  })

  it('a link is found', () => {
    expect(faultsOf(soundRegistry(), [`${CHURN}/versions/1/card.md`])).toEqual([
      `${CHURN}/versions/1/card.md: it is a link.`,
    ])
  })
})

describe('a defect in records and pointers', () => {
  const stages = `${CHURN}/stages.json`
  const record = (number: number) => `${CHURN}/promotions/${number}.json`
  const pointers = (value: object) => ({ ...soundRegistry(), [stages]: json({ schema: 1, ...value }) })
  const archived = { production: [1], archived: [3, 2] }
  const aliases = { canary: 1, champion: 1 }

  it.each([
    ['a gap', without(record(4)), 'without a gap'],
    [
      'a wrong start',
      edited(record(2), '"from": "development"', '"from": "staging"'),
      'stands in development',
    ],
    ['a wrong loser', edited(record(3), '"displaces": 2', '"displaces": 3'), 'does not stand in production'],
    ['a rollback without a pass', edited(record(1), '"passed"', '"failed"'), 'never passed for production'],
    ['an archive elsewhere', edited(record(4), '"to": "archived"', '"to": "staging"'), 'not the archive'],
    ['a foreign stage', edited(record(4), '"to": "archived"', '"to": "paris"'), 'paris is no stage'],
    ['a foreign version', edited(record(5), '"canary": 1', '"canary": 9'), 'there is no version 9'],
    ['an unknown kind', edited(record(5), '"alias"', '"constructor"'), 'known kind'],
    ['a misplaced key', edited(record(4), '"purged": true', '"evidence": []'), 'unknown key "evidence"'],
    ['missing pointers', without(stages), 'stages.json: it is missing'],
    ['unrecorded pointers', pointers({ stages: { production: [2], archived: [1, 3] }, aliases }), 'the fold'],
    ['an unsorted archive', pointers({ stages: archived, aliases }), 'archive is not sorted'],
    ['too many', pointers({ stages: { production: [2, 1], archived: [3] }, aliases }), 'more than 1'],
    ['two places', pointers({ stages: { production: [1], archived: [1, 2, 3] }, aliases }), 'two places'],
    ['an archived alias', edited(stages, '"canary": 1', '"canary": 2'), 'names an archived version'],
    ['a loose alias', edited(stages, '"champion": 1', '"champion": 3'), 'tied alias champion names 3'],
    [
      'stages out of order',
      pointers({ stages: { archived: [2, 3], production: [1] }, aliases }),
      'its bytes',
    ],
    ['an empty stage', edited(stages, '"stages": {', '"stages": {\n    "staging": [],'), 'too short'],
  ])('%s is found', (_, texts, sentence) => {
    expect(faultsOf(texts).join('\n')).toContain(sentence)
  })
})

describe('whatever the bytes', () => {
  const odd = ['', '\0', '[', '['.repeat(200_000), 'null', '{}', '"', '- '.repeat(9_000), '? '.repeat(9_000)]
  const worse = [
    '{"schema":{}}',
    '%YAML 9.9\n--- {',
    '&a *a',
    '!!set {a}',
    '\ud800',
    '1e999',
    '{a: '.repeat(9_000),
  ]

  it.each([...odd, ...worse].map(text => [text.slice(0, 12), text] as const))(
    '%j throws nothing',
    (_, text) => {
      for (const path of Object.keys(soundRegistry())) {
        expect(() => faultsOf({ ...soundRegistry(), [path]: text })).not.toThrow()
      }
    },
  )

  it('nothing is thrown for bytes that are not text', () => {
    const content = new Uint8Array([0xff, 0xfe, 0x00, 0xd8])
    const files = Object.keys(soundRegistry()).map(path => ({ path, kind: 'file', content }) as const)
    expect(checkRegistry('registry-data', content, files)).toContain(
      '.github/modelyard.yml: it is not UTF-8.',
    )
  })
})
