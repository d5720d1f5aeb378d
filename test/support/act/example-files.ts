import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fixture } from '../fixture-models.ts'
import { projectRoot } from '../imports.ts'

/** The example's registry, whose champion is a real model, trained by a line of shell. */
export function exampleFiles(): Record<string, string | Uint8Array> {
  const files = ['registry-data', 'examples/telco-churn/data'].flatMap(folder =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(projectRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  )
  const all = Object.fromEntries(
    [...files, '.github/modelyard.yml'].map(path => [path, readFileSync(join(projectRoot, path))]),
  )
  const definition = 'registry-data/models/telco-churn/model.yaml'
  const text = String(all[definition]).replace('node examples/telco-churn/train.ts', 'sh train.sh')
  return {
    ...all,
    [definition]: text,
    'made.onnx': fixture('models/telco-churn/v7/model.onnx'),
    'train.sh': 'exit 1\n',
  }
}
