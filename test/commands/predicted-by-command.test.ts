import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openTables } from '../../src/adapters/duckdb/tables.ts'
import { openArtifacts } from '../../src/adapters/files/artifacts.ts'
import { predictByCommand } from '../../src/commands/predicted-by-command.ts'
import type { CommandEnd, CommandRequest, Process } from '../../src/ports.ts'
import { CHURN_ROWS } from '../support/real-bench.ts'
import { temporaryFolder } from '../support/temporary.ts'

const ENDED: CommandEnd = {
  status: 0,
  signal: undefined,
  exceeded: undefined,
  seconds: 1,
  peakBytes: undefined,
  tail: '',
  memoryLimit: 'watched',
}

/** Runs no shell: a function stands where the command would. */
function fakeProcess(command: (request: CommandRequest) => Promise<Partial<CommandEnd>>) {
  const folders: string[] = []
  const process = {
    run: async (request: CommandRequest) => ({ ...ENDED, ...(await command(request)) }),
    async temporaryFolder() {
      const path = await mkdtemp(join(tmpdir(), 'modelyard-'))
      folders.push(path)
      return { path, remove: () => rm(path, { recursive: true }) }
    },
  } as unknown as Process
  return { process, folders }
}

async function predicted(
  command: (request: CommandRequest) => Promise<Partial<CommandEnd>>,
  signal?: AbortSignal,
) {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'test.csv'), CHURN_ROWS)
  const { process, folders } = fakeProcess(command)
  const data = { uri: 'test.csv', path: 'test.csv', sha256: '', pinned: false }
  const definition = { task: 'binary-classification', target: 'churn', 'positive-class': 'Yes' } as const
  const ports = { process, tables: openTables(folder), artifacts: openArtifacts(folder) }
  const request = { command: 'python predict.py', model: '/models/model.pkl', seed: 7 }
  const answer = predictByCommand(request, definition, data, ports, { signal })
  const settled = await answer.catch((error: unknown) => error)
  expect(folders).toHaveLength(2)
  expect(folders.filter(path => existsSync(path))).toEqual([])
  return settled
}

const writes = (text: string) => async (request: CommandRequest) => {
  await writeFile(join(request.env.MODELYARD_OUT ?? '', 'predictions.csv'), text)
  return {}
}

test('the command reads rows without the target, and what it writes stands beside the labels', async () => {
  let seen: unknown
  const scored = await predicted(async request => {
    const { MODELYARD_DATA = '', ...env } = request.env
    seen = {
      rows: await readFile(MODELYARD_DATA, 'utf8'),
      command: request.command,
      seed: env.MODELYARD_SEED,
    }
    return writes('probability\n0.9\n0.1\n0.2\n0.8\n')(request)
  })
  expect(seen).toEqual({
    rows: CHURN_ROWS.replace(/,[^,\n]*$/gm, ''),
    command: 'python predict.py',
    seed: '7',
  })
  expect(scored).toMatchObject({ memoryLimit: 'watched', predictions: { hasProbabilities: true } })
  const { predictions } = scored as { predictions: { probability: Float64Array; positive: Uint8Array } }
  expect([...predictions.probability]).toEqual([0.9, 0.1, 0.2, 0.8])
  expect([...predictions.positive]).toEqual([1, 0, 0, 1])
})

describe('a command that does not do its part', () => {
  const ends = (end: Partial<CommandEnd>) => async () => end
  const tail = `${Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n')}\nKeyError: tenure\n`

  test.each([
    ['fails', ends({ status: 1, tail }), 'not-runnable', /status 1; it said last:\n.*KeyError: tenure$/s],
    [
      'is ended',
      ends({ status: undefined, signal: 'SIGKILL' }),
      'not-runnable',
      /by SIGKILL, and said nothing/,
    ],
    ['takes too much memory', ends({ status: undefined, exceeded: 'memory' }), 'not-runnable', /4\.0 GiB/],
    ['takes too long', ends({ status: undefined, exceeded: 'time' }), 'timed-out', /within 3600 s/],
    [
      'leaves no file',
      ends({ tail: 'done' }),
      'not-runnable',
      /no predictions\.csv in \$MODELYARD_OUT; it said/,
    ],
    ['leaves an empty file', writes(''), 'bad-data', /^predictions\.csv of `predict` is empty/],
    [
      'leaves too few rows',
      writes('probability\n0.1\n'),
      'bad-data',
      /holds 1 predictions, and test\.csv holds 4/,
    ],
    ['leaves another column', writes('score\n1\n1\n1\n1\n'), 'bad-data', /`predict` has no predictions/],
    ['leaves logits', writes('probability\n3\n1\n1\n1\n'), 'bad-data', /at row 1/],
  ])('%s', async (_what, command, code, message) => {
    const error = await predicted(command)
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(message),
      next: expect.stringMatching(/./),
    })
    expect((error as Error).message).not.toMatch(/line 5\n|modelyard-/)
  })

  test('because somebody interrupts it', async () => {
    const interruption = new AbortController()
    const error = await predicted(async () => {
      interruption.abort()
      return { status: undefined, signal: 'SIGKILL' }
    }, interruption.signal)
    expect(error).toMatchObject({ code: 'interrupted' })
  })
})
