import { expect, test } from 'vitest'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { personIn } from '../sandbox/hosted.ts'
import { definition } from '../sandbox-scenarios/merging.ts'
import { startedApp } from '../support/app.ts'
import { promotion } from '../support/models.ts'
import { modelFiles } from '../support/registry-files.ts'
import { talking, working } from './talking.ts'

const served = () =>
  talking({
    files: modelFiles('churn', {
      definition: definition(', approvals: {required: 1, from: ["@grace"]}'),
      versions: [{}, {}, {}],
      records: [
        promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
        promotion(2, 'development', 'staging', { displaces: 1, aliases: { challenger: 2 } }),
      ],
    }),
  })

type Served = Awaited<ReturnType<typeof served>>

/** What there is of everything that a command leaves. */
function endOf({ repository, reactions, started }: Served, comment: number) {
  return {
    reactions: reactions(comment),
    answers: commentsOf(repository).filter(({ body }) => body.includes(`answer-${comment} `)).length,
    pulls: pullsOf(repository).map(({ title, state, author }) => `${title} ${state} ${author}`),
    started: started().length,
  }
}

/** Says something and does not wait. */
async function says(scene: Served, body: string): Promise<number> {
  const { issue, place } = scene
  const { data } = await personIn(scene, 'grace').octokit.request(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...place, issue_number: issue, body },
  )
  return Number(data.id)
}

interface Crash {
  readonly what: string
  readonly before?: (scene: Served) => Promise<unknown>
  readonly act: (scene: Served, before: unknown) => Promise<number>
  readonly least: number
}

const CRASHES: readonly Crash[] = [
  {
    what: 'a rollback that a comment asks for',
    act: scene => says(scene, '/rollback churn staging\nrecall fell'),
    least: 15,
  },
  {
    what: 'a promotion that a comment asks for',
    act: scene => says(scene, '/promote churn 3 staging'),
    least: 9,
  },
  {
    what: 'the pull request of what a run left',
    before: async scene => {
      const comment = await says(scene, '/promote churn 3 staging')
      await scene.app.settled()
      return comment
    },
    async act(scene, comment) {
      await working(scene).leave(3)
      await scene.sandbox.webhooks.settled()
      return Number(comment)
    },
    least: 9,
  },
]

test.each(CRASHES)(
  'killed after any call of $what, and started again, it comes to the same end',
  async crash => {
    const whole = await served()
    const prepared = await crash.before?.(whole)
    const before = whole.sandbox.log.length
    const end = endOf(whole, await crash.act(whole, prepared).then(settledBy(whole)))
    const calls = whole.sandbox.log
      .slice(before)
      .flatMap(({ route, actor }, at) =>
        actor !== 'modelyard[bot]' || route.startsWith('git-') ? [] : [at + 1],
      )
    expect(end).toMatchObject({ answers: 1 })
    expect(calls.length).toBeGreaterThan(crash.least)
    for (const call of calls) {
      const scene = await served()
      const { app, sandbox } = scene
      const ready = await crash.before?.(scene)
      const killed = async () => {
        app.child.kill('SIGKILL')
        await app.ended
      }
      sandbox.faults.next({ call: sandbox.log.length + call }, { kind: 'slow', until: killed })
      const comment = await crash.act(scene, ready)
      await within(app.ended, `call ${call} did not come`)
      const again = await startedApp(scene, { cache: app.folder })
      await again.settled()
      expect({ call, ...endOf(scene, comment) }).toEqual({ call, ...end })
      again.child.kill('SIGKILL')
    }
  },
)

const settledBy = (scene: Served) => async (comment: number) => {
  await scene.app.settled()
  return comment
}

async function within(work: Promise<unknown>, otherwise: string): Promise<void> {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(otherwise)), 30_000).unref())
  await Promise.race([work, late])
}
