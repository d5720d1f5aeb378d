import { describe, expect, test } from 'vitest'
import { contract } from '../../src/commands/contract.ts'
import type { ContractResult } from '../../src/domain/results/contract.ts'
import { commandBench, node, predictBy } from '../support/command-model.ts'
import { MODEL, run } from '../support/real-bench.ts'

const INPUT = { model: 'churn', version: '1', evidence: false }

const outcomes = ({ facts }: ContractResult) =>
  Object.fromEntries(facts.checks.map(({ check, outcome }) => [check, outcome]))
const broken = ({ facts }: ContractResult) =>
  facts.checks.filter(({ outcome }) => outcome === 'broken').map(({ check }) => check)
const detailOf = ({ facts }: ContractResult, name: string) =>
  facts.checks.find(({ check }) => check === name)?.detail

describe('a version that is no ONNX, asked by predict of model.yaml', () => {
  const ask = async (how: string) => run<ContractResult>(contract, await commandBench(predictBy(how)), INPUT)

  test('keeps what a command can promise', async () => {
    const result = await ask('')
    expect(broken(result)).toEqual([])
    expect(outcomes(result)).toMatchObject({
      'inputs-fit-data': 'not-asked',
      answers: 'kept',
      'batch-equals-single-rows': 'kept',
      'same-row-same-answer': 'kept',
      'no-rows': 'kept',
      'missing-values': 'kept',
      'unknown-categories': 'kept',
      'long-text': 'kept',
      'extreme-numbers': 'kept',
      'infinite-numbers': 'kept',
      'wrong-types': 'kept',
    })
    expect(detailOf(result, 'infinite-numbers')).toContain('NaN')
    expect(result).toMatchObject({
      outcome: 'passed',
      engine: 'predict of model.yaml',
      facts: { against: 'artifact', inputs: 3 },
    })
  })

  test.each([
    ['standardizes', ['batch-equals-single-rows'], /row 0 in one batch/],
    ['draws', ['same-row-same-answer', 'batch-equals-single-rows'], /asked again/],
    ['dies', ['answers'], /status 1; it said last: KeyError: tenure/],
    ['dies-of-unknown', ['unknown-categories'], /SIGKILL|status 137/],
    ['answers-logits', ['answers'], /it predicts 2\.5 as a probability/],
    ['drops-missing', ['missing-values'], /0 predictions for 3 rows/],
  ])('that %s breaks %j', async (how, expected, why) => {
    const result = await ask(how)
    expect(broken(result).toSorted()).toEqual(expected.toSorted())
    expect(detailOf(result, expected[0] ?? '')).toMatch(why)
    expect(result.outcome).toBe('failed')
  })

  test('that refuses what it cannot predict gave an answer', async () => {
    const result = await ask('refuses-missing')
    expect(broken(result)).toEqual([])
    expect(detailOf(result, 'missing-values')).toContain('Input contains NaN')
  })

  test('without a command it cannot be asked, and with other bytes it is not', async () => {
    await expect(run(contract, await commandBench(''), INPUT)).rejects.toMatchObject({ code: 'not-runnable' })
    const bench = await commandBench(predictBy(''))
    await bench.write({ [`${MODEL}/versions/1/model.bin`]: '{}' })
    await expect(run(contract, bench, INPUT)).rejects.toMatchObject({ code: 'digest-mismatch' })
  })
})

describe('its endpoint', () => {
  const ask = async (shift: number, protocol = 'rows') => {
    const serve = `serve: {command: '${node} serve.mjs ${shift}', ready: /health, protocol: ${protocol}}\n`
    return run<ContractResult>(contract, await commandBench(`${predictBy('')}${serve}`), {
      ...INPUT,
      serve: true,
    })
  }

  test('is held to what the command predicts', async () => {
    const result = await ask(0)
    expect(result.facts.checks.filter(({ outcome }) => outcome !== 'kept')).toEqual([])
    expect(broken(await ask(0.01))).toContain('same-as-artifact')
  })

  test('cannot be asked by tensors', async () => {
    await expect(ask(0, 'v2')).rejects.toMatchObject({ code: 'bad-input' })
  })
})
