import { readFileSync } from 'node:fs'
import { ModelyardError } from '../../src/domain/errors/index.ts'

/** What started the run: a webhook's payload, of any shape. */
export type Event = Readonly<Record<string, unknown>>

/**
 * Reads the payload that the runner left; empty where there is none.
 *
 * @throws {ModelyardError} `bad-json` where it is no object.
 */
export function readEvent({ GITHUB_EVENT_PATH: path }: Readonly<Record<string, string | undefined>>): Event {
  if (!path) return {}
  try {
    const event: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event as Event
  } catch {}
  throw new ModelyardError({
    code: 'bad-json',
    message: 'the event of this run cannot be read',
    next: 'GITHUB_EVENT_PATH has to name the file that the runner wrote; no step may change it',
  })
}

/** The text at a path of keys; undefined where anything else is there, or nothing. */
export function textAt(event: Event, ...keys: readonly string[]): string | undefined {
  let value: unknown = event
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return typeof value === 'string' && value !== '' ? value : undefined
}
