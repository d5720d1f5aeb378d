import type { ErrorFacts } from '../domain/errors/index.ts'
import { ERROR_CODES, placeText } from '../domain/errors/index.ts'
import type { Failure } from '../domain/results/failure.ts'
import type { Reported, Result } from '../domain/results/index.ts'
import type { MoveResult } from '../domain/results/move.ts'
import type { RegistrationResult } from '../domain/results/registration.ts'
import { type Block, bad, dim, fullSentence, paragraph, sentence } from './blocks.ts'
import { COMMENT_LIMIT, fitBlocks } from './budget.ts'
import { visible, visibleJson } from './escape.ts'
import { toMarkdown } from './markdown.ts'
import { noteLine, type ReportPage, sourceLine, titleLine } from './report-page.ts'
import { describeAlertNote } from './results/alert-note.ts'
import { describeAlerts } from './results/alerts.ts'
import { describeComparison } from './results/comparison.ts'
import { describeConclusion } from './results/conclusion.ts'
import { describeContract } from './results/contract.ts'
import { describeCustomEvidence } from './results/custom-evidence.ts'
import { describeDifference } from './results/difference.ts'
import { describeDrift } from './results/drift.ts'
import { describeEvaluation } from './results/evaluation.ts'
import { describeGates } from './results/gates.ts'
import { describeHistory } from './results/history.ts'
import { describeInitialization } from './results/initialization.ts'
import { describeJudgement } from './results/judgement.ts'
import { describeLatency } from './results/latency.ts'
import { describeModel, describeModelList, describeVersion } from './results/model.ts'
import { describeMonitorHistory } from './results/monitor-history.ts'
import { describeMove, proposedMove } from './results/move.ts'
import { describePerformance } from './results/performance.ts'
import { candidateLines, describeRegistration, proposedRegistration } from './results/registration.ts'
import { describeFailure, reportLead } from './results/report.ts'
import { describeReproduction } from './results/reproduction.ts'
import { describeRetraining } from './results/retraining.ts'
import { describeRun } from './results/run.ts'
import { describeSample } from './results/sample.ts'
import { describeSeal } from './results/seal.ts'
import { describeSearch } from './results/search.ts'
import { describeServiceLevels } from './results/service-levels.ts'
import { describeTestReport } from './results/test-report.ts'
import { describeValidation } from './results/validation.ts'
import { toText } from './text.ts'
import { watchLines } from './watch.ts'

export const FORMATS = ['text', 'markdown', 'json'] as const
export type Format = (typeof FORMATS)[number]

export interface RenderOptions {
  /** Text: whether to colour. */
  readonly color?: boolean
  /** Markdown: how many characters it may have; by itself what a comment on GitHub takes. */
  readonly limit?: number
  /** Markdown: where a reader of a shortened report finds the whole. */
  readonly whole?: string
}

/** A result as a person or a program reads it. */
export function render(
  result: Result,
  format: Format,
  { color = false, limit = COMMENT_LIMIT, whole = 'the answer as JSON (--json)' }: RenderOptions = {},
): string {
  if (format === 'json') return `${visibleJson(JSON.stringify(result, null, 2))}\n`
  const blocks = describe(result)
  return format === 'markdown' ? fitBlocks(blocks, toMarkdown, limit, whole) : toText(blocks, { color })
}

/**
 * Answers of several steps as one part of a comment, in Markdown: the part's title, the answers, and which commit and
 * run they are of. Shortened where they are longer than the page takes.
 */
export function renderReport(results: readonly Reported[], page: ReportPage): string {
  const [head, source] = [`${titleLine(page)}${watchLines(page.watch ?? [])}`, sourceLine(page)]
  const room = Math.max(0, page.limit - head.length - source.length)
  return `${head}${fitBlocks(results.flatMap(describe), toMarkdown, room, WHOLE)}${source}`
}

