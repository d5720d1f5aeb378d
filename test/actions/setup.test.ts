import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { launchersOf } from '../../actions/setup/launchers.ts'
import { SETUP } from '../../actions/without-command.ts'
import { RELEASE } from '../../src/domain/release.ts'
import { downloadedSuite, fakeNpm } from '../support/actions-suite.ts'
import { projectRoot } from '../support/imports.ts'
import { runAction, type StepResult } from '../support/run-action.ts'
import { temporaryFolder } from '../support/temporary.ts'

const run = promisify(execFile)

/** A machine with a tool cache, and jobs on it. */
async function machine({ suite }: { readonly suite?: string } = {}) {
  // With what a shell and a batch file would read something into.
  const tools = join(await temporaryFolder(), "to'ols $HOME %PATH%")
  await mkdir(tools)
  const setup = async (inputs: Readonly<Record<string, string>> = {}, env: Record<string, string> = {}) =>
    runAction('actions/setup', {
      folder: await temporaryFolder(),
      inputs,
      ...(suite === undefined ? {} : { suite }),
      env: { RUNNER_TOOL_CACHE: tools, ...env },
    })
  return { tools, setup }
}

/** What a later step of the job prints, which finds the program on its path. */
async function printed({ path }: StepResult, args: readonly string[], cwd = projectRoot): Promise<string> {
  const shell = `modelyard ${args.join(' ')}`
  const env = { PATH: [...path, '/usr/bin', '/bin'].join(delimiter), HOME: process.env.HOME ?? '' }
  return (await run('/bin/sh', ['-c', shell], { cwd, env })).stdout
}

test('the command line is on the path of the steps that follow, and a second run installs nothing', async () => {
  const { tools, setup } = await machine()
  const first = await setup()
  expect(first, first.log).toMatchObject({
    status: 0,
    outputs: { version: RELEASE, 'cache-hit': 'false', path: first.path[0] },
    summary: `Modelyard ${RELEASE} is on the path; it was installed.\n`,
  })
  expect(Object.keys(first.outputs).sort()).toEqual(Object.keys(SETUP.outputs).sort())
  expect(first.path[0]?.startsWith(tools)).toBe(true)
  expect(await printed(first, ['--version'])).toBe(`${RELEASE}\n`)
  expect(await printed(first, ['show', 'telco-churn', '5'])).toContain('telco-churn')
  const second = await setup()
  expect(second.outputs).toEqual({ ...first.outputs, 'cache-hit': 'true' })
  expect(second.log).toContain('it was there, and nothing was installed')
  expect(second.path).toEqual(first.path)
})

test('its exit status and its words go through', async () => {
  const { setup } = await machine()
  const failed = await printed(await setup(), ['show', 'nobody']).catch(error => error)
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining('nobody') })
})

/** The folder of the one release in a tool cache. */
async function placeIn(tools: string): Promise<string> {
  const [release] = await readdir(join(tools, 'modelyard'))
  return join(tools, 'modelyard', release as string, process.arch)
}

test.for<[what: string, breakIt: (folder: string, path: string) => Promise<unknown>]>([
  ['a file that is cut off', folder => writeFile(join(folder, 'cli/run.mjs'), 'export')],
  ['a file that is not there', folder => rm(join(folder, 'cli/show.mjs'))],
  ['a file that somebody added', folder => writeFile(join(folder, 'cli/more.mjs'), 'evil()')],
  ['a folder that is not there', folder => rm(join(folder, 'cli'), { recursive: true })],
  [
    'a file in the place of the folder',
    async folder => {
      await rm(join(folder, 'cli'), { recursive: true })
      await writeFile(join(folder, 'cli'), '')
    },
  ],
  ['a launcher that says something else', (_, path) => appendFile(join(path, 'modelyard'), 'exit 1\n')],
])('what is broken in the cache is mended: %s', async ([, breakIt]) => {
  const { tools, setup } = await machine()
  const first = await setup()
  await breakIt(await placeIn(tools), first.outputs.path as string)
  const mended = await setup()
  expect(mended.status, mended.log).toBe(0)
  expect(await printed(mended, ['--version'])).toBe(`${RELEASE}\n`)
  expect((await setup()).outputs['cache-hit']).toBe('true')
  expect((await readdir(await placeIn(tools))).sort()).toEqual(['bin', 'cli'])
})

