import { describe, expect, test } from 'vitest'
import { type Asked, type AskedArtifact, askedArtifact } from '../../src/commands/ask-artifact.ts'
import { probeArtifact } from '../../src/commands/probe-artifact.ts'
import type { InputsPlan } from '../../src/domain/comparison/input-plan.ts'
import type { Row } from '../../src/domain/contract/probes.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import { fakeInference } from '../fakes/ports.ts'

const PLAN: InputsPlan = {
  columns: [
    { name: 'tenure', kind: 'number' },
    { name: 'plan', kind: 'text' },
  ],
  inputs: [
    {
      name: 'tenure',
      datatype: 'FP32',
      wants: 'input `tenure` wants float32[?,1]',
      rowShape: [1],
      columns: [0],
    },
    { name: 'plan', datatype: 'BYTES', wants: 'input `plan` wants string[?,1]', rowShape: [1], columns: [1] },
  ],
  unused: [],
  remarks: [],
}
const ROWS: Row[] = [
  [1, 'gold'],
  [2, 'silver'],
  [3, 'gold'],
]

const refused: Asked = { is: 'refused', why: 'no such category' }
const died: Asked = { is: 'broke', why: 'the process died' }

function answered(rows: readonly Row[], score: (row: Row, at: number) => number): Asked {
  const values = Float64Array.from(rows, score)
  const scores = { rows: rows.length, values }
  return { is: 'answered', scores, predicted: { rows: rows.length, numbers: { width: 1, values } } }
}

/** An artifact of a test's own. */
function artifact(
  answer: (rows: readonly Row[], sizes: readonly number[]) => Asked,
  plan = PLAN,
  otherwise: Asked = refused,
): AskedArtifact {
  return {
    plan,
    ask: async (rows, sizes = [rows.length]) => answer(rows, sizes),
    askOtherwise: async () => otherwise,
  }
}

const number = (row: Row) => (row[0] === null ? Number.NaN : Number(row[0]))
const longest = (rows: readonly Row[]) => Math.max(0, ...rows.map(row => String(row[1]).length))

async function outcomes(under: AskedArtifact) {
  const { checks } = await probeArtifact(under, ROWS, {})
  return Object.fromEntries(checks.map(({ check, outcome }) => [check, outcome]))
}

test('one that answers everything alike keeps everything, and NaN is told', async () => {
  const { checks } = await probeArtifact(
    artifact(rows => answered(rows, number)),
    ROWS,
    {},
  )
  expect(checks.filter(({ outcome }) => outcome !== 'kept')).toEqual([])
  expect(checks.find(({ check }) => check === 'missing-values')?.detail).toContain('1 of the numbers')
})

