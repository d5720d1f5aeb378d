import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { Result } from '../../src/domain/results/index.ts'
import { render } from '../../src/render/index.ts'
import { RESULTS } from '../support/results.ts'

const KINDS = Result.def.options.map(schema => [...schema.shape.kind.def.values][0] as Result['kind'])

test('there is a sample of every kind of result, and it is one', () => {
  expect(Object.keys(RESULTS).sort()).toEqual([...KINDS].sort())
  for (const result of Object.values(RESULTS)) Result.parse(result)
})

describe.each(KINDS)('%s', kind => {
  const result = RESULTS[kind]

  test('as text', async () => {
    await expect(render(result, 'text')).toMatchFileSnapshot(`snapshots/${kind}.txt`)
  })

  test('as Markdown', async () => {
    await expect(render(result, 'markdown')).toMatchFileSnapshot(`snapshots/${kind}.md`)
  })

  test('colours add nothing but colour', () => {
    const colored = render(result, 'text', { color: true })
    const plain = (text: string) => text.replace(/ +$/gm, '')
    expect(colored).not.toBe(render(result, 'text'))
    expect(plain(stripVTControlCharacters(colored))).toBe(plain(render(result, 'text')))
  })

  test('JSON is the result and nothing else', () => {
    expect(JSON.parse(render(result, 'json'))).toEqual(result)
  })
})

test('the number of accuracy says on how many rows the two differ, and how likely that is by chance', () => {
  const { comparison } = RESULTS
  const paired = comparison.facts.metrics['roc-auc']
  if (paired === undefined) throw new Error('the sample has no ROC AUC')
  const text = render(
    {
      ...comparison,
      'primary-metric': 'accuracy',
      facts: { ...comparison.facts, metrics: { ...comparison.facts.metrics, accuracy: paired } },
    },
    'markdown',
  )
  expect(text).toContain('; 57 against 39 discordant, McNemar p = 0.081) on')
  expect(render(comparison, 'markdown')).not.toContain('discordant')
})

test('a commit is named by its first letters, and a folder by its own name', () => {
  const base = 'c0ffee0'.padEnd(40, '1')
  const judged = render({ ...RESULTS.validation, judged: `HEAD against ${base}` }, 'markdown')
  expect(judged).toContain('in HEAD against c0ffee0: ')
  const ran = render({ ...RESULTS.run, outcome: 'passed', out: '/elsewhere/temp/made' }, 'markdown')
  expect(ran).toContain('What it made is in `made`.')
  const { version: _, ...side } = RESULTS.comparison.champion
  const files = {
    champion: { ...side, file: '/elsewhere/temp/base/model.onnx' },
    challenger: { ...side, file: '/elsewhere/temp/made/model.onnx' },
  }
  const compared = render({ ...RESULTS.comparison, ...files }, 'markdown')
  expect(compared).toContain('champion `base/model.onnx`')
  expect(compared).toContain('challenger `made/model.onnx`')
  expect(ran + compared).not.toContain('/elsewhere')
})
