import { describe, expect, test } from 'vitest'
import { evaluateLatency, LatencyRatio } from '../../../src/domain/gates/latency.ts'
import { judged, judgedAlone, measured } from '../../support/judged.ts'

const ratio = ([low, high]: readonly [number, number]) => ({ value: Math.sqrt(low * high), low, high })
const times = (interval: readonly [number, number]) => ({
  'champion-ms': 1,
  'challenger-ms': 1.1,
  ratio: ratio(interval),
})

function gate(
  interval: readonly [number, number],
  same: readonly [number, number] = [0.97, 1.03],
  margin: string | number = '20%',
) {
  const p95 = { p50: times([1, 1]), p95: times(interval), p99: times([1, 9]) }
  const quiet = ratio([0.99, 1.01])
  const evidence = measured('latency', {
    'rows-per-request': 1,
    pairs: 400,
    'warm-up': 50,
    blocks: 20,
    seed: 7,
    'same-against-same': { p50: quiet, p95: ratio(same), p99: quiet },
    quantiles: p95,
  })
  return evaluateLatency({ latency: 'p95', 'not-slower-by': margin }, judged(evidence))
}

describe('latency against the champion', () => {
  test('is judged on the high end of the ratio', () => {
    expect(gate([1.01, 1.2])).toMatchObject({ outcome: 'passed', wanted: { value: 1.2, unit: 'ratio' } })
    expect(gate([1.01, 1.21]).outcome).toBe('inconclusive')
    expect(gate([1.21, 1.4]).outcome).toBe('failed')
  })

  test('a runner on which the champion differs from itself by more settles nothing, whatever the ratio', () => {
    for (const same of [
      [0.97, 1.21],
      [0.8, 1.03],
    ] as const) {
      for (const interval of [
        [0.5, 0.6],
        [1.01, 1.1],
        [2, 3],
      ] as const) {
        expect(gate(interval, same)).toMatchObject({
          outcome: 'inconclusive',
          reason: expect.stringContaining('too noisy'),
        })
      }
    }
  })

  test('a share is a percentage by another name', () => {
    expect(gate([1.01, 1.07], undefined, 0.07)).toEqual(gate([1.01, 1.07], undefined, '7%'))
  })

  test('is left out where there is no champion', () => {
    expect(evaluateLatency({ latency: 'p50', 'not-slower-by': '5%' }, judgedAlone()).outcome).toBe('left-out')
  })

  test.each([[20], ['20'], ['-5%'], ['20 %'], ['1e2%']])('%j is no percentage', margin => {
    expect(LatencyRatio.safeParse({ latency: 'p95', 'not-slower-by': margin }).success).toBe(false)
  })

  test('p99 is not judged: too few requests are behind it', () => {
    expect(LatencyRatio.safeParse({ latency: 'p99', 'not-slower-by': '20%' }).success).toBe(false)
  })
})
