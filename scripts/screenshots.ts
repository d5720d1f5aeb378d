import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { openCharts } from '../src/adapters/chart/charts.ts'
import { chartsOf, THEMES } from '../src/render/charts/index.ts'
import { render } from '../src/render/index.ts'
import { commentPage } from './screenshots/page.ts'
import { sampleResults } from './screenshots/samples.ts'

// `node scripts/screenshots.ts`: remakes the sample reports in docs/examples and their pictures in docs/pictures, as a
// phone of 390 pixels shows them. Wants Chromium (CHROMIUM, or /usr/bin/chromium) and the development dependencies.

const PHONE = { width: 390, height: 844 }
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const docs = (path: string) => new URL(`../docs/${path}`, import.meta.url)

await mkdir(docs('examples/'), { recursive: true })
await mkdir(docs('pictures/'), { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS,
})
try {
  const leads: string[] = []
  for (const [name, result] of Object.entries(sampleResults())) {
    const markdown = render(result, 'markdown')
    await writeFile(docs(`examples/report-${name}.md`), markdown)
    leads.push(`# ${name}\n\n${firstLines(render(result, 'text'))}`)
    for (const theme of THEMES) await photograph(name, markdown, theme)
  }
  await writeFile(docs('examples/first-lines.txt'), `${leads.join('\n\n')}\n`)
  await drawCharts()
} finally {
  await browser.close()
}

/** What a mail shows before anybody scrolls. */
function firstLines(text: string): string {
  return text
    .split('\n')
    .filter(line => line !== '')
    .slice(0, 3)
    .join('\n')
}

async function photograph(name: string, markdown: string, theme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE, colorScheme: theme })
  const page = await context.newPage()
  await page.setContent(commentPage(markdown, theme, false))
  await page.evaluate('window.drawn')
  await page.screenshot({ path: docs(`pictures/report-${name}-${theme}.png`).pathname, fullPage: true })
  // The whole of one report, all of it unfolded.
  if (name === 'unfair') {
    await page.setContent(commentPage(markdown, theme, true))
    await page.evaluate('window.drawn')
    await page.screenshot({
      path: docs(`pictures/report-${name}-unfolded-${theme}.png`).pathname,
      fullPage: true,
    })
  }
  await context.close()
}

async function drawCharts(): Promise<void> {
  const { better } = sampleResults()
  const { draw } = openCharts()
  for (const theme of THEMES) {
    for (const { name, specification } of better === undefined ? [] : chartsOf(better, theme)) {
      const { png } = await draw(specification)
      await writeFile(docs(`pictures/chart-${name}-${theme}.png`), png)
      await writeFile(
        docs(`pictures/chart-${name}-${theme}.vl.json`),
        `${JSON.stringify(specification, null, 2)}\n`,
      )
    }
  }
}
