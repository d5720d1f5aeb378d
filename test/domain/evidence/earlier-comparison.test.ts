import { expect, test } from 'vitest'
import { earlierComparison } from '../../../src/domain/evidence/earlier-comparison.ts'
import type { ChosenWindow } from '../../../src/domain/evidence/judging-rows.ts'
import type { Expectation } from '../../../src/domain/evidence/select.ts'
import { EXPECTED, measured } from '../../support/judged.ts'
import { artifactOf, digest } from '../../support/models.ts'

const RULE = { uri: 'judging/*.csv', time: 'day', 'window-days': 60 }
const BY_RULE: Expectation = { ...EXPECTED, data: RULE, champion: { version: 1, artifact: artifactOf(1) } }
const PAIRED = { champion: 0.8, challenger: 0.82, difference: 0.02 }
const NOW: ChosenWindow = {
  uri: RULE.uri,
  time: RULE.time,
  from: '2026-09-22T00:00:00Z',
  to: '2026-11-21T00:00:00Z',
}
const BEFORE: ChosenWindow = { ...NOW, from: '2026-05-02T00:00:00Z', to: '2026-07-01T00:00:00Z' }

const on = (window: ChosenWindow, rows: number, subject: object = {}) =>
  measured('comparison', { rows, metrics: { 'roc-auc': PAIRED } } as never, {
    digest: digest('a'),
    subject: { window, ...subject } as never,
  })

test('the last comparison on rows of another time is shown beside that which judges', () => {
  expect(earlierComparison([on(BEFORE, 100), on(BEFORE, 200), on(NOW, 300)], 'roc-auc', BY_RULE)).toEqual({
    window: { from: BEFORE.from, to: BEFORE.to },
    rows: 200,
    metric: 'roc-auc',
    ...PAIRED,
  })
})

test.each([
  ['what judges itself', on(NOW, 300)],
  ['another artifact', on(BEFORE, 300, { artifact: digest('9') })],
  ['another champion', on(BEFORE, 300, { champion: digest('9') })],
  ['another source', on({ ...BEFORE, uri: 'other.csv' }, 300)],
])('there is none of %s', (_, comparison) => {
  expect(earlierComparison([comparison], 'roc-auc', BY_RULE)).toBeUndefined()
})

test('there is none of another metric, nor where a file judges', () => {
  expect(earlierComparison([on(BEFORE, 100)], 'log-loss', BY_RULE)).toBeUndefined()
  const file = { ...BY_RULE, data: EXPECTED.data }
  expect(earlierComparison([on(BEFORE, 100)], 'roc-auc', file)).toBeUndefined()
})
