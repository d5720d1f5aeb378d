import { ModelyardError } from '../domain/errors/index.ts'
import { overall } from '../domain/gates/outcome.ts'
import { buttonsOfMerged } from '../domain/pipeline/check-buttons.ts'
import { renderJson } from '../domain/registry/json-file.ts'
import { servingStage, supersededBy } from '../domain/registry/merged-move.ts'
import { timestamp } from '../domain/registry/names.ts'
import { AUDIT_BRANCH, Seal, sealPath } from '../domain/registry/seal.ts'
import { GATE_CHECK } from '../domain/results/judgement.ts'
import type { SealedMove } from '../domain/results/seal.ts'
import type { Ports } from '../ports.ts'
import { closeRivals } from './close-rivals.ts'
import { deployMove } from './deploy-move.ts'
import { type JudgedMerge, judgeMerge } from './judge-merge.ts'
import { plainLine } from './plain-line.ts'
import { openRegistry, readVersion } from './registry-reader.ts'
import { sayOnce } from './say-once.ts'
import type { UnsealedRecord } from './unsealed-records.ts'

/**
 * Judges one merged move, does what follows it, and seals it. The seal comes last: whatever is interrupted before it is
 * done again from the start, and each step finds what it did before.
 */
export async function sealRecord(
  unsealed: UnsealedRecord,
  branch: string,
  ports: Ports,
): Promise<SealedMove> {
  const { state, number, arrival } = unsealed
  const judged = await judgeMerge(unsealed, branch, ports)
  const alarms = alarmsOf(judged)
  const followed = await follow(unsealed, judged, alarms, branch, ports)
  if (alarms.length > 0) await raise(unsealed, alarms, ports)
  else await offerButtons(unsealed, judged, ports)
  const seal = sealOf(unsealed, judged)
  await ports.seals.add(AUDIT_BRANCH, {
    path: sealPath(state.name, number),
    content: new TextEncoder().encode(renderJson(Seal, seal)),
    message: `${state.name}: seal record ${number}`,
  })
  return {
    ...aboutRecord(unsealed),
    outcome: overall([
      alarms.length + followed.problems.length > 0 ? 'failed' : 'passed',
      judged.held?.outcome ?? 'passed',
    ]),
    'merge-commit': arrival.commit,
    ...(judged.pull === undefined
      ? {}
      : { 'pull-request': { number: judged.pull.number, url: judged.pull.url } }),
    'merged-by': seal['merged-by'],
    'merged-at': seal['merged-at'],
    approvals: seal.approvals.map(({ login }) => login),
    ...(judged.held === undefined ? {} : { held: judged.held }),
    problems: [...alarms, ...followed.problems],
    closed: followed.closed,
    ...(followed.deployment === undefined ? {} : { deployment: followed.deployment }),
    remarks: [
      ...(judged.pull === undefined ? ['its commit came by no pull request'] : []),
      ...followed.remarks,
    ],
  }
}

function aboutRecord({ state, number, record }: UnsealedRecord) {
  const about = { model: state.name, record: number, kind: record.kind }
  return record.kind === 'alias'
    ? about
    : { ...about, version: record.version, from: record.from, to: record.to }
}

/** What must not have been merged so. What could not be found out is no alarm. */
function alarmsOf({ held, problems }: JudgedMerge): string[] {
  return held?.outcome === 'failed'
    ? [...problems, `the approvals that the policy asks for were not there: ${held.reasons.join('; ')}`]
    : [...problems]
}

const EARLY =
  'merged before this repository listed its workflows: neither judged nor deployed, by whom it was merged is kept'

interface Followed {
  readonly closed: SealedMove['closed']
  readonly deployment?: SealedMove['deployment']
  readonly problems: string[]
  readonly remarks: string[]
}

