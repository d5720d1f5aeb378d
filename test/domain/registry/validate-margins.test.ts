import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../../src/domain/evidence/evidence.ts'
import { judgeMargins } from '../../../src/domain/registry/validate-margins.ts'
import { compared, measured, paired, SETTING } from '../../support/judged.ts'
import { definition, digest } from '../../support/models.ts'

const PATH = 'model.yaml'

function judge(gates: readonly object[], evidence: readonly { readonly evidence: Evidence }[]) {
  const value = definition({ policy: { production: { gates: gates as never } } })
  const locate = (keys: readonly PropertyKey[]) => ({ path: PATH, line: keys.length, column: 1 })
  const version = { number: 2, folder: 'versions/2', record: undefined, artifacts: [] }
  const parsed = evidence.map(({ evidence: found }) => ({ path: '', digest: '', evidence: found }))
  return [...judgeMargins({ definition: { value, locate }, versions: [{ ...version, evidence: parsed }] })]
}

const fine = { metric: 'roc-auc', 'not-worse-by': 0.01 }
const wide = compared({ 'roc-auc': paired(-0.02, 0.02) })

describe('margins that the evaluation rows cannot resolve', () => {
  test('are warned of at their key, with what would do', () => {
    expect(judge([{ tests: true }, fine], [wide])).toEqual([
      {
        severity: 'warning',
        code: 'bad-file',
        place: { path: PATH, line: 5, column: 1 },
        message: expect.stringContaining('0.02'),
        next: 'evaluate on about 5700 rows, or allow 0.02',
      },
    ])
  })

  test('are judged by what was compared last', () => {
    const narrow = compared({ 'roc-auc': paired(-0.001, 0.001) })
    expect(judge([fine], [wide, narrow])).toEqual([])
    expect(judge([fine], [narrow, wide])).toHaveLength(1)
  })

  test('are not judged by evidence on other data than the pinned, nor without any', () => {
    const elsewhere = measured(
      'evaluation',
      { ...SETTING, 'positive-rows': 9, metrics: { 'roc-auc': 0.8 } },
      { subject: { data: digest('9') } },
    )
    expect(judge([fine], [elsewhere])).toEqual([])
    expect(judge([fine], [])).toEqual([])
  })
})
