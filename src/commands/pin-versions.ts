import { ModelyardError } from '../domain/errors/index.ts'
import { parseReference } from '../domain/registry/reference.ts'
import { type RegistryAt, readModel, resolveVersion } from './registry-reader.ts'

/** The inputs that name a version. */
const INPUTS = ['version', 'champion', 'challenger', 'first', 'second'] as const

/**
 * What was asked for, with every name that moves as the version that it stood for when it was written: whoever wrote
 * `challenger` meant what they saw.
 *
 * @param given - Of a command.
 * @param writtenAt - UTC, as `2026-11-20T09:12:44Z`.
 * @throws {ModelyardError} `moved-meanwhile` where it stands for another by now; `unknown-model`, `unknown-version`.
 */
export async function pinVersions(
  given: Readonly<Record<string, unknown>>,
  writtenAt: string,
  registry: RegistryAt,
): Promise<Record<string, unknown>> {
  const pinned: Record<string, unknown> = { ...given }
  const { model } = given
  if (typeof model !== 'string') return pinned
  for (const input of INPUTS) {
    const text = given[input]
    if (typeof text !== 'string' || !moves(text)) continue
    const state = await readModel(registry, model)
    const now = await resolveVersion(registry, state, text)
    const then = await resolveVersion(registry, state, `${text}@${writtenAt}`)
    if (now !== then) {
      throw new ModelyardError({
        code: 'bad-input',
        message: `\`${text}\` was version ${then} when this was written, and is version ${now} now`,
        next: `write again which one you mean, by its number`,
      })
    }
    pinned[input] = String(now)
  }
  return pinned
}

function moves(text: string): boolean {
  const reference = parseReference(text)
  return 'name' in reference && reference.at === undefined && !/^\d+$/.test(text)
}
