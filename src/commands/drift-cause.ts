import { rankDrifted } from '../domain/drift/rank-drifted.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { hintsOf } from '../domain/monitoring/cause-hints.ts'
import type { DriftCause } from '../domain/monitoring/drift-cause.ts'
import type { Ports, TemporaryFolder } from '../ports.ts'
import { type Drifted, drawSample, tellApart, unitsOf } from './drawn-samples.ts'
import { type Onsets, readOnsets } from './drift-onsets.ts'
import { alikeInEarlierYears } from './earlier-years.ts'
import { monitoredVersion } from './monitored-reference.ts'
import { gatherEvidence } from './move-facts.ts'

/**
 * What may be behind what drifted: since when, which commits came then, what it looks like. What cannot be told is said,
 * and keeps nothing else from being told.
 *
 * @param folder - For rows that are drawn, or of earlier years.
 */
export async function causeOfDrift(
  drifted: Drifted,
  folder: TemporaryFolder,
  ports: Ports,
): Promise<DriftCause> {
  const { result } = drifted
  const untold: string[] = []
  const tell = telling(untold)
  const weights = await tell('importance', importanceOnRecord(drifted, ports))
  const ranked = rankDrifted(result.features, weights?.losses)
  const { runs, onsets, told } =
    (await tell('since when', readOnsets(result, drifted.found, untold, ports))) ?? NOTHING_KNOWN
  const drawn = await tell(
    'units',
    drawSample('current', drifted, drifted.current, weights?.losses, folder, ports),
  )
  const classifier =
    drawn && (await tell('all features together', tellApart(drawn, drifted, weights?.losses, folder, ports)))
  const names = ranked.map(({ feature }) => feature)
  const seasonal = await tell('seasons', inSeason(names, drifted, folder, ports))
  const withCommits = told.flatMap(({ features, commits = [] }) => (commits.length === 0 ? [] : features))
  return {
    ranked,
    ...(weights !== undefined && { importance: weights.digest }),
    onsets: told,
    ...(classifier !== undefined && { classifier }),
    hints: hintsOf({
      features: result.features,
      onsets,
      runs,
      units: unitsOf(drifted, drawn),
      withCommits,
      seasonal: seasonal ?? [],
    }),
    untold,
  }
}

const NOTHING_KNOWN: Onsets = { runs: [], onsets: [], told: [] }

/** What a part of it found; a reason in its place, thrown or returned, is kept, and the next part goes on. */
function telling(untold: string[]) {
  return async <T>(part: string, found: Promise<T | string>): Promise<T | undefined> => {
    const told = await found.catch((error: unknown) => {
      if (!(error instanceof ModelyardError)) throw error
      return error.message
    })
    if (typeof told !== 'string') return told
    untold.push(`${part}: ${told}`)
    return undefined
  }
}

interface Weights {
  readonly digest: string
  readonly losses: ReadonlyMap<string, number>
}

async function importanceOnRecord({ result, version }: Drifted, ports: Ports): Promise<Weights | string> {
  const monitored = await monitoredVersion({ model: result.model, version }, ports)
  if (monitored === undefined) return 'no version serves whose importance could be on record'
  const { registry, state, record } = monitored
  const { all } = await gatherEvidence({ registry, state }, record, ports)
  const found = all.flatMap(({ digest, evidence }) =>
    evidence.kind === 'importance' && evidence.subject.artifact === record.artifact.sha256
      ? [{ digest, features: evidence.facts.features }]
      : [],
  )
  const last = found.at(-1)
  if (last === undefined)
    return `none is on record for version ${record.version}; \`modelyard evaluate ${state.name} ${record.version} --importance\` measures it`
  return { digest: last.digest, losses: new Map(last.features.map(({ column, loss }) => [column, loss])) }
}

async function inSeason(
  names: readonly string[],
  { found, source, current, thresholds, result }: Drifted,
  folder: TemporaryFolder,
  ports: Ports,
): Promise<readonly string[] | string> {
  if (names.length === 0) return []
  if (found.definition.monitor?.reference === 'same-month')
    return 'the reference is of the same months of earlier years already, and they look otherwise'
  if (source.times === undefined) return 'no window says of which months the rows are'
  const rules = { thresholds, seed: result.seed }
  const alike = await alikeInEarlierYears(names, source, current, rules, folder, ports)
  return alike ?? 'the current source holds no rows of the same months of earlier years'
}
