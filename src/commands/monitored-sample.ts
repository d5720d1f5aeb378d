import { timeRemarks } from '../domain/monitoring/sample-remarks.ts'
import { plainFile, type SampleSource, sourceName } from '../domain/monitoring/sample-source.ts'
import { type NamedWindow, nameWindow } from '../domain/monitoring/window.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import { digestOfData, digestOfNamedData } from './move-facts.ts'

/** Rows that are at hand as one file. */
export interface MonitoredSample {
  readonly path: string
  readonly facts: {
    readonly uri: string
    readonly sha256: string
    readonly rows: number
    readonly windows?: NamedWindow[]
  }
  readonly remarks: readonly string[]
}

/**
 * Brings the rows of a source to where they are read as often as needed: a file as it stands stays where it is, everything
 * else is written into a file of the folder.
 *
 * @param called - `current sample` or `reference`.
 * @throws {ModelyardError} As {@link digestOfData} and `Tables.gather`.
 */
export async function openSample(
  source: SampleSource,
  called: string,
  folder: TemporaryFolder,
  ports: Ports,
): Promise<MonitoredSample> {
  const { tables, artifacts, worktree, clock } = ports
  const uri = sourceName(source)
  const file = plainFile(source)
  if (file !== undefined) {
    const sha256 = source.isKept ? await digestOfNamedData(file, ports) : await digestOfData(file, artifacts)
    const path = source.isKept ? `${worktree.root}/${file}` : file
    return { path, facts: { uri, sha256, rows: await tables.countRows(path) }, remarks: [] }
  }
  const path = `${folder.path}/${called.replaceAll(' ', '-')}/rows.parquet`
  const { rows, sha256, times: found } = await tables.gather(source, path)
  const { times } = source
  if (times === undefined || found === undefined) return { path, facts: { uri, sha256, rows }, remarks: [] }
  const { column, windows } = times
  return {
    path,
    facts: { uri, sha256, rows, windows: windows.map(nameWindow) },
    remarks: timeRemarks({ called, column, windows, rows, times: found }, clock.now()),
  }
}
