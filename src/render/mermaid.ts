import type { Axis, LineChart, LineName } from './blocks.ts'
import { mermaidText } from './escape.ts'

/** Colours that can be told from white and from near black, and from each other without seeing red or green. */
const COLORS: Readonly<Record<LineName, string>> = {
  champion: '#8c959f',
  challenger: '#2f81f7',
  model: '#2f81f7',
  ideal: '#d4a72c',
  limit: '#d4a72c',
  found: '#2f81f7',
}

/**
 * A chart as Mermaid's `xychart-beta`, a line each, the fence left out.
 *
 * Numbers are written without exponents, the only form that its grammar knows; a value that is not finite is an error
 * of the caller and is drawn at the lower edge. A narrow picture, since what shrinks on a phone shrinks its letters too.
 *
 * @see https://mermaid.js.org/syntax/xyChart.html
 */
export function mermaidLines({ title, description, x, y, lines }: LineChart): string[] {
  const palette = lines.map(({ name }) => COLORS[name]).join(', ')
  const config = {
    xyChart: { width: 460, height: 340 },
    themeVariables: { xyChart: { plotColorPalette: palette } },
  }
  return [
    `%%{init: ${JSON.stringify(config)}}%%`,
    'xychart-beta',
    `  accTitle: ${mermaidText(title)}`,
    `  accDescr: ${mermaidText(description, 300)}`,
    `  title "${mermaidText(title)}"`,
    `  x-axis ${axisText(x)}`,
    `  y-axis ${axisText(y)}`,
    ...lines.map(
      ({ name, values }) => `  line "${name}" [${values.map(value => numberText(value, y)).join(', ')}]`,
    ),
  ]
}

function axisText({ title, from, to }: Axis): string {
  const [low, high] = to > from ? [from, to] : [from - 1, from + 1]
  return `"${mermaidText(title)}" ${decimal(low)} --> ${decimal(high)}`
}

/** A point inside the axis: Mermaid draws what lies outside over its letters. */
function numberText(value: number, { from, to }: Axis): string {
  return decimal(Number.isFinite(value) ? Math.min(to, Math.max(from, value)) : from)
}

/** Up to four significant decimals, never an exponent. */
function decimal(value: number): string {
  const size = Math.abs(value)
  const digits = size >= 1000 ? 0 : size >= 1 ? 3 : 4
  const text = (size < 1e15 ? value : Math.sign(value) * 1e15).toFixed(digits)
  return text
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-0$/, '0')
}
