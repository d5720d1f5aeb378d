import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { projectRoot } from '../imports.ts'
import { temporaryFolder } from '../temporary.ts'
import { runTool } from '../tools.ts'
import { foldEvents, type WorkflowRun } from './fold-events.ts'

/** A run of one workflow of a repository that lies on this machine. */
export interface RunRequest {
  /** The repository's folder; what its last commit holds is what runs. */
  readonly repository: string
  /** From there: `.github/workflows/modelyard.yml`. */
  readonly workflow: string
  readonly event: string
  readonly payload: object
  readonly env?: Readonly<Record<string, string>>
  readonly token?: string
  /** Of the machine that the jobs run on, beside what it always has. */
  readonly machine?: Readonly<Record<string, string>>
  /** A folder for what jobs hand on. */
  readonly artifacts?: string
}

const OWN = 'modelyard/modelyard'
const STUBS = ['checkout', 'upload-artifact', 'download-artifact', 'setup-python', 'cache']

/**
 * Runs a workflow under act, on this machine and without containers, with the Actions of the work tree in the place of
 * those that it names, and with small ones in the place of GitHub's own.
 */
export async function runWorkflow(request: RunRequest): Promise<WorkflowRun> {
  const folder = await temporaryFolder()
  const suite = await loweredSuite(join(folder, 'suite'))
  const payload = join(folder, 'event.json')
  await writeFile(payload, JSON.stringify(request.payload))
  const caller = await readFile(join(request.repository, request.workflow), 'utf8')
  const used = [caller, ...(await workflowsOf(suite))].flatMap(text =>
    [...text.matchAll(/uses: *["']?([\w.-]+\/[\w.-]+)((?:\/[\w./-]+)?)@([\w.-]+)/g)].map(
      ({ 1: name = '', 3: ref = '' }) => ({ name, ref }),
    ),
  )
  const lingering = await lingeringShells(join(folder, 'lingering'))
  const env = {
    GITHUB_REPOSITORY: 'acme/models',
    GITHUB_RUN_ID: '4242',
    BASH_ENV: lingering.bash,
    ORIGIN_URL: request.repository,
    ARTIFACTS_FOLDER: request.artifacts ?? join(folder, 'artifacts'),
    ...request.env,
  }
  const args = [
    request.event,
    ...['-e', payload, '-W', request.workflow, '-P', 'ubuntu-24.04=-self-hosted'],
    ...['--rm', '--no-cache-server', '--json', '--no-skip-checkout'],
    ...['-s', `GITHUB_TOKEN=${request.token ?? 'ghs_aTokenOfTheWorkflowRun'}`],
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...mappings(used, suite).flatMap(mapping => ['--local-repository', mapping]),
  ]
  const { output, errors, status } = await runTool('act', args, {
    cwd: request.repository,
    env: {
      HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      ...request.machine,
      PATH: [
        lingering.folder,
        dirname(process.execPath),
        request.machine?.PATH ?? process.env.PATH ?? '',
      ].join(delimiter),
    },
  })
  return foldEvents(output, `${errors}`, status)
}

/**
 * A `node` for the front of the path and a file for `BASH_ENV`, with which a command that fails ends a little later: act
 * stops reading as soon as a step has failed, and loses lines that it has not read by then.
 */
async function lingeringShells(folder: string): Promise<{ readonly folder: string; readonly bash: string }> {
  const bash = join(folder, 'linger.sh')
  const linger = 'status=$?; if [ $status != 0 ]; then sleep 0.3; fi; exit $status'
  await mkdir(folder)
  await writeFile(bash, `trap '${linger}' EXIT\n`)
  await writeFile(join(folder, 'node'), `#!/bin/sh\n'${process.execPath}' "$@"\n${linger}\n`, { mode: 0o755 })
  return { folder, bash }
}

/** What an Action or workflow may be named by, once each, and where it lies here. */
function mappings(used: readonly { readonly name: string; readonly ref: string }[], suite: string): string[] {
  const known = used.flatMap(({ name, ref }) => {
    const stub = STUBS.find(one => name === `actions/${one}`)
    if (name === OWN) return [`${name}@${ref}=${suite}`]
    return stub === undefined ? [] : [`${name}@${ref}=${join(projectRoot, 'test/support/act/stubs', stub)}`]
  })
  return [...new Set(known)]
}

/** A copy of what users call, in which references to the file's own repository are such as act knows. */
async function loweredSuite(folder: string): Promise<string> {
  for (const part of ['action.yml', 'actions', 'dist', '.github/workflows', 'package.json']) {
    await mkdir(dirname(join(folder, part)), { recursive: true })
    await cp(join(projectRoot, part), join(folder, part), { recursive: true })
  }
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name) || entry.parentPath.includes('node_modules')) continue
    const path = join(entry.parentPath, entry.name)
    await writeFile(path, lowered(await readFile(path, 'utf8')))
  }
  return folder
}

/** Newer than act: `$/` for the repository of the file, and a queue of runs. */
export function lowered(text: string): string {
  return text.replaceAll(/uses: \$\/(\S+)/g, `uses: ${OWN}/$1@v1`).replaceAll(/^\s+queue: .*\n/gm, '')
}

async function workflowsOf(suite: string): Promise<string[]> {
  const names = await readdir(suite, { recursive: true })
  const files = names.filter(
    name => /\.ya?ml$/.test(String(name)) && !String(name).startsWith('node_modules'),
  )
  return Promise.all(files.map(name => readFile(join(suite, String(name)), 'utf8')))
}
