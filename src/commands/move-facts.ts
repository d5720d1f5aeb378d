import { ModelyardError } from '../domain/errors/index.ts'
import type { StoredEvidence } from '../domain/evidence/evidence.ts'
import { questionOf } from '../domain/evidence/question.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { MOST_POINTER_BYTES, parseLfsPointer } from '../domain/registry/lfs.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { ArtifactFinding, Request } from '../domain/registry/move-plan.ts'
import { timestamp } from '../domain/registry/names.ts'
import { PromotionRecord } from '../domain/registry/record.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Head, Person, Ports } from '../ports.ts'
import { catchUp, mergeableBranch } from './change-set.ts'
import { digestOfHashed, digestOfPath } from './digest-of-path.ts'
import { earlierOnBranch } from './earlier-branch.ts'
import { parseEvidence } from './evidence-file.ts'
import { type FoundEvidence, readEvidenceFolder } from './evidence-folder.ts'
import { readEvidence } from './evidence-reader.ts'
import { openRegistry, type RegistryAt, readModel } from './registry-reader.ts'
import { type ArtifactOf, readVersionArtifact } from './version-artifact.ts'

export { digestOfPath }

/** The inputs that all moves of pointers share. */
export interface MoveInput {
  readonly model: string
  readonly reason?: string | undefined
  readonly merge: boolean
  readonly unapproved?: string | undefined
  readonly dryRun: boolean
}

/** What every move is planned from. */
export interface MoveFacts {
  readonly registry: RegistryAt
  readonly state: ModelState
  readonly head: Head
  readonly committer: Person & { readonly source: string }
  /** UTC, milliseconds. */
  readonly now: number
  readonly remarks: readonly string[]
}

/**
 * Reads what every move is planned from: the model as the last commit has it, and who asks.
 *
 * @throws {ModelyardError} What stands in the way of reading, and with `--merge` of committing.
 */
export async function readMoveFacts(input: MoveInput, ports: Ports): Promise<MoveFacts> {
  if (input.unapproved !== undefined && !input.merge) {
    throw new ModelyardError({
      code: 'bad-input',
      message: '--unapproved says why a merge at this terminal does without approvals, so it needs --merge',
      next: 'add --merge, or leave --unapproved out and open a pull request',
    })
  }
  const { repository, worktree, identity, clock } = ports
  const head = await repository.head()
  const registry = await openRegistry(repository)
  if (input.merge) {
    await mergeableBranch(head, worktree)
    if (!input.dryRun) await catchUp(ports, head, registry.config.registry)
  }
  const state = await readModel(registry, input.model)
  const definition = `${modelFolder(registry.config, input.model)}/model.yaml`
  const edited = await worktree.modified([definition])
  return {
    registry,
    state,
    head,
    committer: await identity.committer(),
    now: clock.now(),
    remarks:
      edited.length > 0
        ? [`${definition} has uncommitted changes: the policy of the last commit was used, not these`]
        : [],
  }
}

/** Hashes the artifact of a version again, wherever it lies. That it cannot be had is a finding, and no error. */
export async function findArtifact(
  { registry, state }: Pick<MoveFacts, 'registry' | 'state'>,
  record: ArtifactOf,
  ports: Pick<Ports, 'artifacts' | 'worktree' | 'stored'>,
  localCopy?: string,
): Promise<ArtifactFinding> {
  try {
    const { sha256 } = await readVersionArtifact(registry, state, record, ports, localCopy)
    return sha256 === record.artifact.sha256 ? { is: 'same' } : { is: 'different', sha256 }
  } catch (error) {
    if (!(error instanceof ModelyardError) || localCopy !== undefined) throw error
    if (error.code === 'bug' || error.code === 'interrupted') throw error
    const { message, next, place } = error
    return { is: 'absent', why: place === undefined ? message : `${message}: ${place.path}`, next }
  }
}

/**
 * The digest of a data file that lies where the user says.
 *
 * @throws {ModelyardError} `bad-data` where nothing is there, it is empty or a link, or what stands in git for a file
 *   that Git LFS keeps.
 */
export async function digestOfData(
  userPath: string,
  artifacts: Ports['artifacts'],
  named = userPath,
): Promise<string> {
  try {
    const { isFolder, files } = await artifacts.hashPath(userPath)
    const [file] = files
    if (!isFolder && file !== undefined && file.bytes <= MOST_POINTER_BYTES)
      refuseLfsPointer(await artifacts.readHead(userPath, MOST_POINTER_BYTES), named)
    return digestOfHashed({ isFolder, files }, artifacts)
  } catch (error) {
    if (!(error instanceof ModelyardError) || error.code !== 'bad-artifact') throw error
    const message = error.message.replace(userPath, named)
    throw new ModelyardError({ code: 'bad-data', message, next: error.next, place: { path: named } })
  }
}

function refuseLfsPointer(content: Uint8Array, named: string): void {
  if (parseLfsPointer(content) === undefined) return
  throw new ModelyardError({
    code: 'bad-data',
    message: `${named} stands for a file that Git LFS keeps, and its rows are not here`,
    next: 'fetch it: git lfs pull; in a workflow that calls ours, write `lfs: true` under `with:`',
    place: { path: named },
  })
}

