import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { operationIds } from '../sandbox/areas.ts'
import { pruneOpenapi } from './generate/openapi.ts'

// Remakes sandbox/openapi/operations.json from GitHub's published description. To be run after an area of the sandbox got a
// new operation; tests read the file alone. The package has 385 MB unpacked, of which one file of 13 MB is read.

const SOURCE = '@octokit/openapi@23.0.2'
const FILE = 'package/generated/api.github.com.json'
const run = promisify(execFile)

const folder = await mkdtemp(join(tmpdir(), 'openapi-'))
try {
  const { stdout } = await run('npm', ['pack', SOURCE, '--silent', '--pack-destination', folder])
  await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', folder, FILE])
  const document = JSON.parse(await readFile(join(folder, FILE), 'utf8'))
  const pruned = pruneOpenapi(document, operationIds(), SOURCE)
  const target = new URL('../sandbox/openapi/operations.json', import.meta.url)
  await writeFile(target, `${JSON.stringify(pruned, undefined, 1)}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
