import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ModelyardError } from '../../domain/errors/index.ts'

/** What was found or done. */
export type Engines =
  | { readonly state: 'there' }
  | {
      readonly state: 'installed'
      readonly packages: number
      /** Of all files, after what other systems need was taken away. */
      readonly bytes: number
    }

/** A folder with package.json and package-lock.json, and where its packages are to be installed. */
export interface EnginesPlace {
  readonly locked: string
  /** Of the bundles: they look for packages in its node_modules, or in those around it. */
  readonly target: string
  /** Where npm keeps what it downloads; left out: where it always does. What lies there is checked by the lockfile. */
  readonly downloads?: string
}

const FILES = ['package.json', 'package-lock.json']
const STAMP = '.modelyard-engines'

/** The digest of what is to be installed: a key for caches. */
export async function digestOfEngines(locked: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(locked, 'package-lock.json')))
    .digest('hex')
}

/**
 * Makes sure that what cannot be bundled stands beside the bundles: installed from the lockfile by npm, without install
 * scripts. Where it is there already nothing is done.
 *
 * @param said - What npm says, line by line.
 * @throws {ModelyardError} `missing-engine` where npm is not there or fails.
 */
export async function installEngines(place: EnginesPlace, said: (line: string) => void): Promise<Engines> {
  if (await enginesAreThere(place)) return { state: 'there' }
  const { locked, target } = place
  await rm(join(target, 'node_modules'), { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  for (const file of FILES) await copyFile(join(locked, file), join(target, file))
  await runNpm(place, said)
  await removeForeign(target)
  await writeFile(join(target, 'node_modules', STAMP), await digestOfEngines(locked))
  const { packages } = JSON.parse(
    await readFile(join(target, 'node_modules/.package-lock.json'), 'utf8'),
  ) as {
    packages: object
  }
  return {
    state: 'installed',
    packages: Object.keys(packages).length,
    bytes: await sizeOf(join(target, 'node_modules')),
  }
}

/** By our stamp; or, in a checkout with everything, as each package's own version says. */
export async function enginesAreThere({ locked, target }: EnginesPlace): Promise<boolean> {
  const stamp = await readFile(join(target, 'node_modules', STAMP), 'utf8').catch(() => '')
  if (stamp !== '') return stamp === (await digestOfEngines(locked))
  // The stamp comes last: without it, an install ended in the middle.
  if (await exists(join(target, 'node_modules'))) return false
  const found = await Promise.all(
    Object.entries(await enginesIn(locked)).map(
      async ([name, version]) => (await versionFrom(target, name)) === version,
    ),
  )
  return found.every(Boolean)
}

/** What is to be installed, by name; what that brings along is not named. */
export async function enginesIn(locked: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(locked, 'package.json'), 'utf8')
  return (JSON.parse(text) as { dependencies: Record<string, string> }).dependencies
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** The version of a package as a file in a folder would find it; not every package lets its package.json be asked for. */
async function versionFrom(folder: string, name: string): Promise<string | undefined> {
  for (const modules of createRequire(join(folder, 'bundle.mjs')).resolve.paths(name) ?? []) {
    const text = await readFile(join(modules, name, 'package.json'), 'utf8').catch(() => undefined)
    if (text !== undefined) return (JSON.parse(text) as { version: string }).version
  }
  return undefined
}

const NPM = ['ci', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error']

function runNpm({ target: cwd, downloads }: EnginesPlace, said: (line: string) => void): Promise<void> {
  const args = downloads === undefined ? NPM : [...NPM, '--prefer-offline', '--cache', downloads]
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    const heard: string[] = []
    const hear = (chunk: Buffer) => {
      for (const line of chunk.toString('utf8').split('\n')) {
        if (line.trim() === '') continue
        heard.push(line)
        said(line)
      }
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', cause =>
      reject(
        cannotInstall(
          'npm was not found',
          'put Node.js with npm on the path, e.g. by actions/setup-node',
          cause,
        ),
      ),
    )
    child.on('close', status => {
      if (status === 0) resolve()
      else
        reject(
          cannotInstall(
            `npm ended with status ${status}: ${reasonIn(heard)}`,
            "allow the runner to reach npm's registry, then run the job again",
          ),
        )
    })
  })
}

/** npm's last words are where it keeps its log. */
function reasonIn(heard: readonly string[]): string {
  return heard.findLast(line => !line.includes('A complete log')) ?? 'it said nothing'
}

function cannotInstall(message: string, next: string, cause?: unknown): ModelyardError {
  return new ModelyardError({
    code: 'missing-engine',
    message: `the engines could not be installed: ${message}`,
    next,
    ...(cause === undefined ? {} : { cause }),
  })
}

/** The package brings its libraries for every system, three quarters of them for another one. */
async function removeForeign(target: string): Promise<void> {
  const folder = join(target, 'node_modules/onnxruntime-node/bin/napi-v6')
  const others = async (path: string, own: string) => {
    const names = await readdir(path).catch(() => [])
    for (const name of names.filter(other => other !== own))
      await rm(join(path, name), { recursive: true, force: true })
  }
  await others(folder, process.platform)
  await others(join(folder, process.platform), process.arch)
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  return bytes
}