/**
 * The digest of a data file or folder that the registry names, by its path from the repository's root.
 *
 * @throws {ModelyardError} `path-escape` where a link on the way leads out of the repository, or it is one itself;
 *   `bad-data` where nothing is there, or it is empty.
 */
export async function digestOfNamedData(
  path: string,
  { artifacts, worktree }: Pick<Ports, 'artifacts' | 'worktree'>,
): Promise<string> {
  // Listing follows links as reading does, and costs nothing where the path is a file's.
  await worktree.listFiles(path)
  return digestOfData(`${worktree.root}/${path}`, artifacts, path)
}

/** The evidence of a version, and the bytes of what is not committed yet, by digest. */
export interface GatheredEvidence {
  /** What is committed in git order, then the drafts. */
  readonly all: readonly StoredEvidence[]
  readonly pending: ReadonlyMap<string, Uint8Array>
  readonly remarks: readonly string[]
}

/**
 * Reads the evidence of a version, drafts too: `compare` leaves its own there, for the next promotion to take. Drafts
 * about another artifact are passed over: a branch that was given up had claimed the same number. So are drafts that were
 * measured before a committed answer to their question: the newest counts, and as drafts they would come after it.
 *
 * @param folder - Where other jobs left evidence of this version: taken as drafts are.
 */
export async function gatherEvidence(
  { registry, state }: Pick<MoveFacts, 'registry' | 'state'>,
  { version, artifact }: Pick<VersionRecord, 'version' | 'artifact'>,
  { artifacts, drafts }: Pick<Ports, 'artifacts' | 'drafts'>,
  folder?: string,
): Promise<GatheredEvidence> {
  const committed = await readEvidence(registry, artifacts, state.name, version)
  const known = new Set(committed.map(({ digest }) => digest))
  const answered = new Map(committed.map(stored => [questionOf(stored.evidence), startedAt(stored)]))
  const pending = new Map<string, Uint8Array>()
  const drafted: StoredEvidence[] = []
  const own = await readDrafts(draftFolder(state.name, version), known, { artifacts, drafts })
  const brought = folder === undefined ? [] : await readEvidenceFolder(folder, artifact.sha256, { artifacts })
  for (const { stored, bytes } of [...own, ...brought]) {
    if (known.has(stored.digest) || pending.has(stored.digest)) continue
    if (stored.evidence.subject.artifact !== artifact.sha256) continue
    if (startedAt(stored) < (answered.get(questionOf(stored.evidence)) ?? '')) continue
    drafted.push(stored)
    pending.set(stored.digest, bytes)
  }
  drafted.sort((a, b) => (startedAt(a) < startedAt(b) ? -1 : 1))
  const remarks =
    folder === undefined || brought.length > 0 ? [] : [`${folder} holds no evidence of this artifact`]
  return { all: [...committed, ...drafted], pending, remarks }
}

/** What waits in git's own folder; what is committed is not read again. */
async function readDrafts(
  folder: string,
  known: ReadonlySet<string>,
  { artifacts, drafts }: Pick<Ports, 'artifacts' | 'drafts'>,
): Promise<FoundEvidence[]> {
  const found: FoundEvidence[] = []
  for (const name of await drafts.list(folder)) {
    const bytes = name.endsWith('.json') ? await drafts.read(`${folder}/${name}`) : undefined
    if (bytes === undefined || known.has(artifacts.hash(bytes))) continue
    found.push({ stored: parseEvidence(drafts.place(`${folder}/${name}`), bytes, artifacts), bytes })
  }
  return found
}

/** UTC, in an order that texts keep. */
function startedAt({ evidence }: StoredEvidence): string {
  return evidence.origin['started-at']
}

/** Where the evidence of a version waits for a promotion. */
export function draftFolder(model: string, version: number): string {
  return `evidence/${model}/${version}`
}

/** Who asks, and what an earlier run put on record for the same change. */
export interface RepeatedRequest extends Request {
  /** On the same base; undefined where there is none. */
  readonly earlier: PromotionRecord | undefined
}

/** The last fields of the record: who asks, when, why, and which run judges. */
export async function requestOf(
  input: MoveInput,
  facts: MoveFacts,
  branch: string,
  ports: Pick<Ports, 'repository' | 'pullRequests' | 'host'>,
): Promise<RepeatedRequest> {
  const earlier = await earlierRecord(input, facts, branch, ports)
  return {
    requestedBy: `${facts.committer.name} <${facts.committer.email}>`,
    requestedAt: earlier?.['requested-at'] ?? timestamp(facts.now),
    reason: input.reason,
    judgedAt: ports.host.run?.id ?? 'terminal',
    earlier,
  }
}

/** What the same change put on record before, on the same base: repeating a command changes nothing. */
async function earlierRecord(
  { merge, dryRun, model }: MoveInput,
  { registry: { commit, config }, state }: MoveFacts,
  branch: string,
  ports: Pick<Ports, 'repository' | 'pullRequests'>,
): Promise<PromotionRecord | undefined> {
  const earlier = merge || dryRun ? undefined : await earlierOnBranch(ports, branch, commit)
  const path = `${modelFolder(config, model)}/promotions/${state.records.length + 1}.json`
  const bytes = await earlier?.read(path)
  return bytes === undefined ? undefined : parseJson(PromotionRecord, path, bytes).value
}
