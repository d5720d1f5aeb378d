import * as z from 'zod/mini'
import { LOOKS } from '../domain/monitoring/looks.ts'
import type { AlertsResult } from '../domain/results/alerts.ts'
import { AnswerPaths, readAnswers } from './answer-files.ts'
import { defineMeasurement } from './define.ts'
import { model } from './inputs.ts'
import { keepMonitoring } from './keep-monitoring.ts'
import { sortAnswers } from './monitoring-answers.ts'
import { readWorkingDefinition } from './working-definition.ts'

const input = z.strictObject({
  model,
  files: z
    ._default(AnswerPaths, [])
    .check(
      z.describe(
        'What `monitor`, `performance` and `service-levels` left: answers, or why they could not look; of a folder its *.json. Left out: they left nothing.',
      ),
    ),
  looks: z
    ._default(z.array(z.enum(LOOKS)), [])
    .check(
      z.describe(
        'What was to look: drift, performance, service-levels; one that left no answer could not. Left out: what left one.',
      ),
    ),
})

export const alert = defineMeasurement({
  name: 'alert',
  summary: 'Keep what a run of monitoring found, and the alerts of its model up to date.',
  details: `Adds the run to the history, and keeps one issue for each model and kind of alert: it is opened when drift is
confirmed, brought up to date by each run, closed after good runs in a row, and opened again where what it told of
returns. A run that could not look is kept as well, and after a while it is an alert of its own. Outside of a
workflow the run is kept and issues are left alone.`,
  positional: ['model'],
  examples: [
    {
      command: 'modelyard alert telco-churn --files drift.json',
      does: 'keeps what `modelyard monitor telco-churn current.csv --json` printed',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input,
  results: ['alerts'],
  async run(given, ports): Promise<AlertsResult> {
    const { definition } = await readWorkingDefinition(given.model, ports.worktree)
    const answers = given.files.length === 0 ? [] : await readAnswers(given.files, ports)
    return keepMonitoring(
      given.model,
      sortAnswers(answers, given.model, given.looks),
      definition.monitor ?? {},
      ports,
    )
  },
})
