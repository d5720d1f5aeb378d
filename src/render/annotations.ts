import type { ErrorFacts, Place } from '../domain/errors/index.ts'
import type { GateResult, GateTree } from '../domain/gates/result.ts'
import type { Result } from '../domain/results/index.ts'
import type { SealedMove } from '../domain/results/seal.ts'
import { fullSentence } from './blocks.ts'
import { gateTitle } from './results/gate-titles.ts'

/** Something to show beside the code or at the top of a run. Plain text: who writes it out escapes it. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly place?: Place
}

/** What of a result belongs on lines of files, or stands in the way of a pass; the worst first. */
export function annotationsOf(result: Result): readonly Annotation[] {
  const found = foundIn(result)
  return [
    ...found.filter(({ level }) => level === 'error'),
    ...found.filter(({ level }) => level !== 'error'),
  ]
}

function foundIn(result: Result): Annotation[] {
  if (result.kind === 'validation' || result.kind === 'judgement') return ofProblems(result.problems)
  if (result.kind === 'report') return result.why === 'read-only' ? ofLack(result.remarks, result.next) : []
  if (result.kind === 'conclusion') return result.next.length > 0 ? ofLack(result.remarks, result.next) : []
  if ('commit-status' in result && result['commit-status']?.change === 'not-set')
    return [...ofLack(result.remarks.filter(isUnmarked), []), ...ofGates(gatesIn(result))]
  return result.kind === 'seal' ? result.sealed.flatMap(ofSealed) : ofGates(gatesIn(result))
}

const isUnmarked = (remark: string) => remark.includes('no commit status was set')

/** What the token may not do, where only showing is lost by it. */
function ofLack(remarks: readonly string[], next: readonly string[]): Annotation[] {
  return [{ level: 'warning', title: 'missing-permission', message: sentences(...remarks, ...next) }]
}

/** What was merged and did not hold is an error; what could not be found out a warning. */
function ofSealed({ model, record, outcome, problems, held }: SealedMove): Annotation[] {
  const title = `${model}: record ${record}`
  if (outcome === 'inconclusive')
    return [{ level: 'warning', title, message: sentences(...(held?.reasons ?? [])) }]
  return problems.map(problem => ({ level: 'error', title, message: sentences(problem) }))
}

/** An error as an annotation: what is wrong, and what to do. */
export function annotationOfError({ code, message, next, place }: ErrorFacts): Annotation {
  return {
    level: 'error',
    title: code,
    message: sentences(message, next),
    ...(place === undefined ? {} : { place }),
  }
}

function ofProblems(problems: Extract<Result, { kind: 'validation' }>['problems']): Annotation[] {
  return problems.map(({ severity, code, message, next, place }) => ({
    level: severity,
    title: code,
    message: sentences(message, next),
    place: place as Place,
  }))
}

function gatesIn(result: Result): GateTree | undefined {
  return 'gates' in result ? result.gates : undefined
}

function ofGates(tree: GateTree | undefined): Annotation[] {
  if (tree === undefined) return []
  return [
    ...tree.gates.flatMap(ofGate),
    ...tree.remarks.map(
      ({ message, next }): Annotation => ({ level: 'warning', message: sentences(message, next) }),
    ),
  ]
}

function ofGate(gate: GateResult): Annotation[] {
  if (gate.outcome === 'passed' || gate.outcome === 'left-out') return []
  return [
    {
      level: gate.outcome === 'failed' ? 'error' : 'warning',
      title: `${gateTitle(gate)}: ${gate.outcome}`,
      message: sentences(gate.reason, gate.next),
    },
  ]
}

function sentences(...texts: readonly (string | undefined)[]): string {
  return texts
    .filter(text => text !== undefined)
    .map(fullSentence)
    .join(' ')
}
