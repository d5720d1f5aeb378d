import * as z from 'zod/mini'
import { Evidence } from '../../src/domain/evidence/evidence.ts'
import { MonitorRun } from '../../src/domain/monitoring/run-record.ts'
import { Config } from '../../src/domain/registry/config.ts'
import { ModelDefinition } from '../../src/domain/registry/definition.ts'
import { Notes } from '../../src/domain/registry/notes.ts'
import { Pointers } from '../../src/domain/registry/pointers.ts'
import { PromotionRecord } from '../../src/domain/registry/record.ts'
import { Seal } from '../../src/domain/registry/seal.ts'
import { LastVersion, VersionRecord } from '../../src/domain/registry/version.ts'
import { Failure } from '../../src/domain/results/failure.ts'
import { Result } from '../../src/domain/results/index.ts'
import { MeasuredFile } from '../../src/domain/retraining/measured-file.ts'
import type { GeneratedFile } from './files.ts'

/** Where the schemas are published; YAML files name them in their first comment. */
const BASE = 'https://raw.githubusercontent.com/modelyard/modelyard/main/schemas'

const FILES: readonly [name: string, title: string, schema: z.ZodMiniType, io: 'input' | 'output'][] = [
  ['config', '.github/modelyard.yml', Config, 'input'],
  ['model', 'model.yaml', ModelDefinition, 'input'],
  ['notes', 'versions/N/notes.yaml', Notes, 'input'],
  ['stages', 'stages.json', Pointers, 'output'],
  ['promotion', 'promotions/N.json', PromotionRecord, 'output'],
  ['version', 'versions/N/version.json', VersionRecord, 'output'],
  ['last-version', 'versions/last.json', LastVersion, 'output'],
  ['evidence', 'versions/N/evidence/*.json', Evidence, 'output'],
  ['seal', 'MODEL/N.json on the branch modelyard-audit', Seal, 'output'],
  ['monitor-run', 'monitoring/MODEL/YEAR/MONTH/*.json on the branch modelyard-history', MonitorRun, 'output'],
  ['measured', 'The file of retrain --measured', MeasuredFile, 'input'],
]

/** JSON Schema of every file of a registry and of every answer with --json. */
export function schemaFiles(): GeneratedFile[] {
  return [
    ...FILES.map(([name, title, schema, io]) => schemaFile(name, title, schema, io)),
    ...[...Result.def.options, Failure].map(schema => {
      const kind = [...schema.shape.kind.def.values][0]
      return schemaFile(`results/${kind}`, `The answer \`${kind}\` with --json`, schema, 'output')
    }),
  ]
}

function schemaFile(
  name: string,
  title: string,
  schema: z.ZodMiniType,
  io: 'input' | 'output',
): GeneratedFile {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, reused: 'inline' })
  const whole = { $schema, $id: `${BASE}/${name}.json`, title, ...rest }
  return { path: `schemas/${name}.json`, content: `${JSON.stringify(whole, null, 2)}\n` }
}
