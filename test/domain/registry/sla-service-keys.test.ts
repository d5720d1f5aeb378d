import { expect, test } from 'vitest'
import { ModelDefinition } from '../../../src/domain/registry/definition.ts'
import { explain } from '../../../src/domain/registry/explain.ts'
import { slaMilliseconds, slaShare } from '../../../src/domain/registry/sla-service-keys.ts'

const definition = (sla: unknown) => ({ task: 'regression', target: 'y', sla })
const complaints = (sla: unknown) => {
  const found = ModelDefinition.safeParse(definition(sla))
  return found.success
    ? []
    : explain(ModelDefinition, definition(sla), found.error.issues).map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      )
}

test('an agreement names what it promises, and where its figures come from', () => {
  const sla = {
    operations: [
      { measure: 'p95', max: '250ms' },
      { measure: 'error-rate', max: '1%' },
      { measure: 'throughput', min: 5 },
    ],
    business: [{ name: 'conversion', of: 'rate', column: 'bought', direction: 'higher', target: 0.03 }],
    from: {
      logs: { duration: 'took', unit: 's' },
      prometheus: {
        histogram: 'http_request_duration_seconds',
        labels: { job: 'churn' },
        queries: { p95: 'x' },
      },
      business: { time: 'at' },
    },
  }
  expect(complaints(sla)).toEqual([])
})

test.each([
  [{ operations: [{ measure: 'p95', max: 250 }] }, 'max'],
  [{ operations: [{ measure: 'p95', max: '250' }] }, '250ms'],
  [{ operations: [{ measure: 'p90', max: '250ms' }] }, 'measure'],
  [{ operations: [{ measure: 'error-rate', max: 2 }] }, 'max'],
  [{ operations: [{ measure: 'error-rate', max: '101%' }] }, 'max'],
  [{ operations: [{ measure: 'throughput', min: 0 }] }, 'min'],
  [
    {
      operations: [
        { measure: 'p95', max: '1s' },
        { measure: 'p95', max: '2s' },
      ],
    },
    'each measure once',
  ],
  [{ business: [{ name: 'a', of: 'rate', column: 'b', direction: 'up', target: 1 }] }, 'direction'],
  [{ from: { prometheus: { url: 'http://evil' } } }, 'url'],
  [{ from: { prometheus: { labels: { 'a="b",c': 'd' } } } }, 'label'],
  [{ from: { prometheus: { histogram: 'x{}' } } }, 'metric'],
  [{ operation: [] }, 'operation'],
])('%o is refused with its place', (sla, said) => {
  expect(complaints(sla).join('\n')).toContain(said)
})

test('percentages and times are read exactly', () => {
  expect([slaShare('0.1%'), slaShare('1%'), slaShare('100%'), slaShare(0.07)]).toEqual([0.001, 0.01, 1, 0.07])
  expect([slaMilliseconds('250ms'), slaMilliseconds('1.1s'), slaMilliseconds('0.5ms')]).toEqual([
    250, 1100, 0.5,
  ])
})
