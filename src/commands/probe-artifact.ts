import { firstUnfit, type InputsPlan } from '../domain/comparison/input-plan.ts'
import { broken, kept, notAsked } from '../domain/contract/check.ts'
import { countNaN, differenceBetween, TOLERANCE_TEXT } from '../domain/contract/predicted.ts'
import { type Row, type ValueProbe, valueProbes } from '../domain/contract/probes.ts'
import type { ContractCheck } from '../domain/evidence/contract.ts'
import type { Scores } from '../ports.ts'
import type { Asked, AskedArtifact } from './ask-artifact.ts'
import type { Watch } from './define.ts'

/** What an artifact answers for the rows of the data, and how it keeps its promises. */
export interface ArtifactFindings {
  readonly checks: readonly ContractCheck[]
  /** Undefined where it does not answer at all. */
  readonly scores: Scores | undefined
}

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
  const whole = await artifact.ask(rows)
  if (whole.is !== 'answered') {
    const why = 'it does not answer for rows of the data'
    const others = [
      'batch-equals-single-rows',
      'same-row-same-answer',
      'no-rows',
      ...probesOf(artifact, rows).map(({ check }) => check),
    ]
    return {
      checks: [broken('answers', rows.length, whole.why), ...others.map(check => notAsked(check, why))],
      scores: undefined,
    }
  }
  const checks = [
    kept('answers', rows.length),
    await batchCheck(artifact, rows, whole),
    await repeatCheck(artifact, rows),
    await noRowsCheck(artifact),
  ]
  for (const probe of probesOf(artifact, rows)) {
    progress?.(`asking the artifact: ${probe.check.replaceAll('-', ' ')}`)
    checks.push(await valueCheck(artifact, probe))
  }
  checks.push(await wrongTypeCheck(artifact, rows[0] as Row))
  return { checks, scores: whole.scores }
}

function probesOf({ plan }: AskedArtifact, rows: readonly Row[]): ValueProbe[] {
  return valueProbes(plan.columns, rows[0] as Row, { overWire: false })
}

async function batchCheck(
  artifact: AskedArtifact,
  rows: readonly Row[],
  whole: Extract<Asked, { is: 'answered' }>,
): Promise<ContractCheck> {
  const check = 'batch-equals-single-rows'
  const single = await artifact.ask(
    rows,
    rows.map(() => 1),
  )
  if (single.is !== 'answered') return broken(check, rows.length, `row by row: ${single.why}`)
  const difference = differenceBetween(single.predicted, whole.predicted)
  return difference === undefined
    ? kept(check, rows.length, `within ${TOLERANCE_TEXT}`)
    : broken(check, rows.length, `in one batch ${difference} (allowed: ${TOLERANCE_TEXT})`)
}

/** Bit for bit: the same request of the same size leaves nothing that could differ but chance. */
async function repeatCheck(artifact: AskedArtifact, rows: readonly Row[]): Promise<ContractCheck> {
  const check = 'same-row-same-answer'
  const ones = (count: number) => Array<number>(count).fill(1)
  const twice = [...rows, ...rows]
  const asked = await artifact.ask(twice, ones(twice.length))
  if (asked.is !== 'answered') return broken(check, twice.length, asked.why)
  const { labels, numbers } = asked.predicted
  const half = (first: boolean) => {
    const [from, to] = first ? [0, rows.length] : [rows.length, twice.length]
    return {
      rows: rows.length,
      labels: labels?.slice(from, to),
      numbers:
        numbers === undefined
          ? undefined
          : {
              width: numbers.width,
              values: Array.from(numbers.values).slice(from * numbers.width, to * numbers.width),
            },
    }
  }
  const difference = differenceBetween(half(true), half(false), Object.is)
  return difference === undefined
    ? kept(check, rows.length)
    : broken(check, rows.length, `asked again, ${difference}`)
}

async function noRowsCheck(artifact: AskedArtifact): Promise<ContractCheck> {
  const asked = await artifact.ask([])
  if (asked.is === 'broke') return broken('no-rows', 1, asked.why)
  return kept('no-rows', 1, asked.is === 'refused' ? `refused: ${asked.why}` : 'an answer without rows')
}

async function valueCheck(
  artifact: AskedArtifact,
  { check, rows, columns }: ValueProbe,
): Promise<ContractCheck> {
  if (rows.length === 0) return notAsked(check, 'no input takes such values')
  const fitting = rows.filter(row => fits(artifact.plan, row))
  const unfit = rows.length - fitting.length
  const said = (parts: readonly string[]) => (parts.length === 0 ? undefined : parts.join('; '))
  const byType =
    unfit === 0 ? [] : [`${unfit} cannot be said to its whole-number inputs, so callers must refuse them`]
  if (fitting.length === 0) return kept(check, rows.length, said(byType))
  const together = await artifact.ask(fitting)
  if (together.is === 'answered') {
    const nan = countNaN(together.predicted)
    const nans = nan === 0 ? [] : [`${nan} of the numbers that it answers are NaN`]
    return kept(check, rows.length, said([...byType, ...nans]))
  }
  // One row spoils a batch: which, and how, is seen row by row.
  let refused = 0
  let why = ''
  for (const [index, row] of rows.entries()) {
    if (!fitting.includes(row)) continue
    const alone = await artifact.ask([row])
    if (alone.is === 'broke')
      return broken(check, index + 1, `with \`${columns[index]}\` changed: ${alone.why}`)
    if (alone.is === 'refused') {
      refused += 1
      why = alone.why
    }
  }
  // None did it alone: then it was all of them together.
  if (together.is === 'broke') return broken(check, rows.length, `in one batch: ${together.why}`)
  return kept(check, rows.length, said([...byType, `${refused} refused, e.g.: ${why || together.why}`]))
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

/** Each type of tensor that the model takes, given as another one: text as numbers, numbers as text. */
async function wrongTypeCheck(artifact: AskedArtifact, row: Row): Promise<ContractCheck> {
  const check = 'wrong-types'
  const { plan } = artifact
  const firstOfType = [...new Map(plan.inputs.map(input => [input.datatype, input])).values()]
  let answered = 0
  for (const { name, datatype, columns: positions } of firstOfType) {
    const wrong = datatype === 'BYTES' ? ('FP32' as const) : ('BYTES' as const)
    const kind = datatype === 'BYTES' ? ('number' as const) : ('text' as const)
    const behind = plan.columns.length
    const asked = await artifact.askOtherwise(
      {
        ...plan,
        columns: [...plan.columns, ...positions.map(at => ({ name: plan.columns[at]?.name ?? '', kind }))],
        inputs: plan.inputs.map(input =>
          input.name === name
            ? { ...input, datatype: wrong, columns: positions.map((_, index) => behind + index) }
            : input,
        ),
      },
      [[...row, ...positions.map(() => (kind === 'number' ? 1 : 'not a number'))]],
    )
    if (asked.is === 'broke')
      return broken(check, firstOfType.length, `\`${name}\` as ${wrong}: ${asked.why}`)
    if (asked.is === 'answered') answered += 1
  }
  const refused = firstOfType.length - answered
  return kept(check, firstOfType.length, `${refused} of ${firstOfType.length} types refused`)
}