/** What the pull request of a planned change says: what moves, on which evidence, and who may approve. */
export function renderProposal(planned: MoveResult | RegistrationResult): string {
  const blocks = planned.kind === 'move' ? proposedMove(planned) : proposedRegistration(planned)
  const lead = planned.kind === 'registration' ? candidateLines(planned) : ''
  const room = COMMENT_LIMIT - lead.length
  return `${lead}${fitBlocks(blocks, toMarkdown, room, 'the files of this pull request')}`
}

/** Where the whole of a shortened report of a run is. */
export const renderReportNote = (url: string | undefined): string => noteLine(WHOLE, url)

const WHOLE = 'the summary of its run'

/** An answer as blocks, for pages that hold one among others. */
export function describe(result: Result | Reported): Block[] {
  switch (result.kind) {
    case 'initialization':
      return describeInitialization(result)
    case 'validation':
      return describeValidation(result)
    case 'registration':
      return describeRegistration(result)
    case 'model-list':
      return describeModelList(result)
    case 'model':
      return describeModel(result)
    case 'version':
      return describeVersion(result)
    case 'search':
      return describeSearch(result)
    case 'history':
      return describeHistory(result)
    case 'alerts':
      return describeAlerts(result)
    case 'alert-note':
      return describeAlertNote(result)
    case 'monitor-history':
      return describeMonitorHistory(result)
    case 'difference':
      return describeDifference(result)
    case 'move':
      return describeMove(result)
    case 'evaluation':
      return describeEvaluation(result)
    case 'comparison':
      return describeComparison(result)
    case 'gates':
      return describeGates(result)
    case 'latency':
      return describeLatency(result)
    case 'contract':
      return describeContract(result)
    case 'reproduction':
      return describeReproduction(result)
    case 'test-report':
      return describeTestReport(result)
    case 'custom-evidence':
      return describeCustomEvidence(result)
    case 'failure':
      return describeFailure(result)
    case 'conclusion':
      return describeConclusion(result)
    case 'report':
      return [...reportLead(result), ...(result.answers as unknown as readonly Reported[]).flatMap(describe)]
    case 'run':
      return describeRun(result)
    case 'sample':
      return describeSample(result)
    case 'drift':
      return describeDrift(result)
    case 'retraining':
      return describeRetraining(result)
    case 'service-levels':
      return describeServiceLevels(result)
    case 'performance':
      return describePerformance(result)
    case 'judgement':
      return describeJudgement(result)
    case 'seal':
      return describeSeal(result)
  }
}

/** An error as a person reads it: where, what, what to do. */
export function renderError(error: ErrorFacts, { color = false }: { readonly color?: boolean } = {}): string {
  const { place: at, message } = error
  const isSaid = at === undefined || at.path === 'filter' || (!at.line && message.startsWith(at.path))
  const place = isSaid ? '' : `${placeText(at)}: `
  const report = ERROR_CODES[error.code] === 'bug' ? ' This is a bug of Modelyard.' : ''
  const [first = '', ...rest] = `${place}${error.message}`.split('\n')
  const lines = [paragraph(bad('Error'), ` ${first}${rest.length === 0 ? '.' : ''}${report}`)]
  // A filter is shown with a mark under its column: those lines stay as they are.
  const body = toText(lines, { color }).trimEnd()
  return [
    body,
    ...rest.map(visible),
    toText([paragraph(dim(fullSentence(error.next)))], { color }).trimEnd(),
    '',
  ].join('\n')
}

/** An error as Markdown: what is wrong, and what to do. */
export function renderErrorMarkdown({ message, next, place, code }: ErrorFacts): string {
  const at = place === undefined ? '' : `${placeText(place)}: `
  return toMarkdown([
    paragraph(bad('Error'), ` (${code}) ${at}`, ...sentence(fullSentence(message))),
    paragraph(...sentence(fullSentence(next))),
  ])
}

/** An error as a program reads it: one document, of the schema `results/failure.json`. */
export function renderFailure({ code, message, next, place }: ErrorFacts, command?: string): string {
  const failure: Failure = {
    kind: 'failure',
    ...(command === undefined ? {} : { command }),
    code,
    message,
    next,
    ...(place === undefined ? {} : { place: { ...place } }),
  }
  return `${JSON.stringify(failure, null, 2)}\n`
}
