/** Light and dark pages, as GitHub paints them. */
export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** A Vega-Lite specification: JSON that holds its data. */
export type ChartSpecification = Readonly<Record<string, unknown>>

interface Palette {
  readonly page: string
  readonly text: string
  readonly faint: string
  readonly champion: string
  readonly challenger: string
  readonly ideal: string
  readonly better: string
  readonly worse: string
  readonly open: string
}

// Blue and orange, not green and red: they differ for who does not see those. Text on page has a contrast above 7.
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#ffffff',
    text: '#1f2328',
    faint: '#d1d9e0',
    champion: '#6e7781',
    challenger: '#0969da',
    ideal: '#b08800',
    better: '#0969da',
    worse: '#bc4c00',
    open: '#6e7781',
  },
  dark: {
    page: '#0d1117',
    text: '#e6edf3',
    faint: '#3d444d',
    champion: '#9198a1',
    challenger: '#58a6ff',
    ideal: '#e3b341',
    better: '#58a6ff',
    worse: '#f0883e',
    open: '#9198a1',
  },
}

/** Letters of 14 pixels and more on pictures about 700 wide: they can still be read on a phone. */
const SIZE = 15

/** What all charts share: page, letters, axes. */
export function framed(
  theme: Theme,
  title: string,
  subtitle: string,
  body: ChartSpecification,
): ChartSpecification {
  const { page, text, faint } = PALETTES[theme]
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: title, subtitle },
    background: page,
    padding: 16,
    config: {
      font: 'DejaVu Sans',
      view: { stroke: null },
      title: {
        color: text,
        subtitleColor: text,
        fontSize: SIZE + 3,
        subtitleFontSize: SIZE - 1,
        fontWeight: 'bold',
        anchor: 'start',
        offset: 14,
        subtitlePadding: 6,
        frame: 'bounds',
      },
      axis: {
        labelColor: text,
        titleColor: text,
        labelFontSize: SIZE,
        titleFontSize: SIZE,
        titleFontWeight: 'normal',
        titlePadding: 10,
        gridColor: faint,
        domainColor: faint,
        tickColor: faint,
        // What is too long was cut before, by letters: Vega cuts by a guess of their width.
        labelLimit: 0,
      },
      legend: {
        labelLimit: 0,
        labelColor: text,
        labelFontSize: SIZE,
        symbolSize: 160,
        symbolStrokeWidth: 3,
        title: null,
        orient: 'top',
        columnPadding: 24,
      },
      text: { color: text, fontSize: SIZE },
    },
    ...body,
  }
}
