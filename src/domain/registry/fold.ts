import { archiveStage, firstStage, type Lifecycle } from './lifecycle.ts'
import { PointerWriter } from './pointer-writer.ts'
import { type Move, movePointers, NO_POINTERS, type Pointers, stageOf, versionsIn } from './pointers.ts'
import type { PromotionRecord } from './record.ts'

/** A record that does not follow from the ones before it. */
export interface FoldFault {
  /** The record's number, from 1. */
  readonly record: number
  readonly message: string
}

export interface Fold {
  readonly pointers: Pointers
  readonly faults: readonly FoldFault[]
}

/**
 * Follows the records from no pointers at all. A record names everything that it moves, so the fold needs no
 * policy of the time. Faults are reported and the move is made all the same, so that later ones can be judged.
 */
export function foldRecords(records: readonly PromotionRecord[], lifecycle: Lifecycle): Fold {
  const faults: FoldFault[] = []
  let pointers = NO_POINTERS
  for (const [index, record] of records.entries()) {
    const number = index + 1
    for (const message of faultsOf(record, pointers, lifecycle)) faults.push({ record: number, message })
    pointers = movePointers(pointers, moveOf(record, lifecycle), lifecycle)
  }
  return { pointers, faults }
}

/** The bytes of `stages.json` after each record, one after another: thousands of them need not stand in memory at once. */
export function* foldedFiles(
  records: readonly PromotionRecord[],
  lifecycle: Lifecycle,
): Generator<Uint8Array> {
  const writer = new PointerWriter()
  let pointers = NO_POINTERS
  for (const record of records) {
    pointers = movePointers(pointers, moveOf(record, lifecycle), lifecycle)
    yield writer.write(pointers)
  }
}

/** What a record does to the pointers. */
export function moveOf(record: PromotionRecord, lifecycle: Lifecycle): Move {
  if (record.kind === 'alias') return { aliases: record.aliases }
  const { version, from, to, aliases } = record
  const displaces = record.kind === 'archive' ? undefined : record.displaces
  // A version that goes back to the first stage is named by no pointer.
  return { version, from, to: to === firstStage(lifecycle) ? OFF : to, displaces, aliases }
}

// No stage of this name can be declared, so a version sent there is in no list.
const OFF = ''

function* faultsOf(record: PromotionRecord, pointers: Pointers, lifecycle: Lifecycle): Generator<string> {
  if (record.kind === 'alias') return
  const known = (stage: string) => lifecycle.stages.includes(stage)
  for (const stage of [record.from, record.to]) {
    if (!known(stage)) yield `names the stage \`${stage}\`, which the lifecycle does not have`
  }
  const standing = stageOf(pointers, record.version) ?? firstStage(lifecycle)
  if (standing !== record.from) {
    yield `moves version ${record.version} from ${record.from}, but the records before it leave it in ${standing}`
  }
  if (record.kind === 'archive') {
    if (record.to !== archiveStage(lifecycle)) yield `archives to ${record.to}, which is not the archive`
    return
  }
  if (record.displaces !== undefined && !versionsIn(pointers, record.to).includes(record.displaces)) {
    yield `displaces version ${record.displaces}, which was not in ${record.to}`
  }
}

/** Whether two pointers say the same: the order of versions in a stage counts, that of keys does not. */
export function samePointers(a: Pointers, b: Pointers): boolean {
  const text = ({ stages, aliases }: Pointers) =>
    JSON.stringify([Object.entries(stages).sort(byKey), Object.entries(aliases).sort(byKey)])
  return text(a) === text(b)
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
