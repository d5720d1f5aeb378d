import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Result } from '../../src/domain/results/index.ts'
import { render } from '../../src/render/index.ts'
import { HOSTILE_GROUPS, hostileText, withText } from '../support/hostile-text.ts'
import { type MarkdownNode, nodesOf, parseMarkdown, shapeOf } from '../support/parsed-markdown.ts'
import { RESULTS } from '../support/results.ts'

// What GitHub looks for in text once its Markdown has been read.
const ACTS_IN_TEXT =
  /(?<![\w/`])@\w|(?<!\w)#\d|\w#\d|(?<![a-z0-9])GH-\d|:\/\/|www\.|:(?!\d+:)[\w+-]+:|\$[^$]*\$/i

/** Our own HTML, whatever text stands in it. */
const OUR_HTML =
  /^(?:<details><summary>(?:<b>[^<>]*<\/b>|[^<>]|<span>\$<\/span>)*<\/summary>|<\/details>|<\/?sub>|<\/?span>)$/

const LINKS = ['link', 'image', 'linkReference', 'imageReference', 'definition', 'footnoteReference'] as const

const pageOf = (result: Result, text: string) => render(withText(result, text), 'markdown')
const acting = (nodes: readonly MarkdownNode[]) => [
  ...nodes.filter(({ type }) => (LINKS as readonly string[]).includes(type)),
  ...nodes.filter(node => node.type === 'html' && !OUR_HTML.test(node.value)),
  ...nodes.filter(node => node.type === 'text' && ACTS_IN_TEXT.test(node.value)),
]

describe.each(Object.values(RESULTS).map(result => [result.kind, result as Result] as const))(
  '%s, read by a Markdown parser,',
  (kind, result) => {
    test('is one page whatever names and texts say: no link, picture, HTML or mention, no cell or fold ends', () => {
      const wanted = shapeOf(parseMarkdown(pageOf(result, 'x')))
      const check = (text: string) => {
        const tree = parseMarkdown(pageOf(result, text))
        expect([text, acting(nodesOf(tree))]).toEqual([text, []])
        expect([text, shapeOf(tree)]).toEqual([text, wanted])
      }
      // Reports of measurements are what a pull request shows; the others are read with fewer texts.
      const isReport = kind === 'comparison' || kind === 'evaluation' || kind === 'move'
      if (isReport) for (const text of HOSTILE_GROUPS) check(text)
      fc.assert(fc.property(hostileText, check), { numRuns: isReport ? 8 : 4 })
    })
  },
)

test.each([
  ['[a](https://x.example)', 'link'],
  ['![a](b)', 'image'],
  ['www.x.example', 'link'],
  ['ada@x.example', 'link'],
  ['<img src=x>', 'html'],
  ['<!-- marker -->', 'html'],
  ['by @ada', 'text'],
  ['see acme/churn#12', 'text'],
])('%s would be found', (markdown, type) => {
  expect(acting(nodesOf(parseMarkdown(markdown))).map(node => node.type)).toContain(type)
})
