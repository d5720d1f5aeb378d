import type { ArtifactKind } from '../domain/registry/artifact-kind.ts'
import { championOf, type ModelState } from '../domain/registry/model-state.ts'
import type { RegistrationFacts } from '../domain/registry/plan-registration.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { RegistrationResult } from '../domain/results/registration.ts'
import type { FileChange } from '../ports.ts'
import type { MovedFile } from './move-change.ts'
import type { MoveFacts } from './move-facts.ts'
import type { Standing } from './proposal-standing.ts'

/** What a registration is planned and told from. */
export interface RegistrationRead extends RegistrationFacts, Pick<MoveFacts, 'state' | 'head' | 'committer'> {
  readonly state: ModelState
  readonly kind: ArtifactKind
  readonly branch: string
}

/** What a registration says of a version, before anything is done. */
export function registrationResult(
  merge: boolean,
  { state, head, committer, branch, kind }: RegistrationRead,
  record: VersionRecord,
): RegistrationResult {
  return {
    kind: 'registration',
    model: state.name,
    record,
    export: [],
    status: 'planned',
    reasons: [],
    files: [],
    branch: merge ? head.branch : branch,
    committer,
    remarks: [...remarksOn(kind)],
    next: [measureHint(state, record)],
  }
}

/** The files of a registration, each with whether the base has it already. */
export function registrationFiles(
  { state, registered }: RegistrationRead,
  files: readonly FileChange[],
): MovedFile[] {
  return files.map(({ path, content }) => ({
    path,
    content,
    replaces: path.endsWith('/last.json')
      ? state.lastVersion > 0
      : path.endsWith('/notes.yaml') && registered?.notes !== undefined,
  }))
}

/** What to do with a new version. */
function measureHint({ name, pointers }: ModelState, { version: number, artifact }: VersionRecord): string {
  const opaque = artifact.format === 'opaque'
  return championOf(pointers) === undefined
    ? `measure it: modelyard evaluate ${name} ${number}${opaque ? ' --predictions FILE' : ''}`
    : `measure it: modelyard compare ${name} champion ${number}${opaque ? ' --challenger-predictions FILE' : ''}`
}

function* remarksOn({ format, kind, runsCode }: ArtifactKind): Generator<string> {
  if (runsCode)
    yield `it looks like ${kind}: loading it runs code that it carries, so nothing here ever loads it`
  else if (format === 'opaque') yield `it looks like ${kind} and was not opened`
  if (format === 'opaque') yield 'it is judged by its predictions; as ONNX it could be scored here'
}

/** What is said of a promotion's approvals stands with the promotion. */
export function withStanding<S extends Standing>(result: RegistrationResult, { approvals, ...facts }: S) {
  const { promotion, ...registration } = result
  if (promotion === undefined) return { ...registration, ...facts }
  return {
    ...registration,
    ...facts,
    promotion: approvals === undefined ? promotion : { ...promotion, approvals },
  }
}
