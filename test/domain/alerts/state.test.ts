import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AlertState,
  fitState,
  LONGEST_NAME,
  MOST_CHARACTERS,
  parseAlertState,
  renderAlertState,
} from '../../../src/domain/alerts/state.ts'
import { hostileText } from '../../support/hostile-text.ts'

const SINCE = '2026-10-01T12:00:00Z'
const stateOf = (...names: string[]): AlertState => ({
  schema: 1,
  since: SINCE,
  run: { id: 7, attempt: 1 },
  good: 0,
  items: names.map(name => ({ name, since: SINCE, size: 0.25, told: 1e-7, bad: true })),
})

test('is read as it was written, in one line of plain characters that nothing ends before its end', () => {
  const names = fc.array(
    fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constantFrom('-->', '--!>', '__proto__')),
  )
  fc.assert(
    fc.property(names, given => {
      const state = stateOf(...given.map(name => name.slice(0, LONGEST_NAME)))
      const line = renderAlertState(state)
      expect(line).toMatch(/^<!-- [ -~]* -->$/)
      expect(line.slice(4, -3)).not.toMatch(/[<>]/)
      expect(parseAlertState(`marker\n${line}\nwords`)).toEqual(state)
      expect(parseAlertState(`marker\r\n${line}\r\nwords`)).toEqual(state)
    }),
  )
})

const line = (value: unknown) => `<!-- modelyard alert-state ${JSON.stringify(value)} -->`
test.each([
  ['nothing', ''],
  ['another line', 'words'],
  ['no JSON', '<!-- modelyard alert-state {"schema":1 -->'],
  ['no object', line(null)],
  ['a newer form', line({ ...stateOf('a'), schema: 2 })],
  ['a key more', line({ ...stateOf('a'), more: 1 })],
  ['a size that is none', line({ ...stateOf(), items: [{ ...stateOf('a').items[0], size: -1 }] })],
  ['a time that is none', line({ ...stateOf('a'), since: 'yesterday' })],
  ['a name that is too long', line(stateOf('x'.repeat(LONGEST_NAME + 1)))],
])('of %s nothing is known', (_, text) => {
  expect(parseAlertState(`marker\n${text}\n${renderAlertState(stateOf('a'))}`)).toBeUndefined()
})

test('is never longer than a body has room for: the least are left out, those that are good first', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostileText, fc.nat(9), fc.boolean()), { maxLength: 200 }), rows => {
      const items = rows.map(([text, told, bad], at) => {
        const name = `${at} ${text}`.slice(0, LONGEST_NAME)
        return { name, since: SINCE, size: told, told, bad }
      })
      const fitted = fitState({ ...stateOf(), items })
      expect(renderAlertState(fitted).length).toBeLessThanOrEqual(MOST_CHARACTERS)
      const rank = ({ bad, told }: { bad: boolean; told: number }) => (bad ? 10 : 0) + told
      const ranks = fitted.items.map(rank)
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
      const all = items.map(rank).sort((a, b) => b - a)
      expect(ranks).toEqual(all.slice(0, ranks.length))
      expect(fitted.cut).toBe(ranks.length < all.length ? true : undefined)
    }),
    { numRuns: 30 },
  )
})
