import type { Ports } from '../ports.ts'

type Reading = Pick<Ports, 'worktree'>

export async function textOf(path: string, { worktree }: Reading): Promise<string | undefined> {
  const bytes = await worktree.readFile(path)
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

/** The texts of those that are there. */
export async function textsOf(paths: readonly string[], ports: Reading): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const path of paths) {
    const text = await textOf(path, ports)
    if (text !== undefined) texts.set(path, text)
  }
  return texts
}

export async function firstThere(paths: readonly string[], ports: Reading): Promise<string | undefined> {
  return [...(await textsOf(paths, ports)).keys()][0]
}
