import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import type { AlertsResult } from '../domain/results/alerts.ts'
import type { Reported } from '../domain/results/reported.ts'
import { AnswerPaths, readAnswers } from './answer-files.ts'
import { defineMeasurement } from './define.ts'
import { model } from './inputs.ts'
import { keepMonitoring, type Looked } from './keep-monitoring.ts'
import { readWorkingDefinition } from './working-definition.ts'

const input = z.strictObject({
  model,
  files: z
    ._default(AnswerPaths, [])
    .check(
      z.describe(
        'What `monitor` left: its answer, or why it could not look; of a folder its *.json. Left out: it left nothing.',
      ),
    ),
})

export const alert = defineMeasurement({
  name: 'alert',
  summary: 'Keep what a run of monitoring found, and the alerts of its model up to date.',
  details: `Adds the run to the history, and keeps one issue for each model and kind of alert: it is opened when drift is
confirmed, brought up to date by each run, closed after good runs in a row, and opened again where what it told of returns. A
run that could not look is kept as well, and after a while it is an alert of its own. Outside of a workflow the run is kept
and issues are left alone.`,
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
    return keepMonitoring(given.model, lookedIn(answers, given.model), definition.monitor ?? {}, ports)
  },
})

/** The one thing that a run of monitoring leaves. */
function lookedIn(answers: readonly Reported[], model: string): Looked {
  const looked = answers.filter(answer => answer.kind === 'drift' || answer.kind === 'failure')
  const [first = NOTHING_LEFT, ...others] = looked
  if (others.length > 0)
    throw refused(`${looked.length} files are answers of \`monitor\``, 'give those of one run')
  if (answers.length > looked.length)
    throw refused(
      'a file holds another answer than one of `monitor`',
      'give what `monitor` left, and no more',
    )
  if (first.kind === 'drift' && first.model !== model)
    throw refused(`the answer is one of \`${first.model}\``, `give that of \`${model}\``)
  return first
}

const NOTHING_LEFT: Looked = {
  kind: 'failure',
  code: 'bad-artifact',
  message: 'it left no answer; the log of the run says why',
}

function refused(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-artifact', message, next })
}
