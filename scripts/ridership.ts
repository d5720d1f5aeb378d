import { writeFile } from 'node:fs/promises'
import { openCharts } from '../src/adapters/chart/charts.ts'
import { THEMES } from '../src/render/charts/index.ts'
import { ridershipFiles } from './generate/ridership.ts'
import { ridershipChart } from './ridership/chart.ts'
import { keptMonths } from './ridership/figures.ts'

// `node scripts/ridership.ts`: remakes the page of the walk over the ridership data and its pictures, from what
// docs/explanation/ridership.tsv keeps. The walk itself is a test, which keeps it anew with `--update`.

const root = new URL('../', import.meta.url)
for (const { path, content } of ridershipFiles()) await writeFile(new URL(path, root), content)
const { draw } = openCharts()
for (const theme of THEMES) {
  const { png } = await draw(ridershipChart(keptMonths(), theme))
  await writeFile(new URL(`docs/pictures/chart-ridership-${theme}.png`, root), png)
}
