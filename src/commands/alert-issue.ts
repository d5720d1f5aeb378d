import { ModelyardError } from '../domain/errors/index.ts'
import type { Issues, NewIssue } from '../ports.ts'

/** What all alerts are labelled by. */
export const ALERT_LABEL = 'modelyard'
const MOST_ROUNDS = 3

/**
 * The first line of an alert's issue.
 *
 * @param subject - What tells it from our other alerts, in letters, digits and dashes.
 */
export function alertMarker(subject: string): string {
  return `<!-- modelyard alert-${subject} -->`
}

/**
 * Opens an alert's issue, whose body begins with the marker, where none is open; where no answer comes it is looked for before
 * it is opened again.
 *
 * @throws {ModelyardError} `remote-failed` where it is not known whether GitHub took it; what `Issues` throws.
 */
export async function openAlertIssue(issue: NewIssue, marker: string, issues: Issues): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const made = await issues.create(issue)
    if (made.is === 'written') return
    // Without an answer it may be there; a closed one is of another time.
    if (made.is === 'unsure' && (await issues.find(marker)).some(({ isOpen }) => isOpen)) return
    if (made.is !== 'unsure') break
  }
  throw new ModelyardError({
    code: 'remote-failed',
    message: 'GitHub did not take an issue',
    next: 'see whether the repository has issues: Settings, General, Features',
  })
}

/**
 * Closes an issue that somebody else opened at the same time as the one that goes on.
 *
 * @param head - The lines of its body that tell which it is.
 */
export async function closeFor(
  goesOn: number | undefined,
  number: number,
  head: readonly string[],
  issues: Issues,
): Promise<void> {
  const body = [...head, `This goes on in #${goesOn}.`, ''].join('\n')
  await issues.update(number, { body, isOpen: false, closedAs: 'not-planned' })
}
