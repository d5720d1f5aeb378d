import { expect, test } from 'vitest'
import { renderOnboarding } from '../../src/render/onboarding.ts'
import { HOSTILE } from '../support/hostile-text.ts'
import { nodesOf, parseMarkdown } from '../support/parsed-markdown.ts'

const PAGE = { url: 'https://github.com/acme/models', branch: 'modelyard/set-up' }
const PATH = '.github/workflows/modelyard.yml'

const rendered = (content: string, said = 'data/train.csv') =>
  renderOnboarding(
    {
      result: {
        kind: 'initialization',
        model: 'churn',
        seen: [said],
        decided: [{ what: 'training data', value: said, because: said }],
        files: [],
        missing: [],
        next: [],
      },
      files: [{ path: said }],
      workflows: [{ path: PATH, content }],
      next: [said],
    },
    PAGE,
  )

const linkIn = (body: string) => new URL(/\]\((\S+)\)/.exec(body)?.[1] ?? '')

test('a link holds the file letter for letter, whatever Markdown would read in it', () => {
  const content = "on: push # (a) [b](c) *d* _e_ ~f~ 'g' & h=i + j%20 $k ü\n  key: l\n"
  const link = linkIn(rendered(content))
  expect(link.pathname).toBe('/acme/models/new/modelyard/set-up')
  expect(link.searchParams.get('filename')).toBe(PATH)
  expect(link.searchParams.get('value')).toBe(content)
  expect(link.href).not.toMatch(/[()*_~'"<>\s]/)
})

test('a file that is too long for an address is linked by its name alone, and stands there to be copied', () => {
  const content = `# ${'long '.repeat(1500)}\n`
  const body = rendered(content)
  const link = linkIn(body)
  expect(link.href.length).toBeLessThan(200)
  expect(link.searchParams.get('filename')).toBe(PATH)
  expect(link.searchParams.has('value')).toBe(false)
  expect(body).toContain(content.trimEnd())
  expect(linkIn(rendered(`# ${'x'.repeat(7000)}\n`)).href.length).toBeLessThanOrEqual(8000)
})

test('names of files in the repository link, mention and draw nothing', () => {
  const plain = nodesOf(parseMarkdown(rendered('on: push\n', 'data.csv')))
  const kinds = (nodes: typeof plain) =>
    nodes.map(({ type }) => type).filter(type => !['text', 'inlineCode', 'break'].includes(type))
  for (const text of HOSTILE) {
    const said = nodesOf(parseMarkdown(rendered('on: push\n', `data/${text}.csv`)))
    const withoutDollars = said.filter(node => !(node.type === 'html' && /^<\/?span>$/.test(node.value)))
    expect({ text, kinds: kinds(withoutDollars) }).toEqual({ text, kinds: kinds(plain) })
  }
})
