import { ALERT_KINDS } from '../domain/alerts/finding.ts'
import { latenessOf } from '../domain/monitoring/lateness.ts'
import { HISTORY_BRANCH, runsFolder } from '../domain/monitoring/run-record.ts'
import { ModelName } from '../domain/registry/names.ts'
import type { ModelWatch } from '../domain/report/model-watch.ts'
import type { Ports } from '../ports.ts'
import { openAlerts } from './open-alerts.ts'

/** Of more models at once nobody reads all lines; each costs a call. */
const MOST_MODELS = 10

/**
 * Which of these models have an open alert, or a monitor that stopped running, in their order; the others are left out. One
 * call for all alerts, and one a model.
 *
 * @throws {ModelyardError} What `Issues` and `MonitorHistory` throw.
 */
export async function watchModels(
  models: readonly string[],
  ports: Pick<Ports, 'issues' | 'monitorHistory' | 'clock'>,
): Promise<ModelWatch[]> {
  if (models.length === 0) return []
  const { monitorHistory, clock } = ports
  const open = await openAlerts(ports)
  const watched: ModelWatch[] = []
  // Answers may be a stranger's, who names whatever they like.
  const known = models.filter(model => ModelName.safeParse(model).success)
  for (const model of known.slice(0, MOST_MODELS)) {
    const alerts = ALERT_KINDS.flatMap(kind =>
      open
        .filter(one => one.kind === kind && one.model === model)
        .map(({ issue }) => ({ kind, issue: issue.number })),
    )
    const late = latenessOf(await monitorHistory.newest(HISTORY_BRANCH, runsFolder(model)), clock.now())
    if (alerts.length > 0 || late !== undefined) watched.push({ model, alerts, late })
  }
  return watched
}
