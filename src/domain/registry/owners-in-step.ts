import type { Problem } from '../problem.ts'
import { type OwnerLine, ownerLinesMissingFrom, renderOwnerLine } from './owner-lines.ts'

/** The lines that a file of code owners lacks of what the policies ask for, each as a warning with the line to write. */
export function ownersOutOfStep(
  lines: readonly OwnerLine[],
  file: { path: string; text: string },
): Problem[] {
  return ownerLinesMissingFrom(lines, file.text).map(line => ({
    severity: 'warning',
    code: 'bad-file',
    place: { path: file.path },
    message: `${line.pattern} is not owned by those alone whom the policies name`,
    next: `let its last line for this be \`${renderOwnerLine(line)}\``,
  }))
}
