import type { z } from 'zod/mini'
import { Evidence, evidenceFileName } from '../../src/domain/evidence/evidence.ts'
import { foldRecords } from '../../src/domain/registry/fold.ts'
import { renderJson } from '../../src/domain/registry/json-file.ts'
import { DEFAULT_LIFECYCLE } from '../../src/domain/registry/lifecycle.ts'
import { Pointers } from '../../src/domain/registry/pointers.ts'
import { PromotionRecord } from '../../src/domain/registry/record.ts'
import { LastVersion, VersionRecord } from '../../src/domain/registry/version.ts'
import { commitId, versionRecord } from './models.ts'
import { MODEL_YAML, sha256, TEST_ROWS } from './workbench.ts'

export type Files = Record<string, string>

/** Where the files of a model lie in these tests. */
export const folderOf = (model: string) => `registry-data/models/${model}`

/** The bytes that stand for a version's artifact. */
export const artifactText = (model: string, version: number) => `ONNX ${model} ${version}`
export const artifactDigest = (model: string, version: number) => sha256(artifactText(model, version))

export interface ModelFacts {
  readonly definition?: string
  /** What the versions 1, 2, 3 … say beside what they all say. */
  readonly versions?: readonly Partial<z.input<typeof VersionRecord>>[]
  readonly records?: readonly PromotionRecord[]
  /** `notes.yaml` by version. */
  readonly notes?: Readonly<Record<number, string>>
  /** An evaluation by version: its ROC AUC on the pinned rows. */
  readonly evaluated?: Readonly<Record<number, number>>
}

/** The files of a model as commands would have left them: they pass `validate`. */
export function modelFiles(
  model: string,
  { definition = MODEL_YAML, versions = [], records = [], notes = {}, evaluated = {} }: ModelFacts = {},
): Files {
  const folder = folderOf(model)
  const files: Files = { [`${folder}/model.yaml`]: definition, ...moveFiles(model, records) }
  for (const [index, facts] of versions.entries()) {
    Object.assign(files, versionFiles(model, index + 1, facts))
  }
  for (const [version, text] of Object.entries(notes))
    files[`${folder}/versions/${version}/notes.yaml`] = text
  for (const [version, auc] of Object.entries(evaluated)) {
    Object.assign(files, evidenceFile(model, Number(version), auc))
  }
  return files
}

/** A version with its artifact, as the highest one so far. */
export function versionFiles(
  model: string,
  version: number,
  facts: Partial<z.input<typeof VersionRecord>> = {},
): Files {
  const folder = `${folderOf(model)}/versions`
  const content = artifactText(model, version)
  const artifact = { uri: './model.onnx', sha256: sha256(content), bytes: content.length, format: 'onnx' }
  const record = VersionRecord.parse({ ...versionRecord(version), artifact, ...facts })
  return {
    [`${folder}/last.json`]: renderJson(LastVersion, { schema: 1, last: version }),
    [`${folder}/${version}/version.json`]: renderJson(VersionRecord, record),
    [`${folder}/${version}/model.onnx`]: content,
  }
}

/** Records and the pointers that they add up to; no files at all without records. */
export function moveFiles(model: string, records: readonly PromotionRecord[]): Files {
  if (records.length === 0) return {}
  const files: Files = {
    [`${folderOf(model)}/stages.json`]: renderJson(
      Pointers,
      foldRecords(records, DEFAULT_LIFECYCLE).pointers,
    ),
  }
  for (const [index, record] of records.entries()) {
    files[`${folderOf(model)}/promotions/${index + 1}.json`] = renderJson(PromotionRecord, record)
  }
  return files
}

/** A piece of evidence of a version, about its artifact, under the name that it has to have. */
export function storedEvidence(model: string, version: number, evidence: z.input<typeof Evidence>): Files {
  const text = renderJson(Evidence, Evidence.parse(evidence))
  const name = evidenceFileName(evidence.kind, sha256(text))
  return { [`${folderOf(model)}/versions/${version}/evidence/${name}`]: text }
}

/** Where evidence of these tests comes from. */
export const TEST_ORIGIN = {
  tool: 'test',
  commit: commitId('f'),
  machine: 'test',
  'started-at': '2026-11-21T10:00:00Z',
  seconds: 1,
} as const

/** An evaluation of a version on the pinned rows. */
export function evidenceFile(model: string, version: number, auc: number): Files {
  return storedEvidence(model, version, {
    schema: 1,
    kind: 'evaluation',
    subject: { artifact: artifactDigest(model, version), data: sha256(TEST_ROWS) },
    facts: { task: 'binary-classification', rows: 2, target: 'churn', metrics: { 'roc-auc': auc } },
    origin: TEST_ORIGIN,
  })
}
