import { THEMES } from '../../src/render/charts/index.ts'
import { ridershipChart } from '../ridership/chart.ts'
import { keptLooks, keptMonths } from '../ridership/figures.ts'
import { ridershipPage } from '../ridership/page.ts'
import type { GeneratedFile } from './files.ts'

/** The page of the walk over the ridership data, and its charts' specifications, from the figures that were kept. */
export function ridershipFiles(): GeneratedFile[] {
  const months = keptMonths()
  const charts = THEMES.map(theme => ({
    path: `docs/pictures/chart-ridership-${theme}.vl.json`,
    content: `${JSON.stringify(ridershipChart(months, theme), null, 2)}\n`,
  }))
  return [{ path: 'docs/explanation/ridership.md', content: ridershipPage(months, keptLooks()) }, ...charts]
}
