import { expect } from 'vitest'
import { history } from '../../src/commands/history.ts'
import type { PromotionRecord } from '../../src/domain/registry/record.ts'
import type { HistoryResult } from '../../src/domain/results/history.ts'
import { Result } from '../../src/domain/results/index.ts'
import { aliasRecord, archiveRecord, digest, promotion, rollbackRecord, SERVING } from './models.ts'
import type { Workbench } from './workbench.ts'

/** Seven moves of three versions, of every kind. */
export const RECORDS: readonly PromotionRecord[] = [
  ...SERVING,
  promotion(2, 'staging', 'production', {
    displaces: 1,
    aliases: { challenger: null, champion: 2 },
    reason: 'better recall',
    evidence: [digest('e'), digest('f')],
    'requested-by': 'Grace <grace@example.com>',
    'requested-at': '2026-10-05T09:00:00Z',
  }),
  rollbackRecord(1, 'production', { displaces: 2, aliases: { champion: 1 }, unapproved: 'it was night' }),
  archiveRecord(3, 'development', { purged: true }),
  aliasRecord({ shadow: 1, other: 2 }),
]

/** What `history` answers about the model of these tests. */
export async function tellHistory(
  bench: Pick<Workbench, 'ports'>,
  input: Record<string, unknown> = {},
): Promise<HistoryResult> {
  const result = (await history.execute({ model: 'churn', ...input }, bench.ports, {})) as HistoryResult
  expect(Result.parse(result)).toEqual(result)
  return result
}
