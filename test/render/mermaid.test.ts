import fc from 'fast-check'
import { Window } from 'happy-dom'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LineChart } from '../../src/render/blocks.ts'
import { mermaidText } from '../../src/render/escape.ts'
import { render } from '../../src/render/index.ts'
import { mermaidLines } from '../../src/render/mermaid.ts'
import { HOSTILE_GROUPS, hostileText } from '../support/hostile-text.ts'
import { RESULTS } from '../support/results.ts'

const CHART: LineChart = {
  title: 'ROC curve',
  description: 'Found: 0.4 by the model.',
  x: { title: 'False-positive rate', from: 0, to: 1 },
  y: { title: 'True-positive rate', from: 0, to: 1 },
  lines: [
    { name: 'ideal', values: [0, 0.5, 1] },
    { name: 'model', values: [0, 0.75, 1] },
  ],
}

let parse: (text: string) => Promise<unknown>

beforeAll(async () => {
  // Mermaid cleans its texts with a library that wants a page.
  const window = new Window()
  const names = [
    'Element',
    'Node',
    'DocumentFragment',
    'HTMLTemplateElement',
    'NodeFilter',
    'NamedNodeMap',
  ] as const
  Object.assign(globalThis, { window, document: window.document })
  for (const name of names) Object.assign(globalThis, { [name]: window[name] })
  const { default: mermaid } = await import('mermaid')
  parse = text => mermaid.parse(text)
})

const textOf = (chart: LineChart) => mermaidLines(chart).join('\n')

test('a chart is written a line each', () => {
  expect(
    textOf(CHART),
  ).toBe(`%%{init: {"xyChart":{"width":460,"height":340},"themeVariables":{"xyChart":{"plotColorPalette":"#d4a72c, #2f81f7"}}}}%%
xychart-beta
  accTitle: ROC curve
  accDescr: Found 0.4 by the model.
  title "ROC curve"
  x-axis "False-positive rate" 0 --> 1
  y-axis "True-positive rate" 0 --> 1
  line "ideal" [0, 0.5, 1]
  line "model" [0, 0.75, 1]`)
})

describe("Mermaid's own parser", () => {
  test('takes every chart of every report', async () => {
    const charts = Object.values(RESULTS).flatMap(result =>
      [...render(result, 'markdown').matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text),
    )
    expect(charts.length).toBeGreaterThanOrEqual(6)
    for (const chart of charts) expect(await parse(chart)).toMatchObject({ diagramType: 'xychart' })
  })

  test('takes numbers of every size, and axes without a length', async () => {
    const value = fc.double()
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 30 }),
        value,
        value,
        async (values, from, to) => {
          const axis = { title: 'y', from: from || 0, to: to || 0 }
          const [low, high] = [axis.from, axis.to].map(end => (Number.isFinite(end) ? end : 0)) as [
            number,
            number,
          ]
          const chart = {
            ...CHART,
            y: { ...axis, from: low, to: high },
            lines: [{ name: 'model', values } as const],
          }
          expect(await parse(textOf(chart))).toMatchObject({ diagramType: 'xychart' })
        },
      ),
      { numRuns: 30 },
    )
  })

  test('takes any text, and no text becomes a line, a directive or markup', async () => {
    const check = async (text: string) => {
      const chart = { ...CHART, title: text, description: text, x: { ...CHART.x, title: text } }
      expect(await parse(textOf(chart))).toMatchObject({ diagramType: 'xychart' })
      expect(mermaidLines(chart)).toHaveLength(mermaidLines(CHART).length)
      expect(mermaidText(text)).not.toMatch(/["`<>{}#;%$@&\n\\[\]|:]/)
    }
    for (const text of [...HOSTILE_GROUPS, '"; line [9]', '%%{init: {"theme":"dark"}}%%', '#quot;', '`"', ''])
      await check(text)
    await fc.assert(fc.asyncProperty(hostileText, check), { numRuns: 15 })
  })

  test('refuses what is no chart', async () => {
    await expect(parse('xychart-beta\n  lin [1]')).rejects.toThrow()
    await expect(parse(textOf(CHART).replace('ROC curve"', 'ROC "curve"'))).rejects.toThrow()
    await expect(parse(textOf(CHART).replace('0.75', '7.5e-1'))).rejects.toThrow()
  })
})
