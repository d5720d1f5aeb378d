import { ModelyardError } from '../domain/errors/index.ts'
import type { People } from '../ports.ts'

/** Where no person sits. */
export const NOBODY: People = { present: false, ask: async (_question, fallback) => fallback }

/**
 * In the place of an engine that an Action does without: it refuses at the first question.
 *
 * @param known - What it can do all the same.
 */
export function refusing<T extends object>(message: string, next: string, known: Partial<T> = {}): T {
  return new Proxy(known as T, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return target[name as keyof T]
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined
      throw new ModelyardError({ code: 'missing-engine', message, next })
    },
  })
}