test('eight jobs at once place it once', async () => {
  const { setup } = await machine()
  const all = await Promise.all(Array.from({ length: 8 }, () => setup()))
  expect(all.map(({ status, log }) => (status === 0 ? '' : log)).join('')).toBe('')
  expect(await printed(all[3] as StepResult, ['--version'])).toBe(`${RELEASE}\n`)
  expect((await setup()).outputs['cache-hit']).toBe('true')
})

async function withCommandLine(): Promise<string> {
  const suite = await downloadedSuite()
  await cp(join(projectRoot, 'dist/cli'), join(suite, 'dist/cli'), { recursive: true })
  return suite
}

test('another build of the same release stands beside it', async () => {
  const suite = await withCommandLine()
  const { tools, setup } = await machine({ suite })
  const first = await setup()
  await appendFile(join(suite, 'dist/cli/run.mjs'), '\n')
  const second = await setup()
  expect(second.outputs['cache-hit']).toBe('false')
  expect(second.path).not.toEqual(first.path)
  expect(await readdir(join(tools, 'modelyard'))).toHaveLength(2)
})

test('engines come beside it where they are asked for, once', async () => {
  const { tools, setup } = await machine({ suite: await withCommandLine() })
  const npm = await fakeNpm()
  expect((await setup({}, { PATH: npm.path })).outputs['cache-hit']).toBe('false')
  expect(await npm.calls()).toEqual([])
  const first = await setup({ engines: 'true' }, { PATH: npm.path })
  expect(first.outputs['cache-hit'], first.log).toBe('false')
  expect(first.log).toMatch(/^Installing .*onnxruntime-node/m)
  expect(await readdir(join(await placeIn(tools), 'node_modules'))).toContain('onnxruntime-node')
  const second = await setup({ engines: 'true' }, { PATH: npm.path })
  expect(second.log).toContain('with its engines is on the path; it was there, and nothing was installed')
  expect(second.outputs['cache-hit']).toBe('true')
  expect(await npm.calls()).toHaveLength(1)
})

test('engines that cannot be installed fail the step, and put nothing on the path', async () => {
  const { setup } = await machine({ suite: await withCommandLine() })
  const { status, annotations, path } = await setup(
    { engines: 'true' },
    { PATH: (await fakeNpm({ status: 1 })).path },
  )
  expect({ status, path }).toEqual({ status: 2, path: [] })
  expect(annotations).toMatchObject([{ title: 'missing-engine' }])
})

test('what is wrong with the machine or the step is told', async () => {
  const { setup, tools } = await machine()
  const codeOf = async (step: Promise<StepResult>) => (await step).annotations.map(({ title }) => title)
  expect(await codeOf(setup({ engines: 'perhaps' }))).toEqual(['bad-input'])
  expect(await codeOf(setup({}, { RUNNER_TOOL_CACHE: '' }))).toEqual(['bad-input'])
  await writeFile(join(tools, 'modelyard'), '')
  expect(await codeOf(setup())).toEqual(['cannot-write'])
})

test('on Windows there is a launcher for each shell, which names the program whatever its path holds', () => {
  const launchers = launchersOf('modelyard', {
    node: 'C:\\run ner\\node24\\bin\\node.exe',
    script: "C:\\100%\\o'k\\cli\\modelyard.mjs",
    isWindows: true,
  })
  expect(Object.fromEntries(launchers.map(({ name, content }) => [name, content]))).toEqual({
    modelyard:
      "#!/bin/sh\nexec 'C:\\run ner\\node24\\bin\\node.exe' 'C:\\100%\\o'\\''k\\cli\\modelyard.mjs' \"$@\"\n",
    'modelyard.cmd':
      '@echo off\r\n"C:\\run ner\\node24\\bin\\node.exe" "C:\\100%%\\o\'k\\cli\\modelyard.mjs" %*\r\n',
  })
})
