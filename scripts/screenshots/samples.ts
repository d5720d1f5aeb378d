import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { comparePredictions, evaluatePredictions } from '../../src/domain/comparison/measure.ts'
import { METRICS, type MetricName } from '../../src/domain/comparison/metric-catalogue.ts'
import { signedInterval, verdictOf } from '../../src/domain/comparison/verdict.ts'
import type { Evaluation } from '../../src/domain/evidence/evaluation.ts'
import type { Fairness } from '../../src/domain/evidence/fairness.ts'
import { type GateRule, judgeGates } from '../../src/domain/gates/index.ts'
import type { JudgedEvidence } from '../../src/domain/gates/judged-evidence.ts'
import { overall } from '../../src/domain/gates/outcome.ts'
import type { GateResult, GateTree } from '../../src/domain/gates/result.ts'
import type { ComparisonResult, EvaluationResult } from '../../src/domain/results/measurement.ts'
import { fixture } from '../../test/support/fixture-models.ts'
import {
  confusionOf,
  curvesOf,
  disagreementOf,
  fairnessBy,
  predictionsOn,
  rowsByValue,
  type Scored,
  scoredBy,
} from './measured.ts'

// Five reports from real figures: the example models' predictions of the 1,409 test rows of telco-churn.

const PRIMARY = 'roc-auc'
const SLICED = ['female', 'senior_citizen', 'contract', 'internet_service']
/** Commits are no figure of a model: these stand for any. */
const COMMIT = createHash('sha1').update('a sample').digest('hex')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const DATA = {
  uri: 'data/test.csv',
  sha256: sha256(readFileSync(new URL('../../examples/telco-churn/data/test.csv', import.meta.url))),
  pinned: true,
}
const artifactOf = (version: number) => sha256(fixture(`models/telco-churn/v${version}/model.onnx`))
const sideOf = (version: number, alias: string) => ({
  version,
  artifact: artifactOf(version),
  aliases: [alias],
})

const MEASURED = {
  model: 'telco-churn',
  commit: COMMIT,
  data: DATA,
  engine: 'predictions of scikit-learn',
  seconds: 0,
  evidence: [],
  remarks: [],
}

const POLICY: readonly GateRule[] = [
  { metric: 'roc-auc', 'not-worse-by': 0.01 },
  { metric: 'roc-auc', min: 0.8 },
  { metric: 'log-loss', max: 0.5 },
]

/** The sample reports by the name of their files. */
export function sampleResults(): Readonly<Record<string, ComparisonResult | EvaluationResult>> {
  return {
    better: compared(1, 2, { 'decided-before': 0 }),
    worse: compared(2, 3, { 'decided-before': 1 }),
    unfair: compared(2, 4, { 'decided-before': 2, by: 'female' }),
    inconclusive: compared(2, 8, { 'decided-before': 3 }),
    'first-version': evaluated(1),
  }
}

function evaluationOf(scored: Scored): Evaluation {
  return {
    ...evaluatePredictions(predictionsOn(scored), 'churn'),
    classes: ['No', 'Yes'],
    confusion: confusionOf(scored),
    curves: curvesOf(scored),
  }
}

