import { expect, test } from 'vitest'
import { rememberingEvidence } from '../../app/remembered-evidence.ts'
import type { LeftEvidence, Provenance } from '../../src/ports.ts'

function counting(left: Partial<LeftEvidence> = {}, run: object | undefined = { isOver: true, attempt: 1 }) {
  const asked: string[] = []
  const provenance = {
    recorded: async () => run,
    evidenceOf: async (id: number, model: string) => {
      asked.push(`${id} ${model}`)
      return { digests: new Set(['a']), others: [], refused: [], ...left }
    },
  } as unknown as Provenance
  return { asked, provenance }
}

test('what a run left that is over is read once, also by another look', async () => {
  const { asked, provenance } = counting()
  const memory = new Map()
  for (let look = 0; look < 2; look += 1) {
    const one = rememberingEvidence(provenance, memory, 1)
    await one.recorded(7)
    expect([...(await one.evidenceOf(7, 'churn')).digests]).toEqual(['a'])
  }
  expect(asked).toEqual(['7 churn'])
  const another = rememberingEvidence(counting({}, { isOver: true, attempt: 2 }).provenance, memory, 1)
  await another.recorded(7)
  await another.evidenceOf(7, 'churn')
  expect([...memory.keys()]).toEqual(['1 7.1 churn', '1 7.2 churn'])
})

test.each([
  ['a run that goes on', {}, { isOver: false, attempt: 1 }],
  ['a run that is not there', {}, undefined],
  ['what could not be taken', { refused: [{ artifact: 'x', why: 'y' }] }, { isOver: true, attempt: 1 }],
])('nothing is remembered of %s', async (_what, left, run) => {
  const { provenance } = counting(left, run)
  const memory = new Map()
  const one = rememberingEvidence(
    run === undefined ? { ...provenance, recorded: async () => undefined } : provenance,
    memory,
    1,
  )
  await one.recorded(7)
  await one.evidenceOf(7, 'churn')
  expect(memory.size).toBe(0)
})

test('the memory is bounded', async () => {
  const { provenance } = counting()
  const memory = new Map()
  const one = rememberingEvidence(provenance, memory, 1)
  for (let run = 1; run <= 600; run += 1) {
    await one.recorded(run)
    await one.evidenceOf(run, 'churn')
  }
  expect(memory.size).toBe(500)
})
