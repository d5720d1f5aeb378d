import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Reproducibility } from '../domain/evidence/reproducibility.ts'
import type { Outcome } from '../domain/gates/outcome.ts'
import type { ReproductionResult } from '../domain/results/reproduction.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import { linkEnvironments, writeCheckout } from './checkout.ts'
import { compareTrained } from './compare-trained.ts'
import { defineMeasurement, type Watch } from './define.ts'
import { measureInputs, model, version } from './inputs.ts'
import { identityOf, leaveFinding, type MeasuredVersion, readMeasuredVersion } from './measured-version.ts'
import { type Training, trainAgain } from './train-again.ts'
import { findTrainingData, readTrainingFacts, type TrainingFacts } from './training-facts.ts'

const MIB = 1024 * 1024

const input = z.strictObject({
  model,
  version,
  data: z
    .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
    .check(z.describe('Where the training data lies now, when it is not in the repository.')),
  on: z
    .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
    .check(z.describe('Rows to compare predictions on; left out: the evaluation data of model.yaml.')),
  seed: z
    .optional(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)))
    .check(z.describe('The seed that it was trained with; left out: the one of model.yaml at its commit.')),
  tolerance: z
    ._default(z.number().check(z.minimum(0), z.maximum(1)), 1e-6)
    .check(
      z.describe("How far a row's prediction may be off: of a probability, or a number's relative size."),
    ),
  install: z
    ._default(z.boolean(), false)
    .check(z.describe('Run `environment.install` of model.yaml first; else what is installed here is used.')),
  minutes: z
    ._default(z.number().check(z.gt(0), z.maximum(10_080)), 60)
    .check(z.describe('How long each command may take.')),
  memoryMib: z
    .optional(z.int().check(z.minimum(16), z.maximum(2 ** 24)))
    .check(z.describe('How much memory each command may take, in MiB.')),
  evidence: measureInputs.evidence,
})
type Input = z.output<typeof input>

export const reproduce = defineMeasurement({
  name: 'reproduce',
  summary: 'Train a version again and see whether the same model comes out.',
  details: `Checks the version's commit out into a temporary folder, checks the digest of its training data, and
runs the training command of that commit with the same seed, under limits. The new model has the same bytes, or
predicts the same for every row of the evaluation data, or is different. Your own checkout is not touched. The
training is a command of the repository: whoever can commit to it decides what it does.`,
  positional: ['model', 'version'],
  examples: [
    { command: 'modelyard reproduce telco-churn latest', does: 'trains the newest version again' },
    {
      command: 'modelyard reproduce telco-churn 6 --tolerance 0.001 --minutes 10 --memory-mib 4096',
      does: 'allows small differences, and no more than so much time and memory',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input,
  results: ['reproduction'],
  async run(given, ports, watch): Promise<ReproductionResult> {
    const startedAt = ports.clock.now()
    const about = await readMeasuredVersion(given, ports)
    const facts = await readTrainingFacts(about.state.name, about.record, ports.repository)
    const checkout = await ports.process.temporaryFolder()
    const out = await ports.process.temporaryFolder()
    try {
      const trained = await train(given, { facts, checkout, out }, ports, watch)
      return await conclude(given, { about, facts, startedAt, ...trained }, ports, watch)
    } finally {
      await Promise.all([checkout.remove(), out.remove()])
    }
  },
})

interface Trained {
  readonly training: Training
  readonly seed: number
  readonly remarks: readonly string[]
}

async function train(
  given: Input,
  { facts, checkout, out }: { facts: TrainingFacts; checkout: TemporaryFolder; out: TemporaryFolder },
  ports: Ports,
  watch: Watch,
): Promise<Trained> {
  const { environment } = facts.definition
  if (given.install && environment === undefined) throw nothingToInstall()
  watch.progress?.('checking the commit out')
  const missing = await writeCheckout(facts.commit, ports, checkout)
  const data = await findTrainingData(facts.data, checkout.path, given.data, ports)
  const linked = given.install ? [] : await linkEnvironments(ports, checkout)
  const seed = given.seed ?? facts.train.seed
  const training = await trainAgain(
    {
      folder: checkout.path,
      command: facts.train.command,
      install: given.install ? environment?.install : undefined,
      data,
      out: out.path,
      seed,
      limits: {
        seconds: given.minutes * 60,
        bytes: given.memoryMib === undefined ? undefined : given.memoryMib * MIB,
      },
    },
    ports,
    watch,
  )
  return { training, seed, remarks: [...missing, ...linked] }
}

interface Conclusion extends Trained {
  readonly about: MeasuredVersion
  readonly facts: TrainingFacts
  readonly startedAt: number
}

/** Compares what came out with what is registered, and leaves evidence where something was found out. */
async function conclude(
  given: Input,
  { about, facts: { commit, data }, startedAt, training, seed, remarks }: Conclusion,
  ports: Ports,
  watch: Watch,
): Promise<ReproductionResult> {
  const { record } = about
  const answer = {
    kind: 'reproduction',
    ...identityOf(about),
    'trained-at': commit,
    training: training.report,
  } as const
  const { artifact } = training
  if (artifact === undefined)
    return { ...answer, outcome: 'failed', furthest: [], evidence: [], remarks: [...remarks], next: FAILED }
  const { tolerance, on } = given
  const difference = await compareTrained(about, artifact, { tolerance, data: on }, ports, watch)
  const facts: Reproducibility | undefined = difference.found && {
    ...difference.found,
    commit: record.commit,
    data: data.sha256,
    seed,
    artifacts: [record.artifact.sha256, artifact.sha256],
  }
  const kept = facts !== undefined && given.evidence
  return {
    ...answer,
    outcome: facts === undefined ? 'inconclusive' : OUTCOMES[facts.finding],
    ...(facts === undefined ? {} : { facts }),
    furthest: difference.furthest.map(({ row, first, second }) => ({
      row,
      registered: first,
      again: second,
    })),
    evidence: kept ? [await leaveFinding(about, { kind: 'reproducibility', facts }, startedAt, ports)] : [],
    remarks: [...remarks, ...difference.remarks],
    next: facts?.finding === 'different' ? DIFFERENT : [],
  }
}

const OUTCOMES: Readonly<Record<Reproducibility['finding'], Outcome>> = {
  'same-bytes': 'passed',
  'same-predictions': 'passed',
  different: 'failed',
}

const FAILED = ['see above what the command said, and correct the command or what it needs to be installed']
const DIFFERENT = [
  'let the training draw every random number from $MODELYARD_SEED, on one thread or with a library told to be deterministic, and pin the versions of its libraries',
]

function nothingToInstall(): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message:
      '--install runs `environment.install`, and the model.yaml of the commit that was trained has none',
    next: 'leave --install out; what is installed here is used then',
  })
}
