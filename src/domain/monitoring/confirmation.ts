import { type Confirmation, DEFAULT_CONFIRMATION } from '../drift/confirmed.ts'
import type { Monitor } from '../registry/monitor-keys.ts'

/** What `monitor` of a model.yaml says of it, and where it says nothing what is usual. */
export function confirmationOf({ confirm }: Monitor = {}): Confirmation {
  return confirm === undefined ? DEFAULT_CONFIRMATION : { least: confirm.runs, of: confirm.of }
}
