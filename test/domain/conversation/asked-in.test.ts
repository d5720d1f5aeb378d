import { expect, test } from 'vitest'
import { parseAskedIn, renderAskedIn } from '../../../src/domain/conversation/asked-in.ts'

test('where something was asked for is read back from the name of its run', () => {
  for (const asked of [
    { is: 'comment', id: 12 },
    { is: 'check', id: 987, press: 3 },
  ] as const)
    expect(parseAskedIn(`Modelyard promotion churn ${renderAskedIn(asked)}`)).toEqual(asked)
})

test('it is the last word alone', () => {
  for (const title of [
    '',
    'comment-',
    'comment-0',
    'comment-12 churn',
    'xcomment-12',
    'check-9',
    'comment-1e9',
    `comment-${'9'.repeat(20)}`,
  ])
    expect(parseAskedIn(title)).toBeUndefined()
})
