import { type JudgedBy, judgeDrift, type SampleProfile } from '../domain/drift/judge-drift.ts'
import { keptReference, type SampleSource } from '../domain/monitoring/sample-source.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import { openSample } from './monitored-sample.ts'
import { profileAgainst, profileReference } from './profile-sample.ts'

/**
 * Which of these features do not drift from the same months of earlier years, by the rows of the current source.
 *
 * @param current - Where its rows are.
 * @throws {ModelyardError} `bad-input` where there is no window, or one of a year and more; as {@link openSample}.
 */
export async function alikeInEarlierYears(
  features: readonly string[],
  source: SampleSource,
  current: string,
  { thresholds, seed }: { readonly thresholds: JudgedBy; readonly seed: number },
  folder: TemporaryFolder,
  ports: Ports,
): Promise<readonly string[] | undefined> {
  const earlier = keptReference('same-month', source)
  const { path, facts } = await openSample(earlier, 'earlier years', folder, ports)
  if (facts.rows === 0) return undefined
  const wanted = new Set(features)
  const only = (profile: SampleProfile) => new Map([...profile].filter(([column]) => wanted.has(column)))
  const before = only(await profileReference(path, ports.tables))
  const after = only(await profileAgainst(current, before, ports.tables))
  return judgeDrift(before, after, thresholds, seed).flatMap(({ feature, status }) =>
    status === 'ok' ? [feature] : [],
  )
}
