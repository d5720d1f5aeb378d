import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GateTree } from '../../src/domain/gates/result.ts'
import type { ComparisonResult } from '../../src/domain/results/measurement.ts'
import { PARTS, type PartName } from '../../src/render/blocks.ts'
import { COMMENT_LIMIT, STEPS } from '../../src/render/budget.ts'
import { render } from '../../src/render/index.ts'
import { HOSTILE, hostileText, withText } from '../support/hostile-text.ts'
import { RESULTS } from '../support/results.ts'

const { comparison, evaluation } = RESULTS
const firstLines = (markdown: string) =>
  markdown
    .split('\n')
    .filter(line => line !== '')
    .slice(0, 3)
const whole = (result: ComparisonResult) => render(result, 'markdown', { limit: Number.POSITIVE_INFINITY })

/** The sample with so much of everything that it can hold much of. */
function grown(times: number): ComparisonResult {
  const repeat = <T>(items: readonly T[] | undefined, most: number) =>
    Array.from(
      { length: Math.min(most, times * (items?.length ?? 0)) },
      (_, at) => items?.[at % items.length] as T,
    )
  const { facts, importance, fairness } = comparison
  return {
    ...comparison,
    facts: { ...facts, slices: repeat(facts.slices, 500) },
    ...(importance === undefined
      ? {}
      : { importance: { ...importance, features: repeat(importance.features, 1000) } }),
    ...(fairness === undefined ? {} : { fairness: { ...fairness, columns: repeat(fairness.columns, 50) } }),
    params: repeat(comparison.params, 5000),
    remarks: repeat(comparison.remarks, 300),
  }
}

test('what fits stays whole', () => {
  const page = whole(comparison)
  expect(render(comparison, 'markdown')).toBe(page)
  expect(render(comparison, 'markdown', { limit: page.length })).toBe(page)
  expect(render(comparison, 'markdown', { limit: page.length - 1 })).not.toBe(page)
})

test('what is shortened says what it left out and where the whole is', () => {
  const page = render(grown(3), 'markdown', {
    limit: whole(comparison).length,
    whole: 'the summary of the job',
  })
  expect(page).toMatch(/Left out: all or a part of: .*examples of disagreement/)
  expect(page).toContain('The whole report is in the summary of the job.')
})

test('parts go in the stated order, gates last', () => {
  const positions = (part: PartName) => STEPS.flatMap((step, at) => (step.part === part ? [at] : []))
  expect(STEPS[0]).toEqual({ part: 'examples', keep: 0 })
  for (const part of PARTS) expect([part, positions(part).length > 0]).toEqual([part, true])
  expect(STEPS.slice(-positions('gates').length).every(({ part }) => part === 'gates')).toBe(true)
  const last = (part: PartName) => positions(part).at(-1) as number
  const order: PartName[] = ['examples', 'importance', 'params', 'curves', 'slices', 'metrics', 'gates']
  expect([...order].sort((a, b) => last(a) - last(b))).toEqual(order)
})

describe('below the limit of a comment', () => {
  const lengths = fc.integer({ min: 1, max: 400 })

  test('every large report comes, with its first three lines and its gates', () => {
    fc.assert(
      fc.property(lengths, times => {
        const result = grown(times)
        const page = render(result, 'markdown')
        expect(page.length).toBeLessThanOrEqual(COMMENT_LIMIT)
        expect(firstLines(page)).toEqual(firstLines(whole(result)))
        for (const { outcome } of result.gates?.gates ?? []) expect(page).toContain(outcome.replace('-', ' '))
        expect(page).toContain('| gate | outcome | observed | wanted |')
      }),
      { numRuns: 6 },
    )
  })

  test('whatever names and texts say, and however long they are', () => {
    const long = fc.tuple(
      fc.oneof(hostileText, fc.constantFrom(...HOSTILE)),
      fc.integer({ min: 1, max: 600 }),
    )
    fc.assert(
      fc.property(long, lengths, ([text, times], size) => {
        const hostile = withText(grown(Math.min(size, 12)), text.repeat(times).slice(0, 1500))
        const page = render(hostile, 'markdown')
        expect(page.length).toBeLessThanOrEqual(COMMENT_LIMIT)
        expect(page).toContain('| gate | outcome | observed | wanted |')
      }),
      { numRuns: 10 },
    )
  })

  test('with hundreds of gates', () => {
    const gates = comparison.gates as GateTree
    const many = {
      ...gates,
      gates: Array.from({ length: 900 }, (_, at) => gates.gates[at % gates.gates.length]),
    }
    const page = render({ ...comparison, gates: many as GateTree }, 'markdown')
    expect(page.length).toBeLessThanOrEqual(COMMENT_LIMIT)
    expect(page).toMatch(/… and \d+ more/)
    expect(page).toContain('Left out: all or a part of:')
  })

  test('with hundreds of gates of which each says much', () => {
    const gates = comparison.gates as GateTree
    const many = Array.from({ length: 300 }, (_, at) => gates.gates[at % gates.gates.length])
    const page = render(
      withText({ ...comparison, gates: { ...gates, gates: many as GateTree['gates'] } }, '$'.repeat(900)),
      'markdown',
    )
    expect(page.length).toBeLessThanOrEqual(COMMENT_LIMIT)
    expect(page).toContain('| gate | outcome | observed | wanted |')
  })

  test('what one model measured, too', () => {
    const slices = Array.from({ length: 500 }, () => evaluation.facts.slices?.[0] as never)
    const page = render(
      withText({ ...evaluation, facts: { ...evaluation.facts, slices } }, '$'.repeat(150)),
      'markdown',
    )
    expect(page.length).toBeLessThanOrEqual(COMMENT_LIMIT)
  })
})
