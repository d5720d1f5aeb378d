import { readFileSync } from 'node:fs'
import { openTables } from '../../src/adapters/duckdb/tables.ts'
import { profileAgainst } from '../../src/commands/profile-sample.ts'
import { DEFAULT_THRESHOLDS } from '../../src/domain/drift/feature-drift.ts'
import { judgeDrift, type SampleProfile } from '../../src/domain/drift/judge-drift.ts'

// node scripts/bench/profile-rows.ts PROFILE DATA: what a run of monitoring does with a profile that is kept and the current rows.

const [, , kept = '', data = ''] = process.argv
const reference: SampleProfile = new Map(Object.entries(JSON.parse(readFileSync(kept, 'utf8'))))
const found = judgeDrift(
  reference,
  await profileAgainst(data, reference, openTables(process.cwd())),
  DEFAULT_THRESHOLDS,
  0,
)
process.stdout.write(`${found.filter(({ status }) => status === 'ok').length}\n`)
