import { expect, test } from 'vitest'
import { checkAnswer } from '../../app/check-answer.ts'
import { judgeUnknownGroup } from '../../src/commands/judge-group.ts'
import { sha256 } from '../support/workbench.ts'

const ARTIFACTS = { hash: (bytes: Uint8Array) => sha256(new TextDecoder().decode(bytes)) }

/** A judgement that finds so many problems, each on a line of its own; the last one alone is an error. */
const answered = (count: number, message = 'it is wrong') =>
  checkAnswer(
    {
      ...judgeUnknownGroup(3, 'a'.repeat(40), 'main'),
      problems: Array.from({ length: count }, (_, at) => ({
        severity: at === count - 1 ? ('error' as const) : ('warning' as const),
        code: 'bad-file',
        place: { path: 'model.yaml', line: at + 1 },
        message,
        next: 'mend it',
      })),
    },
    ARTIFACTS,
  )

test('what GitHub takes stands beside its line, and nothing is said of a rest', () => {
  const { annotations, summary } = answered(50)
  expect(annotations).toHaveLength(50)
  expect(summary).not.toContain('beside their lines')
})

test('of more the worst are shown, and the summary says how many are not', () => {
  const { annotations, summary } = answered(73)
  expect(annotations).toHaveLength(50)
  expect(annotations[0]).toMatchObject({ path: 'model.yaml', line: 73, level: 'error' })
  expect(summary).toContain('50 of 73 problems stand beside their lines, the worst first; 23 do not.')
})

test('that is said also where the summary is as long as GitHub takes it', () => {
  const { summary } = answered(900, 'it is wrong '.repeat(20))
  expect(summary.length).toBeLessThanOrEqual(65_535)
  expect(summary).toContain('50 of 900 problems')
})
