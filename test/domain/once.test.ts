import { expect, test } from 'vitest'
import { once } from '../../src/domain/once.ts'

test('what is made once is made when it is asked for, even where it is nothing', () => {
  let made = 0
  const nothing = once(() => {
    made += 1
    return undefined
  })
  expect(made).toBe(0)
  expect([nothing(), nothing(), made]).toEqual([undefined, undefined, 1])
})
