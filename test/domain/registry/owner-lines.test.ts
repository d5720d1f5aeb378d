import { expect, test } from 'vitest'
import { Config } from '../../../src/domain/registry/config.ts'
import { ModelDefinition } from '../../../src/domain/registry/definition.ts'
import {
  finderIn,
  ownerLines,
  ownerLinesMissingFrom,
  renderOwnerLine,
} from '../../../src/domain/registry/owner-lines.ts'
import type { StagePolicy } from '../../../src/domain/registry/policy.ts'

const CONFIG = Config.parse({ registry: 'reg', workflows: ['.github/workflows/a.yml'] })

const model = (policy: Record<string, StagePolicy>, more: object = {}) =>
  ModelDefinition.parse({ task: 'regression', target: 'y', policy, ...more })

const approved = (...from: string[]): StagePolicy => ({ approvals: { required: 1, from } })

function linesOf(models: Record<string, ModelDefinition>, paths: readonly string[] = [], config = CONFIG) {
  return ownerLines({
    config,
    models: new Map(Object.entries(models)),
    file: '.github/CODEOWNERS',
    find: finderIn(paths),
  })
}
const shown = (found: ReturnType<typeof ownerLines>) => found.lines.map(renderOwnerLine)

test('whatever judges is owned by whom the policy names', () => {
  const data = { uri: 'data/test set.csv', sha256: 'a'.repeat(64) }
  const churn = model(
    { production: approved('@acme/leads') },
    { evaluate: { data }, predict: { command: 'python ./predict.py --with lib' } },
  )
  const found = linesOf({ churn }, ['data/test set.csv', 'predict.py', 'lib/a.py', 'train.py'])
  expect(shown(found)).toEqual([
    '/reg/ @acme/leads',
    '/.github/modelyard.yml @acme/leads',
    '/.github/workflows/a.yml @acme/leads',
    '/.github/CODEOWNERS @acme/leads',
    '/data/test\\ set.csv @acme/leads',
    '/predict.py @acme/leads',
    '/lib/ @acme/leads',
  ])
  expect(found.unsaid).toEqual([])
  const text = shown(found).join('\n')
  expect(ownerLinesMissingFrom(found.lines, text)).toEqual([])
})

test('of several stages and a floor the strictest holds for all', () => {
  const config = { ...CONFIG, floors: { staging: approved('@b', '@c') } }
  const churn = model({ staging: approved('@a', '@b', '@c'), production: approved('@B', '@a') })
  expect(shown(linesOf({ churn }, [], config))[0]).toBe('/reg/ @b')
})

test('a model with approvers of its own has a line of its own, after the one for all', () => {
  const found = linesOf({
    churn: model({ production: approved('@a', '@b') }),
    fraud: model({ production: approved('@b') }),
    free: model({ production: { approvals: 'by-hand' } }),
  })
  expect(shown(found).slice(0, 2)).toEqual(['/reg/ @b', '/reg/models/churn/ @a @b'])
  expect(found.unsaid).toEqual([])
})

test('models and stages without anybody in common are told', () => {
  const apart = linesOf({
    churn: model({ production: approved('@a') }),
    fraud: model({ production: approved('@b') }),
  })
  expect(shown(apart).slice(0, 3)).toEqual(['/reg/ @a @b', '/reg/models/churn/ @a', '/reg/models/fraud/ @b'])
  expect(apart.unsaid).toHaveLength(1)
  const torn = linesOf({ churn: model({ staging: approved('@a'), production: approved('@b') }) })
  expect(torn.unsaid).toEqual(['the approvals of churn have nobody in common'])
})

test('a policy that names nobody asks for no owners', () => {
  const rules: StagePolicy['approvals'][] = ['by-hand', { required: 1 }, { required: 0, from: ['@a'] }]
  for (const approvals of rules)
    expect(linesOf({ churn: model({ production: { approvals } }) }, ['a']).lines).toEqual([])
})

test.each([
  ['no line', '', 4],
  ['the right ones', '* @x\n/reg/ @Acme/Leads\n.github/ @acme/leads\n', 0],
  ['somebody beside them', '/reg/ @acme/leads @x\n/.github/ @acme/leads\n', 1],
  ['a later line for one record', '/reg/ @acme/leads\n/.github/ @acme/leads\n/reg/**/promotions/ @x\n', 1],
  ['a line that names nobody', '/reg/ @acme/leads\n/.github/ @acme/leads\n/.github/modelyard.yml\n', 1],
  ['fewer than may', '/reg/ @acme/leads\n/.github/ @acme/leads\n', 0],
])('%s', (_, text, missing) => {
  const { lines } = linesOf({ churn: model({ production: approved('@acme/leads') }) })
  expect(ownerLinesMissingFrom(lines, text)).toHaveLength(missing)
})
