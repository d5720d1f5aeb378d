import { expect, test } from 'vitest'
import { DEFINITIONS } from '../../app/definitions.generated.ts'
import { ANSWERED_HERE, MEASURED_FIRST, TRAINS } from '../../app/slash-commands.ts'

test('whatever a comment may ask for is answered here or measured first, and nothing else is', () => {
  const answered = [...Object.keys(ANSWERED_HERE), ...Object.keys(MEASURED_FIRST), TRAINS]
  expect(answered.toSorted()).toEqual(DEFINITIONS.map(({ name }) => name).toSorted())
})

test('no comment names files of a checkout, or goes past a review', () => {
  const flags = DEFINITIONS.flatMap(({ flags }) => flags.map(({ flag }) => flag))
  expect(
    flags.filter(flag => ['merge', 'unapproved', 'artifact', 'evidence', 'as-if', 'at'].includes(flag)),
  ).toEqual([])
})

test('each is called by the name that its code has', async () => {
  for (const [name, load] of Object.entries(ANSWERED_HERE)) expect((await load()).name).toBe(name)
})
