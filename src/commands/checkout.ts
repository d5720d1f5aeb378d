import type { Ports, TemporaryFolder, TreeEntry } from '../ports.ts'

/** Files that are held in memory at one time. */
const AT_ONCE = 200

/** Folders that hold an environment which somebody installed, beside the code and out of git. */
const ENVIRONMENTS = ['node_modules', '.venv', 'venv']

/**
 * Writes the files of a commit into a folder, as git stores them: no filter and no change of line ends. The user's own
 * checkout is not touched.
 *
 * @returns What is missing there, a remark each.
 */
export async function writeCheckout(
  commit: string,
  { repository }: Pick<Ports, 'repository'>,
  folder: TemporaryFolder,
): Promise<readonly string[]> {
  const entries = await repository.listFiles(commit, '')
  const files = entries.filter(({ mode }) => mode === '100644' || mode === '100755')
  // Links come last, so that no file can be written through one.
  const links = entries.filter(({ mode }) => mode === '120000')
  for (const part of [...inParts(files), ...inParts(links)]) {
    const writes = await repository.readBlobs(
      part.map(({ id }) => id),
      // The bytes are the reader's, and it goes on.
      (content, index) => [part[index] as TreeEntry, Uint8Array.from(content)] as const,
    )
    await Promise.all(writes.map(([{ path, mode }, content]) => folder.write(path, content, mode)))
  }
  return entries
    .filter(({ mode }) => mode === '160000')
    .map(({ path }) => `the submodule ${path} is not checked out`)
}

function inParts(entries: readonly TreeEntry[]): TreeEntry[][] {
  const count = Math.ceil(entries.length / AT_ONCE)
  return Array.from({ length: count }, (_, part) => entries.slice(part * AT_ONCE, (part + 1) * AT_ONCE))
}

/**
 * Shows the environments that are installed in the user's checkout in another one.
 *
 * @returns What was shown there, a remark each.
 */
export async function linkEnvironments(
  { worktree }: Pick<Ports, 'worktree'>,
  folder: TemporaryFolder,
): Promise<readonly string[]> {
  const remarks: string[] = []
  for (const name of ENVIRONMENTS) {
    if ((await folder.link(name, `${worktree.root}/${name}`)) === 'linked')
      remarks.push(`what is installed in \`${name}\` of your checkout was used`)
  }
  return remarks
}
