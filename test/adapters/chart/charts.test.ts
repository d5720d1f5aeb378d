import { describe, expect, test } from 'vitest'
import { openCharts } from '../../../src/adapters/chart/charts.ts'
import { textWidth } from '../../../src/adapters/chart/text-width.ts'
import type { Result } from '../../../src/domain/results/index.ts'
import { chartsOf, THEMES } from '../../../src/render/charts/index.ts'
import { withText } from '../../support/hostile-text.ts'
import { RESULTS } from '../../support/results.ts'

const charts = openCharts()
const PNG = [0x89, 0x50, 0x4e, 0x47]
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

test.each(THEMES)('every chart of a comparison is drawn, in %s', async theme => {
  const drawn = chartsOf(RESULTS.comparison, theme)
  expect(drawn.map(({ name }) => name)).toEqual([
    ...['metrics', 'slices', 'roc', 'precision-recall', 'calibration', 'residuals', 'latency'],
  ])
  for (const { specification } of drawn) {
    const { svg, png } = await charts.draw(specification)
    expect([...png.subarray(0, 4)]).toEqual(PNG)
    expect(sizeOf(png).width).toBeGreaterThan(900)
    expect(svg).toContain(theme === 'light' ? '#ffffff' : '#0d1117')
  }
})

test('letters are drawn without any of the system, and small pictures are no smaller for it', async () => {
  const [metrics] = chartsOf(RESULTS.comparison, 'light')
  const { png } = await charts.draw(metrics?.specification ?? {})
  // An empty page of this size packs to less than a tenth.
  expect(png.length).toBeGreaterThan(20_000)
})

test('results without measurements have no chart', () => {
  expect(chartsOf(RESULTS.history, 'light')).toEqual([])
})

test('a specification holds its data and names nothing to fetch', () => {
  const text = JSON.stringify(chartsOf(RESULTS.comparison, 'dark'))
  expect(text.match(/https?:[^"]*/g)?.every(url => url.startsWith('https://vega.github.io/schema/'))).toBe(
    true,
  )
  expect(text).not.toContain('"url"')
})

describe('what a specification must not do', () => {
  test('loading a file fails', async () => {
    const reading = { data: { url: 'package.json' }, mark: 'point', encoding: { x: { field: 'name' } } }
    const { svg } = await charts.draw(reading)
    expect(svg).not.toContain('modelyard')
  })

  test('text of users is text in the picture', async () => {
    const hostile = withText(RESULTS.comparison as Result, '</text><script>x</script>')
    for (const { specification } of chartsOf(hostile, 'light')) {
      expect((await charts.draw(specification)).svg).not.toContain('<script')
    }
  })
})

test('widths of text are near those of the letters that are drawn', () => {
  // By the font's own advances, at 15 pixels.
  const { width } = { width: textWidth({ fontSize: 15 }, 'internet_service = Fiber optic (627)') }
  expect(width).toBeGreaterThan(240)
  expect(width).toBeLessThan(300)
  expect(textWidth({ fontSize: 15 }, '')).toBe(0)
})
