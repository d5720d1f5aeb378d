import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { operationIds } from '../sandbox/areas.ts'
import { WEBHOOKS } from '../sandbox/webhooks/announce.ts'
import { pruneOpenapi } from './generate/openapi.ts'
import { pruneWebhooks } from './generate/webhooks.ts'

// Remakes sandbox/openapi/operations.json and webhooks.json from GitHub's published description. To be run after an area of the sandbox got a
// new operation; tests read the file alone. The package has 385 MB unpacked, of which one file of 13 MB is read.

const SOURCE = '@octokit/openapi@23.0.2'
const HOOKS = '@octokit/openapi-webhooks@12.1.0'
const FILE = 'package/generated/api.github.com.json'
const run = promisify(execFile)

const folder = await mkdtemp(join(tmpdir(), 'openapi-'))
try {
  await write('operations.json', pruneOpenapi(await document(SOURCE), operationIds(), SOURCE))
  await write('webhooks.json', pruneWebhooks(await document(HOOKS), WEBHOOKS, HOOKS))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function document(source: string) {
  const { stdout } = await run('npm', ['pack', source, '--silent', '--pack-destination', folder])
  await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', folder, FILE])
  return JSON.parse(await readFile(join(folder, FILE), 'utf8'))
}

async function write(name: string, pruned: object): Promise<void> {
  const target = new URL(`../sandbox/openapi/${name}`, import.meta.url)
  await writeFile(target, `${JSON.stringify(pruned, undefined, 1)}\n`)
}
