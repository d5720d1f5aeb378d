import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writeLooks, writeMonths } from '../../scripts/ridership/figures.ts'
import { lookBySeason } from '../support/ridership/seasons.ts'
import { walk } from '../support/ridership/walk.ts'
import { TABLES } from '../support/tables.ts'

/** In CI: a drift that is told; `npm run tables` walks through all six years. */
const MONTHS = 12

const kept = (name: string) => fileURLToPath(new URL(`../../docs/explanation/${name}.tsv`, import.meta.url))

// What was kept is held to what has to be true by test/scripts/ridership.test.ts.
test('a walk over the years, month by month, finds what was kept of it', async () => {
  if (TABLES) {
    await expect(writeMonths(await walk('2004-01', '2010-01'))).toMatchFileSnapshot(kept('ridership'))
    return
  }
  const found = writeMonths(await walk('2004-01', '2005-01'))
  const months = await readFile(kept('ridership'), 'utf8')
  expect(found.split('\n')).toHaveLength(MONTHS + 2)
  expect(months.slice(0, found.length)).toBe(found)
})

test('how often a season looks like a drift is what was kept of it', async () => {
  await expect(writeLooks(await lookBySeason('2004-01', '2006-01'))).toMatchFileSnapshot(
    kept('ridership-seasons'),
  )
})
