import type { z } from 'zod/mini'
import type {
  ComparisonEvidence,
  EvaluationEvidence,
  StoredEvidence,
} from '../../src/domain/evidence/evidence.ts'
import { Config } from '../../src/domain/registry/config.ts'
import { ModelDefinition } from '../../src/domain/registry/definition.ts'
import { foldRecords } from '../../src/domain/registry/fold.ts'
import type { ModelState } from '../../src/domain/registry/model-state.ts'
import type { Request } from '../../src/domain/registry/move-plan.ts'
import type { PromotionFacts } from '../../src/domain/registry/plan-promotion.ts'
import type { PromotionRecord } from '../../src/domain/registry/record.ts'
import type { VersionRecord } from '../../src/domain/registry/version.ts'

/** A digest or id that can be told apart at sight: the letter, over and over. */
export const digest = (letter: string) => letter.repeat(64)
export const commitId = (letter: string) => letter.repeat(40)
/** The artifact of a version in these tests. */
export const artifactOf = (version: number) => digest((version % 16).toString(16))
export const DATA = digest('d')

export const REQUEST: Request = {
  requestedBy: 'Ada <ada@example.com>',
  requestedAt: '2026-11-21T10:02:11Z',
  judgedAt: 'terminal',
}

/** Floors alone, so that no test needs a comparison but those that are about one. */
const GATED = { gates: [{ metric: 'roc-auc', min: 0.7 }], defaults: false }

export function definition(overrides: Partial<z.input<typeof ModelDefinition>> = {}): ModelDefinition {
  return ModelDefinition.parse({
    task: 'binary-classification',
    target: 'churn',
    'positive-class': 'Yes',
    evaluate: { data: { uri: 'data/test.csv', sha256: DATA } },
    policy: { staging: GATED, production: GATED },
    ...overrides,
  })
}

export interface ModelFacts {
  readonly records?: readonly PromotionRecord[]
  readonly versions?: number
  readonly definition?: Partial<z.input<typeof ModelDefinition>>
  readonly config?: z.input<typeof Config>
}

/** A model whose pointers are the fold of its records. */
export function modelState({
  records = [],
  versions = 5,
  definition: own = {},
  config = {},
}: ModelFacts = {}): ModelState {
  const parsed = Config.parse(config)
  return {
    name: 'churn',
    config: parsed,
    definition: definition(own),
    pointers: foldRecords(records, parsed.lifecycle).pointers,
    versions: Array.from({ length: versions }, (_, index) => index + 1),
    lastVersion: versions,
    records,
  }
}

const TAIL = {
  'requested-by': 'Ada',
  'requested-at': '2026-11-21T10:02:11Z',
  'judged-at': 'terminal',
} as const

/** A promotion whose gates passed, with the aliases that follow by default. */
export function promotion(
  version: number,
  from: string,
  to: string,
  more: Partial<Extract<PromotionRecord, { kind: 'promotion' }>> = {},
): PromotionRecord {
  const gates = { outcome: 'passed', 'policy-commit': commitId('a') } as const
  return { schema: 1, kind: 'promotion', version, from, to, evidence: [], gates, ...TAIL, ...more }
}

export function rollbackRecord(
  version: number,
  to: string,
  more: Partial<Extract<PromotionRecord, { kind: 'rollback' }>> = {},
): PromotionRecord {
  return { schema: 1, kind: 'rollback', version, from: 'archived', to, ...TAIL, ...more }
}

export function archiveRecord(
  version: number,
  from: string,
  more: Partial<Extract<PromotionRecord, { kind: 'archive' }>> = {},
): PromotionRecord {
  return { schema: 1, kind: 'archive', version, from, to: 'archived', ...TAIL, ...more }
}

export function aliasRecord(aliases: Readonly<Record<string, number | null>>): PromotionRecord {
  return { schema: 1, kind: 'alias', aliases, ...TAIL }
}

/** Version 1 in production, version 2 in staging: four records. */
export const SERVING: readonly PromotionRecord[] = [
  promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
  promotion(1, 'staging', 'production', { aliases: { challenger: null, champion: 1 } }),
  promotion(2, 'development', 'staging', { aliases: { challenger: 2 } }),
]

const ORIGIN = { tool: 'test', machine: 'test', 'started-at': '2026-11-21T10:00:00Z', seconds: 1 }
const SETTING = { task: 'binary-classification', rows: 1409, target: 'churn' } as const

export function evaluation(
  version: number,
  auc: number,
  more: { readonly data?: string; readonly artifact?: string; readonly digest?: string } = {},
): StoredEvidence<EvaluationEvidence> {
  const subject = { artifact: more.artifact ?? artifactOf(version), data: more.data ?? DATA }
  const facts = { ...SETTING, metrics: { 'roc-auc': auc } }
  return {
    digest: more.digest ?? digest('e'),
    evidence: { schema: 1, kind: 'evaluation', subject, facts, origin: ORIGIN },
  }
}

export function comparison(
  version: number,
  champion: number,
  [low, high]: readonly [number, number],
  more: { readonly data?: string; readonly digest?: string } = {},
): StoredEvidence<ComparisonEvidence> {
  const subject = { artifact: artifactOf(version), data: more.data ?? DATA, champion: artifactOf(champion) }
  const interval = { low, high, level: 0.95, method: 'delong' } as const
  const paired = { champion: 0.8, challenger: 0.8 + (low + high) / 2, difference: (low + high) / 2, interval }
  return {
    digest: more.digest ?? digest('c'),
    evidence: {
      schema: 1,
      kind: 'comparison',
      subject,
      facts: { ...SETTING, metrics: { 'roc-auc': paired } },
      origin: ORIGIN,
    },
  }
}

/** Facts of a promotion in which nothing stands in the way but what a test changes. */
export function promotionFacts(
  state: ModelState,
  version: number,
  more: Partial<PromotionFacts> = {},
): PromotionFacts {
  const champion = state.pointers.aliases.champion
  return {
    state,
    base: commitId('b'),
    version,
    artifact: artifactOf(version),
    finding: { is: 'same' },
    championArtifact: champion === undefined ? undefined : artifactOf(champion),
    evidence: [evaluation(version, 0.85)],
    ...more,
  }
}

export function versionRecord(version: number, more: Partial<VersionRecord> = {}): VersionRecord {
  return {
    schema: 1,
    version,
    'created-at': '2026-11-20T09:12:44Z',
    'created-by': 'Ada',
    commit: commitId('c'),
    tree: commitId('7'),
    artifact: { uri: './model.onnx', sha256: artifactOf(version), bytes: 100, format: 'onnx' },
    data: [],
    params: {},
    metrics: {},
    ...more,
  }
}
