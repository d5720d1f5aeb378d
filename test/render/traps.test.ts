import { describe, expect, test } from 'vitest'
import { Traps } from '../../src/domain/evidence/evaluation.ts'
import { render } from '../../src/render/index.ts'
import { RESULTS } from '../support/results.ts'

const ALL: Traps = {
  'unknown-categories': [{ column: 'plan', rows: 2, examples: ['x', ''] }],
  'unused-columns': ['id', 'day'],
  infinite: 1,
  'not-summing': 2,
  'duplicate-keys': 3,
  'in-training-data': 1,
}

function careful(champion: Traps | undefined, challenger: Traps | undefined): string[] {
  const setting = { task: 'regression', rows: 9, target: 'y', metrics: {} } as const
  const text = render(
    {
      ...RESULTS.comparison,
      'champion-evaluation': { ...setting, ...(champion && { traps: champion }) },
      'challenger-evaluation': { ...setting, ...(challenger && { traps: challenger }) },
    },
    'markdown',
  )
  return text.split('\n').filter(line => line.includes('Careful'))
}

describe('what would pass in silence', () => {
  test('has a line each', () => {
    expect(Traps.safeParse(ALL).success).toBe(true)
    const lines = careful(undefined, ALL)
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatch(/^- Careful: 2 rows .* `plan`, such as x, nothing\.$/)
    expect(lines[5]).toMatch(/1 row of [\d,]+ stands in the training data too/)
    expect(careful(undefined, undefined)).toEqual([])
  })

  test('is said once of both models, and of the champion where it alone has it', () => {
    expect(careful(ALL, ALL)).toEqual(careful(undefined, ALL))
    const lines = careful({ infinite: 4, 'duplicate-keys': 3 }, { 'duplicate-keys': 3 })
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^- Careful: 3 rows/)
    expect(lines[1]).toMatch(/^- Careful, of the champion: 4 predictions/)
  })
})
