import { ModelyardError } from '../domain/errors/index.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { previousVersion } from '../domain/registry/plan-rollback.ts'
import { versionsIn } from '../domain/registry/pointers.ts'
import { parseDate, parseReference, resolveReference } from '../domain/registry/reference.ts'
import { type RegistryAt, readModel, registryAsOf, resolveVersion } from './registry-reader.ts'

/** The inputs that name a version. */
const INPUTS = ['version', 'champion', 'challenger', 'first', 'second'] as const

/** A command as somebody wrote it. */
export interface WrittenCommand {
  readonly name: string
  readonly given: Readonly<Record<string, unknown>>
  /** What counts for an input that was left out. */
  readonly fallbacks: Readonly<Record<string, string>>
  /** UTC, as `2026-11-20T09:12:44Z`. */
  readonly writtenAt: string
}

/**
 * What was asked for, with every name that moves as the version that it stood for when it was written: whoever wrote
 * `challenger`, or left it out, meant what they saw. So it is with what a rollback leaves, and where it goes.
 *
 * @throws {ModelyardError} `bad-input` where it stands for another by now; `unknown-model`, `unknown-version`.
 */
export async function pinVersions(
  { name, given, fallbacks, writtenAt }: WrittenCommand,
  registry: RegistryAt,
): Promise<Record<string, unknown>> {
  const pinned: Record<string, unknown> = { ...given }
  const { model, stage } = given
  if (typeof model !== 'string') return pinned
  const isRollback = name === 'rollback' && typeof stage === 'string'
  const moving = INPUTS.flatMap(input => {
    const text = given[input] ?? fallbacks[input]
    return typeof text === 'string' && moves(text) ? [{ input, text }] : []
  })
  if (moving.length === 0 && !isRollback) return pinned
  const now = await readModel(registry, model)
  const then = await modelAsOf(registry, model, writtenAt)
  for (const { input, text } of moving) {
    const isGiven = given[input] !== undefined
    const [before, present] = [namedBy(text, then), namedBy(text, now)]
    // What a name that was written down lacks is told as everywhere.
    if (isGiven && present === undefined) await resolveVersion(registry, now, text)
    if (before !== present) {
      const which = isGiven ? `\`${text}\`` : `\`${text}\`, which counts where no ${input} is named,`
      throw moved(`${which} was`, before, present, 'write again which one you mean, by its number')
    }
    if (present !== undefined) pinned[input] = String(present)
  }
  if (isRollback) Object.assign(pinned, rollbackAsSeen(stage, given.version, then, now))
  return pinned
}

/** Where a rollback goes that names no version; refused where the stage holds, or would get back, another one by now. */
function rollbackAsSeen(
  stage: string,
  version: unknown,
  then: ModelState | undefined,
  now: ModelState,
): { readonly version?: string } {
  const next = `see what stands there now, and ask again: /show ${now.name}`
  const [held, holds] = [then, now].map(state => numbersIn(state, stage))
  if (held !== holds) throw moved(`${stage} held`, held, holds, next)
  if (version !== undefined) return {}
  const [before, present] = [then, now].map(state => previousIn(state, stage))
  if (before !== present) throw moved(`the one before it in ${stage} was`, before, present, next)
  return present === undefined ? {} : { version: String(present) }
}

function numbersIn(state: ModelState | undefined, stage: string): string | undefined {
  return (state && versionsIn(state.pointers, stage).join(', ')) || undefined
}

function previousIn(state: ModelState | undefined, stage: string): number | undefined {
  const found = state && previousVersion(state, stage)
  return found && 'version' in found ? found.version : undefined
}

function namedBy(text: string, state: ModelState | undefined): number | undefined {
  const found = state && resolveReference(text, state)
  return found && 'version' in found ? found.version : undefined
}

/** The model as it stood at a time; undefined where there was none, or no registry. */
async function modelAsOf(registry: RegistryAt, model: string, time: string): Promise<ModelState | undefined> {
  const at = parseDate(time)
  if (at === undefined) throw new Error(`${time} is no time`)
  try {
    return await readModel(await registryAsOf(registry, at, time), model)
  } catch (error) {
    const isAbsent =
      error instanceof ModelyardError &&
      ['unknown-version', 'unknown-model', 'no-registry'].includes(error.code)
    if (isAbsent) return undefined
    throw error
  }
}

type Named = string | number | undefined

function moved(what: string, before: Named, present: Named, next: string): ModelyardError {
  const version = (named: Named) => (named === undefined ? 'no version' : `version ${named}`)
  return new ModelyardError({
    code: 'bad-input',
    message: `${what} ${version(before)} when this was written, and it is ${version(present)} now`,
    next,
  })
}

function moves(text: string): boolean {
  const reference = parseReference(text)
  return 'name' in reference && reference.at === undefined && !/^\d+$/.test(text)
}
