import { parse } from 'yaml'
import type { Command } from '../../src/commands/define.ts'
import { history } from '../../src/commands/history.ts'
import { promote } from '../../src/commands/promote.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { search } from '../../src/commands/search.ts'
import { show } from '../../src/commands/show.ts'
import { validate } from '../../src/commands/validate.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import type { Result } from '../../src/domain/results/index.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import type { Ports, Repository } from '../../src/ports.ts'
import { renderCard } from '../../src/render/card.ts'
import { render } from '../../src/render/index.ts'
import { fakeCommit } from '../fakes/commits.ts'
import { fakeFolder, NO_COMMITS } from '../fakes/files.ts'
import { fakeClock } from '../fakes/ports.ts'
import { checkRegistry } from './registry-checker.ts'
import { mutateRegistry } from './registry-mutations.ts'
import { carriedRegistry, movedRegistry, type Registry } from './start-registries.ts'

const CARDS = { render: renderCard }

interface Start {
  readonly name: string
  readonly model: string
  readonly files: Registry
  /** The history that stands behind the files. */
  readonly repository: Pick<Repository, 'head'>
}

interface Counts {
  readonly accepted: number
  readonly rejected: number
}

/** What became of the mutated registries. */
export interface Fuzzed extends Counts {
  /** By kind of mutation, where one was made alone. */
  readonly byKind: ReadonlyMap<string, Counts>
  /** What must not happen: a crash, or something accepted that the checker finds broken. With what to repeat it by. */
  readonly defects: readonly string[]
}

/** A valid registry as it is carried, and one made by commands, without and with its own history. */
export async function startRegistries(): Promise<readonly Start[]> {
  const { files, bench } = await movedRegistry()
  return [
    { name: 'carried', model: 'telco-churn', files: await carriedRegistry(), repository: NO_COMMITS },
    { name: 'moved', model: 'churn', files, repository: NO_COMMITS },
    {
      name: 'moved, with history',
      model: 'churn',
      files,
      repository: remembered(bench.ports.repository),
    },
  ]
}

/**
 * Mutates each of `starts` in turn. What comes out is judged by `validate` and by the independent checker, and read by
 * a command as if it were committed.
 */
export async function fuzz(starts: readonly Start[], seed: number, count: number): Promise<Fuzzed> {
  const tally = { accepted: 0, rejected: 0 }
  const byKind = new Map<string, Counts>()
  const defects: string[] = []
  for (let number = 0; number < count; number += 1) {
    const start = starts[number % starts.length] as Start
    const { files, did } = mutateRegistry(start.files, seed + number)
    const found: string[] = []
    const verdict = await judge(files, start.repository, found)
    await readCommitted(files, start.model, Math.floor(number / starts.length), found)
    defects.push(...found.map(what => `seed ${seed + number} on ${start.name}: ${did.join('; ')}\n  ${what}`))
    tally[verdict] += 1
    if (did.length > 1) continue
    const kind = did[0]?.split(' ')[0] ?? ''
    const known = byKind.get(kind) ?? { accepted: 0, rejected: 0 }
    byKind.set(kind, { ...known, [verdict]: known[verdict] + 1 })
  }
  return { ...tally, byKind, defects }
}

async function judge(
  files: Registry,
  repository: Start['repository'],
  defects: string[],
): Promise<keyof Counts> {
  const ports = { ...fakeFolder(files), repository, cards: CARDS }
  const result = await answerOf(validate, {}, ports, defects)
  if (result === undefined) return 'rejected'
  const { outcome, problems } = result as ValidationResult
  for (const { place, message, next } of problems) {
    if (place.path === '' || message === '' || next === '')
      defects.push(`it says no more than ${JSON.stringify({ place, message, next })}`)
  }
  if (outcome !== 'passed') return 'rejected'
  const faults = check(files)
  if (faults.length > 0)
    defects.push(`it accepted what the checker does not: ${faults.slice(0, 3).join(' ')}`)
  return 'accepted'
}

const READINGS: readonly (readonly [Command, Record<string, unknown>, naming: boolean])[] = [
  [show, {}, true],
  [show, { version: '4' }, true],
  [history, {}, true],
  [search, { filter: "metrics.roc-auc > 0.1 or tags.team = 'x' or stage = production" }, false],
  [promote, { version: '3', stage: 'staging', dryRun: true }, true],
  [rollback, { stage: 'production', dryRun: true }, true],
]

async function readCommitted(
  files: Registry,
  model: string,
  number: number,
  defects: string[],
): Promise<void> {
  const [command, input, naming] = READINGS[number % READINGS.length] as (typeof READINGS)[number]
  const folder = fakeFolder(files)
  const ports = {
    ...folder,
    worktree: { ...folder.worktree, modified: async () => [], operation: async () => undefined },
    repository: fakeCommit(files),
    clock: fakeClock(),
    host: { machine: 'a fuzz' },
    identity: { committer: async () => ({ name: 'Ada', email: 'ada@example.com', source: 'a test' }) },
    drafts: { list: async () => [], read: async () => undefined },
    cards: CARDS,
  }
  await answerOf(command, naming ? { model, ...input } : input, ports, defects)
}

/** What a command answers; undefined where it refuses in its own words. */
async function answerOf(
  command: Command,
  input: Readonly<Record<string, unknown>>,
  ports: unknown,
  defects: string[],
): Promise<Result | undefined> {
  try {
    const result = await command.execute(input, ports as Ports, {})
    const text = render(result, 'text')
    if (looksInternal(text)) defects.push(`${command.name} says ${text}`)
    return result
  } catch (error) {
    if (!(error instanceof ModelyardError) || error.code === 'bug' || looksInternal(error.message)) {
      defects.push(`${command.name} crashed: ${error instanceof Error ? error.stack?.slice(0, 600) : error}`)
    }
    return undefined
  }
}

/** What people are told when something failed that nobody foresaw: frames of a stack, names of built-in errors. */
function looksInternal(text: string): boolean {
  return /^\s+at .+[(:]\d+|\b(?:Type|Range|Reference)Error\b|call stack|\[object Object\]|node_modules/m.test(
    text,
  )
}

function check(files: Registry): string[] {
  const config = files.get('.github/modelyard.yml') ?? new Uint8Array()
  const all = [...files].map(([path, content]) => ({ path, kind: 'file' as const, content }))
  return checkRegistry(rootIn(config), config, all)
}

function rootIn(config: Uint8Array): string {
  const { registry }: { registry?: unknown } =
    parse(new TextDecoder().decode(config), { logLevel: 'error' }) ?? {}
  return typeof registry === 'string' ? registry : 'registry-data'
}

/** A repository that nobody writes to: what git said once of its history need not be asked again. */
function remembered(repository: Repository): Repository {
  const walks = new Map<string, ReturnType<Repository['history']>>()
  return {
    ...repository,
    history(commit, path) {
      const walk = walks.get(path) ?? repository.history(commit, path)
      walks.set(path, walk)
      return walk
    },
  }
}
