import { expect, test } from 'vitest'
import type { BusinessRule } from '../../../src/domain/registry/sla-service-keys.ts'
import { openBusiness } from '../../../src/domain/service/business.ts'

const rule = (more: Partial<BusinessRule>): BusinessRule => ({
  name: 'number',
  of: 'mean',
  column: 'x',
  direction: 'higher',
  target: 1,
  ...more,
})
function levelOf(more: Partial<BusinessRule>, cells: readonly string[]) {
  const sink = openBusiness(rule(more))
  for (const cell of cells) sink.take(cell)
  return sink.level()
}
const cells = Array.from({ length: 500 }, (_, row) => String(((row * 7919) % 1000) / 10))

// By numpy and scipy.stats.t.
test('a mean comes with the interval of Student', () => {
  const found = levelOf({ target: 45 }, cells)
  expect(found.value).toBeCloseTo(50.05, 10)
  expect(found.low).toBeCloseTo(47.507200624381895, 9)
  expect(found.high).toBeCloseTo(52.5927993756181, 9)
  expect(found).toMatchObject({
    status: 'ok',
    observations: 500,
    unit: 'own',
    limit: { is: 'at-least', value: 45 },
  })
  expect(levelOf({ target: 50 }, cells).status).toBe('insufficient-data')
  expect(levelOf({ target: 53 }, cells).status).toBe('breached')
  expect(levelOf({ target: 47, direction: 'lower' }, cells).status).toBe('breached')
})

// By scipy.stats.binomtest(31, 1000).proportion_ci('wilson').
test('a rate comes with the interval of Wilson, and reads what stands for 0 and 1', () => {
  const words = Array.from(
    { length: 1000 },
    (_, row) => (row < 31 ? ['1', 'true', 'Yes'][row % 3] : ['0', 'False', 'no'][row % 3]) as string,
  )
  const found = levelOf({ of: 'rate', target: 0.02 }, words)
  expect(found).toMatchObject({ status: 'ok', value: 0.031, unit: 'share' })
  expect(found.low).toBeCloseTo(0.021924003447158568, 12)
  expect(found.high).toBeCloseTo(0.04366549601229214, 12)
})

test('a total was counted in full, and has no width', () => {
  expect(levelOf({ of: 'total', target: 25_025.1 }, cells)).toMatchObject({
    value: 25_025,
    low: 25_025,
    high: 25_025,
    status: 'breached',
  })
  expect(levelOf({ of: 'total', target: 25_025 }, cells).status).toBe('ok')
})

test('what is missing is left out and said', () => {
  expect(levelOf({ target: 45 }, [...cells, '', ''])).toMatchObject({ observations: 500, missing: 2 })
})

test.each([
  [{ of: 'mean' }, ['1', 'many'], 'many'],
  [{ of: 'rate' }, ['1', '0.5'], '0.5'],
  [{ of: 'total' }, ['1', 'Infinity'], 'Infinity'],
] as const)('what is no number of its kind is an error that shows it: %o', (more, given, shown) => {
  const found = levelOf(more, given)
  expect(found).toMatchObject({ status: 'error', grounds: ['other-values'] })
  expect(found.detail).toContain(shown)
})

test('nothing, and too few for a mean, tell nothing', () => {
  expect(levelOf({}, [])).toMatchObject({ status: 'insufficient-data', grounds: ['nothing-seen'] })
  expect(levelOf({ target: 1 }, cells.slice(0, 29))).toMatchObject({
    status: 'insufficient-data',
    grounds: ['too-few'],
  })
  expect(levelOf({ target: 1 }, cells.slice(0, 30)).status).toBe('ok')
})
