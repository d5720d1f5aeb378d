import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { contract } from '../../src/commands/contract.ts'
import type { ContractResult } from '../../src/domain/results/contract.ts'
import { CHURN_YAML, MODEL, registeredBench, run } from '../support/real-bench.ts'

const SERVER = fileURLToPath(new URL('../support/served.ts', import.meta.url))

/** Starts the server as a program of its own, by `serve` of model.yaml and the shell. */
async function ask(how: string, keys = 'ready: /health, path: /predict'): Promise<ContractResult> {
  const serve = `serve: {command: '"${process.execPath}" "${SERVER}" ${how}', ${keys}}\n`
  const bench = await registeredBench({ files: { [`${MODEL}/model.yaml`]: `${CHURN_YAML}${serve}` } })
  const input = { model: 'churn', version: '1', serve: true, timeoutSeconds: 5, evidence: false }
  return run<ContractResult>(contract, bench, input)
}

const broken = ({ facts }: ContractResult) =>
  facts.checks.filter(({ outcome }) => outcome === 'broken').map(({ check }) => check)
const detailOf = ({ facts }: ContractResult, name: string) =>
  facts.checks.find(({ check }) => check === name)?.detail

/** Programs of these tests that still run. */
function left(how: string): string[] {
  return execFileSync('ps', ['-A', '-o', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter(line => line.includes(`${SERVER} ${how}`) || line.includes(`${SERVER}" ${how}`))
}

describe('a server that serve of model.yaml starts', () => {
  test.each([
    ['rows', 'ready: /health, path: /predict', 'rows'],
    ['v2', 'ready: /v2/health/ready, protocol: v2', 'v2'],
    ['ignores-the-signal', 'ready: /health, path: /predict', 'rows'],
  ])('%s: keeps its contract, and is gone afterwards', async (how, keys, protocol) => {
    const result = await ask(how, keys)
    expect(result.facts.checks.filter(({ outcome }) => outcome !== 'kept')).toEqual([])
    expect(result).toMatchObject({ outcome: 'passed', facts: { against: 'endpoint', protocol } })
    expect(result.remarks.filter(remark => remark.includes('not ready'))).toEqual([])
    expect(left(how)).toEqual([])
  })

  test.each([
    ['drops-a-row', ['same-as-artifact'], /31 predictions for 32|3 predictions for 4/],
    ['hangs', ['answers'], /timed out/],
    ['answers-without-end', ['answers'], /too large/],
    ['dies-when-asked', ['answers'], /ended the connection/],
    ['dies-of-long-text', ['long-text'], /`streaming_tv` changed: it ended the connection/],
  ])('%s: is broken there, and gone afterwards', async (how, expected, why) => {
    const result = await ask(how)
    expect(broken(result)).toEqual(expect.arrayContaining(expected))
    expect(detailOf(result, expected[0] ?? '')).toMatch(why)
    expect(result.outcome).toBe('failed')
    expect(left(how)).toEqual([])
  })

  test.each([
    ['dies-when-asked', /ended with status 139; it said: serving .* \| Segmentation fault/],
    ['dies-of-long-text', /ended with status 9/],
  ])('%s: is said to have fallen, and what it said', async (how, said) => {
    expect((await ask(how)).remarks.filter(remark => said.test(remark))).toHaveLength(1)
  })

  test.each([
    ['never-ready', /not ready at \/health.*it said: serving (\S+)/],
    ['dies-at-once', /ended with status 3; it said: serving (\S+) \| ModuleNotFoundError/],
  ])('%s: is an error that says what it printed, and leaves nothing', async (how, said) => {
    const error = await ask(how).catch(thrown => thrown)
    expect(error).toMatchObject({ code: 'not-runnable', message: expect.stringMatching(said) })
    const [, model = ''] = said.exec(error.message) ?? []
    expect(existsSync(dirname(model))).toBe(false)
    expect(left(how)).toEqual([])
  })
})
