import { type ModelyardError, placeText } from '../domain/errors/index.ts'
import type { Outcome } from '../domain/gates/outcome.ts'
import { checkConclusion } from '../domain/pipeline/gate-check.ts'
import { isError, type Problem } from '../domain/problem.ts'
import { CONFIG_PATH } from '../domain/registry/config.ts'
import { classifyPath } from '../domain/registry/registry-files.ts'
import { GATE_CHECK, type JudgementResult } from '../domain/results/judgement.ts'
import type { PullState, Repository } from '../ports.ts'
import { configProblems, fileProblems } from './file-problems.ts'
import { isOfRegistry, openRegistry, refuseLinks } from './registry-reader.ts'

/** A pull request, and what it is judged by. */
interface Looked extends Pick<PullState, 'number' | 'head'> {
  /** The branch whose registry judges, and where it stands. */
  readonly branch: string
  readonly base: string
  /** What a merge would be, or the head. */
  readonly commit: string
}

/**
 * A judgement where the registry can be read, and otherwise what its files lack: thrown on it would set no check, and
 * whoever opened the pull request would wait for one for ever.
 */
export async function unlessUnread(
  looked: Looked,
  repository: Repository,
  judge: () => Promise<JudgementResult>,
): Promise<JudgementResult> {
  try {
    return await judge()
  } catch (error) {
    if (!isOfRegistry(error)) throw error
    return error.code === 'no-registry'
      ? judgeMissing(looked, repository)
      : judgeUnread(looked, error, repository)
  }
}

/** The commit holds no registry: as its base does, or because it takes that away. */
async function judgeMissing(looked: Looked, repository: Repository): Promise<JudgementResult> {
  const { branch, base, commit } = looked
  if (await isWithoutRegistry(repository, base))
    return emptyJudgement(looked, base, {
      outcome: 'passed',
      remarks: [`there is no registry on ${branch}, and this brings none: there is nothing to judge`],
    })
  const fork = await repository.mergeBase(base, commit)
  if (fork !== undefined && (await isWithoutRegistry(repository, fork)))
    return emptyJudgement(looked, base, {
      outcome: 'inconclusive',
      remarks: [`it is older than the registry of ${branch}, so that nothing can be judged`],
      next: [`bring ${branch} into the branch`],
    })
  return emptyJudgement(looked, base, {
    outcome: 'failed',
    problems: [
      {
        severity: 'error',
        code: 'no-registry',
        place: { path: CONFIG_PATH },
        message: `this takes away the configuration of the registry that ${branch} has`,
        next: `bring ${CONFIG_PATH} back`,
      },
    ],
  })
}

async function isWithoutRegistry(repository: Repository, commit: string): Promise<boolean> {
  try {
    await openRegistry(repository, commit)
    return false
  } catch (error) {
    if (isOfRegistry(error)) return error.code === 'no-registry'
    throw error
  }
}

/**
 * What cannot be read on the base says nothing of what a merge needs, also of one that mends it: that is inconclusive. What
 * the commit itself breaks is its own error.
 */
async function judgeUnread(
  looked: Looked,
  { code, place, message, next }: ModelyardError,
  repository: Repository,
): Promise<JudgementResult> {
  const { branch, base, commit } = looked
  if (place === undefined)
    return emptyJudgement(looked, base, { outcome: 'inconclusive', remarks: [message], next: [next] })
  const fork = (await repository.mergeBase(base, commit)) ?? base
  const { path } = place
  if ((await isBroken(repository, fork, path)) || (await isBroken(repository, base, path)))
    return emptyJudgement(looked, base, {
      outcome: 'inconclusive',
      remarks: [
        `\`${placeText(place)}\` cannot be read on ${branch}, so that nobody knows what a merge needs: ${message}`,
      ],
      next: [
        `mend that file, by this pull request or another: ${next}`,
        `somebody who may bypass the rules of ${branch} has to merge what mends it: a file that cannot be read lets nobody approve`,
      ],
    })
  return emptyJudgement(looked, base, {
    outcome: 'failed',
    problems: [{ severity: 'error', code, place: { ...place }, message, next }],
  })
}

/** Whether a file of the registry is there at a commit and cannot be read: a link, or what its schema does not take. */
async function isBroken(repository: Repository, commit: string, path: string): Promise<boolean> {
  try {
    await refuseLinks(repository, commit, path)
    const bytes = await repository.readFile(commit, path)
    if (bytes === undefined) return false
    if (path === CONFIG_PATH) return configProblems(bytes).some(isError)
    const { config } = await openRegistry(repository, commit)
    const { is } = classifyPath(path.slice(config.registry.length + 1))
    return fileProblems(is, path, bytes).some(isError)
  } catch (error) {
    if (isOfRegistry(error)) return true
    throw error
  }
}

interface Said {
  readonly outcome: Outcome
  readonly problems?: readonly Problem[]
  readonly remarks?: readonly string[]
  readonly next?: readonly string[]
}

/** A judgement of a pull request whose moves could not be weighed, or that has none. */
export function emptyJudgement(
  { number, head }: Pick<PullState, 'number' | 'head'>,
  base: string | undefined,
  { outcome, problems = [], remarks = [], next = [] }: Said,
): JudgementResult {
  return {
    kind: 'judgement',
    outcome,
    check: GATE_CHECK,
    conclusion: checkConclusion({ outcome, problems: [...problems], moves: [] }),
    'pull-request': number,
    head,
    ...(base === undefined ? {} : { base }),
    problems: [...problems],
    moves: [],
    governed: [],
    buttons: [],
    remarks: [...remarks],
    next: [...next],
  }
}
