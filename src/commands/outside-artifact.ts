import { modelFolder } from '../domain/registry/config.ts'
import { attributeFolders, attributesPath, isSentToLfs } from '../domain/registry/lfs.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { nextVersion } from '../domain/registry/plan-registration.ts'
import type { Ports } from '../ports.ts'
import type { OutsideFile } from './artifact-reader.ts'
import type { RegistryAt } from './registry-reader.ts'

/** Whether git hands a file of the next version to Git LFS, as the `.gitattributes` of the last commit say. */
export async function lfsOfNextVersion(
  { repository, commit, config }: RegistryAt,
  state: ModelState,
): Promise<(name: string) => boolean> {
  const folder = `${modelFolder(config, state.name)}/versions/${nextVersion(state)}`
  const files = await Promise.all(
    attributeFolders(`${folder}/model`).map(async at => {
      const bytes = await repository.readFile(commit, attributesPath(at))
      return { folder: at, text: new TextDecoder().decode(bytes) }
    }),
  )
  return name => isSentToLfs(files, `${folder}/${name}`)
}

/**
 * Brings what a commit does not hold to where its version says, before the commit: a version whose bytes nobody can get is
 * never proposed. Where changes become pull requests it is sent; at a terminal, and for a version of this checkout alone, it
 * is kept here, from where a person sends it.
 *
 * @returns What is left to do.
 */
export async function storeOutside(
  outside: readonly OutsideFile[],
  merge: boolean,
  { stored, pullRequests }: Pick<Ports, 'stored' | 'pullRequests'>,
): Promise<string[]> {
  for (const { path, at, ...known } of outside) {
    await stored.keep(path, known, at)
    if (pullRequests !== undefined && !merge) await stored.store(path, known, at)
  }
  if (pullRequests !== undefined) return []
  const [first] = outside.map(({ at }) => at)
  if (first === undefined) return []
  return first.is === 'lfs'
    ? [
        'the bytes wait in .git/lfs: git push sends them where git-lfs is installed, or git lfs push --all origin',
      ]
    : [`upload it as ${first.name}: gh release upload ${first.tag} FILE`]
}
