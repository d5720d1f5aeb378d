import type { Scenario } from './scenario.ts'
import { accuracy } from './scenarios/accuracy.ts'
import { aucBootstrap } from './scenarios/auc-bootstrap.ts'
import { categories } from './scenarios/categories.ts'
import { clusters } from './scenarios/clusters.ts'
import { comparedTasks } from './scenarios/compared-tasks.ts'
import { delong } from './scenarios/delong.ts'
import { drift } from './scenarios/drift.ts'
import { f1 } from './scenarios/f1.ts'
import { fairnessGates } from './scenarios/fairness-gates.ts'
import { kolmogorov } from './scenarios/kolmogorov.ts'
import { latency } from './scenarios/latency.ts'
import { meanLosses } from './scenarios/mean-losses.ts'
import { monitoring } from './scenarios/monitoring.ts'
import { pairedTests } from './scenarios/paired-tests.ts'
import { policyGates } from './scenarios/policy-gates.ts'
import { proportions } from './scenarios/proportions.ts'
import { regression } from './scenarios/regression.ts'
import { sliceGates } from './scenarios/slice-gates.ts'
/** Everything that a gate or an alert acts on, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  ...kolmogorov,
  ...categories,
  ...pairedTests,
  ...drift,
  ...delong,
  ...aucBootstrap,
  ...accuracy,
  ...meanLosses,
  ...f1,
  ...regression,
  ...clusters,
  ...proportions,
  latency,
  ...fairnessGates,
  ...policyGates,
  ...sliceGates,
  ...comparedTasks,
  ...monitoring,
]
