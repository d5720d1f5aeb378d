/** One file of an artifact that is a folder. */
export interface ManifestEntry {
  /** Inside the folder, `/` between its parts. */
  readonly path: string
  readonly sha256: string
}

/**
 * The digest of a folder: that of its manifest, one line `<sha256>  <path>` a file, sorted by the bytes of the path.
 * `find . -type f | sed 's,^./,,' | LC_ALL=C sort | xargs sha256sum | sha256sum` in the folder gives the same.
 */
export function folderDigest(entries: readonly ManifestEntry[], hash: (text: string) => string): string {
  const lines = [...entries].sort(byBytes).map(({ path, sha256 }) => `${sha256}  ${path}\n`)
  return hash(lines.join(''))
}

// UTF-8 sorts by code point, JavaScript's strings by UTF-16 unit; they differ above U+FFFF.
function byBytes({ path: a }: ManifestEntry, { path: b }: ManifestEntry): number {
  const [x, y] = [[...a], [...b]]
  for (let index = 0; index < Math.min(x.length, y.length); index += 1) {
    const difference = (x[index]?.codePointAt(0) ?? 0) - (y[index]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return x.length - y.length
}
