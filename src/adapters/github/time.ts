import { textOf } from './event.ts'

/** UTC to the second, as our files have it. */
export function timeOf(value: unknown): string | undefined {
  const time = Date.parse(textOf(value) ?? '')
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`
}
