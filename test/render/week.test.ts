import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WeekPage } from '../../src/domain/alerts/week-page.ts'
import { weekOf } from '../../src/domain/monitoring/week.ts'
import { renderWeek } from '../../src/render/week.ts'
import { REMEMBERED } from '../support/alerts.ts'
import { HOSTILE_GROUPS, hostileText } from '../support/hostile-text.ts'
import { nodesOf, parseMarkdown, shapeOf } from '../support/parsed-markdown.ts'

const pageOf = (text = 'tenure'): WeekPage => ({
  model: 'churn',
  week: weekOf(Date.parse('2026-03-04T00:00:00Z')),
  runs: {
    runs: 7,
    blind: 1,
    drifting: [
      { feature: text, since: '2026-03-03T10:00:00Z', confirmed: true },
      { feature: text, since: '2026-03-03T10:00:00Z', confirmed: false },
    ],
    near: [{ feature: text, distance: 0.085, limit: 0.1 }],
    broken: [{ name: text, runs: 2 }],
    silentSince: '2026-03-05T12:00:00Z',
    trends: [
      {
        of: 'drift',
        name: text,
        from: '2026-03-02T12:00:00Z',
        to: '2026-03-03T12:00:00Z',
        values: [0.1, 0.2],
        limit: 0.1,
      },
    ],
  },
  alerts: [
    {
      kind: 'drift',
      number: 12,
      closedAt: undefined,
      state: {
        ...REMEMBERED,
        snoozed: { by: text.slice(0, 100), until: '2026-03-10T10:00:00Z' },
        acknowledged: { by: text.slice(0, 100), at: '2026-03-03T10:00:00Z' },
      },
    },
    { kind: 'operations', number: 13, closedAt: '2026-03-04T10:00:00Z', state: undefined },
  ],
})

test('tells runs, alerts with their numbers, what drifts, comes near or broke a limit, and a silence', () => {
  expect(
    renderWeek(pageOf()).split('\n<details>')[0],
  ).toBe(`Week 2026-W10, from 2026-03-02 to before 2026-03-09, UTC:

- #12 ❌ Open: drift, bad since 2026-03-01 10:00, snoozed until 2026-03-10 10:00, looked after by \`tenure\`
- #13 ✅ Closed: operations
- 7 runs, ⚠️ 1 could not tell of any feature.
- Drifting at its end: \`tenure\`.
- Drifted once, not confirmed: \`tenure\`.
- Near the threshold: \`tenure\` 0.085 of 0.100.
- Limits broken: \`tenure\` in 2 runs.
- Late: no run came for long after 2026-03-05 12:00.

| from run to run | oldest to newest | limit | newest |
| :- | :- | -: | -: |
| \`tenure\` | ▄█ | 0.100 | 0.200 |

<sub>the last 2 runs · of features the distance: ▅ and higher lie beyond the limit</sub>
`)
})

test('names link, mention, hide and end nothing', () => {
  const wanted = shapeOf(parseMarkdown(renderWeek(pageOf('x'))))
  const check = (text: string) => {
    const tree = parseMarkdown(renderWeek(pageOf(text)))
    expect([text, shapeOf(tree)]).toEqual([text, wanted])
    expect(nodesOf(tree).filter(({ type }) => type === 'link')).toEqual([])
  }
  for (const text of HOSTILE_GROUPS) check(text)
  fc.assert(fc.property(hostileText, check), { numRuns: 10 })
})

test('fits into a comment, however much there is', () => {
  const many = Array.from({ length: 3000 }, (_, at) => `${at}${'$'.repeat(150)}`)
  const page = pageOf()
  const alerts = many.map(
    (_, number) => ({ kind: 'drift', number, closedAt: undefined, state: undefined }) as const,
  )
  const near = many.map(feature => ({ feature, distance: 0.09, limit: 0.1 }))
  const text = renderWeek({ ...page, alerts, runs: { ...page.runs, near } })
  expect(text.length).toBeLessThan(65_000)
  expect(text).toContain('and 2990 more.')
  expect(text).toContain('- and 2,980 other alerts')
})
