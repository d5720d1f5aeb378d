import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeParts, type Part, parseParts, renderPart } from '../../../src/domain/report/part.ts'
import { hostileText } from '../../support/hostile-text.ts'

const part = (given: Partial<Part>): Part => ({
  name: '',
  run: 7,
  attempt: 1,
  at: 1000,
  text: 'fine',
  ...given,
})

const parts: fc.Arbitrary<Part> = fc.record({
  name: fc.constantFrom('', 'linux', 'mac os', '-->'),
  run: fc.integer({ min: 0, max: 3 }),
  attempt: fc.integer({ min: 1, max: 2 }),
  at: fc.integer({ min: 0, max: 2 }),
  text: fc.constantFrom('a', 'bb', 'c c\n\nc'),
})

test('parts come back as they were written, whatever stands in their names and texts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostileText, hostileText), { maxLength: 4 }), given => {
      const written = given.map(([name, text], index) => part({ name: name.slice(0, 100), run: index, text }))
      const read = parseParts(written.map(renderPart).join('\n\n'))
      expect(read.map(({ name, run }) => [name, run])).toEqual(
        written.map(({ name, run }) => [name.toWellFormed(), run]),
      )
      for (const { text } of read) expect(text).not.toContain('<!--')
    }),
  )
})

test('a text that looks like a part is none', () => {
  const forged = renderPart(part({ name: 'linux', run: 99, text: 'better' }))
  expect(parseParts(renderPart(part({ text: `a\n${forged}` })))).toMatchObject([{ name: '', run: 7 }])
})

test('what a person wrote into a comment, and a stamp that is none, are left out', () => {
  const body = `hello\n<!-- modelyard-part: name=a run=x -->\n\nbad\n${renderPart(part({}))}`
  expect(parseParts(body.replaceAll('\n', '\r\n'))).toEqual([part({})])
})

test.each([
  ['of a later run', { run: 8, attempt: 1, at: 0 }],
  ['of a later attempt', { attempt: 2, at: 0 }],
  ['written later', { at: 1001 }],
  ['that is longer, of the same moment', { text: 'fine and whole' }],
])('of one name the part %s stays', (_, newer) => {
  const [a, b] = [part({}), part(newer)]
  expect(mergeParts([a, b])).toEqual([b])
  expect(mergeParts([b, a])).toEqual([b])
})

test('merging parts gives the same in any order, and merged ones once more', () => {
  fc.assert(
    fc.property(fc.array(parts), fc.array(parts), (a, b) => {
      const merged = mergeParts([...a, ...b])
      expect(mergeParts([...b, ...a])).toEqual(merged)
      expect(mergeParts([...mergeParts(a), ...mergeParts(b)])).toEqual(merged)
      expect(mergeParts([...merged, ...a])).toEqual(merged)
    }),
  )
})
