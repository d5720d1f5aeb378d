import { expect, test } from 'vitest'
import { Evidence } from '../../../src/domain/evidence/evidence.ts'
import { sizeEvidence } from '../../../src/domain/evidence/size.ts'
import { versionRecord } from '../../support/models.ts'

const ORIGIN = { tool: 'test', machine: 'test', 'started-at': '2026-11-21T10:00:00Z', seconds: 1 }

test('the size of an artifact is what its record says, of a file one', () => {
  const record = versionRecord(3)
  const folder = { ...record, artifact: { ...record.artifact, files: 12 } }
  expect(Evidence.parse(sizeEvidence(record, ORIGIN))).toMatchObject({
    kind: 'size',
    subject: { artifact: record.artifact.sha256 },
    facts: { bytes: record.artifact.bytes, files: 1 },
  })
  expect(sizeEvidence(folder, ORIGIN).facts.files).toBe(12)
})
