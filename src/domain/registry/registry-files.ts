/** A file of the registry as it lies somewhere: on disk, or in a commit. */
export interface RegistryFile {
  /** From the repository's root. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'repository' | 'other'
  readonly bytes: number
  /** The content of a file that is read; undefined for artifacts. */
  readonly content?: Uint8Array | undefined
  /** The SHA-256 of an artifact's file; of a pointer of Git LFS what it names, as `bytes` are. */
  readonly sha256?: string | undefined
  readonly byPointer?: true | undefined
}

/** Why a file has no place in the registry. */
export type Misplacement = 'unknown-file' | 'bad-model-name' | 'bad-number'

/** What a path inside the registry's root is. */
export type RegistryPath =
  | { readonly is: 'model-definition' | 'pointers' | 'last-version'; readonly model: string }
  | { readonly is: 'record'; readonly model: string; readonly number: number }
  | { readonly is: 'version-record' | 'notes' | 'card'; readonly model: string; readonly version: number }
  | {
      readonly is: 'evidence' | 'artifact'
      readonly model: string
      readonly version: number
      readonly name: string
    }
  | { readonly is: 'other'; readonly why: Misplacement }
  | { readonly is: 'root-file' }

/** What never changes once it is merged, as a person reads it. */
export const IMMUTABLE: Partial<Record<RegistryPath['is'], string>> = {
  'version-record': 'a version that was merged',
  artifact: 'the artifact of a version that was merged',
  evidence: 'evidence that was merged',
  record: 'a record that was merged',
}

const NUMBER = '([1-9]\\d*)'
const PATTERNS: readonly [RegExp, (match: RegExpExecArray, model: string) => RegistryPath][] = [
  [/^model\.yaml$/, (_match, model) => ({ is: 'model-definition', model })],
  [/^stages\.json$/, (_match, model) => ({ is: 'pointers', model })],
  [/^versions\/last\.json$/, (_match, model) => ({ is: 'last-version', model })],
  [
    new RegExp(`^promotions/${NUMBER}\\.json$`),
    (match, model) => ({ is: 'record', model, number: Number(match[1]) }),
  ],
  [
    new RegExp(`^versions/${NUMBER}/(version\\.json|notes\\.yaml|card\\.md)$`),
    (match, model) => ({ is: VERSION_FILES[match[2] ?? ''] ?? 'card', model, version: Number(match[1]) }),
  ],
  [
    new RegExp(`^versions/${NUMBER}/evidence/([a-z][a-z-]*-[0-9a-f]{12}\\.json)$`),
    (match, model) => ({ is: 'evidence', model, version: Number(match[1]), name: match[2] ?? '' }),
  ],
  [
    // Whatever looks like an artifact is one, so that none lies here which no record names.
    new RegExp(`^versions/${NUMBER}/(model.*)$`, 's'),
    (match, model) => ({ is: 'artifact', model, version: Number(match[1]), name: match[2] ?? '' }),
  ],
]

const VERSION_FILES: Readonly<Record<string, 'version-record' | 'notes' | 'card'>> = {
  'version.json': 'version-record',
  'notes.yaml': 'notes',
  'card.md': 'card',
}

/** Tells what a path below the registry's root is by its text. `path` is relative to that root. */
export function classifyPath(path: string): RegistryPath {
  const [first, model = '', ...rest] = path.split('/')
  if (first !== 'models')
    return /^(?:README(?:\.md)?|\.gitattributes|\.gitignore)$/.test(path)
      ? { is: 'root-file' }
      : { is: 'other', why: 'unknown-file' }
  if (rest.length === 0) return { is: 'other', why: 'unknown-file' }
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(model)) return { is: 'other', why: 'bad-model-name' }
  const inner = rest.join('/')
  for (const [pattern, build] of PATTERNS) {
    const match = pattern.exec(inner)
    if (match !== null) return build(match, model)
  }
  if (/^README(?:\.md)?$/.test(inner)) return { is: 'root-file' }
  // A version or a record under a name that nobody reads would look as if it were there.
  const isUnread = /^(?:versions\/[^/]+\/version|promotions\/[^/]+)\.json$/.test(inner)
  return { is: 'other', why: isUnread ? 'bad-number' : 'unknown-file' }
}

/** Whether the content of a path is read; artifacts are only hashed. */
export function isRead(path: RegistryPath): boolean {
  return path.is !== 'artifact' && path.is !== 'card' && path.is !== 'other' && path.is !== 'root-file'
}
