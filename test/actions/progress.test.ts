import { expect, test } from 'vitest'
import { openProgress } from '../../actions/progress.ts'

/** The lines that are said where a step is reported every so many milliseconds for so long. */
function saidWithin(milliseconds: number, every: number): readonly string[] {
  const said: string[] = []
  let time = 0
  const progress = openProgress(
    line => said.push(line),
    () => time,
  )
  for (; time < milliseconds; time += every) progress('scoring', time / milliseconds)
  return said
}

test('what is done soon is not spoken of', () => {
  expect(saidWithin(3000, 10)).toEqual([])
})

test('what takes long says how far it is, a line every few seconds', () => {
  expect(saidWithin(20_000, 10)).toEqual(['scoring, 15 %', 'scoring, 40 %', 'scoring, 65 %', 'scoring, 90 %'])
})
