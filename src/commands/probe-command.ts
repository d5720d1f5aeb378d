import { broken, kept, notAsked } from '../domain/contract/check.ts'
import {
  countNaN,
  differenceBetween,
  type Predicted,
  rowsBetween,
  TOLERANCE_TEXT,
} from '../domain/contract/predicted.ts'
import { type Row, type ValueProbe, valueProbes, wrongTypeProbe } from '../domain/contract/probes.ts'
import type { ContractCheck } from '../domain/evidence/contract.ts'
import type { Asked } from './ask-artifact.ts'
import type { AskedCommand } from './ask-command.ts'
import type { Watch } from './define.ts'
import type { ArtifactFindings } from './probe-artifact.ts'

/** Rows that are asked for one by one: a program starts for each. */
const SINGLE_ROWS = 3

/**
 * Tries what a caller may do with an artifact that only a command of the repository can load. As of other artifacts an
 * answer and a clear error are both fine; but each question is one run, and a run that refuses one row refuses all.
 *
 * @param rows - Rows of the data as they stand there, at least one.
 */
export async function probeCommand(
  command: AskedCommand,
  rows: readonly Row[],
  { progress }: Watch,
): Promise<ArtifactFindings> {
  const { columns } = command
  const probes = [
    ...valueProbes(columns, rows[0] as Row, { overWire: false }).filter(({ check }) => check !== EMPTY_TEXT),
    wrongTypeProbe(columns, rows[0] as Row),
  ]
  const whole = await askFor(command, rows)
  if (whole.is !== 'answered') {
    const others = [BATCH, REPEAT, NO_ROWS, EMPTY_TEXT, ...probes.map(({ check }) => check)]
    const why = 'it does not answer for rows of the data'
    return {
      checks: [broken('answers', rows.length, whole.why), ...others.map(check => notAsked(check, why))],
      scores: undefined,
    }
  }
  const checks = [
    kept('answers', rows.length),
    await batchCheck(command, rows, whole.predicted),
    await repeatCheck(command, rows, whole.predicted),
    await noRowsCheck(command),
    notAsked(EMPTY_TEXT, 'a CSV does not tell it from a missing value'),
  ]
  for (const probe of probes) {
    progress?.(`asking the command: ${probe.check.replaceAll('-', ' ')}`)
    checks.push(await valueCheck(command, probe))
  }
  return { checks, scores: whole.scores }
}

const BATCH = 'batch-equals-single-rows'
const REPEAT = 'same-row-same-answer'
const NO_ROWS = 'no-rows'
const EMPTY_TEXT = 'empty-text'

/** One prediction a row, or it is no answer. */
async function askFor(command: AskedCommand, rows: readonly Row[]): Promise<Asked> {
  const asked = await command.ask(rows)
  return asked.is === 'answered' && asked.predicted.rows !== rows.length
    ? { is: 'broke', why: `${asked.predicted.rows} predictions for ${rows.length} rows` }
    : asked
}

async function batchCheck(
  command: AskedCommand,
  rows: readonly Row[],
  whole: Predicted,
): Promise<ContractCheck> {
  const singles = rows.slice(0, SINGLE_ROWS)
  for (const [index, row] of singles.entries()) {
    const alone = await askFor(command, [row])
    if (alone.is !== 'answered') return broken(BATCH, singles.length, `row ${index} by itself: ${alone.why}`)
    const difference = differenceBetween(alone.predicted, rowsBetween(whole, index, index + 1))
    if (difference !== undefined)
      return broken(
        BATCH,
        singles.length,
        `row ${index} in one batch: ${difference} (allowed: ${TOLERANCE_TEXT})`,
      )
  }
  return kept(BATCH, singles.length, `within ${TOLERANCE_TEXT}`)
}

/** Bit for bit: the same run leaves nothing that could differ but chance, and its seed is the same. */
async function repeatCheck(
  command: AskedCommand,
  rows: readonly Row[],
  whole: Predicted,
): Promise<ContractCheck> {
  const again = await askFor(command, rows)
  if (again.is !== 'answered') return broken(REPEAT, rows.length, again.why)
  const difference = differenceBetween(whole, again.predicted, Object.is)
  return difference === undefined
    ? kept(REPEAT, rows.length)
    : broken(REPEAT, rows.length, `asked again, ${difference}`)
}

async function noRowsCheck(command: AskedCommand): Promise<ContractCheck> {
  const asked = await askFor(command, [])
  if (asked.is === 'broke') return broken(NO_ROWS, 1, asked.why)
  return kept(NO_ROWS, 1, asked.is === 'refused' ? `refused: ${asked.why}` : undefined)
}

async function valueCheck(command: AskedCommand, { check, rows }: ValueProbe): Promise<ContractCheck> {
  if (rows.length === 0) return notAsked(check, 'no column takes such values')
  const asked = await askFor(command, rows)
  if (asked.is === 'broke') return broken(check, rows.length, asked.why)
  if (asked.is === 'refused') return kept(check, rows.length, `refused: ${asked.why}`)
  const nan = countNaN(asked.predicted)
  return kept(check, rows.length, nan === 0 ? undefined : `${nan} of the numbers that it answers are NaN`)
}
