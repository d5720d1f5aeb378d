import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  codeSpan,
  escapeHtml,
  escapeLineStart,
  escapeMarkdown,
  visible,
  visibleJson,
} from '../../src/render/escape.ts'
import { HOSTILE, hostileText } from '../support/hostile-text.ts'

/** With the invisible break shown as a middle dot. */
const shown = (text: string) => text.replaceAll('\u200b', '·')

describe('in Markdown', () => {
  test.each([
    ['@ada', '·@·ada'],
    ['@acme/leads', '·@·acme/leads'],
    ['ada@example.com', 'ada·@·example.com'],
    ['see #12', 'see ·\\#·12'],
    ['acme/churn#12', 'acme/churn·\\#·12'],
    ['GH-12 and gh-7', 'GH-·12 and gh-·7'],
    ['https://x.example', 'https:·//x.example'],
    ['www.x.example, WWW.x', 'www·.x.example, WWW·.x'],
    [':tada: :+1: :100:', ':·tada: :·+1: :·100:'],
  ])('%s is no mention, reference, link or picture', (text, markdown) => {
    expect(shown(escapeMarkdown(text))).toBe(markdown)
  })

  test.each([
    ['[a](b)', '\\[a\\](b)'],
    ['![a](b)', '\\!\\[a\\](b)'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['<!-- -->', '&lt;!-- --&gt;'],
    ['&lt;b&gt; &#64;', '&amp;lt;b&amp;gt; &amp;·\\#·64;'],
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['a\\', 'a\\\\'],
    ['`rm`', '\\`rm\\`'],
    ['*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
    ['$x$ costs $5', '<span>$</span>x<span>$</span> costs <span>$</span>5'],
    ['one\r\ntwo\n\nthree\u2028four\u0085five', 'one two three four five'],
  ])('%j is no markup', (text, markdown) => {
    expect(shown(escapeMarkdown(text))).toBe(markdown)
  })

  test.each([
    'ROC AUC, not worse by 0.02',
    '2026-11-21T10:02:11Z',
    'a/model.yaml:3:7: no key',
    "it's (fine) – 50 %; a+b=c!",
    'max-depth',
    '模型 🎉 👩‍🔬 é',
  ])('%s stays as it is, so that it can be copied', text => {
    expect(escapeMarkdown(text)).toBe(text)
  })

  test('text is shown letter for letter', () => {
    const read = (markdown: string) =>
      markdown
        .replaceAll('\u200b', '')
        .replaceAll('<span>$</span>', '$')
        .replace(/\\([!-/:-@[-`{-~])/g, '$1')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
    fc.assert(
      fc.property(hostileText, text => {
        expect(read(escapeMarkdown(text))).toBe(visible(text))
      }),
    )
  })

  test.each([
    ['## a', '## a'],
    ['- a', '\\- a'],
    ['-', '\\-'],
    ['--- a', '\\--- a'],
    ['+ a', '\\+ a'],
    ['1. a', '1\\. a'],
    ['12)', '12\\)'],
    ['   - a', '\\- a'],
    ['     a', 'a'],
    ['-a', '-a'],
    ['+0.012', '+0.012'],
    ['1.5 points', '1.5 points'],
    ['1,409 rows', '1,409 rows'],
  ])('%j at the beginning of a line is %j', (text, markdown) => {
    expect(escapeLineStart(text)).toBe(markdown)
  })
})

describe('as a code span', () => {
  test.each([
    ['git push', '`git push`'],
    ['a`b', '``a`b``'],
    ['a``b`c', '```a``b`c```'],
    ['`a', '`` `a ``'],
    ['a`', '`` a` ``'],
    [' a ', '`  a  `'],
    ['', '`·`'],
    [' \n ', '`·`'],
    ['a|b', '`a¦b`'],
    ['a\nb\u001b[31m', '`a b�[31m`'],
    ['@ada <b>', '`@ada <b>`'],
  ])('%j is %s', (text, markdown) => {
    expect(codeSpan(text)).toBe(markdown)
  })

  test('nothing inside ends it', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const [, fence = '', inside = ''] = /^(`+)(?!`)(.*[^`])\1$/.exec(codeSpan(text)) ?? []
        expect(inside).not.toBe('')
        expect(inside.match(/`+/g) ?? []).not.toContain(fence)
        expect(inside).not.toMatch(/[|\n]/)
      }),
    )
  })
})

describe('in HTML', () => {
  test.each([
    ['<b>&</summary>', '&lt;b&gt;&amp;&lt;/summary&gt;'],
    ['@ada #1 https://x :tada:', '·@·ada ·#·1 https:·//x :·tada:'],
    ['a_b *c* `d` 1. - \\', 'a_b *c* `d` 1. - \\'],
  ])('%s is %s', (text, html) => {
    expect(shown(escapeHtml(text))).toBe(html)
  })

  test('no tag and no entity comes out of text', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const html = escapeHtml(text).replaceAll('<span>$</span>', '')
        expect(html.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/)
      }),
    )
  })
})

// Control characters; marks of direction; what joins or hides without being seen; ends of lines other than \n.
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u

describe('on a terminal', () => {
  test.each([
    ['a\u001b[31mb', 'a�[31mb'],
    ['a\u001b]8;;https://x\u0007b', 'a�]8;;https://x�b'],
    ['a\u009b2Jb', 'a�2Jb'],
    ['a\rb\tc\u0008', 'a b c�'],
    ['abc\u202edef\u2066', 'abc�def�'],
    ['a\u061cb\u200bc\u2060d\ufeff', 'a�b�c�d�'],
    ['模型 👩‍🔬 e\u0301 עברית', '模型 👩‍🔬 e\u0301 עברית'],
  ])('%j is shown as %j', (text, seen) => {
    expect(visible(text)).toBe(seen)
  })

  test('nothing that acts is left, whatever the text', () => {
    expect(HOSTILE.filter(text => UNSEEN.test(text)).length).toBeGreaterThan(12)
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), text => {
        expect(visible(text)).not.toMatch(UNSEEN)
      }),
    )
  })
})

test('JSON keeps its meaning and shows what acts as its number', () => {
  expect(visibleJson(JSON.stringify('a\u009b\u202e\u007fb'))).toBe('"a\\u009b\\u202e\\u007fb"')
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), text => {
      const json = visibleJson(JSON.stringify({ [text]: text }))
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [text]: text })))
      expect(json).not.toMatch(UNSEEN)
    }),
  )
})
