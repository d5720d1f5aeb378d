import type { ServiceLevel } from '../service/level.ts'
import type { AlertItem, MonitoringFinding } from './finding.ts'

/**
 * What a run says of operations, for the alert `operations`: bad where a limit is broken. It is told at once, without a run before that
 * confirms it: the whole interval had to lie beyond the limit.
 *
 * @param levels - Of one run, of any kind; others than operations are left out.
 */
export function operationsFinding(levels: readonly ServiceLevel[]): MonitoringFinding {
  return findingOf(levels.filter(({ of }) => of === 'operations'))
}

/** The same of the business, for the alert `degradation`: the model does less for it than it is to do. */
export function businessFinding(levels: readonly ServiceLevel[]): MonitoringFinding {
  return findingOf(levels.filter(({ of }) => of === 'business'))
}

function findingOf(levels: readonly ServiceLevel[]): MonitoringFinding {
  const [first, ...more] = levels.filter(({ status }) => status === 'breached').map(itemOf)
  const untold = levels
    .filter(({ status }) => status === 'insufficient-data' || status === 'error')
    .map(({ name }) => name)
  if (first !== undefined) return { is: 'bad', items: [first, ...more], untold }
  if (levels.length === 0) return { is: 'unknown', why: 'the agreement says nothing of it' }
  if (untold.length === levels.length) return { is: 'unknown', why: 'no limit could be judged' }
  return { is: 'good', untold }
}

/**
 * 1 at the limit, and as much more as it lies beyond it in parts of the limit: 1.2 for 300 ms where 250 are allowed. Below a limit of 2
 * it grows to 2, where nothing is left.
 */
function itemOf({ name, limit: { value: limit }, value = limit }: ServiceLevel): AlertItem {
  const scale = limit === 0 ? 1 : Math.abs(limit)
  return { name, size: 1 + Math.abs(value - limit) / scale }
}

const OF_MEASURE: Readonly<Record<string, string>> = {
  'error-rate': 'what serves it fails: a deployment, a dependency that is down, or rows that it cannot take',
  latency:
    'it answers too slowly: more requests than it can take, a slower machine, or a larger model than before',
  throughput: 'fewer requests reach it: whoever asks it, or what stands before it, changed or is down',
}

/** What may be behind broken limits of operations, by what they are: failures first, which slow the rest. */
export function operationsCauses(levels: readonly ServiceLevel[]): string[] {
  const broken = new Set(
    levels
      .filter(({ of, status }) => of === 'operations' && status === 'breached')
      .map(({ name }) => (name in OF_MEASURE ? name : 'latency')),
  )
  return Object.entries(OF_MEASURE).flatMap(([measure, cause]) => (broken.has(measure) ? [cause] : []))
}

/** What may be behind numbers of the business that are not what they are to be. */
export function businessCauses(levels: readonly ServiceLevel[]): string[] {
  if (!levels.some(({ of, status }) => of === 'business' && status === 'breached')) return []
  return [
    'the model decides worse than before: see whether its metrics or the data moved at the same time',
    'something else moved that number: prices, a season, a campaign, or how it is counted',
  ]
}
