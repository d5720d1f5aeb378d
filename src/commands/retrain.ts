import * as z from 'zod/mini'
import type { AskedIn } from '../domain/conversation/asked-in.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { HISTORY_BRANCH } from '../domain/monitoring/run-record.ts'
import { retrainingWorkflow } from '../domain/registry/config.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { RetrainingResult } from '../domain/results/retraining.ts'
import { answeredKinds } from '../domain/retraining/answered-alerts.ts'
import { decideRetraining, type RetrainingDecision } from '../domain/retraining/decide.ts'
import type { TriggerFinding } from '../domain/retraining/trigger.ts'
import type { Ports, StartedRun } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { alertIssue, model } from './inputs.ts'
import { likelyDefaultBranch } from './likely-branch.ts'
import { openAlert, openAlerts } from './open-alerts.ts'
import { openRegistry, type RegistryAt, readModel } from './registry-reader.ts'
import { type AskedFacts, knownOf, readRetrainingFacts } from './retraining-facts.ts'
import { startedBy, startWorkflow } from './start-workflow.ts'

const File = z.string().check(z.minLength(1), z.maxLength(4000))

export const retrain = defineMeasurement({
  name: 'retrain',
  summary: 'Train a model again, or say whether it is time to.',
  details: `With --decide it only says which triggers of \`retrain\` in model.yaml fired and why, which did not, of which
it cannot be told, and what holds a retraining back: a run under way, a candidate that waits, the month's budget,
the cooldown, what failed before, and drift that may be chance. Without it a person asks: cooldown and what failed
hold nobody back, and the workflow that retrains is started; the issue of an alert names the model as well. It reads
no data: metrics are those that the last run of monitoring kept, or given by --measured, as rows are by --rows.`,
  positional: ['model'],
  examples: [
    {
      command: 'modelyard retrain telco-churn --decide',
      does: 'says whether it is time, and what holds it back',
    },
    {
      command: 'modelyard retrain telco-churn --decide --rows 7043',
      does: 'the same, knowing how many labelled rows there are now',
    },
    { command: 'modelyard retrain telco-churn', does: 'starts the workflow that trains it again' },
    { command: 'modelyard retrain --issue 12', does: 'the same, for the model of the alert of issue 12' },
  ],
  permission: 'write',
  doors: ['action', 'cli', 'slash'],
  inComments: ['issue'],
  asksGitHub: true,
  alsoReads: [HISTORY_BRANCH],
  input: z.strictObject({
    model: z.optional(model).check(z.describe('Model; left out: that of the alert.')),
    issue: z.optional(alertIssue),
    decide: z._default(z.boolean(), false).check(z.describe('Only say what would be done.')),
    asked: z
      ._default(z.boolean(), false)
      .check(z.describe('With decide: a person asks, as who starts the workflow by hand does.')),
    rows: z
      .optional(z.int().check(z.minimum(0), z.maximum(2 ** 40)))
      .check(z.describe('How many labelled rows the training data have now.')),
    measured: z
      .optional(File)
      .check(
        z.describe(
          'A JSON file of what a job measured before: rows, and metrics with intervals; or what `performance` answered.',
        ),
      ),
  }),
  results: ['retraining'],
  async run(given, ports): Promise<RetrainingResult> {
    return askRetraining(given, ports)
  },
})

/** What the command is given, by a person or by a workflow. */
export interface AskedRetraining extends Omit<AskedFacts, 'isAsked' | 'started'> {
  readonly model?: string | undefined
  /** Of an alert of the model. */
  readonly issue?: number | undefined
  readonly decide: boolean
  readonly asked: boolean
}

/**
 * Decides whether a model is trained again, and where a person asks has it done.
 *
 * @param askedIn - Where: the same words start it once. Undefined where nobody repeats them.
 * @throws {ModelyardError} `bad-input` where no model is named or it cannot be trained; as {@link readRetrainingFacts} and
 *   {@link startWorkflow}.
 */
