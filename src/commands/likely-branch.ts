import type { Ports } from '../ports.ts'

/** The branch that pull requests are merged to, as far as a clone tells. */
export async function likelyDefaultBranch({ repository }: Pick<Ports, 'repository'>): Promise<string> {
  for (const name of ['main', 'master'])
    if ((await repository.resolve(`refs/heads/${name}`)) !== undefined) return name
  return (await repository.head()).branch ?? 'main'
}
