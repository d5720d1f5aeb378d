import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openShell } from '../../../src/adapters/process/index.ts'
import type { CommandRequest } from '../../../src/ports.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const PATIENT = { seconds: 60 }
const MIB = 1024 * 1024

async function shell(): Promise<{
  readonly root: string
  run(command: string, more?: Partial<CommandRequest>): ReturnType<ReturnType<typeof openShell>['run']>
}> {
  const root = await realpath(await temporaryFolder())
  return {
    root,
    run: (command, more = {}) => openShell(root).run({ command, env: {}, limits: PATIENT, ...more }),
  }
}

/** Whether a process is there and no zombie. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 20))
}

const pidIn = (path: string) => Number(readFileSync(path, 'utf8'))
const hasText = (path: string) => existsSync(path) && readFileSync(path, 'utf8').endsWith('\n')

describe('a command', () => {
  test('runs in the repository, by the shell, and says how it ended', async () => {
    const { root, run } = await shell()
    expect(await run('pwd && echo "a  b" | tr a c && exit 3')).toMatchObject({
      status: 3,
      signal: undefined,
      exceeded: undefined,
      tail: `${root}\nc  b\n`,
      memoryLimit: 'none',
    })
    expect((await run('pwd', { folder: '/' })).tail).toBe('/\n')
    expect(await run('kill -TERM $$')).toMatchObject({ status: undefined, signal: 'SIGTERM' })
  })

  test('gets what programs need to start and the given variables, and nothing else of ours', async () => {
    const { run } = await shell()
    process.env.GITHUB_TOKEN = 'secret'
    process.env.LC_TIME = 'C'
    try {
      const { tail } = await run('env', { env: { MODELYARD_SEED: '7' } })
      const names = tail.split('\n').map(line => line.split('=')[0])
      expect(names).toEqual(expect.arrayContaining(['PATH', 'LC_TIME', 'MODELYARD_SEED']))
      expect(tail).not.toContain('secret')
      expect(names.filter(name => /^(?:GITHUB|NODE|VITEST|npm)/.test(name ?? ''))).toEqual([])
    } finally {
      delete process.env.GITHUB_TOKEN
      delete process.env.LC_TIME
    }
  })

  test('reads nothing: its input is empty', async () => {
    expect(await (await shell()).run('cat; echo done')).toMatchObject({ status: 0, tail: 'done\n' })
  })

  test('is heard line by line on both streams, without colours', async () => {
    const said: string[] = []
    const { run } = await shell()
    await run(`printf 'one\\r\\ntw'; sleep 0.1; printf 'o\\n\\033[31mred\\033[0m\\n'; printf 'err' >&2`, {
      said: line => said.push(line),
    })
    expect(said.sort()).toEqual(['err', 'one', 'red', 'two'])
  })

  test('that prints without end leaves its last 64 KiB', async () => {
    const { run } = await shell()
    const { tail, status } = await run('i=0; while [ $i -lt 30000 ]; do echo "line $i ü"; i=$((i+1)); done')
    expect(status).toBe(0)
    expect(Buffer.byteLength(tail)).toBeLessThanOrEqual(64 * 1024)
    expect(Buffer.byteLength(tail)).toBeGreaterThan(60 * 1024)
    expect(tail).toMatch(/line 29999 ü\n$/)
    expect(tail).not.toContain('\ufffd')
  })

  test('whose output is kept leaves it whole, apart from what it says of itself', async () => {
    const said: string[] = []
    const { run } = await shell()
    const end = await run(
      `printf '\\357\\273\\277[1'; echo working >&2; head -c 200000 /dev/zero | tr '\\0' ' '; printf ']'`,
      { keptOutputBytes: 200_006, said: line => said.push(line) },
    )
    expect(end).toMatchObject({ status: 0, tail: 'working\n', output: { isWhole: true } })
    expect(end.output?.text).toBe(`[1${' '.repeat(200_000)}]`)
    expect(said).toEqual(['working'])
  })

  test('that prints more than is to be kept is killed', async () => {
    const { run } = await shell()
    const end = await run('yes', { keptOutputBytes: 1000 })
    expect(end).toMatchObject({ signal: 'SIGKILL', exceeded: undefined, output: { isWhole: false } })
    expect(end.output?.text.length).toBeLessThanOrEqual(1000)
  })

  test('in a folder that is not there cannot be started', async () => {
    const { root, run } = await shell()
    await expect(run('true', { folder: join(root, 'gone') })).rejects.toMatchObject({
      code: 'missing-engine',
    })
  })
})

describe('a limit', () => {
  test('of time kills the command with what it started in the background', async () => {
    const { root, run } = await shell()
    const end = await run('sleep 300 & echo $! > pid; echo begun; wait', { limits: { seconds: 0.5 } })
    expect(end).toMatchObject({ exceeded: 'time', signal: 'SIGKILL', tail: 'begun\n' })
    await until(() => !isAlive(pidIn(join(root, 'pid'))))
  })

  test.runIf(process.platform === 'linux')('of time reaches what left the process group', async () => {
    const { root, run } = await shell()
    const end = await run(`setsid sh -c 'echo $$ > pid; exec sleep 300' & wait; sleep 300`, {
      limits: { seconds: 0.5 },
    })
    expect(end.exceeded).toBe('time')
    await until(() => !isAlive(pidIn(join(root, 'pid'))))
  })

  test.runIf(process.platform === 'linux')('of memory is kept by the system', async () => {
    const { run } = await shell()
    const grab = `dd if=/dev/zero of=/dev/null bs=400M count=1`
    expect(await run(grab, { limits: { ...PATIENT, bytes: 2000 * MIB } })).toMatchObject({ status: 0 })
    const end = await run(grab, { limits: { ...PATIENT, bytes: 200 * MIB } })
    expect(end).toMatchObject({ memoryLimit: 'system', status: 1 })
    expect(end.tail).toMatch(/memory/)
  })

  test.runIf(process.platform === 'linux')('of memory counts all that it started together', async () => {
    const { run } = await shell()
    // What has no line end is kept whole by `tail` until it ends: 80 MB each.
    const hold = '(head -c 80000000 /dev/zero; sleep 300) | tail'
    const limits = { ...PATIENT, bytes: 200 * MIB }
    const end = await run(`${hold} & ${hold} & ${hold} & wait`, { limits })
    expect(end).toMatchObject({ exceeded: 'memory', signal: 'SIGKILL' })
    expect(end.peakBytes).toBeGreaterThan(200 * MIB)
  })

  test.runIf(process.platform === 'linux')('or not, the most that it held is told', async () => {
    const { run } = await shell()
    const { peakBytes } = await run(
      'node -e "const b = Buffer.alloc(200 * 2 ** 20, 1); setTimeout(() => b, 600)"',
    )
    expect(peakBytes).toBeGreaterThan(200 * MIB)
    expect(peakBytes).toBeLessThan(2000 * MIB)
  })
})

describe('nothing lives on', () => {
  test('when a command ends before what it started', async () => {
    const { root, run } = await shell()
    expect(await run('sleep 300 & echo $! > pid')).toMatchObject({ status: 0 })
    await until(() => !isAlive(pidIn(join(root, 'pid'))))
  })

  test('when it is interrupted, which is an error', async () => {
    const { root, run } = await shell()
    const interruption = new AbortController()
    const ended = run('sleep 300 & echo $! > pid; wait', { signal: interruption.signal })
    await until(() => hasText(join(root, 'pid')))
    interruption.abort()
    await expect(ended).rejects.toMatchObject({ code: 'interrupted' })
    await until(() => !isAlive(pidIn(join(root, 'pid'))))
    await expect(run('echo > late', { signal: interruption.signal })).rejects.toMatchObject({
      code: 'interrupted',
    })
    expect(existsSync(join(root, 'late'))).toBe(false)
  })

  test.each(['SIGTERM', 'SIGHUP', 'exit'] as const)('when we are ended by %s', async how => {
    const { root } = await shell()
    const adapter = new URL('../../../src/adapters/process/index.ts', import.meta.url)
    const script = `
      const { openShell } = await import(${JSON.stringify(adapter.href)})
      const command = 'sleep 300 & echo $! > pid; wait'
      openShell(${JSON.stringify(root)}).start({ command, env: {}, limits: { seconds: 600 } })
      process.on('message', () => process.exit(5))
    `
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const left = new Promise(resolve => child.on('exit', (status, signal) => resolve(signal ?? status)))
    await until(() => hasText(join(root, 'pid')))
    if (how === 'exit') child.send('now')
    else child.kill(how)
    expect(await left).toBe(how === 'exit' ? 5 : how)
    await until(() => !isAlive(pidIn(join(root, 'pid'))))
  })
})

describe('a command that goes on', () => {
  test('answers until it is stopped, on a port that was free', async () => {
    const { root } = await shell()
    const commands = openShell(root)
    const port = await commands.freePort()
    let isUp = () => {}
    const up = new Promise<void>(resolve => {
      isUp = resolve
    })
    const serve = `require('http').createServer((_, response) => response.end('here')).listen(process.env.PORT, '127.0.0.1', () => console.log('up'))`
    const running = commands.start({
      command: `node -e "${serve}"`,
      env: { PORT: String(port) },
      limits: PATIENT,
      said: line => line === 'up' && isUp(),
    })
    await up
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
    expect(await running.stop()).toMatchObject({ signal: 'SIGTERM', exceeded: undefined })
    expect(await running.stop()).toEqual(await running.ended)
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  })

  test('and does not want to end is killed', async () => {
    const { root } = await shell()
    const running = openShell(root).start({
      command: `trap '' TERM; echo > ready; while :; do sleep 0.05; done`,
      env: {},
      limits: PATIENT,
    })
    await until(() => existsSync(join(root, 'ready')))
    expect(await running.stop()).toMatchObject({ signal: 'SIGKILL' })
  })

  test('gets a port that nobody listens on', async () => {
    const commands = openShell((await shell()).root)
    const port = await commands.freePort()
    const server = createServer()
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
    expect(await commands.freePort()).not.toBe(port)
    await new Promise(resolve => server.close(resolve))
  })
})
