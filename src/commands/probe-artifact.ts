import { firstUnfit, type InputsPlan } from '../domain/comparison/input-plan.ts'
import { broken, kept, notAsked } from '../domain/contract/check.ts'
import { countNaN, differenceBetween, rowsBetween, TOLERANCE_TEXT } from '../domain/contract/predicted.ts'
import { type Row, type ValueProbe, valueProbes } from '../domain/contract/probes.ts'
import type { ContractCheck } from '../domain/evidence/contract.ts'
import type { Asked, AskedArtifact } from './ask-artifact.ts'
import type { Watch } from './define.ts'
import type { ModelScores } from './labelled-scores.ts'
import { wrongTypeCheck } from './probe-tensor-types.ts'

/** What an artifact answers for the rows of the data, and how it keeps its promises. */
export interface ArtifactFindings {
  readonly checks: readonly ContractCheck[]
  /** Undefined where it does not answer at all. */
  readonly scores: ModelScores | undefined
}

type Answered = Extract<Asked, { is: 'answered' }>

/**
 * Tries what a caller may do with an artifact: batches and single rows, nothing, values that training had none of,
 * tensors of another type. An answer and a clear error are both fine; a death, a hang and two answers are not.
 *
 * @param rows - Rows of the data, at least one.
 */
export async function probeArtifact(
  artifact: AskedArtifact,
  rows: readonly Row[],
  { progress }: Watch,
): Promise<ArtifactFindings> {
  progress?.('asking the artifact for rows of the data')
  const probes = valueProbes(artifact.plan.columns, rows[0] as Row, { overWire: false })
  const whole = await artifact.ask(rows)
  if (whole.is !== 'answered') {
    const others = [BATCH, REPEAT, NO_ROWS, ...probes.map(({ check }) => check), 'wrong-types']
    const why = 'it does not answer for rows of the data'
    return {
      checks: [broken('answers', rows.length, whole.why), ...others.map(check => notAsked(check, why))],
      scores: undefined,
    }
  }
  progress?.('asking the artifact for odd rows')
  const questions = [
    batchQuestion(rows, whole),
    repeatQuestion(rows),
    NO_ROWS_QUESTION,
    ...probes.map(probe => valueQuestion(artifact, probe)),
  ]
  const checks = [
    kept('answers', rows.length),
    ...(await inTurn(artifact, questions)),
    await wrongTypeCheck(artifact, rows[0] as Row),
  ]
  return { checks, scores: whole.scores }
}

const BATCH = 'batch-equals-single-rows'
const REPEAT = 'same-row-same-answer'
const NO_ROWS = 'no-rows'

/** Rows to ask for, in batches of these sizes, and what the answer says of a promise. */
interface Question {
  readonly rows: readonly Row[]
  readonly sizes: readonly number[]
  judge(asked: Asked): ContractCheck | Promise<ContractCheck>
}

/**
 * Puts all questions to one process, which costs a tenth of a process for each. Where it does not answer them all,
 * each gets its own: one that kills it must not take the others' answers along.
 */
async function inTurn(artifact: AskedArtifact, questions: readonly Question[]): Promise<ContractCheck[]> {
  const together = await artifact.ask(
    questions.flatMap(({ rows }) => rows),
    questions.flatMap(({ sizes }) => sizes),
  )
  const checks: ContractCheck[] = []
  let from = 0
  for (const { rows, sizes, judge } of questions) {
    const to = from + rows.length
    const asked =
      together.is === 'answered'
        ? { ...together, predicted: rowsBetween(together.predicted, from, to) }
        : await artifact.ask(rows, sizes)
    checks.push(await judge(asked))
    from = to
  }
  return checks
}

const oneByOne = (rows: readonly Row[]) => ({ rows, sizes: rows.map(() => 1) })
const allAtOnce = (rows: readonly Row[]) => ({ rows, sizes: rows.length === 0 ? [] : [rows.length] })

function batchQuestion(rows: readonly Row[], whole: Answered): Question {
  return {
    ...oneByOne(rows),
    judge(single) {
      if (single.is !== 'answered') return broken(BATCH, rows.length, `row by row: ${single.why}`)
      const difference = differenceBetween(single.predicted, whole.predicted)
      return difference === undefined
        ? kept(BATCH, rows.length, `within ${TOLERANCE_TEXT}`)
        : broken(BATCH, rows.length, `in one batch ${difference} (allowed: ${TOLERANCE_TEXT})`)
    },
  }
}

/** Bit for bit: the same request of the same size leaves nothing that could differ but chance. */
function repeatQuestion(rows: readonly Row[]): Question {
  const twice = [...rows, ...rows]
  return {
    ...oneByOne(twice),
    judge(asked) {
      if (asked.is !== 'answered') return broken(REPEAT, twice.length, asked.why)
      const first = rowsBetween(asked.predicted, 0, rows.length)
      const again = rowsBetween(asked.predicted, rows.length, twice.length)
      const difference = differenceBetween(first, again, Object.is)
      return difference === undefined
        ? kept(REPEAT, rows.length)
        : broken(REPEAT, rows.length, `asked again, ${difference}`)
    },
  }
}

const NO_ROWS_QUESTION: Question = {
  rows: [],
  sizes: [0],
  judge(asked) {
    if (asked.is === 'broke') return broken(NO_ROWS, 1, asked.why)
    return kept(NO_ROWS, 1, asked.is === 'refused' ? `refused: ${asked.why}` : undefined)
  },
}

function valueQuestion(artifact: AskedArtifact, { check, rows, columns }: ValueProbe): Question {
  const fitting = rows.flatMap((row, index) =>
    fits(artifact.plan, row) ? [{ row, column: columns[index] }] : [],
  )
  const unfit = rows.length - fitting.length
  const byType =
    unfit === 0 ? [] : [`${unfit} do not go into its whole-number inputs, so callers must refuse them`]
  const keptWith = (details: readonly string[]) =>
    kept(check, rows.length, details.length === 0 ? undefined : details.join('; '))
  return {
    ...allAtOnce(fitting.map(({ row }) => row)),
    async judge(together) {
      if (rows.length === 0) return notAsked(check, 'no input takes such values')
      if (fitting.length === 0) return keptWith(byType)
      if (together.is === 'answered') {
        const nan = countNaN(together.predicted)
        return keptWith([...byType, ...(nan === 0 ? [] : [`${nan} of the numbers that it answers are NaN`])])
      }
      // One row spoils a batch: which, and how, is seen row by row.
      const refusals: string[] = []
      for (const { row, column } of fitting) {
        const alone = await artifact.ask([row])
        if (alone.is === 'broke')
          return broken(check, rows.length, `with \`${column}\` changed: ${alone.why}`)
        if (alone.is === 'refused') refusals.push(alone.why)
      }
      // None did it alone: then it was all of them together.
      if (together.is === 'broke') return broken(check, rows.length, `in one batch: ${together.why}`)
      return keptWith([...byType, `${refusals.length} refused, e.g.: ${refusals[0] ?? together.why}`])
    },
  }
}

/** Whether each value can stand in its tensor: whole-number tensors hold no missing and no fractional values. */
function fits({ columns, inputs }: InputsPlan, row: Row): boolean {
  return inputs.every(({ datatype, columns: positions }) =>
    positions.every(at => {
      if (columns[at]?.kind !== 'number') return true
      const value = row[at]
      return firstUnfit(Float64Array.of(value === null ? Number.NaN : Number(value)), datatype) === undefined
    }),
  )
}
