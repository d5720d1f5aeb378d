import picomatch from 'picomatch'

/** What stands in git for a file that Git LFS keeps. */
export interface LfsPointer {
  /** The file's SHA-256. */
  readonly sha256: string
  readonly bytes: number
}

/** The largest that a pointer may be, by its specification. */
export const MOST_POINTER_BYTES = 1024

/**
 * The pointer that a file is; undefined for any other content, a broken pointer among them.
 *
 * @see https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
 */
export function parseLfsPointer(content: Uint8Array): LfsPointer | undefined {
  if (content.length > MOST_POINTER_BYTES) return undefined
  const text = new TextDecoder().decode(content)
  const [, sha256, bytes] =
    /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-\S+ \S+\n)*oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n?$/.exec(
      text,
    ) ?? []
  return sha256 === undefined ? undefined : { sha256, bytes: Number(bytes) }
}

/** The pointer to a file, byte for byte as git-lfs writes it. */
export function renderLfsPointer({ sha256, bytes }: LfsPointer): Uint8Array {
  return new TextEncoder().encode(
    `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${bytes}\n`,
  )
}

/** A `.gitattributes` file. */
export interface AttributesFile {
  /** Its folder from the repository's root; empty for the root. */
  readonly folder: string
  readonly text: string
}

/** The folders whose `.gitattributes` speak of a path, the root's first. */
export function attributeFolders(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return ['', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))]
}

/** Where the attributes of such a folder stand. */
export function attributesPath(folder: string): string {
  return folder === '' ? '.gitattributes' : `${folder}/.gitattributes`
}

/**
 * Whether git hands a path to Git LFS, by the last line that speaks of its filter. Macros of attributes are not read.
 *
 * @param files - The root's first.
 */
export function isSentToLfs(files: readonly AttributesFile[], path: string): boolean {
  let filter = ''
  for (const { folder, text } of files) {
    const within = folder === '' ? path : path.slice(folder.length + 1)
    for (const line of text.split(/\r?\n/)) filter = filterIn(line, within) ?? filter
  }
  return filter === 'lfs'
}

/** What a line says of a path's filter; undefined where it says nothing. */
function filterIn(line: string, path: string): string | undefined {
  const [, quoted, plain, attributes = ''] = /^\s*(?:"([^"]+)"|([^\s"#[]\S*))\s+(.*)$/.exec(line) ?? []
  const pattern = quoted ?? plain
  // A pattern that ends in a slash is one of folders, of which git keeps no attributes.
  if (pattern === undefined || pattern.endsWith('/') || !matches(pattern, path)) return undefined
  const said = attributes.split(/\s+/).findLast(word => /^[-!]?filter(?:=|$)/.test(word))
  if (said === undefined) return undefined
  return said.startsWith('filter=') ? said.slice('filter='.length) : ''
}

/** Without a slash it is a pattern of names at any depth. */
function matches(pattern: string, path: string): boolean {
  const options = { dot: true, noextglob: true, nobrace: true, nonegate: true }
  if (!pattern.includes('/')) return picomatch(pattern, options)(path.split('/').at(-1) ?? '')
  return picomatch(pattern.replace(/^\//, ''), options)(path)
}
