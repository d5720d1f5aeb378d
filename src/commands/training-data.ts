import type { DataReference, VersionRecord } from '../domain/registry/version.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import { digestOfData } from './move-facts.ts'

/**
 * Where the training data of a version can be read, by the digest in its record: as it lies in the checkout, otherwise as the
 * commit has it that was trained.
 *
 * @param folder - For a copy, where it has to be taken from the commit.
 * @returns Or why they cannot: a sentence without its full stop.
 */
export async function placeOfTrainingData(
  record: VersionRecord,
  folder: TemporaryFolder,
  { artifacts, repository, worktree }: Ports,
): Promise<{ readonly path: string; readonly data: DataReference } | { readonly why: string }> {
  const named = record.data.filter(({ role }) => role === 'train')
  const [data] = named
  if (data === undefined || named.length > 1)
    return { why: `version ${record.version} names ${named.length === 0 ? 'no' : 'several'} training data` }
  const path = `${worktree.root}/${data.uri}`
  if ((await digestOfData(path, artifacts).catch(() => undefined)) === data.sha256) return { path, data }
  const commit = await repository.resolve(record.commit)
  const bytes = commit === undefined ? undefined : await repository.readFile(commit, data.uri)
  if (bytes === undefined || artifacts.hash(bytes) !== data.sha256)
    return { why: `the training data of version ${record.version}, ${data.uri}, is not there as it was` }
  const kept = `${record.version}/${data.uri.split('/').at(-1)}`
  await folder.write(kept, bytes)
  return { path: `${folder.path}/${kept}`, data }
}
