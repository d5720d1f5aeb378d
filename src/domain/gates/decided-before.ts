import type { PromotionRecord } from '../registry/record.ts'

/**
 * How many promotions on record were decided on a set of evaluation rows.
 *
 * @param dataOf - Evidence's digest to the digest of the data that it was measured on.
 */
export function decidedBefore(
  records: readonly PromotionRecord[],
  dataOf: ReadonlyMap<string, string>,
  data: string,
): number {
  return records.filter(
    record => record.kind === 'promotion' && record.evidence.some(digest => dataOf.get(digest) === data),
  ).length
}
