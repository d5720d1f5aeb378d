import { readRef } from '../../sandbox/git/refs.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import type { Repository } from '../../sandbox/world.ts'
import { hostedScene } from '../sandbox/hosted.ts'
import { PYTHON } from '../support/initialized.ts'

export const SET_UP = 'modelyard/set-up'

/** A repository with training code and data and without a registry; the App is not started yet. */
export async function bareScene(files: Readonly<Record<string, string>> = PYTHON) {
  const scene = await hostedScene()
  const { clone, bare, repository } = scene
  await clone.commit('Add the model', files)
  await clone.git('push', '-q', 'origin', 'main')
  return {
    ...scene,
    /** The pull requests of a repository, as `BRANCH STATE AUTHOR`. */
    pulls: (of: Repository = repository) =>
      pullsOf(of).map(({ pull, state, author }) => `${pull.headRef} ${state} ${author}`),
    /** Files on the branch that is proposed, and what its commit says. */
    async proposed() {
      await clone.git('fetch', '-q', 'origin', SET_UP)
      const paths = await clone.git('diff', '--name-only', 'origin/main', 'FETCH_HEAD')
      const show = (path: string) => clone.git('show', `FETCH_HEAD:${path}`)
      const commits = await clone.git('rev-list', '--count', 'origin/main..FETCH_HEAD')
      return { paths: paths.trim().split('\n'), show, commits: Number(commits) }
    },
    branches: () => readRef(bare, `refs/heads/${SET_UP}`),
  }
}
