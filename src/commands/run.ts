import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { RunResult } from '../domain/results/run.ts'
import type { CommandEnd, Limits, Ports, TemporaryFolder } from '../ports.ts'
import { linkEnvironments, writeCheckout } from './checkout.ts'
import { USUAL_LIMITS } from './command-failure.ts'
import { endedWell, reportOf } from './command-report.ts'
import { defineMeasurement, type Watch } from './define.ts'
import { model } from './inputs.ts'
import { digestOfPath } from './move-facts.ts'
import { openRegistry, readModel } from './registry-reader.ts'
import { findRunData, type RunData, ruleOf } from './run-data.ts'
import { type Left, readLeft } from './run-made.ts'
import { missingKey, readWorkingDefinition, type WorkingDefinition } from './working-definition.ts'

const GIB = 2 ** 30

const File = z.string().check(z.minLength(1), z.maxLength(4000))

const input = z.strictObject({
  model,
  command: z.enum(['lint', 'test', 'train', 'predict']).check(z.describe('Which command of its model.yaml.')),
  data: z
    .optional(File)
    .check(
      z.describe(
        'The data, such as a sample; left out: what model.yaml trains on, or predicts to be judged.',
      ),
    ),
  artifact: z.optional(File).check(z.describe('For `predict`: the model, a file or a folder.')),
  at: z
    .optional(z.string().check(z.minLength(1), z.maxLength(300)))
    .check(
      z.describe(
        'A commit whose code and model.yaml run, in a folder of their own; left out: what is on disk.',
      ),
    ),
  out: z
    .optional(File)
    .check(z.describe('A new folder that keeps what the command makes; left out: only digests are kept.')),
  timeoutMinutes: z
    ._default(z.number().check(z.gt(0), z.maximum(10_080)), 60)
    .check(z.describe('How long it may take.')),
  memoryGib: z
    .optional(z.number().check(z.minimum(1 / 64), z.maximum(2 ** 14)))
    .check(
      z.describe('How much memory it may take, in GiB; left out: 4 for `predict`, else as much as there is.'),
    ),
})
type Input = z.output<typeof input>

export const run = defineMeasurement({
  name: 'run',
  summary: 'Run a command of model.yaml and see what it leaves.',
  details: `Runs lint, test, train or predict of the model.yaml on disk in the repository's root, under limits. It finds its
data in MODELYARD_DATA, an empty folder in MODELYARD_OUT and a seed in MODELYARD_SEED; predict also the model in
MODELYARD_MODEL and the rows without the target. Of the surroundings it gets what programs need to start, and no token.
What it started is killed when it ends. Nothing is taken as evidence.`,
  positional: ['model', 'command'],
  examples: [
    { command: 'modelyard run telco-churn train --out trained', does: 'trains, and keeps the model' },
    {
      command: 'modelyard run telco-churn train --data train.sample.csv --timeout-minutes 5 --memory-gib 2',
      does: 'trains on a sample, with no more than so much time and memory',
    },
  ],
  permission: 'read',
  doors: ['action', 'cli'],
  input,
  results: ['run'],
  async run(given, ports, watch): Promise<RunResult> {
    const folders: TemporaryFolder[] = []
    const temporary = async () => {
      const folder = await ports.process.temporaryFolder()
      folders.push(folder)
      return folder
    }
    try {
      const place = await placeOfCode(given, temporary, ports, watch)
      const { found } = place
      const line = found.definition[given.command]?.command
      if (line === undefined) throw missingKey(found, given.command, `${given.command}: {command: …}`)
      requireArtifact(given)
      const data = await findData(given, place, await temporary(), ports)
      const artifact = given.artifact && (await digestOfPath(given.artifact, ports.artifacts))
      const out = await outFolder(given.out, temporary, ports)
      const end = await runCommand({ given, found, line, data, out, folder: place.folder }, ports, watch)
      watch.progress?.('looking at what it left')
      const due = { step: given.command, line, definition: found.definition, rows: data.facts?.rows }
      const left = await readLeft(out, endedWell(end) ? due : undefined, ports)
      const { commit, remarks } = place
      return resultOf({ given, found, line, data, end, left, artifact, commit, remarks })
    } finally {
      await Promise.all(folders.map(folder => folder.remove()))
    }
  },
})

interface CodePlace {
  readonly found: WorkingDefinition
  readonly commit: string | undefined
  /** Undefined for the repository's root. */
  readonly folder: string | undefined
  readonly remarks: readonly string[]
}

