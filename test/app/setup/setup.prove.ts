import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../../support/imports.ts'
import { openSandbox } from '../../support/sandbox.ts'
import { temporaryFolder } from '../../support/temporary.ts'
import { registering } from './setting-up.ts'

const APP = join(projectRoot, 'app/index.ts')

function started(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', text => said.push(text))
  const lines = createInterface({ input: child.stdout })
  lines.on('line', line => said.push(line))
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const first = new Promise<string>(resolve => lines.once('line', resolve))
  return { child, said, ended, first }
}

test('set up in the browser, it ends by itself, and starts with what it wrote', async () => {
  const sandbox = await openSandbox()
  sandbox.world.clock.set(new Date())
  const folder = await temporaryFolder()
  const env = { PORT: '0', METRICS_PORT: '0', GITHUB_API_URL: sandbox.url, GITHUB_SERVER_URL: sandbox.url }
  const setup = started([APP, '--setup'], folder, env)
  const [, url = ''] = /^open (\S+) in a browser/.exec(await setup.first) ?? []
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}$/)
  const back = await registering(url, { webhook: 'https://modelyard.example.com', organization: '' })
  expect((await fetch(back)).status).toBe(200)
  expect(await setup.ended).toBe(0)
  const told = setup.said.join('\n')
  const [, command = ''] = /^start the App: (.*)$/m.exec(told) ?? []
  expect(told).not.toMatch(/PRIVATE|WEBHOOK_SECRET|[0-9a-f]{40}/)
  const app = started(command.split(' ').slice(1), folder, { ...env, MODELYARD_CACHE: join(folder, 'cache') })
  const { listening } = JSON.parse(await app.first) as { listening: string }
  expect((await fetch(`${listening}/healthz`)).status).toBe(200)
  app.child.kill('SIGTERM')
  expect(await app.ended).toBe(0)
  // It signed in with the key that was written.
  const own = sandbox.log.filter(({ operationId }) => operationId === 'apps/list-installations')
  expect(own.map(({ status }) => status)).toEqual([200])
})

test.for([
  ['nothing at all', {}, []],
  ['one of three', { APP_ID: '12' }, []],
  ['one of three, told to set up', { APP_ID: '12' }, ['--setup']],
  ['something that it does not know', {}, ['--set-up']],
] as const)('with %s in its hands it neither starts nor sets up', async ([, env, args]) => {
  const folder = await temporaryFolder()
  const { status, stdout } = spawnSync(process.execPath, [APP, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(existsSync(join(folder, 'modelyard-app.env'))).toBe(false)
})
