import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { comparePredictions } from '../../src/domain/comparison/compare-predictions.ts'
import { fairnessOf } from '../../src/domain/comparison/fairness.ts'
import { evaluatePredictions } from '../../src/domain/comparison/measure.ts'
import { readingsOf, verdictOn } from '../../src/domain/comparison/readings.ts'
import type { Evidence, StoredEvidence } from '../../src/domain/evidence/evidence.ts'
import { selectEvidence } from '../../src/domain/evidence/select.ts'
import { judgeGates } from '../../src/domain/gates/index.ts'
import type { GateTree } from '../../src/domain/gates/result.ts'
import type { GateRule } from '../../src/domain/gates/rule.ts'
import type { ComparisonResult, EvaluationResult } from '../../src/domain/results/measurement.ts'
import { fixture } from '../../test/support/fixture-models.ts'
import { predictionsOf, testColumn } from './measured.ts'

// Five reports from real figures: the example models' predictions of the 1,409 test rows of telco-churn.

const PRIMARY = 'roc-auc'
const SLICES = ['female', 'senior_citizen', 'contract', 'internet_service'].map(testColumn)
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

const MARGIN = 0.01
const POLICY: readonly GateRule[] = [
  { metric: PRIMARY, 'not-worse-by': MARGIN },
  { metric: PRIMARY, min: 0.8 },
  { metric: 'log-loss', max: 0.5 },
]
const EQUAL_OPPORTUNITY: GateRule = { fairness: 'equal-opportunity-difference', max: 0.1, by: ['female'] }
const ORIGIN = { tool: 'modelyard', machine: 'any', 'started-at': '2026-11-21T10:00:00Z', seconds: 0 }

/** The sample reports by the name of their files. */
export function sampleResults(): Readonly<Record<string, ComparisonResult | EvaluationResult>> {
  return {
    better: compared(1, 2, 0),
    worse: compared(2, 3, 1),
    unfair: compared(2, 4, 2, [EQUAL_OPPORTUNITY]),
    inconclusive: compared(2, 8, 3),
    'first-version': evaluated(1),
  }
}

const evaluationOf = (version: number) =>
  evaluatePredictions(predictionsOf(version), 'churn', { slices: SLICES, intervals: true })

function compared(
  first: number,
  second: number,
  decidedBefore: number,
  also: readonly GateRule[] = [],
): ComparisonResult {
  const [champion, challenger] = [predictionsOf(first), predictionsOf(second)]
  const facts = comparePredictions(champion, challenger, {
    target: 'churn',
    primary: PRIMARY,
    slices: SLICES,
    resamples: 2000,
    seed: 0,
  })
  const fairness = fairnessOf(champion, challenger, { target: 'churn', columns: SLICES })
  if (fairness === undefined) throw new Error('these models are binary classifiers')
  const evaluation = evaluationOf(second)
  const subject = { artifact: artifactOf(second), data: DATA.sha256, champion: artifactOf(first) }
  const gates = judged([...POLICY, ...also], { first, second, decidedBefore }, [
    { schema: 1, kind: 'evaluation', subject: subjectOf(second), facts: evaluation, origin: ORIGIN },
    { schema: 1, kind: 'comparison', subject, facts, origin: ORIGIN },
    { schema: 1, kind: 'fairness', subject, facts: fairness, origin: ORIGIN },
  ])
  return {
    kind: 'comparison',
    outcome: gates.outcome,
    champion: sideOf(first, 'champion'),
    challenger: sideOf(second, 'challenger'),
    'primary-metric': PRIMARY,
    verdict: verdictOn(facts, PRIMARY, MARGIN),
    margin: MARGIN,
    identical: false,
    readings: readingsOf(facts),
    facts,
    'judged-for': 'staging',
    gates,
    'policy-commit': COMMIT,
    'champion-evaluation': evaluationOf(first),
    'challenger-evaluation': evaluation,
    fairness,
    ...MEASURED,
    'decided-before': decidedBefore,
    next: gates.outcome === 'passed' ? [`promote it: modelyard promote telco-churn ${second} staging`] : [],
  }
}

function evaluated(version: number): EvaluationResult {
  const facts = evaluationOf(version)
  const gates = judged(POLICY, { second: version, decidedBefore: 0 }, [
    { schema: 1, kind: 'evaluation', subject: subjectOf(version), facts, origin: ORIGIN },
  ])
  return {
    kind: 'evaluation',
    version: sideOf(version, 'challenger'),
    'primary-metric': PRIMARY,
    facts,
    'judged-for': 'staging',
    gates,
    ...MEASURED,
    'decided-before': 0,
    next: [`promote it: modelyard promote telco-churn ${version} staging`],
  }
}

const subjectOf = (version: number) => ({ artifact: artifactOf(version), data: DATA.sha256 })

function judged(
  policy: readonly GateRule[],
  about: { readonly first?: number; readonly second: number; readonly decidedBefore: number },
  found: readonly Evidence[],
): GateTree {
  const stored = found.map(
    (evidence): StoredEvidence => ({ digest: sha256(Buffer.from(JSON.stringify(evidence))), evidence }),
  )
  const evidence = selectEvidence(stored, {
    model: MEASURED.model,
    version: about.second,
    artifact: artifactOf(about.second),
    data: DATA,
    champion:
      about.first === undefined ? undefined : { version: about.first, artifact: artifactOf(about.first) },
  })
  return judgeGates(
    policy.map(rule => ({ rule, source: 'model' })),
    evidence,
    {
      primaryMetric: PRIMARY,
      now: ORIGIN['started-at'],
      defaults: true,
      decidedBefore: about.decidedBefore,
    },
  )
}
