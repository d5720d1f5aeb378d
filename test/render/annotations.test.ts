import { describe, expect, test } from 'vitest'
import type { GateResult } from '../../src/domain/gates/result.ts'
import type { GatesResult } from '../../src/domain/results/gates.ts'
import type { ValidationResult } from '../../src/domain/results/validation.ts'
import { annotationOfError, annotationsOf } from '../../src/render/annotations.ts'

const problem = (severity: 'error' | 'warning', path: string): ValidationResult['problems'][number] => ({
  severity,
  code: 'bad-file',
  place: { path, line: 2, column: 5 },
  message: 'it is wrong',
  next: 'mend it',
})

const validation = (problems: ValidationResult['problems']): ValidationResult => ({
  kind: 'validation',
  outcome: 'failed',
  judged: 'the working tree',
  checked: { models: 1, versions: 1, records: 1, files: 1 },
  problems,
  governed: [],
  remarks: [],
})

const gate = (outcome: GateResult['outcome']): GateResult => ({
  gate: 'metric-limit',
  about: 'roc-auc',
  source: 'model',
  outcome,
  wanted: { is: 'at-least', value: 0.7 },
  reason: 'it is 0.6',
  next: 'train a better one',
})

const gates = (results: GateResult[], remarks: GatesResult['gates']['remarks'] = []): GatesResult => ({
  kind: 'gates',
  outcome: 'failed',
  model: 'churn',
  version: { version: 2, artifact: 'a'.repeat(64) },
  stage: 'staging',
  'stands-in': 'development',
  'policy-commit': 'b'.repeat(40),
  gates: { outcome: 'failed', gates: results, remarks },
  'asks-for': [],
  remarks: [],
  next: [],
})

describe('annotations of a result', () => {
  test('are its problems at their places, errors first', () => {
    const found = annotationsOf(
      validation([problem('warning', 'a'), problem('error', 'b'), problem('error', 'c')]),
    )
    expect(found.map(({ level, place }) => [level, place?.path])).toEqual([
      ['error', 'b'],
      ['error', 'c'],
      ['warning', 'a'],
    ])
    expect(found[0]).toEqual({
      level: 'error',
      title: 'bad-file',
      message: 'It is wrong. Mend it.',
      place: { path: 'b', line: 2, column: 5 },
    })
  })

  test('are the gates that did not pass, the failed ones first', () => {
    const judged = gates([gate('inconclusive'), gate('passed'), gate('left-out'), gate('failed')])
    expect(annotationsOf(judged)).toMatchObject([
      { level: 'error', title: 'ROC AUC: failed', message: 'It is 0.6. Train a better one.' },
      { level: 'warning', title: 'ROC AUC: inconclusive' },
    ])
  })

  test('are what leaves the policy as a whole open', () => {
    const judged = gates([], [{ message: 'there is no gate', next: 'write one' }])
    expect(annotationsOf(judged)).toEqual([{ level: 'warning', message: 'There is no gate. Write one.' }])
  })
})

test('an error is annotated where it lies', () => {
  const facts = { code: 'bad-yaml', message: 'it is wrong', next: 'mend it' } as const
  expect(annotationOfError({ ...facts, place: { path: 'a', line: 1 } })).toEqual({
    level: 'error',
    title: 'bad-yaml',
    message: 'It is wrong. Mend it.',
    place: { path: 'a', line: 1 },
  })
  expect(annotationOfError(facts)).not.toHaveProperty('place')
})
