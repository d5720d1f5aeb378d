import type { StoredEvidence } from '../domain/evidence/evidence.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { Notes } from '../domain/registry/notes.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Cards, Ports } from '../ports.ts'
import type { MovedFile } from './move-change.ts'
import { type RegistryAt, readNotes } from './registry-reader.ts'

/** What a version's card is made of beside its record and evidence. */
export interface CardSource {
  readonly cards: Cards
  readonly notes: Notes
  /** The card as the last commit has it. */
  readonly present: Uint8Array | undefined
}

/** Where the model card of a version lies. */
export function cardPath({ config }: Pick<RegistryAt, 'config'>, model: string, version: number): string {
  return `${modelFolder(config, model)}/versions/${version}/card.md`
}

export async function readCardSource(
  registry: RegistryAt,
  model: string,
  version: number,
  { cards }: Pick<Ports, 'cards'>,
): Promise<CardSource> {
  const [notes, present] = await Promise.all([
    readNotes(registry, model, version),
    registry.repository.readFile(registry.commit, cardPath(registry, model, version)),
  ])
  return { cards, notes, present }
}

/**
 * The card as a promotion commits it; nothing where it is the same already. Pure.
 *
 * @param evidence - All evidence that the version has with that commit, in git order.
 */
export function cardFiles(
  {
    registry,
    state,
    record,
    card,
  }: {
    readonly registry: RegistryAt
    readonly state: ModelState
    readonly record: VersionRecord
    readonly card: CardSource
  },
  evidence: readonly StoredEvidence[],
): MovedFile[] {
  const { cards, notes, present } = card
  const text = cards.render({ model: state.name, definition: state.definition, record, notes, evidence })
  const content = new TextEncoder().encode(text)
  if (present !== undefined && sameBytes(present, content)) return []
  const path = cardPath(registry, state.name, record.version)
  return [{ path, content, replaces: present !== undefined }]
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
