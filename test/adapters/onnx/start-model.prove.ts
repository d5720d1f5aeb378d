import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openInference } from '../../../src/adapters/onnx/inference.ts'
import { residentBytes } from '../../../src/adapters/onnx/resident-size.ts'
import { type ModelChild, startModel } from '../../../src/adapters/onnx/start-model.ts'
import type { Batch } from '../../../src/ports.ts'
import { fixture } from '../../support/fixture-models.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const MIB = 2 ** 20
const GROWS = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(10 * 2 ** 20, 1)), 20)'
const STAYS = 'setInterval(() => {}, 1000)'

async function script(program: string): Promise<URL> {
  const path = join(await temporaryFolder(), 'child.mjs')
  await writeFile(path, program)
  return pathToFileURL(path)
}

async function started(program: string, bytes: number, bySystem: boolean) {
  return startModel(await script(program), { bytes, seconds: 600, bySystem })
}

const onLinux = test.runIf(process.platform === 'linux')

describe('memory', () => {
  onLinux('is limited by the system, and says so', async () => {
    const process = await started(STAYS, 2048 * MIB, true)
    try {
      await expect.poll(() => process.memoryLimit()).toBe('system')
    } finally {
      await process.end()
    }
  })

  onLinux('that the system refuses is an end, not a wait', async () => {
    // Address space that Node reserves and never touches counts too, so the process holds far less than the limit.
    const process = await started(GROWS, 2048 * MIB, true)
    await process.gone
    expect(process.outgrew()).toBe(false)
    await process.end()
  })

  test('is watched where the system does not limit it, and who outgrows it is killed', async () => {
    const process = await started(GROWS, 300 * MIB, false)
    expect(await process.memoryLimit()).toBe('watched')
    await process.gone
    expect(process.outgrew()).toBe(true)
    expect(process.child.signalCode).toBe('SIGKILL')
    await process.end()
  })

  test('of a process is told in bytes, and of one that is not there not at all', async () => {
    expect(await residentBytes(process.pid)).toBeGreaterThan(20 * MIB)
    expect(await residentBytes(2 ** 30)).toBeUndefined()
  })
})

