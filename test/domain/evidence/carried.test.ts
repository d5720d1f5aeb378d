import { describe, expect, test } from 'vitest'
import { carriedEvidence } from '../../../src/domain/evidence/carried.ts'
import type { Contract } from '../../../src/domain/evidence/contract.ts'
import type { StoredEvidence } from '../../../src/domain/evidence/evidence.ts'
import { EXPECTED, measured } from '../../support/judged.ts'
import { artifactOf, digest } from '../../support/models.ts'

const CHAMPION = { ...EXPECTED, champion: { version: 1, artifact: artifactOf(1) } }
const size = (name: string, subject = {}) =>
  measured('size', { bytes: 10, files: 1 }, { digest: digest(name), subject })
const custom = (name: string, key: string, data?: string) =>
  measured(
    'custom',
    { name, passed: true },
    { digest: digest(key), subject: data === undefined ? {} : { data } },
  )
const contract = (against: Contract['against'], key: string) =>
  measured(
    'contract',
    { against, inputs: 1, probes: 1, checks: [{ check: 'x', outcome: 'kept', probes: 1 }] },
    { digest: digest(key) },
  )

const carried = (
  pending: readonly StoredEvidence[],
  judged: readonly string[] = [],
  expected: Parameters<typeof carriedEvidence>[2] = CHAMPION,
) => carriedEvidence(pending, judged, expected).map(({ digest: name }) => name.charAt(0))

test('what no gate judged is carried too, by the names of the files', () => {
  expect(carried([size('a'), custom('toxicity', 'b')], [digest('b')])).toEqual(['b', 'a'])
})

describe('not carried is', () => {
  test('what is about another artifact, other data or another champion', () => {
    const against = (champion: string) =>
      measured('data', CHANGE, { digest: digest('c'), subject: { champion } })
    expect(carried([size('a', { artifact: digest('9') })])).toEqual([])
    expect(carried([custom('toxicity', 'b', digest('9'))])).toEqual([])
    expect(carried([against(digest('9'))])).toEqual([])
    expect(carried([against(artifactOf(1))])).toEqual(['c'])
    expect(carried([against(artifactOf(1))], [], { ...EXPECTED, champion: undefined })).toEqual([])
  })

  test('a second of a kind: the last counts, and what was judged before all', () => {
    expect(carried([size('a'), size('b')])).toEqual(['b'])
    expect(carried([size('a'), size('b')], [digest('a')])).toEqual(['a'])
  })

  test('a second finding of the same name, while others are', () => {
    const pending = [custom('toxicity', 'a'), custom('bias', 'b'), custom('toxicity', 'c')]
    expect(carried(pending)).toEqual(['b', 'c'])
    expect(carried(pending, [digest('a')])).toEqual(['a', 'b'])
  })

  test('a contract beside the one that was judged, since a gate may ask for either', () => {
    const both = [contract('artifact', 'a'), contract('endpoint', 'b')]
    expect(carried(both)).toEqual(['a', 'b'])
    expect(carried(both, [digest('b')])).toEqual(['b'])
    expect(carried(both, [digest('a'), digest('b')])).toEqual(['a', 'b'])
  })
})

const CHANGE = {
  champion: { rows: 1, sha256: digest('1') },
  challenger: { rows: 1, sha256: digest('2') },
  added: 0,
  removed: 0,
  columns: [],
}