async function follow(
  unsealed: UnsealedRecord,
  judged: JudgedMerge,
  alarms: readonly string[],
  branch: string,
  ports: Ports,
): Promise<Followed> {
  const { state, number, record, arrival } = unsealed
  if (unsealed.isEarly) return { closed: [], problems: [], remarks: [EARLY] }
  const stage = servingStage(record, state.config)
  if (stage === undefined || record.kind === 'alias') return { closed: [], problems: [], remarks: [] }
  const url = judged.pull?.url ?? arrival.commit
  const rivals = await permitted(() =>
    closeRivals({ model: state.name, stage, version: record.version, url }, branch, ports),
  )
  const closed = (rivals.done ?? []).map(rival => ({ number: rival.number, url: rival.url }))
  const later = supersededBy(state.records, number, state.config)
  if (later !== undefined)
    return { closed, problems: rivals.refused, remarks: [`not deployed: record ${later} came after it`] }
  if (alarms.length > 0)
    return { closed, problems: rivals.refused, remarks: ['not deployed: what was merged did not hold'] }
  const deployed = await permitted(() => deploy(unsealed, record.version, stage, branch, ports))
  return {
    closed,
    ...(deployed.done === undefined ? {} : { deployment: deployed.done.deployment }),
    problems: [...rivals.refused, ...deployed.refused, ...(deployed.done?.problem ?? [])],
    remarks: [],
  }
}

/** Something that follows a merge. That the token may not do it is told, and keeps nothing from being sealed. */
async function permitted<T>(
  work: () => Promise<T>,
): Promise<{ readonly done?: T; readonly refused: string[] }> {
  try {
    return { done: await work(), refused: [] }
  } catch (error) {
    if (!(error instanceof ModelyardError) || error.code !== 'missing-permission') throw error
    return { refused: [`${error.message}; ${error.next}`] }
  }
}

async function deploy(
  { state, number, arrival }: UnsealedRecord,
  version: number,
  stage: string,
  branch: string,
  { repository, deployments }: Ports,
) {
  const { config, name: model } = state
  const merged = await openRegistry(repository, arrival.commit)
  const { deployment, problem } = await deployMove(
    {
      model,
      record: number,
      version,
      digest: (await readVersion(merged, model, version)).artifact.sha256,
      commit: arrival.commit,
      environment: config.environments[stage] ?? stage,
      workflow: config.deploy[stage],
      branch,
    },
    deployments,
  )
  return { deployment, problem: problem === undefined ? [] : [problem] }
}

/** The check run of the merged head stays where people look for how to take it back. */
async function offerButtons(
  { record, isEarly }: UnsealedRecord,
  { pull }: JudgedMerge,
  { checks }: Pick<Ports, 'checks'>,
): Promise<void> {
  const buttons = isEarly ? [] : buttonsOfMerged(record)
  if (pull !== undefined && buttons.length > 0)
    await checks?.offer({ name: GATE_CHECK, head: pull.head, buttons })
}

async function raise(
  { state, number, arrival }: UnsealedRecord,
  alarms: readonly string[],
  { comments }: Ports,
) {
  const words = [
    `Record ${number} of ${state.name} was merged although not everything held:`,
    '',
    ...alarms.map(alarm => `- ${plainLine(alarm)}`),
  ].join('\n')
  await permitted(() =>
    sayOnce(comments, { is: 'commit', sha: arrival.commit }, `alarm-${state.name}-${number}`, words),
  )
}

function sealOf({ arrival }: UnsealedRecord, { pull, approvals, held, gates, problems }: JudgedMerge): Seal {
  return {
    schema: 1,
    ...(pull === undefined ? {} : { 'pull-request': pull.number, head: pull.head }),
    'merge-commit': arrival.commit,
    'merged-by': pull?.mergedBy ?? arrival.author.slice(0, 200),
    'merged-at': pull?.mergedAt ?? timestamp(arrival.committedAt),
    approvals: approvals.flatMap(({ login, id, review, commit, at }) =>
      login === undefined || id === undefined ? [] : [{ login, id, review, commit, at }],
    ),
    ...(held === undefined ? {} : { held }),
    ...(gates === undefined ? {} : { gates }),
    ...(problems.length === 0 ? {} : { problems: [...problems] }),
  }
}
