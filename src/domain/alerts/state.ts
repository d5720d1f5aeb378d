import * as z from 'zod/mini'
import { Timestamp } from '../registry/names.ts'

const Count = z.int().check(z.minimum(0))

/** Code units of a name that are kept; what begins alike and is longer is one item. */
export const LONGEST_NAME = 200
/** Characters of the marker: a body has room for it and for what people read. */
export const MOST_CHARACTERS = 12_000

/** A run, as GitHub numbers it: ids rise from run to run. */
const Run = z.strictObject({ id: Count, attempt: z.int().check(z.minimum(1)) })
export type AlertRun = z.infer<typeof Run>

const Item = z.strictObject({
  name: z.string().check(z.maxLength(LONGEST_NAME)),
  since: Timestamp,
  size: z.number().check(z.minimum(0), z.describe('As it was found last.')),
  told: z
    .number()
    .check(z.minimum(0), z.describe('The worst that people were told of; 0 where nobody was told yet.')),
  bad: z.boolean().check(z.describe('False once a run found it good.')),
})
export type RememberedItem = z.infer<typeof Item>

const Login = z.string().check(z.minLength(1), z.maxLength(100))

/** What an alert's issue remembers of the runs before. */
export const AlertState = z.strictObject({
  schema: z.literal(1),
  since: Timestamp,
  run: Run.check(z.describe('The newest that was settled.')),
  good: Count.check(z.describe('Good runs in a row.')),
  items: z.array(Item).check(z.describe('Bad ones first, then by what was told, the worst first.')),
  cut: z.optional(z.literal(true)).check(z.describe('Some items were left out: which, nobody knows.')),
  'recovered-at': z.optional(Timestamp).check(z.describe('When enough good runs had come.')),
  snoozed: z
    .optional(z.strictObject({ by: Login, until: Timestamp }))
    .check(z.describe('Until then nothing is told but that it recovered or returned.')),
  acknowledged: z
    .optional(z.strictObject({ by: Login, at: Timestamp }))
    .check(z.describe('Somebody looks after it: what joins is told no more until it has recovered.')),
  follows: z.optional(z.int().check(z.minimum(1))).check(z.describe('The issue before this one.')),
})
export type AlertState = z.infer<typeof AlertState>

const BEFORE = '<!-- modelyard alert-state '
const AFTER = ' -->'

/**
 * The state as one line that readers do not see: JSON in plain ASCII, in which nothing can end the comment, begin another or
 * break the line.
 */
export function renderAlertState(state: AlertState): string {
  return `${BEFORE}${plainJson(state)}${AFTER}`
}

/**
 * The state that a body remembers, on the line below its marker.
 *
 * @returns Undefined where it is not there or is not as we write it: then nothing is known of it.
 */
export function parseAlertState(body: string): AlertState | undefined {
  const [, line = ''] = body.split(/\r?\n/, 2)
  if (!line.startsWith(BEFORE) || !line.endsWith(AFTER)) return undefined
  try {
    return AlertState.parse(JSON.parse(line.slice(BEFORE.length, -AFTER.length)))
  } catch {
    return undefined
  }
}

/** The same state with its items in order, the least of them left out where they would be too long to remember. */
export function fitState(state: AlertState): AlertState {
  const ordered = state.items.toSorted(
    (a, b) => Number(b.bad) - Number(a.bad) || b.told - a.told || (a.name < b.name ? -1 : 1),
  )
  let length = renderAlertState({ ...state, items: [], cut: true }).length
  const kept = ordered.findIndex(item => {
    length += plainJson(item).length + 1
    return length > MOST_CHARACTERS
  })
  if (kept === -1) return { ...state, items: ordered }
  return { ...state, items: ordered.slice(0, kept), cut: true }
}

function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>]|[^ -~]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
