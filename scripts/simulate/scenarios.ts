import type { Scenario } from './scenario.ts'
import { accuracy } from './scenarios/accuracy.ts'
import { aucBootstrap } from './scenarios/auc-bootstrap.ts'
import { clusters } from './scenarios/clusters.ts'
import { delong } from './scenarios/delong.ts'
import { f1 } from './scenarios/f1.ts'
import { latency } from './scenarios/latency.ts'
import { meanLosses } from './scenarios/mean-losses.ts'
import { proportions } from './scenarios/proportions.ts'
import { regression } from './scenarios/regression.ts'

/** Everything that a gate or an alert acts on, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  ...delong,
  ...aucBootstrap,
  ...accuracy,
  ...meanLosses,
  ...f1,
  ...regression,
  ...clusters,
  ...proportions,
  latency,
]
