import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CommentKey,
  escapeValue,
  isMarked,
  renderMarker,
  unescapeValue,
  withoutMarkers,
} from '../../../src/domain/report/marker.ts'
import { hostileText } from '../../support/hostile-text.ts'

const KEY: CommentKey = {
  registry: 'registry-data',
  model: 'churn',
  workflow: '.github/workflows/pipeline.yml',
}

test('a marker is one HTML comment that names registry, model and workflow', () => {
  expect(renderMarker(KEY)).toBe(
    '<!-- modelyard: root=registry-data model=churn workflow=.github/workflows/pipeline.yml -->',
  )
})

test('no value ends the comment, and no two keys have the same marker', () => {
  const key = fc.record({ registry: hostileText, model: hostileText, workflow: hostileText })
  fc.assert(
    fc.property(key, key, (a, b) => {
      const marker = renderMarker(a)
      expect(marker.slice(5, -4)).not.toMatch(/[<>\n]|--/)
      expect(renderMarker(b) === marker).toBe(
        (['registry', 'model', 'workflow'] as const).every(
          name => a[name].toWellFormed() === b[name].toWellFormed(),
        ),
      )
    }),
  )
  expect(renderMarker({ ...KEY, model: 'a workflow=b' })).toContain('model=a%20workflow%3Db ')
})

test('a value comes back as it was', () => {
  fc.assert(fc.property(hostileText, text => unescapeValue(escapeValue(text)) === text.toWellFormed()))
  for (const text of ['-', '--', '---', 'a-', '💥', 'é-->', '~'])
    expect(unescapeValue(escapeValue(text))).toBe(text)
})

test.each(['%', '%zz', '%41', 'a--b', 'a b'])('%s was written by something else', value => {
  expect(unescapeValue(value)).toBeUndefined()
})

test.each([
  ['at the first byte', '', true],
  ['behind a space', ' ', false],
  ['quoted', '> ', false],
  ['behind a line', 'see:\n', false],
])('a marker %s', (_, before, marked) => {
  const marker = renderMarker(KEY)
  expect(isMarked(`${before}${marker}\nhello`, marker)).toBe(marked)
})

test('a marker is a whole line', () => {
  const marker = renderMarker(KEY)
  expect(isMarked(`${marker}\r\nhello`, marker)).toBe(true)
  expect(isMarked(marker, marker)).toBe(true)
  expect(isMarked(`${marker} hello`, marker)).toBe(false)
})

test('text below a marker opens no HTML comment', () => {
  expect(withoutMarkers('a <!-- modelyard-part: name= run=1 --> b')).not.toContain('<!--')
})
