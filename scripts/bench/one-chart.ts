import { readFile } from 'node:fs/promises'
import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

// The floor of a report with pictures: Vega renders one specification.
//   node one-chart.ts SPECIFICATION

const [path = ''] = process.argv.slice(2)
const { spec } = compile(JSON.parse(await readFile(path, 'utf8')) as TopLevelSpec)
const svg = await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG()
console.log(svg.length)
