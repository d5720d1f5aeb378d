import { commentsOf } from '../../sandbox/state/issues.ts'
import { reactionsTo } from '../../sandbox/state/reactions.ts'
import { runsOf } from '../../sandbox/state/runs.ts'
import { personIn } from '../sandbox/hosted.ts'
import { CONFIG } from '../sandbox-scenarios/merging.ts'
import { MEASURES, PROMOTES } from '../support/origin.ts'
import { type Judging, judging } from './judging.ts'

/** As `init` writes it, as far as GitHub looks at it when it is started. */
const PROMOTES_WORKFLOW = `name: Modelyard promote
run-name: Modelyard \${{ inputs.kind }} \${{ inputs.model }} \${{ inputs.asked }}
on:
  workflow_dispatch:
    inputs:
      kind: {default: promotion}
      model: {required: true}
      version: {}
      stage: {}
      reason: {}
      replaces: {}
      champion: {}
      asked: {}
`

type Options = NonNullable<Parameters<typeof judging>[0]>

/** A scene with an issue at which people talk to the App; grace may maintain, walter write, rita read. */
export async function talking({ files = {}, ...options }: Options = {}) {
  const scene = await judging({
    config: `${CONFIG}workflows: [${MEASURES}, ${PROMOTES}]\napp: true\n`,
    ...options,
    files: { [PROMOTES]: PROMOTES_WORKFLOW, ...files },
  })
  const { repository, sandbox, place } = scene
  sandbox.world.addAccount('walter')
  repository.collaborators.set('walter', 'write')
  repository.collaborators.set('grace', 'maintain')
  const { data: issue } = await personIn(scene, 'ada').octokit.request('POST /repos/{owner}/{repo}/issues', {
    ...place,
    title: 'What next?',
  })
  return { ...scene, issue: issue.number, ...voices(scene) }
}

/** What people say, and what became of it. */
export function voices(scene: Judging) {
  const { repository, place, app } = scene
  const words = (id: number) =>
    commentsOf(repository).filter(({ body }) => body.startsWith(`<!-- modelyard answer-${id} -->`))
  return {
    async say(login: string, number: number, body: string): Promise<number> {
      const { data } = await personIn(scene, login).octokit.request(
        'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        { ...place, issue_number: number, body },
      )
      await app.settled()
      return Number(data.id)
    },
    /** Of the App to a comment. */
    reactions: (id: number) =>
      reactionsTo(repository, id)
        .filter(({ author }) => author === 'modelyard[bot]')
        .map(({ content }) => content),
    answers: words,
    answer: (id: number) => words(id).at(-1)?.body ?? '',
    /** What the App started, by the names of the runs. */
    started: () =>
      runsOf(repository)
        .filter(({ actor }) => actor === 'modelyard[bot]')
        .map(({ title }) => title),
  }
}
