import type { LeftFiles } from '../../ports.ts'
import type { Api } from './api.ts'
import { download } from './download.ts'
import { countOf, valueAt } from './event.ts'
import { UnzipError, type UnzipLimits, unzip } from './unzip.ts'

const DOWNLOAD_MS = 30_000

/**
 * The files of an artifact, in memory and within limits, or why they are not taken.
 *
 * @param artifact - As GitHub lists it.
 * @throws {ModelyardError} As `Api.request`.
 */
export async function takenArchive(
  api: Api,
  fetch: typeof globalThis.fetch,
  place: Readonly<Record<'owner' | 'repo', string>>,
  artifact: unknown,
  limits: UnzipLimits,
): Promise<Omit<LeftFiles, 'artifact'>> {
  const { mostBytes } = limits
  const [id, size] = [countOf(valueAt(artifact, ['id'])), countOf(valueAt(artifact, ['size_in_bytes']))]
  if (id === undefined || size === undefined || size > mostBytes)
    return { refused: `it has more than ${mostBytes} bytes` }
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    { ...place, artifact_id: id, archive_format: 'zip', request: { redirect: 'manual' } },
    'actions',
  )
  if (answer.is !== 'answer' || answer.location === undefined) return { refused: 'it is not there any more' }
  const archive = await download(fetch, answer.location, mostBytes, DOWNLOAD_MS)
  if (archive === undefined) return { refused: `it has more than ${mostBytes} bytes` }
  try {
    return { files: unzip(archive, limits) }
  } catch (error) {
    if (!(error instanceof UnzipError)) throw error
    return { refused: error.message }
  }
}
