import { ModelyardError } from '../domain/errors/index.ts'
import type { EvidenceKind, StoredEvidence } from '../domain/evidence/evidence.ts'
import type { Problem } from '../domain/problem.ts'
import type { CardFacts } from '../domain/registry/card-facts.ts'
import type { Config } from '../domain/registry/config.ts'
import { archiveStage } from '../domain/registry/lifecycle.ts'
import { Notes } from '../domain/registry/notes.ts'
import { versionsIn } from '../domain/registry/pointers.ts'
import { classifyPath, type RegistryFile } from '../domain/registry/registry-files.ts'
import { staleCard } from '../domain/registry/stale-card.ts'
import type { ParsedModel } from '../domain/registry/validate-model.ts'
import type { ParsedVersion } from '../domain/registry/validate-version.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { Ports, TreeChange } from '../ports.ts'
import { cardPath, sameBytes } from './card-file.ts'
import { inGitOrder, readEvidence } from './evidence-reader.ts'
import { type RegistryAt, readModel, readNotes, readVersion } from './registry-reader.ts'

/**
 * The stale cards on disk. Those of archived versions are passed over: they say what was known when the version was in
 * use, and no promotion makes them anew. Versions with a file that cannot be read have greater troubles than a card.
 */
export async function staleCardsOnDisk(
  config: Config,
  files: readonly RegistryFile[],
  models: readonly ParsedModel[],
  ports: Ports,
): Promise<Problem[]> {
  const { commit } = await ports.repository.head()
  const notesAt = new Map(files.map(file => [file.path, file.content]))
  const problems: Problem[] = []
  for (const { path, kind, bytes } of files) {
    const what = classifyPath(path.slice(config.registry.length + 1))
    if (kind !== 'file' || what.is !== 'card') continue
    const model = models.find(({ name }) => name === what.model)
    const version = model?.versions.find(({ number }) => number === what.version)
    if (model === undefined || version === undefined || isArchived(config, model, version.number)) continue
    const facts = await factsOnDisk(
      model,
      version,
      notesAt.get(`${version.folder}/notes.yaml`),
      commit,
      ports,
    )
    if (facts === undefined) continue
    const due = new TextEncoder().encode(ports.cards.render(facts))
    // What has another size is stale unread, however large it is.
    const found = bytes === due.length ? await ports.worktree.readFile(path) : undefined
    if (found === undefined || !sameBytes(found, due)) problems.push(staleCard(path, version.number))
  }
  return problems
}

function isArchived({ lifecycle }: Config, { pointers }: ParsedModel, version: number): boolean {
  return (
    pointers?.value !== undefined && versionsIn(pointers.value, archiveStage(lifecycle)).includes(version)
  )
}

async function factsOnDisk(
  { name: model, definition }: ParsedModel,
  { record, evidence, folder }: ParsedVersion,
  notes: Uint8Array | undefined,
  commit: string | undefined,
  { repository }: Ports,
): Promise<CardFacts | undefined> {
  const said = notes === undefined ? {} : parseYaml(Notes, `${folder}/notes.yaml`, notes).value
  const known = evidence.flatMap(({ path, digest, evidence: value }) =>
    value === undefined ? [] : [{ path, stored: { digest, evidence: value } }],
  )
  if (definition?.value === undefined || record === undefined || said === undefined) return undefined
  if (known.length < evidence.length) return undefined
  const ordered =
    commit === undefined || !hasTwoOfAKind(known)
      ? known
      : await inGitOrder(repository, commit, `${folder}/evidence`, known)
  return {
    model,
    definition: definition.value,
    record,
    notes: said,
    evidence: ordered.map(({ stored }) => stored),
  }
}

/** Only then does it matter which came last, and git has to be asked. */
function hasTwoOfAKind(known: readonly { readonly stored: StoredEvidence }[]): boolean {
  const kinds = new Set<EvidenceKind>(known.map(({ stored }) => stored.evidence.kind))
  return kinds.size < known.length
}

/** The stale cards among the versions whose card, notes or evidence a commit changes. */
export async function staleCardsOfChange(
  head: RegistryAt,
  changes: readonly TreeChange[],
  ports: Ports,
): Promise<Problem[]> {
  const touched = new Map<string, { readonly model: string; readonly version: number }>()
  for (const { path, after } of changes) {
    if (!path.startsWith(`${head.config.registry}/`)) continue
    const what = classifyPath(path.slice(head.config.registry.length + 1))
    if (what.is === 'notes' || what.is === 'evidence' || (what.is === 'card' && after !== undefined))
      touched.set(cardPath(head, what.model, what.version), what)
  }
  const problems: Problem[] = []
  for (const [path, { model, version }] of touched) {
    const found = await head.repository.readFile(head.commit, path)
    const due = found === undefined ? undefined : await cardAt(head, model, version, ports)
    if (found === undefined || due === undefined) continue
    if (!sameBytes(found, new TextEncoder().encode(due))) problems.push(staleCard(path, version))
  }
  return problems
}

/** The card as a commit's files give it; undefined where one of them cannot be read. */
async function cardAt(
  head: RegistryAt,
  model: string,
  version: number,
  { artifacts, cards }: Ports,
): Promise<string | undefined> {
  try {
    const { definition } = await readModel(head, model, { records: false })
    const [record, notes, evidence] = await Promise.all([
      readVersion(head, model, version),
      readNotes(head, model, version),
      readEvidence(head, artifacts, model, version),
    ])
    return cards.render({ model, definition, record, notes, evidence })
  } catch (error) {
    if (error instanceof ModelyardError) return undefined
    throw error
  }
}
