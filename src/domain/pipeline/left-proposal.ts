import * as z from 'zod/mini'
import { type Config, modelFolder } from '../registry/config.ts'
import { ModelName, ObjectId, RepositoryPath } from '../registry/names.ts'
import { classifyPath, type RegistryPath } from '../registry/registry-files.ts'

/** What the names of the artifacts begin with in which runs leave proposals: the model's name follows. */
export const PROPOSAL_ARTIFACT = 'modelyard-proposal-'
/** The file of an artifact that tells what the others are. */
export const PROPOSAL_FILE = 'proposal.json'
/** A folder of a model with many files is none that git should hold. */
const MOST_FILES = 500

/**
 * A pull request that a run would open, left for the App: one commit on a branch of its own. Its files lie beside it under
 * the names that it gives them.
 */
export const LeftProposal = z.strictObject({
  schema: z.literal(1),
  model: ModelName,
  branch: z.string().check(z.maxLength(200), z.regex(/^modelyard\/[a-z0-9-]+\/[a-z0-9.-]+$/)),
  /** The commit that was read and judged, and that is built on. */
  base: ObjectId,
  message: z.string().check(z.minLength(1), z.maxLength(20_000)),
  files: z
    .array(
      z.strictObject({
        path: RepositoryPath,
        /** Left out: the file is removed. */
        name: z.optional(z.string().check(z.regex(/^file-\d{1,4}$/))),
      }),
    )
    .check(z.minLength(1), z.maxLength(MOST_FILES)),
  /** What the pull request says, as the command answered. */
  answer: z.looseObject({ kind: z.enum(['move', 'registration']) }),
})
export type LeftProposal = z.infer<typeof LeftProposal>

/** What a proposal may hold: what moves pointers and registers versions, and nothing that a person edits. */
const KINDS: readonly RegistryPath['is'][] = [
  'pointers',
  'record',
  'version-record',
  'last-version',
  'evidence',
  'artifact',
  'card',
  'notes',
]

/**
 * Why a proposal is not opened: it reaches beyond its model, or into what people govern. Undefined where it does not.
 *
 * @returns A sentence without its full stop.
 */
export function whyNotOpened({ model, branch, files }: LeftProposal, config: Config): string | undefined {
  if (!branch.startsWith(`modelyard/${model}/`)) return `its branch ${branch} is not one of ${model}`
  const root = `${config.registry}/`
  const folder = `${modelFolder(config, model)}/`
  for (const { path, name } of files) {
    const what = path.startsWith(folder) ? classifyPath(path.slice(root.length)) : undefined
    if (what === undefined || !KINDS.includes(what.is)) return `it changes ${path}, which no proposal does`
    if (name === undefined && what.is !== 'artifact') return `it removes ${path}, which is kept for ever`
  }
  return undefined
}
