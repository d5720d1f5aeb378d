import { expect, test } from 'vitest'
import { spokenHere } from '../../app/spoken-here.ts'
import type { Result } from '../../src/domain/results/index.ts'

const said = (result: object) => spokenHere(result as Result) as unknown

test('next steps are what a comment can ask for, and other words stay as they are', () => {
  expect(
    said({
      kind: 'gates',
      message: 'modelyard promote churn',
      next: ['promote it: modelyard promote churn 4 production'],
    }),
  ).toEqual({
    kind: 'gates',
    message: 'modelyard promote churn',
    next: ['promote it: /promote churn 4 production'],
  })
  expect(said({ next: 'see modelyard validate' })).toEqual({ next: 'see modelyard validate' })
})

test('what a gate misses is measured by asking for the promotion', () => {
  const missing = { next: 'run: modelyard evaluate churn 2 --importance' }
  expect(
    said({ model: 'churn', version: { version: 2 }, stage: 'staging', gates: { results: [missing] } }),
  ).toMatchObject({
    gates: { results: [{ next: 'have it measured: /promote churn 2 staging' }] },
  })
  expect(said({ moves: [{ model: 'churn', version: 3, to: 'production', gates: missing }] })).toMatchObject({
    moves: [{ gates: { next: 'have it measured: /promote churn 3 production' } }],
  })
  expect(said({ gates: missing })).toEqual({ gates: missing })
})
