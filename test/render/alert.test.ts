import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALERT_KINDS } from '../../src/domain/alerts/finding.ts'
import type { AlertPage } from '../../src/domain/alerts/page.ts'
import { DEFAULT_ALERT_RULES } from '../../src/domain/alerts/rules.ts'
import { renderAlertBody, renderAlertComment, renderAlertTitle } from '../../src/render/alert.ts'
import { HOSTILE_GROUPS, hostileText, withText } from '../support/hostile-text.ts'
import { nodesOf, parseMarkdown, shapeOf } from '../support/parsed-markdown.ts'
import { RESULTS } from '../support/results.ts'

const SINCE = '2026-10-01T12:00:00Z'
const pageOf = (facts: Partial<AlertPage> = {}, text = 'tenure'): AlertPage => ({
  model: 'churn',
  kind: 'drift',
  isOpen: true,
  state: {
    schema: 1,
    since: SINCE,
    run: { id: 7, attempt: 1 },
    good: 0,
    items: [{ name: text, since: SINCE, size: 0.25, told: 0.2, bad: true }],
  },
  finding: { is: 'bad', items: [{ name: text, size: 0.25 }], untold: [] },
  rules: DEFAULT_ALERT_RULES,
  causes: [`see \`${text}\``],
  next: [],
  trends: [
    {
      of: 'drift',
      name: text,
      from: SINCE,
      to: '2026-10-03T12:00:00Z',
      values: [0.02, null, 0.25],
      limit: 0.1,
    },
  ],
  report: withText(RESULTS.drift, text),
  runUrl: 'https://github.example/runs/7',
  ...facts,
})

test('says what is bad, how much, since when, what is likely behind it and what to do', () => {
  expect(
    renderAlertBody(pageOf({ report: undefined, trends: undefined, causes: ['a column is gone'] })),
  ).toBe(`❌ Bad since 2026-10-01 12:00 UTC.

Production sees other values than the reference holds, by more than matters and more than chance:

| what | distance | worst told | since | now |
| :- | -: | -: | :- | :- |
| \`tenure\` | 0.250 | 0.200 | 2026-10-01 12:00 UTC | ❌\u00a0bad |

### Likely cause

- A column is gone.

### What to do

- See whether the data or the world changed: what is broken upstream is repaired there.
- Where the world changed, see whether the metrics hold, and train again on newer data where they do not.

It is closed after 3 good runs in a row, and opened again where it returns within 14 days. Close it by hand to hear of it again only when it gets worse, something new joins, or it recovers and returns.

<sub>As of [run 7](https://github.example/runs/7) · brought up to date by each run</sub>
`)
})

test('what the report says of causes stands in their place, once, and general ones only where it knows none', () => {
  const { drift } = RESULTS
  const causesIn = (cause: typeof drift.cause) => {
    const text = renderAlertBody(pageOf({ report: { ...drift, cause }, causes: ['a general one'] }))
    expect(text.match(/### Likely cause/g)).toHaveLength(1)
    return text.slice(text.indexOf('### Likely cause'), text.indexOf('### What to do'))
  }
  expect(causesIn(drift.cause)).toContain('- **The pipeline changed?** columns that are gone (`gender`)')
  expect(causesIn(drift.cause)).toContain('`5f0c2a9` `Write @acme/leads <b>weekly</b> contracts`')
  expect(causesIn(drift.cause)).not.toContain('A general one')
  const unknown = causesIn(drift.cause && { ...drift.cause, hints: [] })
  expect(unknown).toContain('Nobody can tell:')
  expect(unknown).toContain('A general one')
  expect(causesIn(undefined)).toBe('### Likely cause\n\n- A general one.\n\n')
})

describe.each(ALERT_KINDS)('of %s', kind => {
  test('names and reports link, mention, hide and end nothing, in the issue and in its comments', () => {
    const shown = (text: string) => {
      const page = pageOf({ kind }, text)
      const items = [{ name: text, size: 0.3, before: 0.2 }]
      const unknown = pageOf({ kind, finding: { is: 'unknown', why: `of ${text}` } }, text)
      return [
        renderAlertBody(page),
        renderAlertBody(unknown),
        renderAlertComment(page, [
          { why: 'worse', items },
          { why: 'joined', items },
          { why: 'returned', items },
        ]),
      ].map(parseMarkdown)
    }
    const wanted = shown('x').map(shapeOf)
    const check = (text: string) => {
      const trees = shown(text)
      expect([text, trees.map(shapeOf)]).toEqual([text, wanted])
      const links = trees.flatMap(nodesOf).flatMap(node => (node.type === 'link' ? [node.url] : []))
      expect([text, new Set(links)]).toEqual([text, new Set(['https://github.example/runs/7'])])
    }
    for (const text of HOSTILE_GROUPS) check(text)
    fc.assert(fc.property(hostileText, check), { numRuns: 4 })
  })

  test('has a title of its own', () => {
    expect(ALERT_KINDS.filter(other => titleOf(other) === titleOf(kind))).toEqual([kind])
  })
})

const titleOf = (kind: AlertPage['kind']) => renderAlertTitle({ model: 'churn', kind })

test.each([
  [
    'good',
    pageOf({ finding: { is: 'good', untold: [] }, state: stateWith(1, false) }),
    '✅ Better: nothing was found in 1 of the 3 runs',
  ],
  [
    'not seen',
    pageOf({ finding: { is: 'good', untold: ['tenure'] } }),
    '⚠️ Not told: what was bad could not be seen',
  ],
  ['unknown', pageOf({ finding: { is: 'unknown', why: 'no rows came' } }), '⚠️ Not told: No rows came.'],
  [
    'closed',
    pageOf({ isOpen: false, finding: { is: 'good', untold: [] }, state: stateWith(3, false) }),
    '✅ Recovered: bad since 2026-10-01 12:00 UTC',
  ],
])('begins with how it stands: %s', (_, page, words) => {
  expect(renderAlertBody(page).startsWith(words)).toBe(true)
})

test('how it came to be so can be read in letters, and is drawn with its threshold', () => {
  const body = renderAlertBody(pageOf({ report: undefined }))
  expect(body).toContain('| `tenure` | ▁·█ | 0.100 | 0.250 |')
  expect(body).toContain('line "limit" [0.1, 0.1]')
  expect(body).toContain('line "found" [0.02, 0.25]')
})

test('is never longer than it may be, whatever the names', () => {
  const name = '$'.repeat(200)
  const items = Array.from({ length: 60 }, (_, at) => ({
    name: `${at}${name}`,
    since: SINCE,
    size: 1,
    told: 1,
    bad: true,
  }))
  const state = { ...pageOf().state, items }
  const page = pageOf({ state, next: [name] }, name)
  expect(renderAlertBody(page, 50_000).length).toBeLessThanOrEqual(50_000)
  expect(renderAlertBody(page)).toContain('… and 30 more')
  expect(renderAlertComment(page, [{ why: 'joined', items }]).length).toBeLessThan(65_000)
})

function stateWith(good: number, bad: boolean): AlertPage['state'] {
  const { state } = pageOf()
  return { ...state, good, items: state.items.map(item => ({ ...item, bad })) }
}
