import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { projectRoot } from './imports.ts'
import { temporaryFolder } from './temporary.ts'

/** The Actions as the runner downloads them: no package is installed there, or in a folder around. */
export async function downloadedSuite(): Promise<string> {
  const suite = await temporaryFolder()
  for (const part of ['actions', 'dist/actions']) {
    await mkdir(join(suite, part), { recursive: true })
    await cp(join(projectRoot, part), join(suite, part), { recursive: true })
  }
  return suite
}

/** What npm needs of this machine to reach its registry, which is not the runner's to give. */
export function networkVariables(): Record<string, string> {
  const needed = /^(?:node_extra_ca_certs|ssl_cert_file|ssl_cert_dir|https?_proxy|no_proxy|npm_config_\w+)$/i
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => needed.test(entry[0]) && entry[1] !== undefined,
    ),
  )
}

export interface FakeNpm {
  /** With this npm before any other. */
  readonly path: string
  /** What it was called with, each time. */
  calls(): Promise<readonly string[]>
}

/** An npm that installs packages without anything in them; or, with a status, says why it does not. */
export async function fakeNpm({ status = 0 }: { readonly status?: number } = {}): Promise<FakeNpm> {
  const folder = await temporaryFolder()
  const heard = join(folder, 'calls')
  await writeFile(heard, '')
  await writeFile(join(folder, 'npm'), scriptOf(heard, status))
  await chmod(join(folder, 'npm'), 0o755)
  return {
    path: [folder, process.env.PATH ?? ''].join(delimiter),
    calls: async () => (await readFile(heard, 'utf8')).split('\n').filter(line => line !== ''),
  }
}

function scriptOf(heard: string, status: number): string {
  return `#!${process.execPath}
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
appendFileSync(${JSON.stringify(heard)}, process.argv.slice(2).join(' ') + '\\n')
console.error('::error::npm speaks')
if (${status} !== 0) process.exit(${status})
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const packages = {}
for (const [name, version] of Object.entries(dependencies)) {
  packages['node_modules/' + name] = { version }
  mkdirSync('node_modules/' + name, { recursive: true })
  writeFileSync('node_modules/' + name + '/package.json', JSON.stringify({ name, version }))
}
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
`
}
