import { cp } from 'node:fs/promises'
import { readRef } from '../../sandbox/git/refs.ts'
import { readTree } from '../../sandbox/git/trees.ts'
import { gitOf } from '../../sandbox/hosting.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import type { Repository } from '../../sandbox/world.ts'
import { AUDIT_BRANCH } from '../../src/domain/registry/seal.ts'
import { MERGE, PULLS, personIn, pushBranch, REVIEWS } from '../sandbox/hosted.ts'
import { CONFIG, merging } from '../sandbox-scenarios/merging.ts'
import { evidenceOfRun, leftAs, MEASURES, ranAt } from '../support/origin.ts'
import { PULL_EDITS } from './any-order-world.ts'

/** What becomes of the promotion of a repository. */
export type Fate = 'approved and merged' | 'merged past the App' | 'left open'
export const FATES: readonly Fate[] = ['approved and merged', 'merged past the App', 'left open']

/** A step that somebody does in one repository. */
export type Action = (repository: Repository, fate: Fate) => Promise<unknown>

/** Repositories that are alike: a promotion and its rival, and a branch that no pull request asks for yet. */
export async function stormWorld(many: number, options: SandboxOptions = {}) {
  const scene = await merging({
    config: `${CONFIG}workflows: [${MEASURES}]\napp: true\n`,
    ...options,
  })
  const { sandbox, clone } = scene
  const pattern = scene.repository
  const promoted = async (version: number) => {
    const run = ranAt(sandbox, pattern, await clone.git('rev-parse', 'main'), { event: 'workflow_dispatch' })
    const evidence = evidenceOfRun(run.id, 0.9, version)
    run.artifacts.push({ id: sandbox.world.nextId(), expired: false, ...leftAs('churn', evidence) })
    return scene.propose(version, evidence)
  }
  const [rival, promotion] = [await promoted(2), await promoted(1)]
  await pushBranch(clone, 'docs', { 'docs/a.md': 'words\n' })
  await sandbox.webhooks.settled()
  const repositories: Repository[] = []
  for (let at = 0; at < many; at += 1) repositories.push(await copyOfRepository(scene, `acme/models-${at}`))
  const [ada, grace] = ['ada', 'grace'].map(login => personIn(scene, login).octokit)
  if (ada === undefined || grace === undefined) throw new Error('nobody is there')
  const at = ({ owner, name }: Repository, pull_number: number) => ({ owner, repo: name, pull_number })
  const edit =
    (pull: number, change: object): Action =>
    repository =>
      ada.request(PULL_EDITS, { ...at(repository, pull), ...change })
  const review =
    (event: 'APPROVE' | 'COMMENT' | 'REQUEST_CHANGES', fates: readonly Fate[]): Action =>
    async (repository, fate) =>
      fates.includes(fate) && grace.request(REVIEWS, { ...at(repository, promotion), event, body: 'words' })
  const merge =
    (pull: number, fates: readonly Fate[]): Action =>
    async (repository, fate) =>
      fates.includes(fate) && ada.request(MERGE, { ...at(repository, pull), merge_method: 'squash' })
  const docs = promotion + 1
  return {
    ...scene,
    pattern,
    repositories,
    /** Another that stands as the pattern does now. */
    copy: (fullName: string) => copyOfRepository(scene, fullName),
    /** What people do, one thing at a time; they begin with both pull requests closed where they reopen them. */
    acts: {
      closed: [edit(rival, { state: 'closed' }), edit(promotion, { state: 'closed' })],
      rival: edit(rival, { state: 'open' }),
      titled: [edit(rival, { title: 'The rival' }), edit(promotion, { title: 'The promotion' })],
      opened: edit(promotion, { state: 'open' }),
      approved: review('APPROVE', FATES),
      merged: merge(promotion, FATES),
    },
    /** Before anything is merged. */
    opening: [
      ...[rival, promotion].flatMap(pull => [edit(pull, { state: 'closed' }), edit(pull, { state: 'open' })]),
      async ({ owner, name: repo }) =>
        ada.request(PULLS, { owner, repo, title: 'Docs', head: 'docs', base: 'main' }),
      edit(docs, { title: 'More docs' }),
      edit(promotion, { title: 'Promote it' }),
      review('COMMENT', FATES),
      review('APPROVE', ['approved and merged', 'left open']),
      review('REQUEST_CHANGES', ['left open']),
    ] as readonly Action[],
    merging: [
      merge(docs, FATES),
      merge(promotion, ['approved and merged', 'merged past the App']),
    ] as readonly Action[],
    /** What stands in a repository, without what differs between two that are alike. */
    async standing(repository: Repository) {
      const bare = gitOf(repository)
      const audit = await readRef(bare, `refs/heads/${AUDIT_BRANCH}`)
      const seals = audit === undefined ? [] : await readTree(bare, audit.sha, { recursive: true })
      // What was closed beside a merge was still judged by it, or not any more.
      const asked = pullsOf(repository).filter(
        ({ state, pull }) => state === 'open' || pull.mergedAt !== null,
      )
      const numbers = new Map(asked.map(({ number, pull }) => [pull.headSha, number]))
      return {
        pulls: pullsOf(repository).map(({ number, state }) => `${number} ${state}`),
        checks: checkRunsOf(repository)
          .filter(({ headSha }) => numbers.has(headSha))
          .map(({ headSha, conclusion, title }) => `${numbers.get(headSha)} ${conclusion}: ${title}`)
          .sort(),
        seals: seals.filter(({ type }) => type === 'blob').map(({ path }) => path),
        deployments: deploymentsOf(repository).map(({ task, statuses }) => `${task} ${statuses.length}`),
        started: triggersOf(repository).filter(({ event }) => event === 'workflow_dispatch').length,
        comments: commentsOf(repository).map(({ issue }) => issue),
      }
    },
  }
}

export type StormWorld = Awaited<ReturnType<typeof stormWorld>>

export const fateOf = ({ name }: Repository): Fate => FATES[Number(name.split('-')[1]) % FATES.length] as Fate

/** Another of the same content, with pull requests of the same numbers. */
async function copyOfRepository(
  {
    sandbox,
    repository: { collaborators, areas, actionsMayOpenPulls },
    bare,
    repository,
  }: Awaited<ReturnType<typeof merging>>,
  fullName: string,
): Promise<Repository> {
  const copy = sandbox.world.addRepository(fullName, {
    collaborators: Object.fromEntries(collaborators),
    actionsMayOpenPulls,
  })
  const { dir } = await sandbox.host(copy)
  await cp(bare.dir, dir, { recursive: true })
  Object.assign(
    copy.areas,
    renamed(structuredClone(areas), `${repository.owner}/${repository.name}`, fullName),
  )
  return copy
}

/** The same, with one text in place of another wherever a value is just that. */
function renamed<T>(value: T, from: string, to: string): T {
  if (value === from) return to as T
  if (Array.isArray(value)) return value.map(one => renamed(one, from, to)) as T
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, from, to)])) as T
}
