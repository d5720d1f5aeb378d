import { ModelyardError } from '../domain/errors/index.ts'
import { columnsOfHead } from '../domain/registry/head-line.ts'
import { parseLfsPointer } from '../domain/registry/lfs.ts'
import type { InitializationResult } from '../domain/results/initialization.ts'
import type { FileChange, Ports, PullRequest, Pulls } from '../ports.ts'
import { TRAILER } from './change-set.ts'
import { type Hosted, init, planFirst, readFirst } from './init.ts'
import { openQuestions } from './init-texts.ts'
import { openRegistry } from './registry-reader.ts'

/** The branch of the pull request that offers a registry: the same in every repository, so that a repeat finds it. */
export const ONBOARDING_BRANCH = 'modelyard/set-up'

const TITLE = 'Add the model registry'
const WORKFLOWS = '.github/workflows/'

/** Where a repository stands. */
export interface OnboardingPlace extends Hosted {
  /** The tip of its default branch; undefined where nothing was pushed yet. */
  readonly base: string | undefined
  readonly isFork: boolean
}

/** A registry for a repository that has none. */
export interface Onboarding {
  readonly result: InitializationResult
  readonly files: readonly FileChange[]
  /** What no App may commit that lacks the permission for workflows. */
  readonly workflows: readonly { readonly path: string; readonly content: string }[]
  /** What the files leave open, and what has to be clicked on GitHub. */
  readonly next: readonly string[]
}

/**
 * Whether a registry is offered to a repository: to one with a commit that is no fork, has no registry, not even a broken
 * one, and never had such a pull request, whether it is open, was merged or was closed.
 */
export async function isToBeOnboarded(
  { base, isFork }: OnboardingPlace,
  { repository }: Pick<Ports, 'repository'>,
  pulls: Pick<Pulls, 'everFrom'>,
): Promise<boolean> {
  if (isFork || base === undefined) return false
  const isThere = await openRegistry(repository, base).then(
    () => true,
    error => {
      if (!(error instanceof ModelyardError)) throw error
      // Whatever else is wrong is wrong with something that is there.
      return error.code !== 'no-registry'
    },
  )
  return !isThere && !(await pulls.everFrom(ONBOARDING_BRANCH))
}

/**
 * What `init` would write, with the best guesses, by the commit alone.
 *
 * @param ports - Whose worktree answers from the commit.
 */
export async function planOnboarding(place: OnboardingPlace, ports: Ports): Promise<Onboarding> {
  const given = init.input.parse({ yes: true })
  const facts = await readFirst(given, { ...ports, tables: headsAlone(ports) }, place)
  const { result, added } = planFirst(given, facts)
  const isWorkflow = ({ path }: { readonly path: string }) => path.startsWith(WORKFLOWS)
  return {
    result,
    files: added
      .filter(file => !isWorkflow(file))
      .map(({ path, content }) => ({ path, content: new TextEncoder().encode(content) })),
    workflows: added.filter(isWorkflow),
    next: [...openQuestions(facts.predict, facts.blindPolicy), ...facts.clicks],
  }
}

/**
 * Opens the pull request. Done again after any interruption it comes to the same one.
 *
 * @param body - Markdown.
 * @returns Undefined where none was opened.
 */
export async function openOnboarding(
  { files }: Onboarding,
  { base, defaultBranch }: OnboardingPlace,
  body: string,
  { repository, clock, pullRequests }: Pick<Ports, 'repository' | 'clock' | 'pullRequests'>,
): Promise<PullRequest | undefined> {
  if (base === undefined || pullRequests === undefined) return undefined
  const message = `${TITLE}\n\n${TRAILER}\n`
  // Made here first, where its tree is known without asking.
  const commit = await repository.commit({
    parent: base,
    changes: files,
    message,
    person: { name: 'modelyard', email: 'modelyard@users.noreply.github.com' },
    at: clock.now(),
    branch: ONBOARDING_BRANCH,
    expected: await repository.resolve(`refs/heads/${ONBOARDING_BRANCH}`),
  })
  const { tree } = await repository.commitFacts(commit)
  const proposed = await unlessTaken(() =>
    pullRequests.propose({
      branch: ONBOARDING_BRANCH,
      base,
      into: defaultBranch,
      files,
      tree,
      message,
      mark: TRAILER,
      title: TITLE,
      body,
    }),
  )
  return proposed?.pullRequest
}

/** A branch of this name that holds somebody else's work stays theirs, and nothing is offered. */
async function unlessTaken<T>(propose: () => Promise<T>): Promise<T | undefined> {
  try {
    return await propose()
  } catch (error) {
    if (error instanceof ModelyardError && error.code === 'bad-input') return undefined
    throw error
  }
}

/** Nobody looks into data here: of a table in text the names of its columns are read, of any other nothing. */
function headsAlone({ tables, worktree }: Pick<Ports, 'tables' | 'worktree'>): Ports['tables'] {
  return {
    ...tables,
    isAbsent: true,
    async columns(path) {
      const bytes = /\.[ct]sv$/i.test(path)
        ? await worktree.readFile(path.slice(worktree.root.length + 1))
        : undefined
      if (bytes === undefined || parseLfsPointer(bytes) !== undefined) return []
      const text = new TextDecoder().decode(bytes.subarray(0, 100_000))
      return columnsOfHead(text).map(name => ({ name, kind: 'text' }))
    },
    async *read() {},
  }
}
