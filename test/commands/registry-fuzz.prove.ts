import { expect, test } from 'vitest'
import { fuzz, startRegistries } from '../support/registry-fuzz.ts'

test('10,000 registries that something happened to crash nothing, and pass only where an independent checker agrees', async ({
  annotate,
}) => {
  const { defects, accepted, rejected, byKind } = await fuzz(await startRegistries(), 20_261_001, 10_000)
  const kinds = [...byKind].map(([kind, counts]) => `${kind} ${counts.accepted}/${counts.rejected}`)
  await annotate(`${accepted} accepted, ${rejected} rejected; alone: ${kinds.sort().join(', ')}`)
  expect(defects).toEqual([])
  expect(accepted).toBeGreaterThan(1500)
  expect(rejected).toBeGreaterThan(5000)
  for (const [kind, counts] of byKind)
    expect([kind, Math.min(counts.accepted, counts.rejected)]).toEqual([kind, expect.toSatisfy(n => n > 5)])
})
