/** A file of a folder on the path. */
export interface Launcher {
  readonly name: string
  readonly content: string
}

/**
 * What starts a script with a certain Node, by one name in every shell: for POSIX shells, Git's on Windows among them,
 * and on Windows for its own.
 *
 * @param node - The program, an absolute path.
 * @param script - An absolute path.
 */
export function launchersOf(
  name: string,
  {
    node,
    script,
    isWindows,
  }: { readonly node: string; readonly script: string; readonly isWindows: boolean },
): readonly Launcher[] {
  const posix = { name, content: `#!/bin/sh\nexec ${quoted(node)} ${quoted(script)} "$@"\n` }
  if (!isWindows) return [posix]
  return [
    posix,
    { name: `${name}.cmd`, content: `@echo off\r\n"${percent(node)}" "${percent(script)}" %*\r\n` },
  ]
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`
}

/** In a batch file `%name%` would be a variable; a path holds no quotation mark there. */
function percent(path: string): string {
  return path.replaceAll('%', '%%')
}
