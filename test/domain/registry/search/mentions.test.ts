import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { conditionOf } from '../../../../src/domain/registry/search/evaluate.ts'
import { parseFilter } from '../../../../src/domain/registry/search/filter.ts'
import { mayHold } from '../../../../src/domain/registry/search/mentions.ts'
import { searchedVersion } from '../../../support/searched-versions.ts'

/** As `search` asks it of the text of the notes. */
function mayHoldOf(filter: string, text: string): boolean {
  return mayHold(parseFilter(filter), word => text.includes(word) || text.includes('\\'))
}

describe('whether notes can make a filter true, by their words', () => {
  const NOTES = 'tags: {team: growth, round: 1e3, live: TRUE}\n'

  test.each([
    ["tags.team like 'fraud%'", false],
    ["tags.team like 'gro_th'", true],
    ["tags.team = 'fraud'", false],
    ['tags.team in (fraud, scoring)', false],
    ['tags.team in (fraud, growth)', true],
    ["tags.team = 'fraud' and version = 1", false],
    ["tags.team = 'fraud' or version = 1", true],
    ["description like '%only%'", false],
    // What is not certain may be.
    ["not tags.team = 'fraud'", true],
    ["tags.team != 'fraud'", true],
    ["tags.team > 'fraud'", true],
    ['tags.other is null', true],
    ["tags.round = '1000'", true],
    ["tags.round = '0x3e8'", true],
    ["tags.round like '1000'", true],
    ['tags.live = true', true],
    ["tags.live like 'tru_'", true],
    ["model = 'fraud'", true],
  ])('%s: %s', (filter, expected) => {
    expect(mayHoldOf(filter, NOTES)).toBe(expected)
  })

  test('nothing is certain where a letter may be written otherwise', () => {
    expect(mayHoldOf("tags.team = 'fraud'", 'tags: {team: "fr\\x61ud"}\n')).toBe(true)
  })

  test('a filter that is true is never ruled out', () => {
    const word = fc.constantFrom(
      'fraud',
      'fraud-eu',
      'Growth team',
      'true',
      '1000',
      'NaN',
      'a"b',
      'x\ny',
      '0x3e8',
    )
    const value = fc.oneof(word, fc.constantFrom(1000, 0x3e8, 1e21, true, false))
    const tags = fc.dictionary(fc.constantFrom('team', 'round'), value)
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
    const field = fc.constantFrom('tags.team', 'tags.round', 'description')
    const leaf = fc.oneof(
      fc
        .tuple(field, fc.constantFrom('=', '!=', '<', 'like'), word)
        .map(([f, op, w]) => `${f} ${op} ${quoted(w)}`),
      fc.tuple(field, word).map(([f, w]) => `${f} like ${quoted(`%${w.slice(1, 5)}%`)}`),
      fc.tuple(field, word, word).map(([f, a, b]) => `${f} in (${quoted(a)}, ${quoted(b)})`),
      field.map(f => `${f} is null`),
    )
    const filter = fc.letrec<{ tree: string }>(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree'))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie('tree').map(a => `not (${a})`),
      ),
    })).tree
    let held = 0
    fc.assert(
      fc.property(tags, fc.option(word, { nil: undefined }), filter, (given, description, text) => {
        const notes = { ...(description === undefined ? {} : { description }), tags: given }
        if (conditionOf(text, parseFilter(text))(searchedVersion({ notes })) !== true) return
        held += 1
        expect(mayHoldOf(text, stringify(notes)), stringify(notes)).toBe(true)
      }),
      { numRuns: 2000, seed: 20261124 },
    )
    expect(held).toBeGreaterThan(300)
  })
})
