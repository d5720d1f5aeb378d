import { expect, test } from 'vitest'
import { renderError } from '../../src/render/index.ts'

const error = { code: 'bad-file', message: '`polcy` is no key', next: 'did you mean `policy`?' } as const

test('an error says where, what, and what to do', () => {
  expect(renderError({ ...error, place: { path: 'a/model.yaml', line: 3, column: 7 } })).toBe(
    'Error a/model.yaml:3:7: `polcy` is no key.\nDid you mean `policy`?\n',
  )
  expect(renderError({ ...error, next: 'see modelyard --help' })).toBe(
    'Error `polcy` is no key.\nSee modelyard --help.\n',
  )
})

test('a bug says that it is ours', () => {
  expect(renderError({ code: 'bug', message: 'x is undefined', next: 'please report it' })).toBe(
    'Error x is undefined. This is a bug of Modelyard.\nPlease report it.\n',
  )
})

test('a filter keeps its lines, with the mark under its column', () => {
  const text = renderError({
    code: 'bad-input',
    message: 'a value is missing\n  metrics.auc >\n               ^',
    next: 'write one',
    place: { path: 'filter', line: 1, column: 14 },
  })
  expect(text).toBe('Error a value is missing\n  metrics.auc >\n               ^\nWrite one.\n')
})

test('a terminal obeys nothing in it', () => {
  const hostile = 'a\u001b[31mb\u202e\u009b'
  const text = renderError({
    ...error,
    message: `in ${hostile}\n${hostile}`,
    next: hostile,
    place: { path: hostile },
  })
  expect(text).toBe('Error a�[31mb��: in a�[31mb��\na�[31mb��\nA�[31mb��.\n')
})

test('a file that the message begins with is not named twice', () => {
  const place = { path: 'data/rows.csv' }
  expect(renderError({ ...error, message: 'data/rows.csv is empty', place })).toMatch(
    /^Error data\/rows\.csv is empty\./,
  )
  expect(renderError({ ...error, message: 'it is empty', place })).toMatch(
    /^Error data\/rows\.csv: it is empty\./,
  )
})

test('only the word and the small print are coloured', () => {
  expect(renderError(error, { color: true })).toBe(
    '\u001b[31mError\u001b[39m `polcy` is no key.\n\u001b[2mDid you mean `policy`?\u001b[22m\n',
  )
})
