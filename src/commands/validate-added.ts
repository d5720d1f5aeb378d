import { Evidence, evidenceFileName } from '../domain/evidence/evidence.ts'
import type { Problem } from '../domain/problem.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { parseLfsPointer } from '../domain/registry/lfs.ts'
import { classifyPath } from '../domain/registry/registry-files.ts'
import { changedEvidence } from '../domain/registry/validate-registry.ts'
import { judgeEvidence, judgeVersion, type ParsedVersion } from '../domain/registry/validate-version.ts'
import { VersionRecord } from '../domain/registry/version.ts'
import type { Ports, TreeChange } from '../ports.ts'
import type { RegistryAt } from './registry-reader.ts'

interface Addition {
  readonly model: string
  readonly number: number
  isNewVersion: boolean
  /** Paths of the evidence that came. */
  readonly evidence: string[]
}

/** Judges what a commit adds by its bytes: new versions with their artifacts, new evidence with its name and subject. */
export async function judgeAdded(
  head: RegistryAt,
  changes: readonly TreeChange[],
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const addition of additionsOf(head, changes)) {
    const version = await readAddition(head, addition, artifacts.hash)
    for (const { path, digest, evidence } of version.evidence) {
      if (evidence !== undefined && !path.endsWith(`/${evidenceFileName(evidence.kind, digest)}`))
        problems.push(changedEvidence(path, digest))
    }
    const judged = addition.isNewVersion
      ? judgeVersion(addition.model, version, [], artifacts.hash)
      : judgeEvidence(version)
    problems.push(...judged)
  }
  return problems
}

function pointed(content: Uint8Array) {
  const pointer = parseLfsPointer(content)
  return pointer && { ...pointer, byPointer: true as const }
}

function additionsOf({ config }: RegistryAt, changes: readonly TreeChange[]): Iterable<Addition> {
  const additions = new Map<string, Addition>()
  for (const { path, status } of changes) {
    if (status !== 'added' || !path.startsWith(`${config.registry}/`)) continue
    const what = classifyPath(path.slice(config.registry.length + 1))
    if (what.is !== 'version-record' && what.is !== 'evidence') continue
    const key = `${what.model}/${what.version}`
    const addition = additions.get(key) ?? {
      model: what.model,
      number: what.version,
      isNewVersion: false,
      evidence: [],
    }
    additions.set(key, addition)
    if (what.is === 'evidence') addition.evidence.push(path)
    else addition.isNewVersion = true
  }
  return additions.values()
}

async function readAddition(
  { repository, commit, config }: RegistryAt,
  { model, number, isNewVersion, evidence }: Addition,
  hash: (bytes: Uint8Array) => string,
): Promise<ParsedVersion> {
  const folder = `${config.registry}/models/${model}/versions/${number}`
  const read = async (path: string) => (await repository.readFile(commit, path)) ?? new Uint8Array()
  const recordPath = `${folder}/version.json`
  const listed = isNewVersion ? await repository.listFiles(commit, folder) : []
  const own = listed.filter(
    ({ path }) => classifyPath(path.slice(config.registry.length + 1)).is === 'artifact',
  )
  const artifacts = await repository.readBlobs(
    own.map(({ id }) => id),
    (content, index) => ({
      path: own[index]?.path.slice(folder.length + 1) ?? '',
      // What a pointer stands for, not the pointer itself.
      ...(pointed(content) ?? { sha256: hash(content), bytes: content.length }),
    }),
  )
  return {
    number,
    folder,
    record: parseJson(VersionRecord, recordPath, await read(recordPath)).value,
    evidence: await Promise.all(
      evidence.map(async path => {
        const bytes = await read(path)
        return { path, digest: hash(bytes), evidence: parseJson(Evidence, path, bytes).value }
      }),
    ),
    artifacts,
  }
}
