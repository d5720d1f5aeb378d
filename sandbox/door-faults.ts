import type { ArmedFault } from './faults.ts'
import type { Sent } from './http.ts'

/** What a door beside the API answers: the store, or Git LFS. */
export type DoorAnswer = Sent & { readonly actor?: string }

/** A fault before the effect keeps the request from happening; one after it only changes what the caller sees. */
export function spoiledAtDoor(armed: ArmedFault<unknown> | undefined, act: () => DoorAnswer): DoorAnswer {
  const fault = armed?.fault
  const isEarly = fault !== undefined && 'moment' in fault && fault.moment === 'before'
  const answer: DoorAnswer = isEarly ? { status: 0 } : act()
  if (fault?.kind !== 'status') return answer
  const { status, message, headers = {} } = fault
  const type = { 'content-type': 'application/json' }
  return { ...answer, status, bytes: JSON.stringify({ message }), headers: { ...type, ...headers } }
}
