import { GitRefusal } from './refusal.ts'

// Characters that HFS+ leaves out when it compares names: `.g\u200Cit` would be `.git` on a Mac.
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g

/**
 * Checks the path of a file that is to be written, as GitHub does: relative, `/` between its parts, and no part that
 * git or a file system could take for something else - empty, `.`, `..`, `.git` in any spelling, a control character.
 *
 * @throws {GitRefusal} `malformed`; GitHub answers 422.
 */
export function requirePath(path: string): void {
  if (path.startsWith('/')) throw new GitRefusal('malformed', 'path cannot start with a slash')
  if (!path.split('/').every(isPathComponent)) {
    throw new GitRefusal('malformed', 'path contains a malformed path component')
  }
}

function isPathComponent(name: string): boolean {
  if (name === '' || name === '.' || name === '..') return false
  if (/[\x00-\x1f\x7f]/.test(name) || !name.isWellFormed()) return false
  return !isDotGit(name)
}

/** As git's core.protectHFS and core.protectNTFS see it: `.GIT`, `.git. `, `.git::$INDEX_ALLOCATION`, `GIT~1`. */
function isDotGit(name: string): boolean {
  const [base = ''] = name.replace(IGNORED_BY_HFS, '').toLowerCase().split(/[:\\]/)
  return ['.git', 'git~1'].includes(base.replace(/[. ]+$/, ''))
}