describe('it is found', () => {
  test('that a batch differs from single rows', async () => {
    const under = artifact((rows, sizes) =>
      answered(rows, row => number(row) + (sizes.length > 1 ? 0 : 0.01)),
    )
    expect(await outcomes(under)).toMatchObject({
      'batch-equals-single-rows': 'broken',
      'same-row-same-answer': 'kept',
    })
  })

  test('that the same row has two answers, however near', async () => {
    let calls = 0
    const under = artifact(rows =>
      answered(rows, row => {
        calls += 1
        return number(row) + calls * 1e-12
      }),
    )
    expect(await outcomes(under)).toMatchObject({
      'batch-equals-single-rows': 'kept',
      'same-row-same-answer': 'broken',
    })
  })

  test('that it dies of a value, while the others are asked', async () => {
    const under = artifact(rows => (longest(rows) > 1000 ? died : answered(rows, number)))
    expect(await outcomes(under)).toMatchObject({
      'long-text': 'broken',
      'unknown-categories': 'kept',
      'extreme-numbers': 'kept',
      'no-rows': 'kept',
    })
  })

  test('which value it dies of, though a batch is refused before', async () => {
    const under = artifact((rows, sizes) => {
      if (longest(rows) <= 1000) return answered(rows, number)
      return rows.length === 1 && sizes.length === 1 ? died : refused
    })
    const [tenure, plan] = PLAN.inputs as [InputsPlan['inputs'][number], InputsPlan['inputs'][number]]
    const twoTexts: InputsPlan = {
      ...PLAN,
      columns: [...PLAN.columns, { name: 'city', kind: 'text' }],
      inputs: [tenure, plan, { ...plan, name: 'city', columns: [2] }],
    }
    const rows = ROWS.map(row => [...row, 'Turin'])
    const { checks } = await probeArtifact({ ...under, plan: twoTexts }, rows, {})
    expect(checks.find(({ check }) => check === 'long-text')).toMatchObject({
      outcome: 'broken',
      detail: expect.stringContaining('`plan`'),
    })
  })

  test('that it dies of several rows though of none alone', async () => {
    const under = artifact((rows, sizes) =>
      rows.some(row => Number(row[0]) > 1e20) && sizes.some(size => size > 1) ? died : answered(rows, number),
    )
    expect(await outcomes(under)).toMatchObject({ 'extreme-numbers': 'broken', 'long-text': 'kept' })
  })

  test('that it dies of no rows, or of a wrong tensor', async () => {
    const empty = artifact((rows, sizes) => (sizes.includes(0) ? died : answered(rows, number)))
    expect(await outcomes(empty)).toMatchObject({ 'no-rows': 'broken' })
    const wrong = artifact(rows => answered(rows, number), PLAN, died)
    expect(await outcomes(wrong)).toMatchObject({ 'wrong-types': 'broken' })
  })
})

test('a clear refusal is as good as an answer', async () => {
  const under = artifact(rows => (longest(rows) > 1000 ? refused : answered(rows, number)))
  const { checks } = await probeArtifact(under, ROWS, {})
  expect(checks.find(({ check }) => check === 'long-text')).toMatchObject({
    outcome: 'kept',
    detail: expect.stringContaining('no such category'),
  })
})

test('what a whole-number input cannot hold is not sent', async () => {
  const [tenure, plan] = PLAN.inputs as [InputsPlan['inputs'][number], InputsPlan['inputs'][number]]
  const integers = { ...PLAN, inputs: [{ ...tenure, datatype: 'INT64' as const }, plan] }
  const seen: unknown[] = []
  const under = artifact(rows => {
    seen.push(...rows.map(row => row[0]))
    return answered(rows, number)
  }, integers)
  expect(await outcomes(under)).toMatchObject({ 'missing-values': 'kept', 'infinite-numbers': 'kept' })
  expect(seen.every(Number.isSafeInteger)).toBe(true)
})

test('one that does not answer for the data is asked nothing else', async () => {
  let asked = 0
  const { checks, scores } = await probeArtifact(
    artifact(() => {
      asked += 1
      return refused
    }),
    ROWS,
    {},
  )
  expect(asked).toBe(1)
  expect(scores).toBeUndefined()
  expect(checks.map(({ outcome }) => outcome)).toEqual([
    'broken',
    ...Array(checks.length - 1).fill('not-asked'),
  ])
})

describe('an error of the engine is', () => {
  const asking = (code: ModelyardError['code'], message: string) => {
    const inference = {
      ...fakeInference(),
      score: async () => {
        throw new ModelyardError({ code, message, next: 'look' })
      },
    }
    return askedArtifact(new Uint8Array(), PLAN, 'regression', inference, undefined).ask(ROWS)
  }

  test.each([
    ['a refusal', 'not-runnable', 'the model fails on the data: invalid type', 'refused'],
    ['a death', 'not-runnable', 'the process that ran the model died (SIGKILL)', 'broke'],
    ['a hang', 'timed-out', 'the model gave no answer within 120 s', 'broke'],
  ] as const)('%s', async (_what, code, message, is) => {
    expect(await asking(code, message)).toEqual({ is, why: message })
  })

  test.each(['missing-engine', 'interrupted', 'bug'] as const)(
    'none of the model, when it is %s',
    async code => {
      await expect(asking(code, 'x')).rejects.toMatchObject({ code })
    },
  )
})
