import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { alias } from '../../src/commands/alias.ts'
import { archive } from '../../src/commands/archive.ts'
import type { Command } from '../../src/commands/define.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { validate } from '../../src/commands/validate.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import type { ChangeStatus } from '../../src/domain/results/move.ts'
import { isGood, NOTHING, type Simulated, type Step, simulate } from './registry-model.ts'
import { REGISTRY_FILES, sha256, type Workbench, workbench } from './workbench.ts'

/** A step that is applied at once, or left on a branch; and the merging of a branch that was left, by git itself. */
export type Act =
  | { readonly step: Step; readonly how: How }
  /** One of the steps that the model would accept now, by its place among them. */
  | { readonly sensible: number; readonly how: How }
  | { readonly merge: number }
type How = 'merge' | 'branch'

const number = fc.integer({ min: 1, max: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('register' as const), artifact: fc.integer({ min: 0, max: 5 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('promote' as const),
      version: number,
      stage: fc.constantFrom(
        'staging' as const,
        'staging' as const,
        'production' as const,
        'development' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('rollback' as const),
      version: number,
      stage: fc.constantFrom('staging' as const, 'production' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('archive' as const), version: number, purge: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('alias' as const),
      alias: fc.constantFrom('shadow' as const, 'champion' as const),
      version: fc.option(number, { nil: null }),
    }),
  },
)

/** Two good versions to begin with, so that there is something to move. */
const START: readonly Act[] = [0, 2].map(artifact => ({ step: { do: 'register', artifact }, how: 'merge' }))

export const acts = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ step, how: fc.constant('merge' as const) }) },
      { weight: 3, arbitrary: fc.record({ step, how: fc.constant('branch' as const) }) },
      {
        weight: 12,
        arbitrary: fc.record({
          sensible: fc.nat(10_000),
          how: fc.constantFrom('merge' as const, 'merge' as const, 'branch' as const),
        }),
      },
      { weight: 4, arbitrary: fc.record({ merge: fc.integer({ min: 0, max: 9 }) }) },
    ),
    { minLength: 4, maxLength: 18 },
  )
  .map(rest => [...START, ...rest])

/** A branch that waits: what it will be after a clean merge, and what must not have happened meanwhile. */
interface Rival {
  readonly branch: string
  readonly step: Step
  /** The records and versions of its base: another of the same kind must collide with it. */
  readonly base: Simulated
}

/**
 * Plays acts on a real repository and on the small model side by side. After each: the same answer, the same state as
 * git shows it, and nothing that `validate` finds.
 */
export async function play(script: readonly Act[], seen: Map<string, number> = new Map()): Promise<void> {
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  const bench = await workbench({
    files: { ...REGISTRY_FILES, 'registry-data/models/churn/model.yaml': FREE_MODEL },
  })
  let state = NOTHING
  const rivals = new Map<string, Rival>()
  for (const act of script) {
    if ('merge' in act) {
      const rival = [...rivals.values()][act.merge % Math.max(1, rivals.size)]
      if (rival === undefined) continue
      rivals.delete(rival.branch)
      const before = state
      state = await mergeRival(bench, state, rival)
      count(state === before ? 'rival collided' : 'rival merged')
    } else {
      const step = 'step' in act ? act.step : sensibleStep(state, act.sensible)
      if (step === undefined) continue
      const expected = simulate(state, step)
      const { status, branch } = await execute(bench, step, act.how)
      count(`${step.do} ${status}`)
      expect([act, status]).toEqual([
        act,
        expected === undefined ? 'refused' : expected === state ? 'unchanged' : status,
      ])
      if (expected === undefined || expected === state) continue
      if (act.how === 'merge') {
        expect(status).toBe('merged')
        state = expected
      } else rivals.set(branch, { branch, step: step, base: state })
    }
    await compare(bench, state)
  }
}

/** Every step that would change something now, kinds taken in turn so that none drowns the others. */
function sensibleStep(state: Simulated, place: number): Step | undefined {
  const numbers = state.versions.map((_, index) => index + 1)
  const all: Step[][] = [
    [0, 1, 2, 3, 4, 5].map(artifact => ({ do: 'register', artifact })),
    numbers.flatMap(version =>
      (['staging', 'production', 'development'] as const).map(stage => ({
        do: 'promote' as const,
        version,
        stage,
      })),
    ),
    numbers.flatMap(version =>
      (['staging', 'production'] as const).map(stage => ({ do: 'rollback' as const, version, stage })),
    ),
    numbers.flatMap(version => [true, false].map(purge => ({ do: 'archive' as const, version, purge }))),
    [...numbers, null].map(version => ({ do: 'alias', alias: 'shadow', version })),
  ]
  const changing = all
    .map(steps => steps.filter(step => ![undefined, state].includes(simulate(state, step))))
    .filter(steps => steps.length > 0)
  const steps = changing[place % Math.max(1, changing.length)]
  return steps?.[Math.floor(place / 10) % steps.length]
}

