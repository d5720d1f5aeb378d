import { overall } from '../domain/gates/outcome.ts'
import { AUDIT_BRANCH } from '../domain/registry/seal.ts'
import type { SealResult } from '../domain/results/seal.ts'
import type { Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import type { RegistryAt } from './registry-reader.ts'
import { sealRecord } from './seal-record.ts'
import { unsealedRecords } from './unsealed-records.ts'

/** Whether there is a merged move that could be sealed and is not. */
export async function isWanting(registry: RegistryAt, { seals }: Pick<Ports, 'seals'>): Promise<boolean> {
  const { records } = await unsealedRecords(registry, await seals.sealed(AUDIT_BRANCH))
  return records.length > 0
}

/**
 * Seals every merged move that has no seal yet, and does what follows each: by a workflow, or with the App by that.
 *
 * @param branch - The one that they were merged to.
 * @param limit - How many at most; whoever comes next goes on.
 */
export async function sealMerged(
  registry: RegistryAt,
  branch: string,
  limit: number,
  ports: Ports,
  { progress }: Watch,
): Promise<SealResult> {
  const { records, lost } = await unsealedRecords(registry, await ports.seals.sealed(AUDIT_BRANCH))
  const sealed: SealResult['sealed'] = []
  for (const unsealed of records.slice(0, limit)) {
    progress?.(`sealing ${unsealed.state.name} ${unsealed.number}`)
    sealed.push(await sealRecord(unsealed, branch, ports))
  }
  const waiting = Math.max(0, records.length - limit)
  return {
    kind: 'seal',
    outcome: overall([lost.length > 0 ? 'failed' : 'passed', ...sealed.map(({ outcome }) => outcome)]),
    commit: registry.commit,
    sealed,
    waiting,
    remarks: [
      ...lost.map(name => `record ${name} is not sealed: which commit brought it cannot be told`),
      ...(waiting > 0 ? [`${waiting} more are left for the next run`] : []),
    ],
    next: [
      ...(lost.length > 0 ? ['see what was edited past the records: modelyard history MODEL'] : []),
      ...(waiting > 0 ? ['run the workflow again, or wait for the next merge'] : []),
    ],
  }
}
