import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lazyEngines } from '../../src/doors/engines.ts'
import type { Ports } from '../../src/ports.ts'
import { openPortsWith } from '../ports.ts'
import { annotationLines, plainLog } from '../runner/workflow-commands.ts'
import { bringEngines, type StepLog } from './bring-engines.ts'

/** Everything outside, as a heavy Action meets it: git and files, and every engine, installed where it is not there. */
export async function openHeavyPorts(folder: string, token?: string): Promise<Ports> {
  await bringEngines(PLACE, LOG)
  return openPortsWith(root => lazyEngines(folder, root), folder, token)
}

/** The Action's own checkout, seen from the bundles in dist/actions/heavy or from this file. */
const ROOT = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url)

const PLACE = {
  locked: fileURLToPath(new URL('actions/engines', ROOT)),
  target: fileURLToPath(new URL('dist', ROOT)),
  downloads: join(process.env.RUNNER_TEMP ?? tmpdir(), 'modelyard-downloads'),
}

const print = (text: string) => process.stdout.write(text)

const LOG: StepLog = {
  say: line => print(plainLog(`${line}\n`)),
  warn: message => print(`${annotationLines([{ level: 'warning', message }]).join('\n')}\n`),
}
