import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { retrainingWorkflow } from '../domain/registry/config.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { RetrainingResult } from '../domain/results/retraining.ts'
import { decideRetraining, type RetrainingDecision } from '../domain/retraining/decide.ts'
import type { Ports } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { model } from './inputs.ts'
import { likelyDefaultBranch } from './likely-branch.ts'
import { openRegistry, type RegistryAt, readModel } from './registry-reader.ts'
import { readRetrainingFacts } from './retraining-facts.ts'

const File = z.string().check(z.minLength(1), z.maxLength(4000))

export const retrain = defineMeasurement({
  name: 'retrain',
  summary: 'Train a model again, or say whether it is time to.',
  details: `With --decide it only says which triggers of \`retrain\` in model.yaml fired and why, which did not, of which
it cannot be told, and what holds a retraining back: a run under way, a candidate that waits, the month's budget,
the cooldown, what failed before, and drift that may be chance. Without it a person asks: cooldown and what failed
hold nobody back, and the workflow that retrains is started. It reads no data: metrics are those that the last run of
monitoring kept, or given by --measured, as rows are by --rows.`,
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
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input: z.strictObject({
    model,
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
        z.describe('A JSON file of what a job measured before: rows, and metrics with their intervals.'),
      ),
  }),
  results: ['retraining'],
  async run({ model, decide, asked, rows, measured }, ports): Promise<RetrainingResult> {
    const registry = await openRegistry(ports.repository)
    const state = await readModel(registry, model, { records: false })
    if (state.definition.train === undefined) throw cannotTrain(model)
    const isAsked = asked || !decide
    // A person may ask for what model.yaml says nothing of.
    const policy = state.definition.retrain ?? { when: {} }
    const { facts, remarks } = await readRetrainingFacts(
      { isAsked, rows, measured },
      policy,
      registry,
      state,
      ports,
    )
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
    if (decide) return { ...told, outcome: outcomeOf({ decision, holds }), next: [] }
    return { ...told, ...(await start(model, { decision, holds }, registry, ports)) }
  },
})

type Decided = Pick<RetrainingDecision, 'decision' | 'holds'>

/** That it cannot be told is no answer, and that something could not be read while something fired is none either. */
function outcomeOf({ decision, holds }: Decided): RetrainingResult['outcome'] {
  const isUntold = decision === 'held-back' && !holds.some(({ is }) => is === 'holds')
  return decision === 'cannot-tell' || isUntold ? 'inconclusive' : 'passed'
}

type Started = Pick<RetrainingResult, 'outcome' | 'started' | 'next'>

async function start(
  model: string,
  { decision, holds }: Decided,
  { config }: RegistryAt,
  ports: Ports,
): Promise<Started> {
  const workflow = retrainingWorkflow(config)
  if (workflow === undefined) {
    throw new ModelyardError({
      code: 'unsupported',
      message: 'no workflow that retrains is listed under `workflows` of .github/modelyard.yml',
      next: 'write one that calls retrain.yml, such as .github/workflows/modelyard-retrain.yml, and list it there',
    })
  }
  const byHand = `start it on GitHub: gh workflow run ${workflow.slice(workflow.lastIndexOf('/') + 1)} -f model=${model}`
  if (decision !== 'retrain') {
    const isHeld = holds.some(({ is }) => is === 'holds')
    return { outcome: isHeld ? 'failed' : 'inconclusive', next: isHeld ? [] : [byHand] }
  }
  const branch = (await ports.provenance?.defaultBranch()) ?? (await likelyDefaultBranch(ports))
  const begun = await ports.deployments.start(workflow, branch, { model })
  if (begun.is === 'started')
    return { outcome: 'passed', started: { workflow, run: begun.id, url: begun.url }, next: [] }
  if (begun.is === 'refused') {
    throw new ModelyardError({
      code: 'unsupported',
      message: `${workflow} was not started: ${begun.why}`,
      next: 'it has to be on the default branch, start by workflow_dispatch, and take `model`',
    })
  }
  throw new ModelyardError({
    code: 'remote-failed',
    message: `whether GitHub started ${workflow} is not known`,
    next: 'look whether it runs before you ask again',
  })
}

function cannotTrain(model: string): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `model.yaml of ${model} has no \`train\``,
    next: 'add to it how it is trained: train: {command: …, data: …}',
  })
}
