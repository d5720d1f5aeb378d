import { broken, kept, notAsked } from '../domain/contract/check.ts'
import {
  differenceBetween,
  isReordered,
  type Predicted,
  rowsBetween,
  TOLERANCE_TEXT,
} from '../domain/contract/predicted.ts'
import { type Row, type ValueProbe, valueProbes, wrongTypeProbe } from '../domain/contract/probes.ts'
import type { ContractCheck } from '../domain/evidence/contract.ts'
import { type Answer, ask, type EndpointUnderTest } from './ask-endpoint.ts'
import type { Watch } from './define.ts'

/** Request sizes beside 1 that rows are asked in. */
const SMALL_BATCH = 7

/**
 * Tries what a caller may send to an endpoint, and holds its answers to the artifact's own. Once it does not answer
 * at all, nothing more is asked: each question would cost the whole time-out.
 *
 * @param rows - Rows of the data, at least two.
 */
export async function probeEndpoint(
  served: EndpointUnderTest,
  rows: readonly Row[],
  watch: Watch,
): Promise<ContractCheck[]> {
  const row = rows[0] as Row
  const probes = [
    ...valueProbes(served.columns, row, { overWire: true }),
    wrongTypeProbe(served.columns, row),
  ]
  watch.progress?.('asking the endpoint for rows of the data')
  const whole = await ask(served, served.protocol.encode(rows), watch)
  const questions = questionsAfter(
    whole.is === 'predictions' ? whole.predicted : { rows: 0 },
    probes,
    served,
    rows,
  )
  if (whole.is !== 'predictions') {
    const why = whole.is === 'refusal' ? `it answers rows of the data with status ${whole.status}` : whole.why
    const others = ['content-type', 'same-as-artifact', 'order', ...questions.map(({ check }) => check)]
    return [
      broken('answers', rows.length, why),
      ...others.map(check => notAsked(check, 'it does not answer for rows of the data')),
    ]
  }
  const checks = [
    kept('answers', rows.length),
    contentTypeCheck(whole.contentType),
    ...artifactChecks(served, whole.predicted, rows.length),
  ]
  let gone = false
  for (const { check, put } of questions) {
    watch.progress?.(`asking the endpoint: ${check.replaceAll('-', ' ')}`)
    const finding: Finding = gone
      ? { check: notAsked(check, 'it had stopped answering'), gone }
      : await put(watch)
    checks.push(finding.check)
    gone = finding.gone
  }
  return checks
}

interface Question {
  readonly check: string
  put(watch: Watch): Promise<Finding>
}

/** What is asked once it answered, the most harmless first: what kills an endpoint hides what comes behind it. */
function questionsAfter(
  whole: Predicted,
  probes: readonly ValueProbe[],
  served: EndpointUnderTest,
  rows: readonly Row[],
): Question[] {
  return [
    { check: 'batch-equals-single-rows', put: watch => batchQuestion(served, rows, whole, watch) },
    { check: 'no-rows', put: watch => noRowsQuestion(served, watch) },
    ...probes.map(probe => ({
      check: probe.check,
      put: (watch: Watch) => valueQuestion(served, probe, watch),
    })),
    { check: 'malformed-requests', put: watch => malformedQuestion(served, watch) },
    { check: 'same-answer-afterwards', put: watch => againQuestion(served, rows, whole, watch) },
  ]
}

interface Finding {
  readonly check: ContractCheck
  /** Whether it has stopped answering. */
  readonly gone: boolean
}

const found = (check: ContractCheck): Finding => ({ check, gone: false })

function contentTypeCheck(contentType: string): ContractCheck {
  const isJson = contentType === 'application/json' || contentType.endsWith('+json')
  return isJson
    ? kept('content-type', 1)
    : broken('content-type', 1, `\`${contentType || 'none'}\` instead of \`application/json\``)
}

function artifactChecks(served: EndpointUnderTest, given: Predicted, rows: number): ContractCheck[] {
  const expected = served.expectedFor(given)
  const difference = differenceBetween(expected, given)
  const reordered = isReordered(expected, given)
  return [
    difference === undefined
      ? kept('same-as-artifact', rows, `within ${TOLERANCE_TEXT}`)
      : broken('same-as-artifact', rows, `${difference} (allowed: ${TOLERANCE_TEXT})`),
    reordered
      ? broken('order', rows, 'the predictions are those of the artifact, in another order than the rows')
      : difference === undefined
        ? kept('order', rows)
        : notAsked('order', 'the predictions are not those of the artifact'),
  ]
}

