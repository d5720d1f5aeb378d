import {
  digestOfEngines,
  type EnginesPlace,
  enginesAreThere,
  enginesIn,
  installEngines,
} from '../../src/adapters/engines/install-engines.ts'
import type { FolderCache } from '../../src/adapters/engines/runner-cache.ts'
import type { StepLog } from '../runner/step-log.ts'

/**
 * Makes sure that the engines stand beside the bundles, and says what is installed and how large it is; says nothing
 * where they are there.
 *
 * What is kept from run to run is what npm downloads, never what it unpacks: whatever runs in a workflow can write to
 * its caches, and npm holds each download to the lockfile.
 *
 * @param cache - Left out where the runner offers none. Without one that works, everything is downloaded.
 * @returns Whether they were there.
 * @throws {ModelyardError} `missing-engine` where npm is not there or fails.
 */
export async function bringEngines(
  place: EnginesPlace & { readonly downloads: string },
  log: StepLog,
  cache?: FolderCache,
): Promise<boolean> {
  if (await enginesAreThere(place)) return true
  const names = Object.entries(await enginesIn(place.locked)).map(([name, version]) => `${name} ${version}`)
  log.say(`Installing ${names.join(', ')}, without install scripts`)
  const key = await keyOf(place)
  const wasKept = await restored(place.downloads, key, log, cache)
  if (wasKept) log.say('The packages were kept from an earlier run')
  const startedAt = process.uptime()
  const done = await installEngines(cache === undefined ? withoutDownloads(place) : place, line =>
    log.say(line),
  )
  if (done.state === 'there') return true
  const seconds = Math.round(process.uptime() - startedAt)
  log.say(`Installed ${done.packages} packages, ${megabytes(done.bytes)}, in ${seconds} s`)
  if (cache !== undefined && !wasKept) await saved(place.downloads, key, log, cache)
  return false
}

/** npm's own folder then serves, which a machine that lives longer than a job has filled already. */
function withoutDownloads({ locked, target }: EnginesPlace): EnginesPlace {
  return { locked, target }
}

async function keyOf({ locked }: EnginesPlace): Promise<string> {
  const digest = await digestOfEngines(locked)
  return `modelyard-engines-${process.platform}-${process.arch}-${digest}`
}

async function restored(folder: string, key: string, log: StepLog, cache?: FolderCache): Promise<boolean> {
  if (cache === undefined) return false
  try {
    return await cache.restore(folder, key)
  } catch (error) {
    log.warn(`the cache could not be read, so that everything is downloaded: ${reasonOf(error)}`)
    return false
  }
}

async function saved(folder: string, key: string, log: StepLog, cache: FolderCache): Promise<void> {
  try {
    await cache.save(folder, key)
    log.say('The packages are kept for later runs')
  } catch (error) {
    log.warn(`the packages could not be kept for later runs: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
