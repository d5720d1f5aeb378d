import { ModelyardError } from '../domain/errors/index.ts'
import { whyNotLeft, whyRunNotBelieved } from '../domain/evidence/believed.ts'
import { Evidence } from '../domain/evidence/evidence.ts'
import type { Problem } from '../domain/problem.ts'
import { CONFIG_PATH, promotingWorkflow } from '../domain/registry/config.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { classifyPath } from '../domain/registry/registry-files.ts'
import type { LeftEvidence, Ports, Provenance, RecordedRun, TreeChange } from '../ports.ts'
import { findGoverned } from './governed-changes.ts'
import { openRegistry, type RegistryAt } from './registry-reader.ts'

/** More are named by no promotion; each costs GitHub calls that whoever wrote the files would have us make. */
const MOST_RUNS = 10

interface AddedEvidence {
  readonly path: string
  readonly model: string
  readonly version: number
  readonly digest: string
  /** The run that it names; undefined where it names none. */
  readonly run: number | undefined
}

export interface JudgedOrigins {
  readonly problems: readonly Problem[]
  readonly remarks: readonly string[]
}

type Outside = Pick<Ports, 'provenance' | 'artifacts'>

/**
 * Judges where the evidence comes from that a commit brings. It is believed when a run of a listed workflow at the default
 * branch left the very bytes; what cannot be read is not believed. The registry's first commit is exempt, and so is what
 * the base has already. GitHub is asked nothing where a commit brings no evidence.
 *
 * @param tip - The base as it stands now: what it lists and governs counts.
 */
export async function judgeOrigins(
  tip: string,
  head: RegistryAt,
  changes: readonly TreeChange[],
  { provenance, artifacts }: Outside,
): Promise<JudgedOrigins> {
  if (!changes.some(change => evidenceIn(head, change) !== undefined)) return NOTHING
  if ((await head.repository.readFile(tip, CONFIG_PATH)) === undefined) return NOTHING
  const base = await openRegistry(head.repository, tip)
  const added = await newEvidence(base, head, changes, artifacts)
  if (added.length === 0) return NOTHING
  if (provenance === undefined)
    return { problems: [], remarks: ['where evidence comes from is asked on the pull request, and not here'] }
  return { problems: await unbelieved(base, added, provenance), remarks: [] }
}

const NOTHING: JudgedOrigins = { problems: [], remarks: [] }

function evidenceIn({ config }: RegistryAt, { path, after }: TreeChange) {
  if (!after?.mode.startsWith('100') || !path.startsWith(`${config.registry}/`)) return undefined
  const what = classifyPath(path.slice(config.registry.length + 1))
  return what.is === 'evidence' ? what : undefined
}

/** What the base has already may lie elsewhere in it: the registry's root moves. */
async function newEvidence(
  base: RegistryAt,
  head: RegistryAt,
  changes: readonly TreeChange[],
  { hash }: Ports['artifacts'],
): Promise<AddedEvidence[]> {
  const found: AddedEvidence[] = []
  for (const change of changes) {
    const what = evidenceIn(head, change)
    if (what === undefined) continue
    const { path } = change
    const bytes = await head.repository.readFile(head.commit, path)
    const before = `${base.config.registry}${path.slice(head.config.registry.length)}`
    const known = await base.repository.readFile(base.commit, before)
    if (bytes === undefined || (known !== undefined && hash(known) === hash(bytes))) continue
    const run = parseJson(Evidence, path, bytes).value?.origin.run
    found.push({ path, model: what.model, version: what.version, digest: hash(bytes), run })
  }
  return found
}

async function unbelieved(
  base: RegistryAt,
  added: readonly AddedEvidence[],
  provenance: Provenance,
): Promise<Problem[]> {
  const asked = new Map<number, AddedEvidence[]>()
  const problems: Problem[] = []
  const say = next(base, provenance)
  for (const evidence of added) {
    const { run } = evidence
    if (run === undefined) {
      const why = 'it names no run: it was measured at a terminal, or written by hand'
      problems.push(await say(evidence, why))
    } else if (asked.has(run) || asked.size < MOST_RUNS) {
      asked.set(run, [...(asked.get(run) ?? []), evidence])
    } else {
      problems.push(
        await say(evidence, `run ${run} was not asked for: the files name more than ${MOST_RUNS} runs`),
      )
    }
  }
  return [...problems, ...(await judgeRuns(base, asked, provenance, say))]
}

