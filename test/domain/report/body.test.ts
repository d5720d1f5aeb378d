import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BODY_LIMIT, composeBody, type OwnPart } from '../../../src/domain/report/body.ts'
import { fairShare, shortenMarkdown } from '../../../src/domain/report/fit.ts'
import { type Part, parseParts } from '../../../src/domain/report/part.ts'

const MARKER = '<!-- modelyard: root=r model=m workflow=w -->'
const NOTE = '<sub>the rest is elsewhere</sub>'
const paragraphs = (count: number) => Array.from({ length: count }, (_, at) => `paragraph ${at}`).join('\n\n')

const own = (given: Partial<OwnPart> = {}): OwnPart => ({
  name: 'linux',
  run: 7,
  attempt: 1,
  at: 5,
  render: () => 'fine',
  note: () => NOTE,
  ...given,
})
const other = (name: string, text: string): Part => ({ name, run: 6, attempt: 1, at: 1, text })

test('a body begins with its marker and holds every part by name', () => {
  const { body, isShortened } = composeBody(MARKER, [other('mac', 'good'), other('arm', 'bad')], own())
  expect(body.startsWith(`${MARKER}\n`)).toBe(true)
  expect(parseParts(body).map(({ name, text }) => [name, text])).toEqual([
    ['arm', 'bad'],
    ['linux', 'fine'],
    ['mac', 'good'],
  ])
  expect(isShortened).toBe(false)
})

test('a report above the limit says itself in fewer words', () => {
  const asked: number[] = []
  const render = (limit: number) => {
    asked.push(limit)
    return limit > 70_000 ? 'x'.repeat(70_000) : 'x'.repeat(limit)
  }
  const { body } = composeBody(MARKER, [], own({ render }))
  expect(body.length).toBeLessThanOrEqual(BODY_LIMIT)
  expect(body.length).toBeGreaterThan(65_000)
  expect(asked.at(-1)).toBeLessThan(BODY_LIMIT)
})

test('parts that do not fit together are shortened to the same length, and small ones stay whole', () => {
  const others = [other('a', paragraphs(3000)), other('b', paragraphs(4000)), other('c', 'small')]
  const { body, parts, isShortened } = composeBody(MARKER, others, own({ render: () => paragraphs(5000) }))
  expect(body.length).toBeLessThanOrEqual(BODY_LIMIT)
  expect(isShortened).toBe(true)
  expect(parts.find(({ name }) => name === 'c')?.text).toBe('small')
  const long = parts.filter(({ name }) => name !== 'c').map(({ text }) => text)
  expect(long.every(text => text.endsWith(NOTE) && text.length > 20_000)).toBe(true)
})

test('no body is above the limit, whatever its parts', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constantFrom('<!--'.repeat(40), 'é\n\n'.repeat(90), paragraphs(30)),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ maxLength: 9 }), text), { maxLength: 6 }),
      text,
      (given, mine) => {
        const others = given.map(([name, words]) => other(name, words))
        const { body } = composeBody(MARKER, others, own({ render: limit => mine.slice(0, limit) }), 1500)
        expect(body.length).toBeLessThanOrEqual(1500)
      },
    ),
  )
})

test('what is composed once is composed the same from what was written', () => {
  const others = [other('a', paragraphs(3000)), other('b', paragraphs(4000))]
  const mine = own({ render: () => paragraphs(3000) })
  const { body } = composeBody(MARKER, others, mine)
  expect(composeBody(MARKER, parseParts(body), mine).body).toBe(body)
})

test.each([
  [[10, 10], 20, Number.POSITIVE_INFINITY],
  [[10, 11], 20, 10],
  [[2, 100, 100], 50, 24],
  [[5], 0, 0],
  [[], 0, Number.POSITIVE_INFINITY],
])('%j share %s by at most %s each', (lengths, room, share) => {
  expect(fairShare(lengths, room)).toBe(share)
})

test('a text is cut between blocks, outside of folds and fences', () => {
  const text =
    'one\n\n<details><summary>x</summary>\n\ntwo\n\n</details>\n\n```\na\n\nb\n```\n\nthree and more'
  const cut = (most: number) => shortenMarkdown(text, most, 'N')
  expect(cut(text.length)).toBe(text)
  expect(cut(text.length - 1)).toBe(`${text.slice(0, text.indexOf('\n\nthree'))}\n\nN`)
  expect(cut(text.indexOf('b\n```') + 4)).toBe(`${text.slice(0, text.indexOf('\n\n```'))}\n\nN`)
  expect(cut(text.indexOf('two') + 6)).toBe('one\n\nN')
  expect(cut(3)).toBe('N')
  expect(cut(0)).toBe('')
})