/** @throws {ModelyardError} `unknown-name` of a commit; what is wrong with the registry there. */
async function placeOfCode(
  { model: name, at }: Input,
  temporary: () => Promise<TemporaryFolder>,
  ports: Ports,
  { progress }: Watch,
): Promise<CodePlace> {
  const { repository, worktree } = ports
  if (at === undefined) {
    const found = await readWorkingDefinition(name, worktree)
    return { found, commit: await repository.resolve('HEAD'), folder: undefined, remarks: [] }
  }
  const registry = await openRegistry(repository, at)
  const { definition } = await readModel(registry, name)
  progress?.('checking the commit out')
  const checkout = await temporary()
  const missing = await writeCheckout(registry.commit, ports, checkout)
  const linked = await linkEnvironments(ports, checkout)
  return {
    found: { path: `${modelFolder(registry.config, name)}/model.yaml`, definition },
    commit: registry.commit,
    folder: checkout.path,
    remarks: [...missing, ...linked],
  }
}

/** What the user names, otherwise the data beside the code. */
async function findData(
  { command, data }: Input,
  { found, folder }: CodePlace,
  rows: TemporaryFolder,
  ports: Ports,
): Promise<RunData> {
  const { train, evaluate } = found.definition
  const uri = command === 'predict' ? evaluate?.data.uri : train?.data
  const isByRule = ruleOf(command, found.definition) !== undefined
  // What a rule chooses lies nowhere beside the code.
  if (data !== undefined || folder === undefined || uri === undefined || isByRule)
    return findRunData(command, data, found, rows, ports)
  const { path, facts } = await findRunData(command, `${folder}/${uri}`, found, rows, ports)
  return { path, facts: facts && { ...facts, uri } }
}

function requireArtifact({ command, artifact }: Input): void {
  if ((command === 'predict') === (artifact !== undefined)) return
  throw new ModelyardError({
    code: 'bad-input',
    message:
      command === 'predict' ? '`predict` needs a model' : `\`${command}\` reads no model, and one was given`,
    next: command === 'predict' ? 'name it: --artifact FILE' : 'leave --artifact out',
  })
}

async function outFolder(
  given: string | undefined,
  temporary: () => Promise<TemporaryFolder>,
  { artifacts, process }: Ports,
): Promise<string> {
  if (given === undefined) return (await temporary()).path
  const path = artifacts.place(given)
  await process.keptFolder(path)
  return path
}

interface Run {
  readonly given: Input
  readonly found: WorkingDefinition
  readonly line: string
  readonly data: RunData
}

function runCommand(
  {
    given,
    found,
    line,
    data,
    out,
    folder,
  }: Run & { readonly out: string; readonly folder: string | undefined },
  { process, artifacts }: Ports,
  { signal, progress }: Watch,
): Promise<CommandEnd> {
  progress?.(given.command)
  return process.run({
    command: line,
    folder,
    env: {
      ...(data.path === undefined ? {} : { MODELYARD_DATA: data.path }),
      ...(given.artifact === undefined ? {} : { MODELYARD_MODEL: artifacts.place(given.artifact) }),
      MODELYARD_OUT: out,
      MODELYARD_SEED: String(seedOf(found)),
    },
    limits: limitsOf(given),
    signal,
    said: text => progress?.(`${given.command}: ${text.slice(0, 100)}`),
  })
}

/** `predict` has the limits under which it is run to measure; the others have what the machine has. */
function limitsOf({ command, timeoutMinutes, memoryGib }: Input): Limits {
  const usual = command === 'predict' ? USUAL_LIMITS.bytes : undefined
  return { seconds: timeoutMinutes * 60, bytes: memoryGib === undefined ? usual : Math.ceil(memoryGib * GIB) }
}

function seedOf({ definition }: WorkingDefinition): number {
  return definition.train?.seed ?? 0
}

interface Ended extends Run {
  readonly end: CommandEnd
  readonly left: Left
  readonly artifact: string | undefined
  readonly commit: string | undefined
  readonly remarks: readonly string[]
}

function resultOf({ given, found, line, data, end, left, artifact, commit, remarks }: Ended): RunResult {
  const { breach } = left
  const passed = endedWell(end) && breach === undefined
  return {
    kind: 'run',
    outcome: passed ? 'passed' : 'failed',
    model: given.model,
    ...(commit === undefined ? {} : { commit }),
    command: reportOf(given.command, line, end),
    ...(breach === undefined || !endedWell(end) ? {} : { why: breach.why }),
    seed: seedOf(found),
    ...(data.facts === undefined ? {} : { data: data.facts }),
    ...(artifact === undefined ? {} : { artifact }),
    made: [...left.made],
    ...(left.predictions === undefined ? {} : { predictions: left.predictions }),
    ...(given.out === undefined ? {} : { out: given.out }),
    remarks: [...remarks, ...left.remarks],
    next: passed ? [] : [breach !== undefined && endedWell(end) ? breach.next : FAILED],
  }
}

const FAILED = 'see above what the command said, and correct the command or what it needs to be installed'