/** Rows one by one and in small batches, against all at once. */
async function batchQuestion(
  served: EndpointUnderTest,
  rows: readonly Row[],
  whole: Predicted,
  watch: Watch,
): Promise<Finding> {
  const check = 'batch-equals-single-rows'
  for (const size of [1, SMALL_BATCH]) {
    for (let from = 0; from < rows.length; from += size) {
      const part = rows.slice(from, from + size)
      const answer = await ask(served, served.protocol.encode(part), watch)
      const where = `rows ${from} to ${from + part.length - 1} by themselves`
      if (answer.is !== 'predictions') return lost(check, rows.length, where, answer)
      const difference = differenceBetween(rowsBetween(whole, from, from + part.length), answer.predicted)
      if (difference !== undefined) return found(broken(check, rows.length, `${where}: ${difference}`))
    }
  }
  return found(kept(check, rows.length, `within ${TOLERANCE_TEXT}`))
}

function lost(
  check: string,
  probes: number,
  where: string,
  answer: Exclude<Answer, { is: 'predictions' }>,
): Finding {
  if (answer.is === 'refusal') return found(broken(check, probes, `${where}: status ${answer.status}`))
  return { check: broken(check, probes, `${where}: ${answer.why}`), gone: answer.gone }
}

async function noRowsQuestion(served: EndpointUnderTest, watch: Watch): Promise<Finding> {
  const answer = await ask(served, served.protocol.encode([]), watch)
  if (answer.is === 'wrong') return lost('no-rows', 1, 'a request without rows', answer)
  if (answer.is === 'refusal') return found(kept('no-rows', 1, `status ${answer.status}`))
  const { rows } = answer.predicted
  return found(rows === 0 ? kept('no-rows', 1) : broken('no-rows', 1, `${rows} predictions for no rows`))
}

/** Each probe is a request of its own: one prediction, or a status that says that the caller is at fault. */
async function valueQuestion(
  served: EndpointUnderTest,
  { check, rows, columns }: ValueProbe,
  watch: Watch,
): Promise<Finding> {
  if (rows.length === 0) return found(notAsked(check, 'no input takes such values'))
  let refused = 0
  for (const [index, row] of rows.entries()) {
    const answer = await ask(served, served.protocol.encode([row]), watch)
    const where = `with \`${columns[index]}\` changed`
    if (answer.is === 'wrong') return lost(check, index + 1, where, answer)
    if (answer.is === 'refusal') refused += 1
    else if (answer.predicted.rows !== 1) {
      return found(broken(check, index + 1, `${where}: ${answer.predicted.rows} predictions for 1 row`))
    }
  }
  return found(kept(check, rows.length, refused === 0 ? undefined : `${refused} refused by a status of 4xx`))
}

/** What is no request at all must be called so: not answered, and not a fault of the server's. */
async function malformedQuestion(served: EndpointUnderTest, watch: Watch): Promise<Finding> {
  const check = 'malformed-requests'
  const { malformed } = served.protocol
  for (const [index, { what, body }] of malformed.entries()) {
    const answer = await ask(served, body, watch)
    if (answer.is === 'predictions')
      return found(broken(check, index + 1, `${what}: it answers with predictions`))
    if (answer.is === 'wrong') return lost(check, index + 1, what, answer)
  }
  return found(kept(check, malformed.length))
}

async function againQuestion(
  served: EndpointUnderTest,
  rows: readonly Row[],
  whole: Predicted,
  watch: Watch,
): Promise<Finding> {
  const check = 'same-answer-afterwards'
  const answer = await ask(served, served.protocol.encode(rows), watch)
  if (answer.is !== 'predictions') return lost(check, rows.length, 'the same rows again', answer)
  const difference = differenceBetween(whole, answer.predicted)
  return found(
    difference === undefined
      ? kept(check, rows.length)
      : broken(check, rows.length, `the same rows again: ${difference}`),
  )
}
