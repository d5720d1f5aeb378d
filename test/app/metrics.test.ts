import { expect, test } from 'vitest'
import { openMetrics } from '../../app/metrics.ts'

const opened = () => openMetrics({ waiting: () => 3, pausing: () => 2, held: () => 1 })
const linesOf = (text: string, name: string) => text.split('\n').filter(line => line.startsWith(name))

test('calls are counted by how they ended, and what is left by installation', () => {
  const metrics = opened()
  metrics.called({ outcome: 'taken', resource: 'core', remaining: 4999 }, 7)
  metrics.called({ outcome: 'taken', resource: 'core', remaining: 4998 }, 7)
  metrics.called({ outcome: 'secondary-limit', waitMs: 1000 }, 7)
  metrics.called({ outcome: 'taken', resource: 'core', remaining: 12 })
  const text = metrics.text()
  expect(linesOf(text, 'modelyard_api_calls_total')).toEqual([
    'modelyard_api_calls_total{outcome="taken"} 3',
    'modelyard_api_calls_total{outcome="refused"} 0',
    'modelyard_api_calls_total{outcome="rate-limit"} 0',
    'modelyard_api_calls_total{outcome="secondary-limit"} 1',
    'modelyard_api_calls_total{outcome="failed"} 0',
    'modelyard_api_calls_total{outcome="unanswered"} 0',
  ])
  expect(linesOf(text, 'modelyard_rate_limit_remaining')).toEqual([
    'modelyard_rate_limit_remaining{installation="7",resource="core"} 4998',
  ])
})

test('however many installations there are, a hundred series are shown, the last that were asked', () => {
  const metrics = opened()
  for (let id = 1; id <= 1000; id += 1) {
    metrics.called({ outcome: 'taken', resource: 'core', remaining: id }, id)
    metrics.called({ outcome: 'taken', resource: 'core', remaining: 5 }, 1)
  }
  const lines = linesOf(metrics.text(), 'modelyard_rate_limit_remaining')
  expect(lines).toHaveLength(100)
  expect(lines.some(line => line.includes('installation="1",'))).toBe(true)
})

test('what a header says cannot end a label', () => {
  const metrics = opened()
  metrics.called({ outcome: 'taken', resource: 'co"re}\n1', remaining: 5 }, 1)
  expect(linesOf(metrics.text(), 'modelyard_rate_limit_remaining')).toEqual([
    'modelyard_rate_limit_remaining{installation="1",resource="co_re__1"} 5',
  ])
})

test('the lag of deliveries is a histogram, each bucket with those below it', () => {
  const metrics = opened()
  for (const seconds of [0.25, 1, 4, 4000]) metrics.lag(seconds)
  const lines = linesOf(metrics.text(), 'modelyard_delivery_lag_seconds')
  const wanted = ['_bucket{le="0.5"} 1', '_bucket{le="1"} 2', '_bucket{le="5"} 3', '_bucket{le="3600"} 3']
  expect(lines).toEqual(
    expect.arrayContaining(
      [...wanted, '_bucket{le="+Inf"} 4', '_sum 4005.25', '_count 4'].map(
        line => `modelyard_delivery_lag_seconds${line}`,
      ),
    ),
  )
})

test('every line is one of the text format, and every family is introduced once', () => {
  const lines = opened().text().trimEnd().split('\n')
  const sample = /^[a-z_]+(?:\{[a-z]+="[^"\\]*"(?:,[a-z]+="[^"\\]*")*\})? \d+(?:\.\d+)?$/
  for (const line of lines)
    expect(line).toMatch(line.startsWith('#') ? /^# (?:HELP|TYPE) [a-z_]+ \S/ : sample)
  const types = lines.filter(line => line.startsWith('# TYPE'))
  expect(new Set(types).size).toBe(types.length)
  expect(opened().text()).toContain('modelyard_waiting 3\n')
})
