import { dataChange, type TableFacts } from '../domain/evidence/data-change.ts'
import type { DataChange } from '../domain/evidence/other-kinds.ts'
import type { DataReference, VersionRecord } from '../domain/registry/version.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import { digestOfData } from './move-facts.ts'

/** The facts, or why there are none: a sentence without its full stop. */
export type FoundDataChange = { readonly facts: DataChange } | { readonly why: string }

/**
 * Compares the training data of two versions, each by the digest in its record: as it lies in the checkout, otherwise as
 * the commit has it that was trained.
 *
 * @throws {ModelyardError} `bad-data` where it is found and is no table.
 */
export async function readDataChange(
  champion: VersionRecord,
  challenger: VersionRecord,
  ports: Ports,
): Promise<FoundDataChange> {
  const folder = await ports.process.temporaryFolder()
  try {
    const places: string[] = []
    const tables: TableFacts[] = []
    for (const record of [champion, challenger]) {
      const found = await placeOfData(record, folder, ports)
      if ('why' in found) return found
      places.push(found.path)
      tables.push({ sha256: found.data.sha256, ...(await ports.tables.summarize(found.path)) })
    }
    const [before, after] = tables as [TableFacts, TableFacts]
    const rows = await ports.tables.compareRows(places[0] as string, places[1] as string)
    return { facts: dataChange(before, after, rows) }
  } finally {
    await folder.remove()
  }
}

async function placeOfData(
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
