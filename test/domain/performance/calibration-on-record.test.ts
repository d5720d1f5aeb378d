import { expect, test } from 'vitest'
import { whyNotBelieved } from '../../../src/domain/performance/calibration-on-record.ts'

test('probabilities are believed by the calibration error on record, and never without one', () => {
  expect(whyNotBelieved(undefined)).toBe('calibration-unknown')
  expect(whyNotBelieved({ metrics: { accuracy: 0.9 } })).toBe('calibration-unknown')
  expect(whyNotBelieved({ metrics: { 'calibration-error': 0.051 } })).toBe('calibration-poor')
  expect(whyNotBelieved({ metrics: { 'calibration-error': 0.05 } })).toBeUndefined()
})