function compared(
  first: number,
  second: number,
  options: { readonly 'decided-before': number; readonly by?: string },
): ComparisonResult {
  const [champion, challenger] = [scoredBy(first), scoredBy(second)]
  const compareOn = (rows?: readonly number[]) =>
    comparePredictions(predictionsOn(champion, rows), predictionsOn(challenger, rows), {
      target: 'churn',
      primary: PRIMARY,
      resamples: rows === undefined ? 2000 : 1,
      seed: 0,
    })
  const facts = {
    ...compareOn(),
    slices: SLICED.flatMap(column =>
      rowsByValue(column).map(([value, rows]) => {
        const { metrics } = compareOn(rows)
        return { column, value, rows: rows.length, metrics: { [PRIMARY]: metrics[PRIMARY] as never } }
      }),
    ),
    disagreement: disagreementOf(champion, challenger),
  }
  const { task, rows, target } = facts
  const fairness =
    options.by === undefined
      ? undefined
      : fairnessBy(options.by, { task, rows, target, 'positive-class': 'Yes' }, champion, challenger)
  const evaluation = evaluationOf(challenger)
  const gates = withFairness(judged(evaluation, facts, first, second), fairness)
  const paired = facts.metrics[PRIMARY]
  if (paired?.interval === undefined) throw new Error('the primary metric has an interval')
  const margin = 0.01
  return {
    kind: 'comparison',
    outcome: gates.outcome,
    champion: sideOf(first, 'champion'),
    challenger: sideOf(second, 'challenger'),
    'primary-metric': PRIMARY,
    verdict: verdictOf(signedInterval(PRIMARY, paired.difference, paired.interval), margin),
    margin,
    identical: false,
    readings: Object.entries(facts.metrics).map(([name, { difference, interval }]) => {
      const metric = name as MetricName
      const { direction } = METRICS[metric]
      if (interval === undefined || direction === 'zero') return { metric, reading: 'unread', direction }
      const { low, high } = signedInterval(metric, difference, interval)
      return { metric, reading: low > 0 ? 'better' : high < 0 ? 'worse' : 'open', direction }
    }),
    facts,
    'judged-for': 'staging',
    gates,
    'policy-commit': COMMIT,
    'champion-evaluation': evaluationOf(champion),
    'challenger-evaluation': evaluation,
    ...(fairness === undefined ? {} : { fairness }),
    ...MEASURED,
    'decided-before': options['decided-before'],
    next: gates.outcome === 'passed' ? [`promote it: modelyard promote telco-churn ${second} staging`] : [],
  }
}

function evaluated(version: number): EvaluationResult {
  const scored = scoredBy(version)
  const facts: Evaluation = {
    ...evaluationOf(scored),
    slices: SLICED.flatMap(column =>
      rowsByValue(column).map(([value, rows]) => {
        const { metrics } = evaluatePredictions(predictionsOn(scored, rows), 'churn')
        return { column, value, rows: rows.length, metrics: { [PRIMARY]: metrics[PRIMARY] as never } }
      }),
    ),
  }
  return {
    kind: 'evaluation',
    version: sideOf(version, 'challenger'),
    'primary-metric': PRIMARY,
    facts,
    'judged-for': 'staging',
    gates: judged(facts, undefined, undefined, version),
    ...MEASURED,
    'decided-before': 0,
    next: [`promote it: modelyard promote telco-churn ${version} staging`],
  }
}

function judged(
  evaluation: Evaluation,
  comparison: ComparisonResult['facts'] | undefined,
  first: number | undefined,
  second: number,
): GateTree {
  const subject = { artifact: artifactOf(second), data: DATA.sha256 }
  const origin = { tool: 'modelyard', machine: 'any', 'started-at': '2026-11-21T10:00:00Z', seconds: 0 }
  const stored = <E>(evidence: E) => ({ digest: sha256(Buffer.from(JSON.stringify(evidence))), evidence })
  const evidence: JudgedEvidence = {
    evaluation: stored({ schema: 1, kind: 'evaluation', subject, facts: evaluation, origin }),
    comparison:
      comparison === undefined || first === undefined
        ? { why: 'there is no champion', next: '' }
        : stored({
            schema: 1,
            kind: 'comparison',
            subject: { ...subject, champion: artifactOf(first) },
            facts: comparison,
            origin,
          }),
    hasChampion: comparison !== undefined,
  }
  return judgeGates(
    POLICY.map(rule => ({ rule, source: 'model' })),
    evidence,
    PRIMARY,
  )
}

/** The gate on equal opportunity: passes when the high end of the bounds is at most 0.1. */
function withFairness(tree: GateTree, fairness: Fairness | undefined): GateTree {
  const [column] = fairness?.columns ?? []
  const [measured] = column?.measures ?? []
  if (column === undefined || measured === undefined) return tree
  const { value, low, high } = measured.challenger
  const outcome = high <= 0.1 ? 'passed' : low > 0.1 ? 'failed' : 'inconclusive'
  const gate: GateResult = {
    gate: 'fairness',
    about: `equal opportunity difference by ${column.column}`,
    source: 'model',
    outcome,
    observed: { value, low, high },
    wanted: { is: 'at-most', value: 0.1 },
    reason: 'even the low end of the bounds lies above the limit',
    next: 'a version that finds positives alike in all groups',
  }
  const gates = [...tree.gates, gate]
  return {
    ...tree,
    gates,
    outcome: overall(gates.flatMap(found => (found.outcome === 'left-out' ? [] : [found.outcome]))),
  }
}
