import { expect, test } from 'vitest'
import { combinedFinding } from '../../../src/domain/alerts/combined-finding.ts'
import { badFinding as bad, goodFinding as good } from '../../support/alerts.ts'

const unknown = { is: 'unknown', why: 'nothing came' } as const

test.each([
  ['bad and good', [bad({ a: 1 }, 'b'), good('c')], { ...bad({ a: 1 }), untold: ['b', 'c'] }],
  ['two that are bad', [bad({ a: 1 }), bad({ b: 2 })], bad({ a: 1, b: 2 })],
  ['good and good', [good('a'), good()], good('a')],
  ['good and what could not tell', [good(), unknown], unknown],
  ['what could not tell alone', [unknown], unknown],
  [
    'bad and what could not tell, whose names stay as they were',
    [bad({ a: 1 }), unknown],
    bad({ a: 1 }, 'n1'),
  ],
] as const)('%s', (_, findings, wanted) => {
  const parts = findings.map((finding, at) => ({ finding, names: [`n${at}`] }))
  expect(combinedFinding(parts)).toEqual(wanted)
})
