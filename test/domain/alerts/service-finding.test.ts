import { expect, test } from 'vitest'
import {
  businessCauses,
  businessFinding,
  operationsCauses,
  operationsFinding,
} from '../../../src/domain/alerts/service-finding.ts'
import type { ServiceLevel } from '../../../src/domain/service/level.ts'

const level = (
  name: string,
  status: ServiceLevel['status'],
  more: Partial<ServiceLevel> = {},
): ServiceLevel => ({
  of: 'operations',
  name,
  status,
  grounds: [],
  limit: { is: 'at-most', value: 250 },
  unit: 'ms',
  value: 300,
  ...more,
})
const conversion = level('conversion', 'breached', {
  of: 'business',
  limit: { is: 'at-least', value: 0.04 },
  unit: 'share',
  value: 0.03,
})

test('each kind of alert hears of its own limits alone', () => {
  const levels = [level('p95', 'breached'), level('p99', 'insufficient-data'), level('p50', 'ok'), conversion]
  expect(operationsFinding(levels)).toEqual({
    is: 'bad',
    items: [{ name: 'p95', size: 1.2 }],
    untold: ['p99'],
  })
  expect(businessFinding(levels)).toEqual({
    is: 'bad',
    items: [{ name: 'conversion', size: 1.25 }],
    untold: [],
  })
})

test('a size is 1 at the limit, and grows with what lies beyond it, on either side and at 0', () => {
  const sizeOf = (more: Partial<ServiceLevel>) => {
    const found = operationsFinding([level('x', 'breached', more)])
    return found.is === 'bad' ? found.items[0].size : undefined
  }
  expect(sizeOf({ value: 500 })).toBe(2)
  expect(sizeOf({ limit: { is: 'at-least', value: 5 }, value: 0 })).toBe(2)
  expect(sizeOf({ limit: { is: 'at-most', value: 0 }, value: 0.02 })).toBe(1.02)
  expect(sizeOf({ limit: { is: 'at-least', value: -100 }, value: -150 })).toBe(1.5)
})

test('good is what kept a limit and broke none; nothing told is neither', () => {
  expect(operationsFinding([level('p95', 'ok'), level('p99', 'error')])).toEqual({
    is: 'good',
    untold: ['p99'],
  })
  expect(operationsFinding([level('p95', 'error')]).is).toBe('unknown')
  expect(operationsFinding([conversion]).is).toBe('unknown')
  expect(businessFinding([]).is).toBe('unknown')
})

test('causes are those of what is broken, failures first', () => {
  const broken = [
    level('throughput', 'breached'),
    level('p99', 'breached'),
    level('p50', 'breached'),
    level('error-rate', 'breached'),
  ]
  expect(operationsCauses(broken).map(cause => cause.split(':')[0])).toEqual([
    'what serves it fails',
    'it answers too slowly',
    'fewer requests reach it',
  ])
  expect(operationsCauses([level('p95', 'ok'), conversion])).toEqual([])
  expect(businessCauses([conversion])).toHaveLength(2)
  expect(businessCauses([level('p95', 'breached')])).toEqual([])
})
