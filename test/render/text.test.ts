import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bad,
  code,
  dim,
  footnote,
  good,
  heading,
  name,
  open,
  paragraph,
  strong,
} from '../../src/render/blocks.ts'
import { render } from '../../src/render/index.ts'
import { toText } from '../../src/render/text.ts'
import { HOSTILE, hostileText, withText } from '../support/hostile-text.ts'
import { RESULTS } from '../support/results.ts'

const PLAIN = { color: false }
const COLOR = { color: true }

test('every block has its text', () => {
  const page = toText(
    [
      heading(2, 'churn'),
      paragraph(strong('Open:'), ' ', name('max depth'), ' ', code('git push')),
      { block: 'list', items: ['one', [good('passed'), ', two']] },
      { block: 'facts', rows: [['task', 'regression']] },
      { block: 'code', lines: ['to_onnx(model)'] },
      { block: 'fold', title: [strong('More'), ' here'], blocks: [paragraph('inside')] },
      footnote('small'),
    ],
    PLAIN,
  )
  expect(page).toBe(`churn

Open: \`max depth\` git push

  one
  passed, two

  task  regression

    to_onnx(model)

More here
inside

small
`)
})

describe('a table', () => {
  const table = (rows: string[][], align: 'left' | 'right' = 'right') =>
    toText([{ block: 'table', columns: [{ title: 'name' }, { title: 'n', align }], rows }], PLAIN)

  test('is as wide as its widest cells, numbers to the right, nothing behind a line', () => {
    expect(
      table([
        ['a', '1'],
        ['longer than its title', '1,409'],
        ['', ''],
      ]),
    ).toBe(`  name                       n
  a                          1
  longer than its title  1,409

`)
  })

  test('counts two places for wide characters and one for a letter with its accent', () => {
    expect(
      table(
        [
          ['模型', 'x'],
          ['👩‍🔬', 'x'],
          ['🎉ab', 'x'],
          ['ＡＢ', 'x'],
          ['e\u0301a\u0301ab', 'x'],
          ['abcd', 'x'],
        ],
        'left',
      ),
    ).toBe(`  name  n
  模型  x
  👩‍🔬    x
  🎉ab  x
  ＡＢ  x
  e\u0301a\u0301ab  x
  abcd  x
`)
  })

  test('stays aligned when what acts is taken out of cells and titles', () => {
    const title = 'a\u001b[31mb\u202e'
    const page = toText(
      [{ block: 'table', columns: [{ title }, { title: 'n' }], rows: [['x\ny', '1']] }],
      PLAIN,
    )
    expect(page).toBe('  a�[31mb�  n\n  x y       1\n')
  })

  test('keeps its columns when it is coloured', () => {
    const columns = [{ title: 'outcome' }, { title: 'n', align: 'right' as const }]
    const rows = [
      [good('passed'), '1'],
      [[bad('failed'), ' twice'], '10'],
    ]
    const colored = toText([{ block: 'table', columns, rows }], COLOR)
    expect(stripVTControlCharacters(colored)).toBe(toText([{ block: 'table', columns, rows }], PLAIN))
  })
})

describe('colours', () => {
  test.each([
    [strong('x'), '\u001b[1mx\u001b[22m'],
    [dim('x'), '\u001b[2mx\u001b[22m'],
    [good('x'), '\u001b[32mx\u001b[39m'],
    [bad('x'), '\u001b[31mx\u001b[39m'],
    [open('x'), '\u001b[33mx\u001b[39m'],
    [code('x'), '\u001b[36mx\u001b[39m'],
    [name('x'), '`x`'],
    ['x', 'x'],
  ])('%j is %j', (span, text) => {
    expect(toText([paragraph(span)], COLOR)).toBe(`${text}\n`)
    expect(toText([paragraph(span)], PLAIN)).toBe(`${stripVTControlCharacters(text)}\n`)
  })
})

// Nothing but line ends and, where it is coloured, our own colours.
const ACTS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/
const OUR_COLORS = /\u001b\[(?:1|2|22|31|32|33|36|39)m/g

describe.each(Object.values(RESULTS).map(result => [result.kind, result] as const))('%s', (_kind, result) => {
  test('obeys no text, and has the same lines whatever names and texts say', () => {
    const lines = (text: string) => render(withText(result, text), 'text').split('\n').length
    const wanted = lines('x')
    for (const text of HOSTILE) expect([text, lines(text)]).toEqual([text, wanted])
    fc.assert(
      fc.property(hostileText, text => {
        const hostile = withText(result, text)
        expect(render(hostile, 'text')).not.toMatch(ACTS)
        expect(render(hostile, 'text', COLOR).replace(OUR_COLORS, '')).not.toMatch(ACTS)
        expect(render(hostile, 'json')).not.toMatch(ACTS)
      }),
      { numRuns: 40, seed: 7 },
    )
  })
})
