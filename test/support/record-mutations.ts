import { foldRecords, moveOf } from '../../src/domain/registry/fold.ts'
import { firstStage, type Lifecycle } from '../../src/domain/registry/lifecycle.ts'
import { movePointers, type Pointers, stageOf, versionsIn } from '../../src/domain/registry/pointers.ts'
import type { PromotionRecord } from '../../src/domain/registry/record.ts'
import { aliasesToFollow, type Ties } from '../../src/domain/registry/ties.ts'
import type { Choices } from './seeded.ts'
import { mutateJsonValue } from './text-mutations.ts'

/** What records are about. */
export interface Setting {
  readonly lifecycle: Lifecycle
  readonly ties: Ties
}

const VERSIONS = [1, 1, 2, 2, 3, 4, 5]
const ALIASES = ['champion', 'challenger', 'next', 'shadow', 'oldest', 'nightly']

/** Records lost, doubled, exchanged, altered, or new ones that may or may not follow from them. */
export function mutateRecords(records: readonly unknown[], setting: Setting, choices: Choices): unknown[] {
  const at = choices.below(records.length)
  const other = records[choices.below(records.length)]
  switch (choices.below(9)) {
    case 0:
      return records.slice(0, at)
    case 1:
      return records.toSpliced(at, 1)
    case 2:
      return records.toSpliced(at, 0, other)
    case 3:
      return records.with(at, other)
    case 4: {
      const near = [...VERSIONS, ...ALIASES, ...setting.lifecycle.stages]
      return records.with(at, mutateJsonValue(records[at], choices, near))
    }
    default: {
      const one = [...records, newRecord(records, setting, choices)]
      return choices.oneIn(3) ? [...one, newRecord(one, setting, choices)] : one
    }
  }
}

/** What the product makes of records; undefined where they do not even look like some. */
export function foldOf(records: readonly unknown[], { lifecycle }: Setting): Pointers | undefined {
  try {
    return foldRecords(records as PromotionRecord[], lifecycle).pointers
  } catch {
    return undefined
  }
}

/** A record of any kind that keeps most of the rules, so that it mostly breaks one alone. */
function newRecord(records: readonly unknown[], setting: Setting, choices: Choices): unknown {
  const { lifecycle, ties } = setting
  const pointers = foldOf(records, setting) ?? { schema: 1, stages: {}, aliases: {} }
  const version = choices.pick(VERSIONS)
  const rarely = <T>(other: T, usual: T) => (choices.oneIn(8) ? other : usual)
  const maybe = (key: string, value: unknown) => (choices.oneIn(2) ? { [key]: value } : {})
  const kind = choices.pick(['promotion', 'rollback', 'archive', 'alias'] as const)
  const tail = {
    'requested-by': 'Ada',
    'requested-at': '2026-11-21T10:02:11Z',
    ...maybe('reason', 'why not'),
  }
  const judged = { 'judged-at': choices.oneIn(2) ? 'terminal' : 4711 }
  if (kind === 'alias') {
    const aliases = { [choices.pick(ALIASES)]: choices.oneIn(3) ? null : version }
    return { schema: 1, kind, aliases, ...tail, ...judged }
  }
  const stage = choices.pick(lifecycle.stages)
  const to = kind === 'archive' ? rarely(stage, lifecycle.stages.at(-1) ?? '') : stage
  const from = rarely(choices.pick(lifecycle.stages), stageOf(pointers, version) ?? firstStage(lifecycle))
  const displaced = rarely(choices.pick(VERSIONS), versionsIn(pointers, to)[0])
  const displaces = kind === 'archive' || displaced === undefined ? {} : maybe('displaces', displaced)
  const move = moveOf({ kind, version, from, to, ...displaces } as PromotionRecord, lifecycle)
  const follow = aliasesToFollow(movePointers(pointers, move, lifecycle), ties)
  const aliases = rarely(Object.fromEntries(Object.entries(follow).slice(1)), follow)
  return {
    ...{ schema: 1, kind, version, from, to },
    ...displaces,
    ...(Object.keys(aliases).length === 0 ? {} : { aliases }),
    ...(kind === 'archive' && choices.oneIn(3) ? { purged: true } : {}),
    ...tail,
    ...(kind === 'promotion'
      ? { evidence: [], ...maybe('gates', { outcome: 'passed', 'policy-commit': 'a'.repeat(40) }) }
      : {}),
    ...judged,
  }
}
