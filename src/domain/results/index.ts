import * as z from 'zod/mini'
import { AlertNoteResult } from './alert-note.ts'
import { AlertsResult } from './alerts.ts'
import { ConclusionResult } from './conclusion.ts'
import { ContractResult } from './contract.ts'
import { CustomEvidenceResult } from './custom-evidence.ts'
import { DifferenceResult } from './difference.ts'
import { DriftResult } from './drift.ts'
import { GatesResult } from './gates.ts'
import { HistoryResult } from './history.ts'
import { InitializationResult } from './initialization.ts'
import { JudgementResult } from './judgement.ts'
import { LatencyResult } from './latency.ts'
import { ComparisonResult, EvaluationResult } from './measurement.ts'
import { ModelListResult, ModelResult, VersionResult } from './model.ts'
import { MonitorHistoryResult } from './monitor-history.ts'
import { MoveResult } from './move.ts'
import { PerformanceResult } from './performance.ts'
import { RegistrationResult } from './registration.ts'
import { ReportResult } from './report.ts'
import { ReproductionResult } from './reproduction.ts'
import { RetrainingResult } from './retraining.ts'
import { RunResult } from './run.ts'
import { SampleResult } from './sample.ts'
import { SealResult } from './seal.ts'
import { SearchResult } from './search.ts'
import { ServiceLevelsResult } from './service-levels.ts'
import { TestReportResult } from './test-report.ts'
import { ValidationResult } from './validation.ts'

/** What commands answer, by `kind`; with `--json` it is printed as it is. Keys are kebab-case. */
export const Result = z.discriminatedUnion('kind', [
  InitializationResult,
  ValidationResult,
  RegistrationResult,
  ModelListResult,
  ModelResult,
  VersionResult,
  SearchResult,
  HistoryResult,
  MonitorHistoryResult,
  AlertsResult,
  AlertNoteResult,
  DifferenceResult,
  MoveResult,
  EvaluationResult,
  ComparisonResult,
  GatesResult,
  LatencyResult,
  ContractResult,
  ReproductionResult,
  TestReportResult,
  CustomEvidenceResult,
  ReportResult,
  ConclusionResult,
  RunResult,
  SampleResult,
  DriftResult,
  RetrainingResult,
  ServiceLevelsResult,
  PerformanceResult,
  SealResult,
  JudgementResult,
])
export type Result = z.infer<typeof Result>

export type { Reported } from './reported.ts'
