import { openTables } from '../../src/adapters/duckdb/tables.ts'
import { profileAgainst, profileReference } from '../../src/commands/profile-sample.ts'
import { DEFAULT_THRESHOLDS } from '../../src/domain/drift/feature-drift.ts'
import { judgeDrift } from '../../src/domain/drift/judge-drift.ts'

// node scripts/bench/profile-months.ts REFERENCE CURRENT: what a run of monitoring does with two files, from their rows to each
// verdict.

const [, , reference = '', current = ''] = process.argv
const tables = openTables(process.cwd())
const before = await profileReference(reference, tables)
const found = judgeDrift(before, await profileAgainst(current, before, tables), DEFAULT_THRESHOLDS, 0)
process.stdout.write(`${found.map(({ feature, status }) => `${feature} ${status}`).join(', ')}\n`)
