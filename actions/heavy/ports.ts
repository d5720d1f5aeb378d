import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRunnerCache } from '../../src/adapters/engines/runner-cache.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { lazyEngines } from '../../src/doors/engines.ts'
import type { Engines } from '../../src/doors/ports.ts'
import type { Ports } from '../../src/ports.ts'
import { openPortsWith } from '../ports.ts'
import { LOG } from '../runner/step-log.ts'
import { bringEngines } from './bring-engines.ts'

/** Everything outside, as a heavy Action meets it: git and files, and every engine, installed where it is not there. */
export async function openHeavyPorts(folder: string, token?: string): Promise<Ports> {
  await bringEngines(PLACE, LOG, openRunnerCache(process.env))
  return openPortsWith(root => lazyEngines(folder, root), folder, token)
}

/**
 * The same for an Action whose token may write: it starts no command of the repository, which could take that token.
 */
export async function openReportingPorts(folder: string, token?: string): Promise<Ports> {
  await bringEngines(PLACE, LOG, openRunnerCache(process.env))
  return openPortsWith(root => withoutCommands(lazyEngines(folder, root)), folder, token)
}

function withoutCommands(engines: Engines): Engines {
  const process = { ...engines.process, run: async () => refuse(), start: refuse }
  return { ...engines, process }
}

function refuse(): never {
  throw new ModelyardError({
    code: 'missing-engine',
    message: 'this Action may write to GitHub, and so starts no command of the repository',
    next: 'predict in a job before it that can only read, and give the file under `challenger-predictions`',
  })
}

/** The Action's own checkout, seen from the bundles in dist/actions/heavy or from this file. */
const ROOT = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url)

const PLACE = {
  locked: fileURLToPath(new URL('actions/engines', ROOT)),
  target: fileURLToPath(new URL('dist', ROOT)),
  downloads: join(process.env.RUNNER_TEMP ?? tmpdir(), 'modelyard-downloads'),
}
