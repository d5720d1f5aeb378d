import { describe, expect, test } from 'vitest'
import {
  EVIDENCE_KINDS,
  type EvidenceKind,
  type StoredEvidence,
} from '../../../src/domain/evidence/evidence.ts'
import { type Expectation, selectEvidence } from '../../../src/domain/evidence/select.ts'
import { EXPECTED, measured } from '../../support/judged.ts'
import { artifactOf, digest } from '../../support/models.ts'

const EXPECTATION: Expectation = { ...EXPECTED, champion: { version: 1, artifact: artifactOf(1) } }

const select = (kind: EvidenceKind, evidence: readonly StoredEvidence[], more: Partial<Expectation> = {}) =>
  selectEvidence(evidence, { ...EXPECTATION, ...more }).of(kind)

const of = (kind: EvidenceKind, subject: object = {}, named = 'a') =>
  measured(kind, {} as never, { subject, digest: digest(named) })

const AGAINST_A_CHAMPION: readonly EvidenceKind[] = ['comparison', 'latency', 'data', 'fairness']
const ON_DATA: readonly EvidenceKind[] = ['evaluation', 'comparison', 'fairness', 'latency', 'importance']

describe.each(EVIDENCE_KINDS)('%s', kind => {
  test('the newest that fits is taken, and nothing of another kind', () => {
    const other = kind === 'size' ? 'tests' : 'size'
    expect(select(kind, [of(kind, {}, '1'), of(kind, {}, '2'), of(other, {}, '3')])).toMatchObject({
      digest: digest('2'),
    })
    expect(select(kind, [])).toMatchObject({
      why: expect.stringContaining('of version 2'),
      next: expect.any(String),
    })
  })

  test('another artifact is refused by its digest, and does not hide an older one that fits', () => {
    const foreign = of(kind, { artifact: digest('9') }, '2')
    expect(select(kind, [foreign])).toMatchObject({ why: expect.stringContaining('999999999999') })
    expect(select(kind, [of(kind, {}, '1'), foreign])).toMatchObject({ digest: digest('1') })
  })

  test('other data is refused by its digest where data had a part in it', () => {
    const foreign = of(kind, { data: digest('8') }, '2')
    expect(select(kind, [foreign])).toMatchObject({ why: expect.stringContaining('888888888888') })
  })

  test('another champion than the one of now is refused by its digest', () => {
    const foreign = of(kind, { champion: digest('7') }, '2')
    expect(select(kind, [foreign])).toMatchObject({ why: expect.stringContaining('777777777777') })
  })
})

test.each(AGAINST_A_CHAMPION)('%s against a champion is refused where there is none now', kind => {
  expect(select(kind, [of(kind)], { champion: undefined })).toMatchObject({
    why: expect.stringContaining('there is none now'),
  })
})

test.each(ON_DATA)('%s is bound to nothing where the base pins no data', kind => {
  expect(select(kind, [of(kind)], { data: undefined })).toMatchObject({
    why: expect.stringContaining('pins no evaluation data'),
    next: expect.stringContaining('--pin'),
  })
})

test.each(EVIDENCE_KINDS.filter(kind => !ON_DATA.includes(kind)))('%s needs no pinned data', kind => {
  expect(select(kind, [of(kind)], { data: undefined })).toMatchObject({ digest: digest('a') })
})
