import { ModelyardError } from '../src/domain/errors/index.ts'
import type { Result } from '../src/domain/results/index.ts'
import type { Artifacts } from '../src/ports.ts'
import { chartsOf, THEMES } from '../src/render/charts/index.ts'

/**
 * Makes sure that charts can be drawn.
 *
 * @throws {ModelyardError} `missing-engine`.
 */
export async function requireCharts(): Promise<void> {
  const { openCharts } = await import('../src/adapters/chart/charts.ts')
  await openCharts().ready()
}

/**
 * Writes every chart of an answer in both themes, `roc-dark.png`, and beside it the specification that it was drawn
 * from, `roc-dark.vl.json`.
 *
 * @throws {ModelyardError} `bad-input` where the answer has no chart; `missing-engine` where what draws is not installed.
 */
export async function writeCharts(result: Result, folder: string, artifacts: Artifacts): Promise<void> {
  const { openCharts } = await import('../src/adapters/chart/charts.ts')
  const { draw } = openCharts()
  const bytes = (text: string) => new TextEncoder().encode(text)
  let written = 0
  for (const theme of THEMES) {
    for (const { name, specification } of chartsOf(result, theme)) {
      const { png } = await draw(specification)
      const path = `${folder}/${name}-${theme}`
      await artifacts.write(`${path}.png`, png)
      await artifacts.write(`${path}.vl.json`, bytes(`${JSON.stringify(specification, null, 2)}\n`))
      written += 1
    }
  }
  if (written > 0) return
  throw new ModelyardError({
    code: 'bad-input',
    message: 'this answer has no chart to draw',
    next: 'use --charts with compare or evaluate, on data that both models could score',
  })
}