describe('a process', () => {
  test('is gone with its folder after the end, whatever it does', async () => {
    const deaf = "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)"
    const running = await started(deaf, 2048 * MIB, true)
    await firstWords(running)
    const { pid } = running.child
    await running.end()
    expect(() => process.kill(pid ?? 0, 0)).toThrow(/ESRCH/)
  })

  test.each([
    ['under the limits of the system', true],
    ['that is watched', false],
  ])('finds no variable and no file beside it: one %s', async (_which, bySystem) => {
    const looks = `import { readdirSync } from 'node:fs'
      const told = { ...process.env }
      // Of what a system cannot start without, or adds itself.
      for (const name of ['SystemRoot', '__CF_USER_TEXT_ENCODING']) delete told[name]
      console.log(JSON.stringify({ told, files: readdirSync('.') }))
      ${STAYS}`
    const running = await started(looks, 2048 * MIB, bySystem)
    try {
      expect(JSON.parse(await firstWords(running))).toEqual({ told: {}, files: [] })
    } finally {
      await running.end()
    }
  })

  test('that cannot be started is gone, and no wait', async () => {
    const missing = pathToFileURL(join(await temporaryFolder(), 'nothing.mjs'))
    const running = startModel(missing, { bytes: 2048 * MIB, seconds: 60, bySystem: false })
    await running.gone
    await running.end()
    expect(running.child.exitCode).toBe(1)
  })

  onLinux('that was begun ahead and never asked goes with its parent, and so does its folder', async () => {
    const here = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)))
    const parent = await script(`
      import { pathToFileURL } from 'node:url'
      const { openInference } = await import(${here('../../../src/adapters/onnx/inference.ts')})
      openInference(pathToFileURL(${here('../../../src/adapters/onnx/score-child.ts')}), 'test').prepare()
      process.stdin.once('data', () => process.exit(0))
    `)
    const temporary = await temporaryFolder()
    const running = spawn(process.execPath, [fileURLToPath(parent)], {
      env: { ...process.env, TMPDIR: temporary },
    })
    const child = await childOf(running.pid ?? 0)
    expect(readdirSync(temporary)).toHaveLength(1)
    running.stdin.write('end\n')
    await once(running, 'exit')
    await expect.poll(() => isAlive(child)).toBe(false)
    expect(readdirSync(temporary)).toEqual([])
  })

  onLinux.each([
    ['by a pipe', true],
    ['by a thread that looks', false],
  ])(
    'in which a model loops without end goes with its parent, even when that is killed: %s',
    async (_how, bySystem) => {
      const folder = await temporaryFolder()
      await writeFile(join(folder, 'model.onnx'), fixture('models/hostile/endless-loop.onnx'))
      const here = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)))
      const parent = await script(`
      import { readFileSync } from 'node:fs'
      import { pathToFileURL } from 'node:url'
      const { openInference } = await import(${here('../../../src/adapters/onnx/inference.ts')})
      const child = pathToFileURL(${here('../../../src/adapters/onnx/score-child.ts')})
      async function* rows() { yield { start: 0, rows: 1, columns: [{ kind: 'number', values: Float64Array.of(1) }] } }
      const inputs = [{ name: 'x', datatype: 'FP32', rowShape: [1], columns: [0] }]
      const model = readFileSync(${JSON.stringify(join(folder, 'model.onnx'))})
      openInference(child, 'test', { bySystem: ${bySystem} }).score({ model, inputs, batches: rows(), task: 'regression' })
    `)
      const running = spawn(process.execPath, [fileURLToPath(parent)], { stdio: 'ignore' })
      const child = await childOf(running.pid ?? 0)
      await expect.poll(() => spentMs(child), { timeout: 20_000 }).toBeGreaterThan(1500)
      running.kill('SIGKILL')
      await expect.poll(() => isAlive(child), { timeout: 20_000 }).toBe(false)
    },
  )
})

test('a request names the limits that hold for it', async () => {
  const engine = openInference(new URL('../../../src/adapters/onnx/score-child.ts', import.meta.url), 'test')
  async function* rows(): AsyncGenerator<Batch> {
    yield { start: 0, rows: 1, columns: [{ kind: 'number', values: Float64Array.of(1) }] }
    await delay(3000)
    yield { start: 1, rows: 1, columns: [{ kind: 'number', values: Float64Array.of(1) }] }
  }
  const request = {
    model: fixture('models/hostile/hostile-names.onnx'),
    inputs: async () => {
      const { signature } = await engine.describe(fixture('models/hostile/hostile-names.onnx'))
      return [{ name: signature.inputs[0]?.name ?? '', datatype: 'FP32', rowShape: [1], columns: [0] }]
    },
    task: 'regression',
  } as const
  const slow = engine.score({ ...request, batches: rows(), limits: { seconds: 2.5 } })
  await expect(slow).rejects.toMatchObject({ code: 'timed-out', message: expect.stringMatching(/2\.5 s/) })
  const none = engine.score({ ...request, batches: rows(), limits: { loadSeconds: 0 } })
  await expect(none).rejects.toMatchObject({
    code: 'timed-out',
    message: expect.stringMatching(/loaded within 0 s/),
  })
})

/** What a process says first. */
async function firstWords({ child }: ModelChild): Promise<string> {
  let said: Buffer | null = null
  while (said === null) {
    await once(child.stdout, 'readable')
    said = child.stdout.read()
  }
  return String(said)
}

/** The one process that another one started. */
async function childOf(pid: number): Promise<number> {
  let found = 0
  await expect
    .poll(
      async () => {
        found = Number((await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim())
        return found
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  return found
}

/** Processor time, of a clock of 100 ticks a second. */
async function spentMs(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) * 10
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
}
