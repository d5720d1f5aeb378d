/** Where GitHub looks for code owners; the first file that is there counts, and no other. */
export const CODEOWNERS_IN_ORDER: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

/**
 * Who owns a file by a CODEOWNERS file: of the lines that match it the last one counts. None where no line matches, or
 * where the last one names nobody.
 *
 * @see https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function codeOwnersOf(text: string, path: string): readonly string[] {
  const last = text
    .split(/\r?\n/)
    .map(line => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter(line => line !== '')
    .map(line => line.split(/(?<!\\)\s+/))
    .findLast(([pattern = '']) => matches(pattern, path))
  return last?.slice(1) ?? []
}

/** Whether a pattern covers a file: gitignore's rules, but for `!` and `[ ]`, which GitHub does not take here. */
function matches(pattern: string, path: string): boolean {
  if (/^!|[[\]]/.test(pattern)) return false
  const isAnchored = pattern.replace(/\/$/, '').includes('/')
  const body = pattern.replace(/^\//, '').replaceAll('\\ ', ' ')
  // `docs/*` is what lies in the folder itself, and nothing deeper.
  const below = /[^*]\/\*$/.test(pattern) ? '' : body.endsWith('/') ? '.*' : '(?:/.*)?'
  return new RegExp(`^${isAnchored ? '' : '(?:.*/)?'}${sourceOf(body)}${below}$`, 's').test(path)
}

function sourceOf(pattern: string): string {
  return pattern
    .split(/(\*\*\/|\/\*\*$|\*+|\?)/)
    .map(part => {
      if (part === '**/') return '(?:.*/)?'
      if (part === '/**') return '/.*'
      if (/^\*+$/.test(part)) return '[^/]*'
      return part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
    })
    .join('')
}
