import { expect, test } from 'vitest'
import type { OwnPart } from '../../../src/domain/report/body.ts'
import { renderMarker } from '../../../src/domain/report/marker.ts'
import { type Part, renderPart } from '../../../src/domain/report/part.ts'
import { planComment } from '../../../src/domain/report/plan.ts'

const MARKER = renderMarker({ registry: 'r', model: 'm', workflow: 'w' })
const own = (given: Partial<OwnPart> = {}): OwnPart => ({
  name: '',
  run: 7,
  attempt: 1,
  at: 5,
  render: () => 'fine',
  note: () => 'elsewhere',
  ...given,
})
const bodyOf = (...parts: Partial<Part>[]) =>
  `${MARKER}\n${parts.map(part => renderPart({ name: '', run: 7, attempt: 1, at: 5, text: 'fine', ...part })).join('\n\n')}\n`
const found = (id: number, body: string) => ({ id, body, isMinimized: false })

test('where none is found one is made', () => {
  expect(planComment(MARKER, [found(1, 'hello'), found(2, `> ${bodyOf({})}`)], own())).toMatchObject({
    is: 'create',
    body: bodyOf({}),
  })
})

test('a comment that says the same already is kept, by its attempt and moment too', () => {
  expect(planComment(MARKER, [found(1, bodyOf({ at: 3 }))], own({ attempt: 2, at: 9 }))).toMatchObject({
    is: 'keep',
  })
  const typed = bodyOf({}).trimEnd().replaceAll('\n', '\r\n')
  expect(planComment(MARKER, [found(1, typed)], own())).toMatchObject({ is: 'keep' })
})

test.each([
  ['another text', { text: 'worse' }],
  ['an earlier run', { run: 6 }],
])('a comment with %s is updated', (_, part) => {
  expect(planComment(MARKER, [found(1, bodyOf(part))], own())).toMatchObject({
    is: 'update',
    body: bodyOf({}),
  })
})

test('a comment that only lacks the words is updated, and what a person added to its front goes', () => {
  const edited = bodyOf({}).replace(`${MARKER}\n`, `${MARKER}\nhello\n`)
  expect(planComment(MARKER, [found(1, edited)], own())).toMatchObject({ is: 'update', body: bodyOf({}) })
})

test.each([
  ['run', { run: 8, attempt: 1, at: 0, text: 'newer' }],
  ['attempt', { attempt: 2, at: 0, text: 'newer' }],
])('the report of a later %s stays', (_, part) => {
  const body = bodyOf(part)
  expect(planComment(MARKER, [found(1, body)], own())).toMatchObject({ is: 'keep', isSuperseded: true, body })
})

test('of several the oldest stays and takes the newest of each part', () => {
  const plan = planComment(
    MARKER,
    [
      found(30, bodyOf({ name: 'mac', run: 7, text: 'mac 7' })),
      found(9, bodyOf({ name: 'mac', run: 6, text: 'mac 6' }, { name: 'arm', text: 'arm 7' })),
      found(10, bodyOf({ name: 'arm', run: 6, text: 'arm 6' })),
    ],
    own({ name: 'linux' }),
  )
  expect(plan).toMatchObject({
    is: 'update',
    comment: { id: 9 },
    duplicates: [{ id: 10 }, { id: 30 }],
    isShared: true,
  })
  expect(plan.body).toBe(
    bodyOf({ name: 'arm', text: 'arm 7' }, { name: 'linux' }, { name: 'mac', text: 'mac 7' }),
  )
})

test.each([
  ['its own part alone', { text: 'old' }, '', false],
  ["another writer's part", { name: 'mac' }, '', true],
  ['a part of a name', { name: 'mac', text: 'old' }, 'mac', true],
])('a comment with %s', (_, part, name, isShared) => {
  expect(planComment(MARKER, [found(1, bodyOf(part))], own({ name }))).toMatchObject({ isShared })
})

test('what was shortened is no news when it is said again', () => {
  const render = (limit: number) => 'x '.repeat(50_000).slice(0, limit)
  const first = planComment(MARKER, [], own({ render }))
  expect(planComment(MARKER, [found(1, first.body)], own({ render, attempt: 2, at: 99 }))).toMatchObject({
    is: 'keep',
  })
})
