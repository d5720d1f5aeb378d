import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionOf, fieldsOf } from '../../../../src/domain/registry/search/evaluate.ts'
import { parseFilter } from '../../../../src/domain/registry/search/filter.ts'
import { judge, type SearchedFacts, searchedVersion } from '../../../support/searched-versions.ts'

const VERSION: SearchedFacts = {
  version: 12,
  record: {
    metrics: { auc: 0.9, 'f1.macro': 0.5 },
    params: { depth: 10, solver: 'saga', nothing: null, layers: [64, 32], text: '7', warm: true, dot: 'a.b' },
    'pull-request': 128,
  },
  stage: 'production',
  aliases: ['champion', 'shadow'],
  notes: { description: 'Fraud (July)\nsecond line', tags: { team: 'fraud-eu', score: 3, live: true } },
}

describe('fields', () => {
  test.each([
    'model = churn',
    'version = 12',
    'stage = production',
    'alias = champion',
    'alias = shadow',
    "created-at >= '2026-11-20' and created-at < '2026-11-21'",
    "created-by = 'Ada'",
    "commit like 'ccc%'",
    "tree like '777%'",
    'pull-request = 128',
    'run is null',
    'format = onnx',
    'kind is null',
    "sha256 like '%c'",
    'bytes = 100',
    "uri = './model.onnx'",
    "description like 'Fraud%'",
    'metrics.auc = 0.9',
    'metrics.f1.macro = 0.5',
    'metrics."f1.macro" = 0.5',
    'params.depth = 10',
    "params.layers = '[64,32]'",
    'tags.team is not null',
    'metrics.constructor is null',
  ])('%s', filter => {
    expect(judge(filter, VERSION)).toBe(true)
  })

  test.each([
    ['stge = x', 1, 'stage'],
    ['version = 1 and metric.auc > 0', 17, 'metrics'],
    ['toString = x', 1, 'fields are'],
    ['metrics > 0', 1, 'metrics.NAME'],
    ['stage.x = 1', 1, 'stage'],
  ])('%s is none: column %i', (text, column, next) => {
    expect(() => judge(text)).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        place: expect.objectContaining({ column }),
        next: expect.stringContaining(next),
      }),
    )
  })

  test('are listed in the order in which they stand', () => {
    const filter = parseFilter("not a = 1 and (b in (1) or c like 'x') and d is null")
    expect(fieldsOf(filter).map(({ parts }) => parts.join('.'))).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('values of another type', () => {
  test.each([
    ['params.depth > 9', true], // as words 10 comes before 9
    ["params.depth > '9'", true],
    ['params.text > 6', true],
    ["params.text < '10'", false], // both are words
    ['params.solver > 5', false],
    ['params.solver < 5', false],
    ['params.solver = 5', false],
    ['params.solver != 5', true],
    ['params.warm = true', true],
    ["params.warm = 'true'", true],
    ['params.warm = 1', false],
    ['tags.live = false', false],
    ['stage > develop', true],
    ["version like '1%'", true],
    ["version in ('12', 'x')", true],
    ["metrics.auc = 'high'", false],
    ["metrics.auc != ''", true],
  ])('%s is %s', (filter, expected) => {
    expect(judge(filter, VERSION)).toBe(expected)
  })
})

describe('a value that is not there is neither true nor false', () => {
  test.each([
    ['metrics.none > 0', null],
    ['not metrics.none > 0', null],
    ['metrics.none != 0', null],
    ["params.nothing like '%'", null],
    ['params.nothing in (1)', null],
    ['params.nothing is null', true],
    ['metrics.none > 0 or version = 12', true],
    ['version = 12 or metrics.none > 0', true],
    ['metrics.none > 0 or version = 1', null],
    ['metrics.none > 0 and version = 1', false],
    ['version = 1 and metrics.none > 0', false],
    ['metrics.none > 0 and version = 12', null],
    ['not (metrics.none > 0 and version = 1)', true],
  ])('%s is %s', (filter, expected) => {
    expect(judge(filter, VERSION)).toBe(expected)
  })

  test('and a version without an alias has none', () => {
    expect(judge('alias is null', { aliases: [] })).toBe(true)
    expect(judge('alias is null', { aliases: ['shadow'] })).toBe(false)
    expect(judge('alias = shadow', { aliases: [] })).toBeNull()
  })
})

describe('like', () => {
  test.each([
    ['%', 'Fraud', true],
    ['', 'Fraud', false],
    ['', '', true],
    ['%', '', true],
    ['_', '', false],
    ['Fraud', 'Fraud', true],
    ['fraud', 'Fraud', false],
    ['Fr', 'Fraud', false],
    ['F____', 'Fraud', true],
    ['F___', 'Fraud', false],
    ['%a%', 'Fraud', true],
    ['%aud', 'Fraud', true],
    ['F%d', 'Fraud', true],
    ['%a%a%', 'Fraud', false],
    ['a%b%a', 'aba', true],
    ['a%a', 'a', false],
    ['%ab', 'aab', true],
    ['_%_', 'ab', true],
    ['a.c', 'abc', false],
    ['(a|b)[c]{2}^$*+?\\', '(a|b)[c]{2}^$*+?\\', true],
    ['a%c', 'a\nb\nc', true],
    ['_', '😀', true],
  ])('%j on %j is %s', (pattern, text, expected) => {
    expect(judge(`description like '${pattern}'`, { notes: { description: text } })).toBe(expected)
  })

  test('agrees with a regular expression', () => {
    const letters = (with_: string) => fc.string({ unit: fc.constantFrom('a', 'b', ...with_), maxLength: 8 })
    fc.assert(
      fc.property(letters('%_'), letters(''), (pattern, text) => {
        const expression = new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`)
        expect(judge(`description like '${pattern}'`, { notes: { description: text } })).toBe(
          expression.test(text),
        )
      }),
      { numRuns: 1_000 },
    )
  })

  test('is quick on a pattern that a regular expression would take years for', () => {
    const pattern = `${'%a'.repeat(30)}%b`
    expect(judge(`description like '${pattern}'`, { notes: { description: 'a'.repeat(2_000) } })).toBe(false)
  })
})

test('notes are read only when they can still decide', () => {
  let read = 0
  const version = {
    ...searchedVersion({ version: 3 }),
    notes: () => {
      read += 1
      return {}
    },
  }
  const ask = (filter: string) => conditionOf(filter, parseFilter(filter))(version)
  expect(ask('version = 1 and tags.team = fraud')).toBe(false)
  expect(ask('version = 3 or tags.team = fraud')).toBe(true)
  expect(read).toBe(0)
  expect(ask('version = 3 and tags.team is null')).toBe(true)
  expect(read).toBe(1)
})
