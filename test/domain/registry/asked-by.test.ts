import { expect, test } from 'vitest'
import { parseAsker, renderAsker } from '../../../src/domain/registry/asked-by.ts'

test('who asked is read back from the message that says so', () => {
  const message = (asker: Parameters<typeof renderAsker>[0]) =>
    `churn: roll back\n\nMade-by: modelyard\n${renderAsker(asker)}\n`
  expect(parseAsker(message({ is: 'person', login: 'grace' }))).toEqual({ is: 'person', login: 'grace' })
  expect(parseAsker(message({ is: 'none' }))).toEqual({ is: 'none' })
  expect(parseAsker(message({ is: 'unknown' }))).toBeUndefined()
  expect(parseAsker(`Asked-by: @ada\n${renderAsker({ is: 'unknown' })}`)).toBeUndefined()
})

test('the last line counts, as what people wrote stands above it, and no name is taken for nobody', () => {
  expect(parseAsker('because\nAsked-by: nobody\n\nAsked-by: @ada')).toEqual({ is: 'person', login: 'ada' })
  expect(parseAsker('Asked-by: @nobody')).toEqual({ is: 'person', login: 'nobody' })
  for (const said of ['ada', '@', '@-a', '@a b', '@github-actions[bot]', `@${'a'.repeat(60)}`])
    expect(parseAsker(`Asked-by: ${said}`)).toBeUndefined()
  expect(parseAsker('  Asked-by: @ada')).toBeUndefined()
})