type Say = (evidence: AddedEvidence, why: string) => Promise<Problem>

/** Run by run. Where GitHub cannot be asked, the others are not asked either: it would say the same, or is in trouble. */
async function judgeRuns(
  base: RegistryAt,
  named: ReadonlyMap<number, readonly AddedEvidence[]>,
  provenance: Provenance,
  say: Say,
): Promise<Problem[]> {
  const problems: Problem[] = []
  let trouble: ModelyardError | undefined
  for (const [run, files] of named) {
    try {
      if (trouble === undefined) problems.push(...(await judgeRun(base, run, files, provenance, say)))
    } catch (error) {
      if (!(error instanceof ModelyardError)) throw error
      trouble = error
    }
    if (trouble !== undefined) for (const { path } of files) problems.push(unread(path, trouble))
  }
  return problems
}

async function judgeRun(
  base: RegistryAt,
  id: number,
  files: readonly AddedEvidence[],
  provenance: Provenance,
  say: Say,
): Promise<Problem[]> {
  const run = await provenance.recorded(id)
  const standing = await standingOf(base, run, await provenance.defaultBranch())
  const problems: Problem[] = []
  for (const model of new Set(files.map(file => file.model))) {
    const governed = standing.governed?.filter(({ models }) => models.includes(model)).map(({ path }) => path)
    const why = whyRunNotBelieved(id, run, { ...standing, listed: base.config.workflows, governed })
    // Nothing is taken from a run that is not believed anyway.
    const left: LeftEvidence | undefined =
      why === undefined ? await provenance.evidenceOf(id, model) : undefined
    for (const file of files.filter(one => one.model === model)) {
      const reason = left === undefined ? why : whyNotLeft(file.digest, id, model, left)
      if (reason !== undefined) problems.push(await say(file, reason))
    }
  }
  return problems
}

/** Where the commit of a run stands, by what was fetched. */
async function standingOf(base: RegistryAt, run: RecordedRun | undefined, defaultBranch: string) {
  const { repository } = base
  const nothing = { defaultBranch, onHistory: undefined, governed: undefined }
  const tip = await repository.resolve(`refs/remotes/origin/${defaultBranch}`)
  if (run === undefined || tip === undefined) return nothing
  const { entries, complete } = await repository.chain(tip)
  const found = entries.some(({ commit }) => commit === run.headSha)
  if (!found) return { ...nothing, onHistory: complete ? false : undefined }
  const then = { ...base, commit: run.headSha }
  const changes = await repository.changes(base.commit, run.headSha, [])
  return { defaultBranch, onHistory: true, governed: await findGoverned(base, then, changes) }
}

/** The next step of evidence that is not believed: whom to let measure instead. */
function next({ config }: RegistryAt, provenance: Provenance): Say {
  const workflow = promotingWorkflow(config) ?? config.workflows[0]
  return async ({ path, model, version }, message) => ({
    severity: 'error',
    code: 'not-believed',
    place: { path },
    message: `the origin of this evidence is not believed: ${message}`,
    next:
      workflow === undefined
        ? `list the workflow that measures under \`workflows\` of ${CONFIG_PATH} and merge that first; then let it measure`
        : `take the file out, and let ${workflow} measure version ${version} of ${model} at the default branch: start it at ${await provenance.startPage(workflow)}, or by gh workflow run ${workflow.split('/').at(-1)}`,
  })
}

function unread(path: string, { code, message, next: remedy }: ModelyardError): Problem {
  return {
    severity: 'error',
    code,
    place: { path },
    message: `the origin of this evidence cannot be read, and so it is not believed: ${message}`,
    next: remedy,
  }
}
