import { describe, expect, test } from 'vitest'
import { type Filter, parseFilter } from '../../../../src/domain/registry/search/filter.ts'
import { tokenize } from '../../../../src/domain/registry/search/tokens.ts'

/** The filter with every parenthesis that it means, fields by their parts. */
function plain(filter: Filter): string {
  switch (filter.is) {
    case 'and':
    case 'or':
      return `(${plain(filter.left)} ${filter.is} ${plain(filter.right)})`
    case 'not':
      return `not ${plain(filter.filter)}`
    case 'null':
      return `${name(filter)} null`
    case 'like':
      return `${name(filter)} ~ ${filter.pattern}`
    case 'in':
      return `${name(filter)} in ${JSON.stringify(filter.values)}`
    case 'compare':
      return `${name(filter)} ${filter.comparison} ${JSON.stringify(filter.value)}`
  }
}
const name = ({ field }: Extract<Filter, { field: unknown }>) => field.parts.join('|')

describe('a filter is parsed', () => {
  test.each([
    [
      "metrics.roc-auc > 0.84 and (stage = production or tags.team like 'fraud%')",
      '(metrics|roc-auc > 0.84 and (stage = "production" or tags|team ~ fraud%))',
    ],
    ['a = 1 or b = 2 and c = 3', '(a = 1 or (b = 2 and c = 3))'],
    ['a = 1 and b = 2 or c = 3', '((a = 1 and b = 2) or c = 3)'],
    ['a = 1 or b = 2 or c = 3', '((a = 1 or b = 2) or c = 3)'],
    ['not a = 1 and b = 2', '(not a = 1 and b = 2)'],
    ['not (a = 1 and b = 2)', 'not (a = 1 and b = 2)'],
    ['not not a = 1', 'not not a = 1'],
    ['((a = 1))', 'a = 1'],
    ['a is null', 'a null'],
    ["a IS NOT NULL Or b LIKE 'x'", '(not a null or b ~ x)'],
    ["a not like 'x_'", 'not a ~ x_'],
    ["a in (1, 'two', three, true)", 'a in [1,"two","three",true]'],
    ['a not in (1)', 'not a in [1]'],
    ['a<>1', 'a != 1'],
    ['a<=1 and b>=2', '(a <= 1 and b >= 2)'],
    ['a = -1.5e3', 'a = -1500'],
    ['a = +.5', 'a = 0.5'],
    ['a = false', 'a = false'],
    ["a = 'it''s'", 'a = "it\'s"'],
    ["a = ''", 'a = ""'],
    ["a = '(not) b, null'", 'a = "(not) b, null"'],
    ['a = staging', 'a = "staging"'],
    ['params."max depth" = 3', 'params|max depth = 3'],
    ['params."a.b""c" = 3', 'params|a.b"c = 3'],
    ['metrics.f1@0/5 > 0', 'metrics|f1@0/5 > 0'],
    ['params.optimizer.lr = 1', 'params|optimizer|lr = 1'],
    ['  a\n=\t1  ', 'a = 1'],
    ['notes = 1', 'notes = 1'],
  ])('%s', (text, meant) => {
    expect(plain(parseFilter(text))).toBe(meant)
  })
})

describe('what is no filter gets an error that points at the column', () => {
  test.each([
    ['metrics.roc-auc >', 18, 'a value is missing'],
    ['metrics.roc-auc > and', 19, 'a value is due'],
    ['metrics.roc-auc 0.8', 17, 'a comparison'],
    ['metrics.roc-auc', 16, 'a comparison'],
    ['> 0.8', 1, 'a field'],
    ['a = 1 b = 2', 7, 'is not expected here'],
    ['a = 1 and', 10, 'a field'],
    ['a = 1 and or b = 1', 11, 'a field'],
    ['(a = 1', 7, 'a closing parenthesis'],
    ['a = 1)', 6, 'is not expected here'],
    ['a = 1 && b = 2', 7, 'write `and`'],
    ['a = 1 || b = 2', 7, 'write `or`'],
    ['a == 1', 4, 'a value is due'],
    ["a = 'open", 5, 'does not end'],
    ['"open = 1', 1, 'does not end'],
    ['a = 1; drop', 6, '`;` has no meaning'],
    ['a like b', 8, 'a text'],
    ['a like 5', 8, 'a text'],
    ['a not = 5', 7, '`like` or `in`'],
    ['a is 5', 6, '`null`'],
    ['a = null', 5, 'nothing equals null'],
    ['a in 5', 6, 'an opening parenthesis'],
    ['a in ()', 7, 'a value is due'],
    ['a in (1 2)', 9, 'a comma'],
    ['a in (1,', 9, 'a value is missing'],
    ['a = 12abc', 5, 'has no meaning'],
    ['a > 2026-10-01', 5, 'has no meaning'],
    ['naïve = 1', 3, 'has no meaning'],
  ])('%s', (text, column, message) => {
    const parse = () => parseFilter(text)
    expect(parse).toThrow(message)
    expect(parse).toThrow(
      expect.objectContaining({ code: 'bad-input', place: { path: 'filter', line: 1, column } }),
    )
  })

  test('which is marked under the filter, with what to do', () => {
    expect(() => parseFilter('a = 1 && b = 2')).toThrow('\n  a = 1 && b = 2\n        ^')
    expect(() => parseFilter('a = null')).toThrow(
      expect.objectContaining({ next: expect.stringContaining('is null') }),
    )
    expect(() => parseFilter('a =')).toThrow(
      expect.objectContaining({ next: expect.stringContaining("tags.team like 'fraud%'") }),
    )
  })

  test.each(['('.repeat(9_000), 'not '.repeat(2_400)])('nested thousands deep as well', text => {
    expect(() => parseFilter(`${text}a = 1`)).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })
})

test('a long chain of conditions is no deep one', () => {
  expect(parseFilter(Array.from({ length: 1_000 }, () => 'a = 1').join(' or ')).is).toBe('or')
})

test('tokens know their columns, blanks aside', () => {
  expect(tokenize("  a.b  >= 'x y'").map(({ kind, text, column }) => [kind, text, column])).toEqual([
    ['name', 'a.b', 3],
    ['operator', '>=', 8],
    ['text', "'x y'", 11],
    ['end', '', 16],
  ])
})
