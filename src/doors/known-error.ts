import { ModelyardError } from '../domain/errors/index.ts'

const CANNOT_WRITE = ['ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EDQUOT', 'EFBIG']

/**
 * Whatever was thrown as an error that a door can tell: `cannot-write` where the machine refused, otherwise a bug.
 *
 * @param report - What to do about a bug at this door.
 */
export function knownError(error: unknown, report: string): ModelyardError {
  if (error instanceof ModelyardError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (CANNOT_WRITE.includes(code)) {
    return new ModelyardError({
      code: 'cannot-write',
      message: `a file could not be written or read (${code})`,
      next: 'make room on the disk or allow access, then run the command again',
      cause: error,
    })
  }
  const message = error instanceof Error ? error.message : String(error)
  return new ModelyardError({ code: 'bug', message, next: report, cause: error })
}
