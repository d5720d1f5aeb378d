import * as z from 'zod/mini'

// Windows cannot check out a folder of these names.
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/
const KEBAB = /^[a-z0-9][a-z0-9-]{0,63}$/

const kebabName = (what: string) =>
  z.string().check(
    z.regex(KEBAB, { error: `${what}: 1 to 64 lower-case letters, digits and hyphens, no hyphen first` }),
    z.refine(name => !RESERVED.test(name), { error: `${what} that Windows can use as a folder's name` }),
  )

/** The name of a model, which is its folder's name. */
export const ModelName = kebabName('a model name')
export type ModelName = z.infer<typeof ModelName>

export const StageName = kebabName('a stage name').check(
  z.refine(isFreeName, {
    error: 'a stage name that is neither a number, `latest` nor `constructor`',
  }),
)
export type StageName = z.infer<typeof StageName>

export const AliasName = kebabName('an alias name').check(
  z.refine(isFreeName, {
    error: 'an alias name that is neither a number, `latest` nor `constructor`',
  }),
)
export type AliasName = z.infer<typeof AliasName>

// `4`, `v4` and `latest` already mean a version; every object of JavaScript has a `constructor`.
function isFreeName(name: string): boolean {
  return name !== 'latest' && name !== 'constructor' && !/^v?\d+$/.test(name)
}

/** A version's number: 1, 2, 3 … per model. */
export const VersionNumber = z.int().check(z.minimum(1))
/** A promotion record's number: 1, 2, 3 … per model. */
export const RecordNumber = z.int().check(z.minimum(1))

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256: 64 lower-case hexadecimal digits' }))

/** The id of a git object: 40 hexadecimal digits, or 64 in a repository that hashes with SHA-256. */
export const ObjectId = z.string().check(
  z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, {
    error: "a git object's id: 40 or 64 lower-case hexadecimal digits",
  }),
)

/** UTC to the second: `2026-11-20T09:12:44Z`. */
export const Timestamp = z.iso.datetime({ precision: 0, error: 'a time in UTC like 2026-11-20T09:12:44Z' })

/** A moment of so many milliseconds since 1970 as {@link Timestamp} has it: in UTC, to the second below. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** A person as git or GitHub names them; shown, never trusted. */
export const PersonName = z.string().check(z.minLength(1), z.maxLength(200))

/** A model's, data set's or metric's own name, kept letter for letter; no control characters, 1 to 200 long. */
export const UserName = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(200),
    z.regex(/^[^\u0000-\u001f\u007f]*$/, { error: 'a name without line breaks and control characters' }),
  )

/** A file or folder inside the repository, `/` between its parts. */
export const RepositoryPath = z.string().check(
  z.refine(isRepositoryPath, {
    error: 'a path inside the repository: relative, `/` between its parts, without `..` and `.git`',
  }),
)

/** Files that are read together: in the repository, or elsewhere. */
export const SourceUri = z.string().check(
  z.maxLength(1024),
  z.refine(uri => isAddress(uri) || isRepositoryPath(uri), {
    error: 'a path inside the repository, which may hold * and ?, or an address: https://…, s3://…',
  }),
)

export function isAddress(uri: string): boolean {
  return /^(?:s3|https):\/\/[^/]/.test(uri)
}

/** Whether a path stands for all files that match. */
export function isPattern(files: string): boolean {
  return /[*?]/.test(files)
}

/** The folder that all files lie below which a pattern matches; empty where they may lie anywhere. */
export function folderOfPattern(pattern: string): string {
  const parts = pattern.split('/')
  // Braces, brackets and the like mean something as well where there is a star.
  const open = parts.findIndex(part => /[*?[{(!]/.test(part))
  return parts.slice(0, open).join('/')
}

/** Whether `path` names something inside the repository by its text alone: links are the reader's to resolve. */
export function isRepositoryPath(path: string): boolean {
  if (path.length === 0 || path.length > 1024 || /[\\\u0000-\u001f\u007f]|^[A-Za-z]:/.test(path)) return false
  return path
    .split('/')
    .every(part => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git')
}
