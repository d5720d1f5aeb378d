import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { startedApp } from '../support/app.ts'
import { projectRoot } from '../support/imports.ts'
import { openScene } from '../support/sandbox.ts'
import { temporaryFolder } from '../support/temporary.ts'
import { builtApp } from './built.ts'

const built = builtApp()
const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')

/** The instructions of the Dockerfile, in order. */
const INSTRUCTIONS = read('Dockerfile')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => /^([A-Z]+) (.*)$/.exec(line) ?? [])
  .map(([, name = '', rest = '']) => ({ name, rest }))
const all = (name: string) => INSTRUCTIONS.filter(one => one.name === name).map(({ rest }) => rest)
const commandIn = (text = '') => JSON.parse(text.slice(text.indexOf('['))) as string[]
const env = Object.fromEntries(
  all('ENV').flatMap(line => line.split(' ').map(pair => pair.split('='))),
) as Record<string, string>

/** What the image holds, in a folder, and the bundle as the sources give it. */
async function image(): Promise<string> {
  const folder = await temporaryFolder()
  for (const copied of all('COPY')) {
    const [from = '', to] = copied.split(' ')
    expect([from, to]).toEqual(['dist/app/modelyard-app.mjs', './'])
    copyFileSync(built().file, join(folder, basename(from)))
  }
  return folder
}

const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

test('the image is of a pinned Node.js, which is the one that all is tested with', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } }
  expect(all('FROM')).toEqual([`node:${devDependencies.node}-alpine`])
})

test('it is run by nobody of rights, without a shell, and ends when it is told to', () => {
  const [user = ''] = all('USER')
  expect(Number(user.split(':')[0])).toBeGreaterThan(0)
  const order = INSTRUCTIONS.map(({ name }) => name)
  expect(order.indexOf('USER')).toBeLessThan(order.indexOf('CMD'))
  expect(all('RUN')).toEqual([])
  for (const name of ['CMD', 'HEALTHCHECK']) expect(commandIn(all(name)[0])[0]).toBe('node')
  expect(all('STOPSIGNAL')).toEqual(['SIGTERM'])
  expect(env.HOST).toBe('0.0.0.0')
  expect(all('EXPOSE')).toEqual([env.PORT])
})

test('nothing is sent to the builder but what is copied, and that is what the bundles are made as', () => {
  const ignored = read('.dockerignore')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  expect(ignored).toEqual(['*', ...all('COPY').map(line => `!${line.split(' ')[0]}`)])
  expect(existsSync(built().file)).toBe(true)
})

test('what the image holds starts as it says, is well by its own check, and is not when it has ended', async () => {
  const cwd = await image()
  const scene = await openScene({})
  await scene.sandbox.host(scene.repository)
  const port = String(await freePort())
  const app = await startedApp(scene, {
    run: { args: commandIn(all('CMD')[0]).slice(1), cwd },
    env: { ...env, PORT: port },
  })
  expect(app.listening).toBe(`http://0.0.0.0:${port}`)
  const [, ...check] = commandIn(all('HEALTHCHECK')[0])
  const isWell = () => spawnSync(process.execPath, check, { cwd, env: { ...env, PORT: port } }).status
  expect(isWell()).toBe(0)
  app.child.kill('SIGTERM')
  expect(await app.ended).toBe(0)
  expect(isWell()).toBe(1)
})