export async function askRetraining(
  { model: named, issue, decide, asked, rows, measured }: AskedRetraining,
  ports: Ports,
  askedIn?: AskedIn,
): Promise<RetrainingResult> {
  const model = named ?? (await modelOfAlert(issue, ports))
  const registry = await openRegistry(ports.repository)
  const state = await readModel(registry, model, { records: false })
  if (state.definition.train === undefined) throw cannotTrain(model)
  const workflow = retrainingWorkflow(registry.config)
  const started = workflow === undefined ? undefined : await startedBy(askedIn, workflow, ports.deployments)
  // A person may ask for what model.yaml says nothing of.
  const policy = state.definition.retrain ?? { when: {} }
  const about = { isAsked: asked || !decide, rows, measured, started: started?.id }
  const { facts, remarks } = await readRetrainingFacts(about, policy, registry, state, ports)
  const { decision, triggers, holds, from } = decideRetraining(facts)
  const told = {
    kind: 'retraining' as const,
    model,
    decision,
    triggers: [...triggers],
    holds: [...holds],
    ...(from === undefined ? {} : { from }),
    ...(facts.trained && { trained: { version: facts.trained.version, at: timestamp(facts.trained.at) } }),
    'decided-at': timestamp(facts.now),
    commit: registry.commit,
    remarks: [
      ...remarks,
      ...(state.definition.retrain === undefined
        ? ['model.yaml has no `retrain`: only a person asks for it']
        : []),
    ],
  } satisfies Partial<RetrainingResult>
  if (decide) {
    const alerts = decision === 'retrain' ? await answeredAlerts(model, triggers, ports) : []
    return {
      ...told,
      outcome: outcomeOf({ decision, holds }),
      ...(alerts.length > 0 && { alerts }),
      next: [],
    }
  }
  return { ...told, ...(await start(model, { decision, holds, started }, registry, ports, askedIn)) }
}

/** Where GitHub may not be asked, the candidate names none. */
async function answeredAlerts(
  model: string,
  triggers: readonly TriggerFinding[],
  ports: Ports,
): Promise<number[]> {
  const kinds = answeredKinds(triggers)
  if (kinds.length === 0) return []
  const open = await knownOf(async () => ({ is: 'known', value: await openAlerts(ports) }))
  if (open.is === 'unknown') return []
  return open.value
    .filter(alert => alert.model === model && kinds.includes(alert.kind))
    .map(({ issue }) => issue.number)
}

async function modelOfAlert(issue: number | undefined, ports: Ports): Promise<string> {
  if (issue !== undefined) return (await openAlert(issue, ports)).model
  throw new ModelyardError({
    code: 'bad-input',
    message: 'no model is named',
    next: 'name it, or the issue of its alert by --issue',
  })
}

type Decided = Pick<RetrainingDecision, 'decision' | 'holds'>

/** That it cannot be told is no answer, and that something could not be read while something fired is none either. */
function outcomeOf({ decision, holds }: Decided): RetrainingResult['outcome'] {
  const isUntold = decision === 'held-back' && !holds.some(({ is }) => is === 'holds')
  return decision === 'cannot-tell' || isUntold ? 'inconclusive' : 'passed'
}

type Started = Pick<RetrainingResult, 'outcome' | 'started' | 'next'>

async function start(
  model: string,
  { decision, holds, started }: Decided & { readonly started: StartedRun | undefined },
  { config }: RegistryAt,
  ports: Ports,
  askedIn: AskedIn | undefined,
): Promise<Started> {
  const workflow = retrainingWorkflow(config)
  if (workflow === undefined) {
    throw new ModelyardError({
      code: 'unsupported',
      message: 'no workflow that retrains is listed under `workflows` of .github/modelyard.yml',
      next: 'let `modelyard init` write modelyard-retrain.yml, list it there, and merge both',
    })
  }
  const byHand = `start it on GitHub: gh workflow run ${workflow.slice(workflow.lastIndexOf('/') + 1)} -f model=${model}`
  if (started === undefined && decision !== 'retrain') {
    const isHeld = holds.some(({ is }) => is === 'holds')
    return { outcome: isHeld ? 'failed' : 'inconclusive', next: isHeld ? [] : [byHand] }
  }
  const branch = (await ports.provenance?.defaultBranch()) ?? (await likelyDefaultBranch(ports))
  const refused =
    'it has to be on the default branch, start by workflow_dispatch, and take `model` and `asked`'
  const { id, url } =
    started ??
    (await startWorkflow({ workflow, branch, inputs: { model }, askedIn, refused }, ports.deployments))
  return { outcome: 'passed', started: { workflow, run: id, url }, next: [] }
}

function cannotTrain(model: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `model.yaml of ${model} has no \`train\``,
    next: 'add to it how it is trained: train: {command: …, data: …}',
  })
}
