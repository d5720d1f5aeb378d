import { stringify } from 'yaml'
import { modelFolder } from './config.ts'
import { renderJson } from './json-file.ts'
import type { ModelState } from './model-state.ts'
import type { Notes } from './notes.ts'
import { LastVersion, VersionRecord } from './version.ts'
import { editYaml, type YamlEdit } from './yaml-file.ts'

/** A file of the artifact, by its place in the version's folder. */
export interface ArtifactContent {
  readonly path: string
  readonly content: Uint8Array
}

export interface RegistrationFacts {
  readonly state: Pick<ModelState, 'name' | 'config' | 'versions' | 'lastVersion'>
  /** The version that holds the same artifact of the same commit already, with its notes as they stand. */
  readonly registered: { readonly record: VersionRecord; readonly notes: string | undefined } | undefined
  readonly record: Omit<VersionRecord, 'schema' | 'version'>
  readonly notes: Notes
  /** Empty where the artifact lives elsewhere. */
  readonly contents: readonly ArtifactContent[]
}

export type RegistrationPlan =
  | { readonly plan: 'unchanged'; readonly record: VersionRecord }
  | {
      readonly plan: 'register' | 'annotate'
      readonly record: VersionRecord
      readonly files: readonly { readonly path: string; readonly content: Uint8Array }[]
    }

/** The number that the next version of a model gets. */
export function nextVersion({ lastVersion, versions }: Pick<ModelState, 'lastVersion' | 'versions'>): number {
  return Math.max(lastVersion, ...versions, 0) + 1
}

/**
 * Plans the next version: the number after the highest ever given. The same artifact of the same commit is not
 * registered twice; new notes about it are added to those that it has.
 */
export function planRegistration({
  state,
  registered,
  record,
  notes,
  contents,
}: RegistrationFacts): RegistrationPlan {
  const models = modelFolder(state.config, state.name)
  const text = (content: string) => new TextEncoder().encode(content)
  if (registered !== undefined) {
    const path = `${models}/versions/${registered.record.version}/notes.yaml`
    const edited = withNotes(registered.notes, notes)
    return edited === registered.notes
      ? { plan: 'unchanged', record: registered.record }
      : { plan: 'annotate', record: registered.record, files: [{ path, content: text(edited ?? '') }] }
  }
  const version = nextVersion(state)
  const folder = `${models}/versions/${version}`
  const whole: VersionRecord = { ...record, schema: 1, version }
  const written = withNotes(undefined, notes)
  return {
    plan: 'register',
    record: whole,
    files: [
      { path: `${folder}/version.json`, content: text(renderJson(VersionRecord, whole)) },
      {
        path: `${models}/versions/last.json`,
        content: text(renderJson(LastVersion, { schema: 1, last: version })),
      },
      ...contents.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
      ...(written === undefined ? [] : [{ path: `${folder}/notes.yaml`, content: text(written) }]),
    ],
  }
}

export const NOTES_HEADER =
  '# yaml-language-server: $schema=https://raw.githubusercontent.com/modelyard/modelyard/main/schemas/notes.json\n'

/** The notes file with these notes in it; a person's comments and order stay. Undefined where there is nothing to say. */
function withNotes(present: string | undefined, { description, tags }: Notes): string | undefined {
  const edits: YamlEdit[] = [
    ...(description === undefined ? [] : [{ keys: ['description'], value: description }]),
    ...Object.entries(tags ?? {}).map(([tag, value]) => ({ keys: ['tags', tag], value })),
  ]
  if (edits.length === 0) return present
  if (present !== undefined) return editYaml(present, edits)
  const notes = {
    ...(description === undefined ? {} : { description }),
    ...(tags === undefined ? {} : { tags }),
  }
  return `${NOTES_HEADER}${stringify(notes, { lineWidth: 0 })}`
}
