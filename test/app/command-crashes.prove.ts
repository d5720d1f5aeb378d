import { expect, test } from 'vitest'
import { pressAction } from '../../sandbox/buttons.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { personIn } from '../sandbox/hosted.ts'
import { definition } from '../sandbox-scenarios/merging.ts'
import { promotion } from '../support/models.ts'
import { modelFiles } from '../support/registry-files.ts'
import { killedAtEachCall } from './crashing.ts'
import { TRAINED, talking, working } from './talking.ts'

const SERVED = modelFiles('churn', {
  definition: definition(', approvals: {required: 1, from: ["@grace"]}'),
  versions: [{}, {}, {}],
  records: [
    promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
    promotion(2, 'development', 'staging', { displaces: 1, aliases: { challenger: 2 } }),
  ],
})

async function atRest(files: Readonly<Record<string, string>> = SERVED, config?: string) {
  const scene = await talking({ files, ...(config && { config }) })
  await scene.app.settled()
  return { ...scene, asked: 0, replaced: 0 }
}

type Served = Awaited<ReturnType<typeof atRest>>

/** Says something and does not wait. */
async function says(scene: Served, body: string): Promise<void> {
  const { issue, place } = scene
  const { data } = await personIn(scene, 'grace').octokit.request(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...place, issue_number: issue, body },
  )
  scene.asked = Number(data.id)
}

async function pressed({ sandbox, repository }: Served): Promise<void> {
  const check = checkRunsOf(repository).at(-1)?.id ?? 0
  pressAction(sandbox.world, repository, { check, identifier: 'measure', by: 'grace' })
  await sandbox.webhooks.settled()
}

interface Crash {
  readonly what: string
  readonly arrange: () => Promise<Served>
  readonly begin: (scene: Served) => Promise<unknown>
  readonly redo?: (scene: Served) => Promise<void>
  readonly leastWrites: number
}

const CRASHES: readonly Crash[] = [
  {
    what: 'a rollback that a comment asks for',
    arrange: atRest,
    begin: scene => says(scene, '/rollback churn staging\nrecall fell'),
    leastWrites: 10,
  },
  {
    what: 'a promotion that a comment asks for',
    arrange: atRest,
    begin: scene => says(scene, '/promote churn 3 staging'),
    leastWrites: 7,
  },
  {
    what: 'the pull request of what a run left',
    async arrange() {
      const scene = await atRest()
      await says(scene, '/promote churn 3 staging')
      await scene.app.settled()
      return scene
    },
    async begin(scene) {
      await working(scene).leave(3)
      await scene.sandbox.webhooks.settled()
    },
    leastWrites: 5,
  },
  {
    what: 'the pull request that takes the place of another',
    async arrange() {
      const scene = await atRest({})
      scene.replaced = await scene.propose(2)
      await says(scene, '/promote churn 3 staging')
      await scene.app.settled()
      return scene
    },
    async begin(scene) {
      await working(scene).leave(3, 0.9, scene.replaced)
      await scene.sandbox.webhooks.settled()
    },
    leastWrites: 7,
  },
  {
    what: 'a training that a comment asks for',
    arrange: () => atRest(TRAINED.files, TRAINED.config),
    begin: scene => says(scene, '/retrain churn'),
    leastWrites: 4,
  },
  {
    what: 'the press of a button',
    async arrange() {
      const scene = await atRest({})
      await says(scene, '/promote churn 1 staging')
      await scene.app.settled()
      await working(scene).measure(1)
      return scene
    },
    begin: pressed,
    // GitHub keeps no press: before the App wrote of it, only who pressed knows, and the button is still there.
    async redo(scene) {
      if (!commentsOf(scene.repository).some(({ body }) => body.includes('answer-check-')))
        await pressed(scene)
    },
    leastWrites: 7,
  },
]

test.each(CRASHES)(
  'killed after any call of $what, and started again, it comes to the same end',
  async ({ begin, ...crash }) => {
    const end = await killedAtEachCall({
      ...crash,
      async begin(scene) {
        await begin(scene)
        return scene.app
      },
      async end({ repository, reactions, started, asked, replaced }) {
        return {
          reactions: reactions(asked),
          answers: commentsOf(repository).filter(({ body }) => body.includes(`answer-${asked} `)).length,
          pulls: pullsOf(repository).map(({ title, state, author }) => `${title} ${state} ${author}`),
          started: started().length,
          pressed: commentsOf(repository)
            .filter(({ body }) => body.includes('answer-check-'))
            .map(({ body }) => /is measured/.test(body)),
          replaced: commentsOf(repository).filter(({ issue }) => issue === replaced).length,
        }
      },
    })
    expect(end).toMatchObject({ answers: 1 })
  },
)
