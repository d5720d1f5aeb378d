import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writeLooks, writeMonths } from '../../scripts/ridership/figures.ts'
import { lookBySeason } from '../support/ridership/seasons.ts'
import { walk } from '../support/ridership/walk.ts'

const kept = (name: string) => fileURLToPath(new URL(`../../docs/explanation/${name}.tsv`, import.meta.url))

// What was kept is held to what has to be true by test/scripts/ridership.test.ts.
test('a walk over the years, month by month, finds what was kept of it', async () => {
  await expect(writeMonths(await walk('2004-01', '2010-01'))).toMatchFileSnapshot(kept('ridership'))
})

test('how often a season looks like a drift is what was kept of it', async () => {
  await expect(writeLooks(await lookBySeason('2004-01', '2006-01'))).toMatchFileSnapshot(
    kept('ridership-seasons'),
  )
})
