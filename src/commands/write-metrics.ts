import type { MetricFamily } from '../domain/monitoring/metric-definitions.ts'
import type { Ports } from '../ports.ts'

/**
 * Writes metrics for Prometheus to a file of the user's, whole or not at all, as what collects such files wants them.
 *
 * @throws {ModelyardError} `cannot-write`.
 */
export async function writeMetrics(
  path: string,
  families: readonly MetricFamily[],
  { artifacts, reports }: Pick<Ports, 'artifacts' | 'reports'>,
): Promise<void> {
  await artifacts.write(path, new TextEncoder().encode(reports.renderMetrics(families)))
}
