import { stringify } from 'yaml'
import type { Task } from '../comparison/metric-catalogue.ts'
import { heldStages, type Lifecycle } from './lifecycle.ts'
import { tiesOf } from './ties.ts'

/** What the first model.yaml of a model says. */
export interface FirstDefinition {
  readonly task: Task
  readonly target: string
  readonly positiveClass: string | undefined
  /** The share of the largest class, which a classifier of several classes has to beat. */
  readonly largestShare: number | undefined
  readonly train: { readonly command: string; readonly data: string } | undefined
  readonly evaluate: { readonly uri: string; readonly sha256: string } | undefined
  readonly test: string | undefined
  /** What predicts where the artifact is no ONNX. */
  readonly predict: string | undefined
  /** Whose approval production needs; where nobody is named, people see to approvals by hand. */
  readonly approvers: readonly string[]
}

const SCHEMAS = 'https://raw.githubusercontent.com/modelyard/modelyard/main/schemas'

export function schemaComment(name: 'config' | 'model'): string {
  return `# yaml-language-server: $schema=${SCHEMAS}/${name}.json\n`
}

/** Renders a first model.yaml, with comments that say what may follow and a policy for each stage of the lifecycle. */
export function renderFirstDefinition(facts: FirstDefinition, lifecycle: Lifecycle): string {
  const value = (text: string) => stringify(text).trim()
  const { primary, floor } = startingPoint(facts)
  const ties = Object.entries(tiesOf({ aliases: undefined }, lifecycle))
  return [
    schemaComment('model').trimEnd(),
    `task: ${facts.task}`,
    `target: ${value(facts.target)}`,
    ...(facts.positiveClass === undefined
      ? []
      : [`positive-class: ${JSON.stringify(facts.positiveClass)}   # the class that probabilities are of`]),
    '',
    ...trainLines(facts),
    ...(facts.test === undefined ? [] : [`test: {command: ${JSON.stringify(facts.test)}}`]),
    ...(facts.predict === undefined
      ? []
      : [
          '# Stands where the engine stands: what is no ONNX is never opened by Modelyard itself.',
          `predict: {command: ${JSON.stringify(facts.predict)}}`,
        ]),
    '',
    ...evaluateLines(facts, primary),
    '',
    '# These aliases move only with their stage.',
    `aliases: {${ties.map(([alias, stage]) => `${alias}: ${stage}`).join(', ')}}`,
    '',
    'policy:',
    ...heldStages(lifecycle).flatMap((stage, index, { length }) =>
      policyLines(stage, primary, floor, {
        isFirst: index === 0,
        isLast: index === length - 1,
        approvers: facts.approvers,
      }),
    ),
    '',
  ].join('\n')
}

/** The gates of one stage: only the last, which serves, asks for an approval and allows the smaller margin. */
function policyLines(
  stage: string,
  primary: string,
  floor: number,
  {
    isFirst,
    isLast,
    approvers,
  }: { readonly isFirst: boolean; readonly isLast: boolean; readonly approvers: readonly string[] },
): string[] {
  return [
    `  ${stage}:`,
    '    gates:',
    `      - {metric: ${primary}, min: ${floor}}${isFirst ? '   # the first version has no champion to be compared with' : ''}`,
    `      - {metric: ${primary}, not-worse-by: ${isLast ? 0.01 : 0.02}}`,
    ...approvalLines(approvers, { isFirst, isLast }),
  ]
}

/** What GitHub's own rules can demand, so that no policy is written that nothing can meet: `from` names somebody. */
function approvalLines(
  approvers: readonly string[],
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string[] {
  if (approvers.length === 0) {
    return [
      ...(isFirst
        ? [
            '    # Whoever may merge decides: nothing here judges who approved, and every report says so. With names it is',
            '    # judged: approvals: {required: 1, from: ["@acme/leads"], not-author: true}',
          ]
        : []),
      '    approvals: by-hand',
    ]
  }
  return isLast
    ? [renderApprovals(approvers)]
    : [`    rollback: {approvals: {required: 1, from: ${list(approvers)}}}`]
}

/** The line of a stage's policy that names who approves. */
export function renderApprovals(approvers: readonly string[]): string {
  return `    approvals: {required: 1, from: ${list(approvers)}, not-author: true}`
}

function list(owners: readonly string[]): string {
  return `[${owners.map(owner => JSON.stringify(owner)).join(', ')}]`
}

/** The metric to start with, and the value that a model without any skill reaches. */
function startingPoint({ task, largestShare }: FirstDefinition): {
  readonly primary: string
  readonly floor: number
} {
  switch (task) {
    case 'binary-classification':
      return { primary: 'roc-auc', floor: 0.5 }
    case 'multiclass-classification':
      return { primary: 'accuracy', floor: Math.round((largestShare ?? 0.5) * 100) / 100 }
    case 'regression':
      return { primary: 'r2', floor: 0 }
  }
}

function trainLines({ train, predict }: FirstDefinition): string[] {
  if (train !== undefined) {
    return [
      `# Reads $MODELYARD_DATA and $MODELYARD_SEED, and leaves model.${predict === undefined ? 'onnx' : 'joblib'} in $MODELYARD_OUT.`,
      `train: {command: ${JSON.stringify(train.command)}, data: ${JSON.stringify(train.data)}}`,
    ]
  }
  return ['# train: {command: python train.py, data: data/train.csv}']
}

function evaluateLines({ evaluate }: FirstDefinition, primary: string): string[] {
  if (evaluate === undefined) {
    return [
      '# Rows that no training saw; every version is judged on them. `modelyard evaluate MODEL VERSION --pin` adds the digest.',
      `# evaluate: {data: {uri: data/test.csv}, primary-metric: ${primary}}`,
    ]
  }
  return [
    '# Every version is judged on these rows; evidence counts only for this digest.',
    'evaluate:',
    `  data: {uri: ${JSON.stringify(evaluate.uri)}, sha256: ${evaluate.sha256}}`,
    `  primary-metric: ${primary}`,
  ]
}

/**
 * @param workflows - Callers of ours, by their paths.
 * @param app - Whether the GitHub App is installed.
 */
export function renderFirstConfig(root: string, workflows: readonly string[], app = false): string {
  return `${schemaComment('config')}# The folder that holds the registry of this repository's models.
registry: ${root}
# The workflows whose evidence is believed; who changes one of them changes what judges.
workflows: [${workflows.join(', ')}]
${app ? '# The GitHub App is installed, and opens, judges and seals promotions.\napp: true\n' : ''}`
}

/** Takes the registry out of what git ignores: `models/` and `*.joblib` are lines of many repositories. */
export const REGISTRY_IGNORES = `# What the registry holds is never ignored, whatever another .gitignore says.
!*
`

/** Keeps the registry's bytes the same on every system. */
export const REGISTRY_ATTRIBUTES = `# The registry's files are the same bytes everywhere; artifacts are not text.
* text eol=lf
models/*/versions/*/model* binary
models/*/versions/*/model/** binary
`
