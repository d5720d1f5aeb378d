import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRunnerCache } from '../../src/adapters/engines/runner-cache.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { RELEASE } from '../../src/domain/release.ts'
import { logOf, type Told } from '../end-step.ts'
import { bringEngines } from '../heavy/bring-engines.ts'
import { readInputs } from '../read-inputs.ts'
import type { RunnerFiles } from '../runner/files.ts'
import { LOG } from '../runner/step-log.ts'
import { SETUP } from '../without-command.ts'
import { launchersOf } from './launchers.ts'
import { digestOf, filesIn, placeFiles } from './placed-files.ts'

/** The Action's own checkout, seen from the bundle or from this file. */
const ROOT = new URL('../../', import.meta.url)
const NAME = 'modelyard'

/**
 * Puts the command line into the runner's tool cache, under its release and the digest of what it is made of, and a
 * launcher of it on the path; with `engines` also what runs models. What is there already, whole, is left as it is.
 *
 * @throws {ModelyardError} `bad-input`, `cannot-write`, `missing-engine`.
 */
export async function setUp(files: RunnerFiles): Promise<Told> {
  const wantsEngines = readInputs(SETUP.definition, process.env).get('engines') === true
  const program = await filesIn(fileURLToPath(new URL('dist/cli', ROOT)))
  const folder = join(toolCache(), NAME, `${RELEASE}-${digestOf(program).slice(0, 12)}`, process.arch)
  const wasThere = await placed(join(folder, 'cli'), program)
  const path = await placeLaunchers(folder)
  const hadEngines = !wantsEngines || (await placeEngines(folder))
  const isHit = wasThere && hadEngines
  files.addPath(path)
  files.setOutputs({ version: RELEASE, path, 'cache-hit': String(isHit) })
  const what = `Modelyard ${RELEASE}${wantsEngines ? ' with its engines' : ''}`
  const said = `${what} is on the path; ${isHit ? 'it was there, and nothing was installed' : 'it was installed'}.`
  files.addSummary(`${said}\n`)
  return { text: logOf(`${said}\n`, []), status: 0 }
}

function toolCache(): string {
  const { RUNNER_TOOL_CACHE: folder } = process.env
  if (folder) return folder
  throw new ModelyardError({
    code: 'bad-input',
    message: 'the runner names no folder for tools',
    next: 'RUNNER_TOOL_CACHE has to name it; no step may change it',
  })
}

async function placed(folder: string, files: Parameters<typeof placeFiles>[1], mode?: number) {
  try {
    return await placeFiles(folder, files, mode)
  } catch (cause) {
    throw new ModelyardError({
      code: 'cannot-write',
      message: `the command line could not be put into ${folder} (${cause instanceof Error ? cause.message : cause})`,
      next: "let the runner's user write to its tool cache, and see that the disk has room",
      cause,
    })
  }
}

/** Named by what they say: a job in a container meets the same cache under another path, with another Node. */
async function placeLaunchers(folder: string): Promise<string> {
  const launchers = launchersOf(NAME, {
    node: process.execPath,
    script: join(folder, 'cli', `${NAME}.mjs`),
    isWindows: process.platform === 'win32',
  })
  const digest = createHash('sha256').update(JSON.stringify(launchers)).digest('hex')
  const path = join(folder, 'bin', digest.slice(0, 12))
  await placed(path, new Map(launchers.map(({ name, content }) => [name, Buffer.from(content)])), 0o755)
  return path
}

async function placeEngines(folder: string): Promise<boolean> {
  const place = {
    locked: fileURLToPath(new URL('actions/engines', ROOT)),
    // Beside the folder of the command line, which finds packages in the folders around it.
    target: folder,
    downloads: join(process.env.RUNNER_TEMP ?? tmpdir(), 'modelyard-downloads'),
  }
  return bringEngines(place, LOG, openRunnerCache(process.env))
}
