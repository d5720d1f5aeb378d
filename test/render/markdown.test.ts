import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/domain/results/index.ts'
import { type Block, bad, code, dim, good, heading, name, open, strong } from '../../src/render/blocks.ts'
import { render } from '../../src/render/index.ts'
import { toMarkdown } from '../../src/render/markdown.ts'
import { HOSTILE, hostileText, withText } from '../support/hostile-text.ts'
import { skeletonOf } from '../support/markdown.ts'
import { RESULTS } from '../support/results.ts'

const paragraph = (...line: Extract<Block, { block: 'paragraph' }>['line'][]): Block => ({
  block: 'paragraph',
  line: line.flat() as Extract<Block, { block: 'paragraph' }>['line'],
})

test('every block and every span has its Markdown', () => {
  const page = toMarkdown([
    heading(2, 'churn'),
    paragraph(strong(' bold '), ' ', code('git push'), ' ', name('max depth'), ' ', dim('dim')),
    paragraph(good('passed'), ' ', bad('failed'), ' ', open('inconclusive')),
    { block: 'list', items: ['one', 'two'] },
    {
      block: 'table',
      columns: [{ title: 'name' }, { title: 'n', align: 'right' }],
      rows: [
        ['a', '1'],
        ['', '10'],
      ],
    },
    { block: 'facts', rows: [['task', 'regression']] },
    { block: 'code', lines: ['to_onnx(model)', '```'] },
    { block: 'fold', title: [strong('More'), ' here'], blocks: [paragraph('inside')] },
    { block: 'footnote', line: 'small' },
  ])
  expect(page).toBe(`## churn

**bold** \`git push\` \`max depth\` dim

✅ passed ❌ failed ⚠️ inconclusive

- one
- two

| name | n |
| :- | -: |
| a | 1 |
| | 10 |

| | |
| :- | :- |
| task | regression |

\`\`\`
to_onnx(model)
\` \` \`
\`\`\`

<details><summary><b>More</b> here</summary>

inside

</details>

<sub>small</sub>
`)
})

test('in a table a number stays on one line, and a sign beside its word', () => {
  const columns = [{ title: 'outcome' }, { title: 'range', align: 'right' as const }]
  const long = 'more than a number can be, so it may break'
  const page = toMarkdown([
    {
      block: 'table',
      columns,
      rows: [
        [good('not worse'), '−0.1 to +0.2'],
        ['left out', long],
      ],
    },
  ])
  expect(page).toContain('| ✅\u00a0not worse | −0.1\u00a0to\u00a0+0.2 |')
  expect(page).toContain(`| left out | ${long} |`)
})

describe('text from users', () => {
  test.each([
    ['## a heading', '\\#\\# a heading'],
    ['- a list', '\\- a list'],
    ['1. a list', '1\\. a list'],
    ['12) a list', '12\\) a list'],
    ['--- a rule', '\\--- a rule'],
    ['    code by its indent', 'code by its indent'],
  ])('%j begins a line as it is, in paragraphs and in lists', (text, markdown) => {
    const plain = (blocks: Block[]) => toMarkdown(blocks).replaceAll('\u200b', '')
    expect(plain([paragraph(text)])).toBe(`${markdown}\n`)
    expect(plain([{ block: 'list', items: [text] }])).toBe(`- ${markdown}\n`)
  })

  test('numbers and differences that begin a line stay as they are', () => {
    for (const text of ['+0.012 better', '−0.012', '1,409 rows', '3 errors'])
      expect(toMarkdown([paragraph(text)])).toBe(`${text}\n`)
  })

  test('a line of code ends no block of code', () => {
    const page = toMarkdown([{ block: 'code', lines: ['```', 'a\n```\nb', '````'] }])
    expect(page.split('\n').filter(line => line.startsWith('```'))).toEqual(['```', '```'])
  })
})

describe.each(Object.values(RESULTS).map(result => [result.kind, result] as const))('%s', (_kind, result) => {
  const markupOf = (text: string) => skeletonOf(render(withText(result as Result, text), 'markdown'))

  test('has the same markup whatever names and texts say', () => {
    const wanted = markupOf('x')
    for (const text of HOSTILE) expect([text, markupOf(text)]).toEqual([text, wanted])
    fc.assert(
      fc.property(hostileText, text => {
        expect(markupOf(text)).toBe(wanted)
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})

test('what would act is found in a page', () => {
  const acting = HOSTILE.filter(text => skeletonOf(`x ${text}\n\n${text} x\n\n${text}`) !== '\n\n\n\n')
  // Alone, these do nothing in Markdown.
  const harmless = HOSTILE.filter(text => !acting.includes(text))
  expect(harmless).toEqual(expect.arrayContaining(['模型', '🎉', 'é', 'a', ' ']))
  expect(acting).toEqual(
    expect.arrayContaining([
      ...['@ada', '#1', 'GH-7', ':tada:', 'https://x.example', 'www.x.example', '[a](b)', '![a](b)', '<b>'],
      ...[
        '<img src=x>',
        '&#64;ada',
        '|',
        '**',
        '_',
        '~~',
        '## ',
        '- ',
        '1. ',
        '---',
        '    ',
        '\n',
        '`',
        '$x$',
      ],
    ]),
  )
})
