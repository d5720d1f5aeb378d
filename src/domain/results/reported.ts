import * as z from 'zod/mini'

/**
 * The schema of each answer that a report shows, loaded when a file holds that kind: a report is about a few, and their
 * schemas are large.
 */
export const REPORTED = {
  validation: async () => (await import('./validation.ts')).ValidationResult,
  registration: async () => (await import('./registration.ts')).RegistrationResult,
  'model-list': async () => (await import('./model.ts')).ModelListResult,
  model: async () => (await import('./model.ts')).ModelResult,
  version: async () => (await import('./model.ts')).VersionResult,
  search: async () => (await import('./search.ts')).SearchResult,
  history: async () => (await import('./history.ts')).HistoryResult,
  difference: async () => (await import('./difference.ts')).DifferenceResult,
  move: async () => (await import('./move.ts')).MoveResult,
  evaluation: async () => (await import('./measurement.ts')).EvaluationResult,
  comparison: async () => (await import('./measurement.ts')).ComparisonResult,
  gates: async () => (await import('./gates.ts')).GatesResult,
  latency: async () => (await import('./latency.ts')).LatencyResult,
  contract: async () => (await import('./contract.ts')).ContractResult,
  reproduction: async () => (await import('./reproduction.ts')).ReproductionResult,
  'test-report': async () => (await import('./test-report.ts')).TestReportResult,
  'custom-evidence': async () => (await import('./custom-evidence.ts')).CustomEvidenceResult,
  run: async () => (await import('./run.ts')).RunResult,
  sample: async () => (await import('./sample.ts')).SampleResult,
  drift: async () => (await import('./drift.ts')).DriftResult,
  performance: async () => (await import('./performance.ts')).PerformanceResult,
  alerts: async () => (await import('./alerts.ts')).AlertsResult,
  'alert-note': async () => (await import('./alert-note.ts')).AlertNoteResult,
  retraining: async () => (await import('./retraining.ts')).RetrainingResult,
  'service-levels': async () => (await import('./service-levels.ts')).ServiceLevelsResult,
  'monitor-history': async () => (await import('./monitor-history.ts')).MonitorHistoryResult,
  conclusion: async () => (await import('./conclusion.ts')).ConclusionResult,
  seal: async () => (await import('./seal.ts')).SealResult,
  failure: async () => (await import('./failure.ts')).Failure,
} as const

/** An answer that an earlier step printed with `--json`, as a report shows it. */
export type Reported = {
  [K in keyof typeof REPORTED]: z.infer<Awaited<ReturnType<(typeof REPORTED)[K]>>>
}[keyof typeof REPORTED]

/** Answers as a report repeats them: the schema of each is its own, `schemas/results/<kind>.json`. */
export const ReportedAnswers = z
  .array(z.looseObject({ kind: z.enum(Object.keys(REPORTED) as [Reported['kind'], ...Reported['kind'][]]) }))
  .check(z.describe('What was reported, as it was read; the schema of each is that of its kind.'))
