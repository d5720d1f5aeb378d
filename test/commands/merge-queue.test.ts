import { describe, expect, test } from 'vitest'
import { parseQueueRef, planGroup } from '../../src/commands/merge-queue.ts'

const id = (letter: string) => letter.repeat(40)
const queue = (into: string, number: number, onto: string) =>
  `refs/heads/gh-readonly-queue/${into}/pr-${number}-${id(onto)}`
const [MAIN, FIRST, SECOND] = ['a', 'b', 'c']
const ONE = queue('main', 1, MAIN)
const TWO = queue('main', 2, FIRST)
const KNOWN = new Map([
  [ONE, id(FIRST)],
  [TWO, id(SECOND)],
])

describe('a branch of the queue', () => {
  test('says which pull request is put on what, whatever the branch is called that it goes to', () => {
    expect(parseQueueRef(queue('release/1.x', 12, MAIN))).toEqual({
      into: 'release/1.x',
      number: 12,
      onto: id(MAIN),
    })
    expect(parseQueueRef(queue('a/pr-1-b', 12, MAIN))).toMatchObject({ into: 'a/pr-1-b', number: 12 })
  })

  test.for([
    'refs/heads/main',
    'refs/heads/gh-readonly-queue/main',
    `refs/heads/gh-readonly-queue/pr-1-${id(MAIN)}`,
    queue('main', 0, MAIN),
    `${ONE}0`,
    `refs/heads/gh-readonly-queue/main/pr-1-${'A'.repeat(40)}`,
    `refs/tags/gh-readonly-queue/main/pr-1-${id(MAIN)}`,
    queue('m'.repeat(400), 1, MAIN),
  ])('%s is none', ref => {
    expect(parseQueueRef(ref)).toBeUndefined()
  })
})

describe('a merge group', () => {
  const first = { number: 1, base: id(MAIN), commit: id(FIRST) }
  const second = { number: 2, base: id(FIRST), commit: id(SECOND) }

  test('merges all that lies between the branch and itself, in order', () => {
    expect(planGroup(TWO, KNOWN, id(MAIN))).toEqual([first, second])
    expect(planGroup(ONE, KNOWN, id(MAIN))).toEqual([first])
  })

  test('merges what is left of it once the one before it was merged', () => {
    expect(planGroup(TWO, KNOWN, id(FIRST))).toEqual([second])
  })

  test.for([
    ['it is not there', queue('main', 9, MAIN), KNOWN, MAIN],
    ['the branch moved away', TWO, KNOWN, 'f'],
    ['the one before it left the queue', TWO, new Map([[TWO, id(SECOND)]]), MAIN],
    [
      'the one before it goes to another branch',
      TWO,
      new Map([
        [queue('other', 1, MAIN), id(FIRST)],
        [TWO, id(SECOND)],
      ]),
      MAIN,
    ],
    [
      'names lead in a circle',
      TWO,
      new Map([
        [queue('main', 1, SECOND), id(FIRST)],
        [TWO, id(SECOND)],
      ]),
      MAIN,
    ],
  ] as const)('is not known where %s', ([, ref, known, tip]) => {
    expect(planGroup(ref, known, id(tip))).toBeUndefined()
  })
})
