import { describe, expect, test } from 'vitest'
import { LeftProposal, whyNotOpened } from '../../../src/domain/pipeline/left-proposal.ts'
import { Config } from '../../../src/domain/registry/config.ts'

const FOLDER = 'registry-data/models/churn'
const PROPOSAL: LeftProposal = {
  schema: 1,
  model: 'churn',
  branch: 'modelyard/churn/promote-4-staging',
  base: 'a'.repeat(40),
  message: 'churn: promote version 4 to staging\n',
  files: [
    { path: `${FOLDER}/promotions/7.json`, name: 'file-0' },
    { path: `${FOLDER}/stages.json`, name: 'file-1' },
    { path: `${FOLDER}/versions/4/version.json`, name: 'file-2' },
    { path: `${FOLDER}/versions/last.json`, name: 'file-3' },
    { path: `${FOLDER}/versions/4/model.onnx`, name: 'file-4' },
    { path: `${FOLDER}/versions/4/card.md`, name: 'file-5' },
    { path: `${FOLDER}/versions/4/evidence/evaluation-0123456789ab.json`, name: 'file-6' },
  ],
  answer: { kind: 'move' },
}
const CONFIG = Config.parse({})
const why = (files: LeftProposal['files'], more: Partial<LeftProposal> = {}) =>
  whyNotOpened({ ...PROPOSAL, ...more, files }, CONFIG)

describe('a proposal that a run left', () => {
  test('is opened where it stays with its model', () => {
    expect(whyNotOpened(PROPOSAL, CONFIG)).toBeUndefined()
    expect(why([{ path: `${FOLDER}/versions/3/model.onnx` }])).toBeUndefined()
  })

  test.for([
    `${FOLDER}/model.yaml`,
    `${FOLDER}/README.md`,
    `${FOLDER}/versions/4/run.sh`,
    `${FOLDER}/versions/4/evidence/x.json`,
    'registry-data/models/other/stages.json',
    'registry-data/models/churn-2/stages.json',
    'registry-data/README.md',
    '.github/modelyard.yml',
    '.github/workflows/modelyard.yml',
    'train.py',
  ])('changes nothing but what moves pointers: %s', path => {
    expect(why([{ path, name: 'file-0' }])).toContain(path)
  })

  test('removes nothing but the bytes of a model', () => {
    for (const path of ['stages.json', 'promotions/1.json', 'versions/3/version.json'])
      expect(why([{ path: `${FOLDER}/${path}` }])).toContain('is kept for ever')
  })

  test('goes to a branch of its model', () => {
    expect(why(PROPOSAL.files, { branch: 'modelyard/other/promote-4-staging' })).toContain(
      'is not one of churn',
    )
  })

  test.for<Partial<Record<keyof LeftProposal, unknown>>>([
    { branch: 'main' },
    { branch: 'modelyard/churn/../../main' },
    { branch: 'modelyard/churn/a b' },
    { base: 'main' },
    { files: [] },
    { files: [{ path: '../a', name: 'file-0' }] },
    { files: [{ path: '/etc/passwd', name: 'file-0' }] },
    { files: [{ path: `${FOLDER}/stages.json`, name: '../../file-0' }] },
    { files: Array.from({ length: 501 }, () => ({ path: `${FOLDER}/stages.json`, name: 'file-0' })) },
    { answer: { kind: 'gates' } },
    { schema: 2 },
    { more: 1 } as object,
  ])('is none with %j', differing => {
    expect(LeftProposal.safeParse({ ...PROPOSAL, ...differing }).success).toBe(false)
  })
})
