import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Margins } from './story.ts'

const SCHEMA = 'https://raw.githubusercontent.com/modelyard/modelyard/main/schemas/model.json'

/** The example's model.yaml with the margins of the time. */
export async function modelDefinition({ staging, production, logLoss }: Margins): Promise<string> {
  const rows = await readFile(new URL('../../examples/telco-churn/data/test.csv', import.meta.url))
  const sha256 = createHash('sha256').update(rows).digest('hex')
  return `# yaml-language-server: $schema=${SCHEMA}
description: Which telecom customers are about to leave.
owners: ["@acme/retention"]
task: binary-classification
target: churn
positive-class: "Yes"   # the class that probabilities are of

# Reads $MODELYARD_DATA and $MODELYARD_SEED, and leaves model.onnx in $MODELYARD_OUT.
train:
  command: node examples/telco-churn/train.ts
  data: examples/telco-churn/data/train.csv
  seed: 7

# Every version is judged on these rows; evidence counts only for this digest.
evaluate:
  data:
    uri: examples/telco-churn/data/test.csv
    sha256: ${sha256}
  primary-metric: roc-auc
  slices: [female, senior_citizen]

# These aliases move only with their stage.
aliases: {champion: production, challenger: staging}

policy:
  staging:
    gates:
      - {metric: roc-auc, min: 0.75}
      - {metric: roc-auc, not-worse-by: ${staging}}
  production:
    gates:
      - {metric: roc-auc, min: 0.75}
      - {metric: roc-auc, not-worse-by: ${production}}
${logLoss === undefined ? '' : `      - {metric: log-loss, not-worse-by: ${logLoss}}\n`}    approvals: {required: 1, from: ["@acme/ml-leads"], not-author: true}
    rollback: {approvals: {required: 1}}
`
}