// No approvals are asked for, so that every move can be merged at once.
const FREE_MODEL = (REGISTRY_FILES['registry-data/models/churn/model.yaml'] ?? '')
  .replace(/\n {4}approvals:.*$/m, '')
  .replace(
    '    gates: [{metric: roc-auc, min: 0.7}]',
    '    gates: [{metric: roc-auc, min: 0.7}]\n    rollback: {approvals: {required: 0}}',
  )
  .replace('defaults: false}', 'defaults: false, rollback: {approvals: {required: 0}}}')

const COMMANDS: Readonly<Record<Step['do'], Command>> = { register, promote, rollback, archive, alias }

async function execute(
  bench: Workbench,
  step: Step,
  how: 'merge' | 'branch',
): Promise<{ status: ChangeStatus; branch: string }> {
  bench.ports.clock.advance(60_000)
  if (step.do === 'register') await prepareArtifact(bench, step.artifact)
  try {
    const result = await COMMANDS[step.do].execute(
      { ...inputOf(bench, step), merge: how === 'merge' },
      bench.ports,
      {},
    )
    if (result.kind !== 'move' && result.kind !== 'registration') throw new Error(`unexpected ${result.kind}`)
    return { status: result.status, branch: result.branch ?? '' }
  } catch (error) {
    // A version that there is not is said as bad input, which is a refusal here.
    if (error instanceof ModelyardError && error.code === 'unknown-version')
      return { status: 'refused', branch: '' }
    throw error
  }
}

function inputOf(bench: Workbench, step: Step): Record<string, unknown> {
  const version = 'version' in step && step.version !== null ? { version: String(step.version) } : {}
  switch (step.do) {
    case 'register':
      return { model: 'churn', artifact: artifactPath(bench, step.artifact) }
    case 'promote':
    case 'rollback':
      return { model: 'churn', stage: step.stage, ...version }
    case 'archive':
      return { model: 'churn', purge: step.purge, ...version }
    case 'alias':
      return { model: 'churn', alias: step.alias, ...version, remove: step.version === null }
  }
}

const artifactText = (artifact: number) => `ONNX artifact ${artifact}`
const artifactPath = (bench: Workbench, artifact: number) =>
  join(bench.root, `.git/artifact-${artifact}.onnx`)

/** Writes the artifact, and its evaluation as a draft of every version that it may become. */
async function prepareArtifact(bench: Workbench, artifact: number): Promise<void> {
  await writeFile(artifactPath(bench, artifact), artifactText(artifact))
  for (let version = 1; version <= 6; version += 1) {
    await bench.draft(version, sha256(artifactText(artifact)), isGood(artifact) ? 0.8 : 0.6)
  }
}

/** Two moves from one base must collide, and so must two registrations; anything else git merges cleanly. */
async function mergeRival(
  bench: Workbench,
  state: Simulated,
  { branch, step, base }: Rival,
): Promise<Simulated> {
  const collides =
    step.do === 'register' ? state.versions.length !== base.versions.length : state.records !== base.records
  const merged = await bench.git('merge', '-q', '--no-edit', '--no-ff', branch).then(
    () => true,
    () => false,
  )
  expect([branch, merged]).toEqual([branch, !collides])
  if (merged) return simulate(state, step) as Simulated
  await bench.git('merge', '--abort')
  return state
}

/** What git shows, read by the test alone, against the model; and what the product says of its own registry. */
async function compare(bench: Workbench, state: Simulated): Promise<void> {
  const folder = 'registry-data/models/churn'
  const files = (await bench.git('ls-tree', '-r', '--name-only', 'HEAD', folder))
    .split('\n')
    .map(path => path.slice(folder.length + 1))
  const pointers = files.includes('stages.json')
    ? JSON.parse(await bench.at('HEAD', `${folder}/stages.json`))
    : { stages: {}, aliases: {} }
  const stages = new Map<string, number[]>()
  for (const [version, stage] of [...state.standing].sort(([a], [b]) => a - b))
    stages.set(stage, [...(stages.get(stage) ?? []), version])
  expect(pointers.stages).toEqual(Object.fromEntries(stages))
  expect(pointers.aliases).toEqual(Object.fromEntries(state.aliases))
  expect(files.filter(path => path.startsWith('promotions/'))).toHaveLength(state.records)
  expect(files.filter(path => path.endsWith('/version.json'))).toHaveLength(state.versions.length)
  for (const [index, { artifact, purged }] of state.versions.entries()) {
    const path = `versions/${index + 1}/model.onnx`
    expect(files.includes(path)).toBe(!purged)
    if (!purged) expect(await bench.at('HEAD', `${folder}/${path}`)).toBe(artifactText(artifact))
  }
  const result = await validate.execute({}, bench.ports, {})
  expect(result.kind === 'validation' && result.problems).toEqual([])
}
