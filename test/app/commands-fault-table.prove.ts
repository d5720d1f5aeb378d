import { expect, test } from 'vitest'
import type { LoggedCall } from '../../sandbox/exchange.ts'
import { commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { personIn } from '../sandbox/hosted.ts'
import { definition } from '../sandbox-scenarios/merging.ts'
import { atRest, installedApp, startedApp } from '../support/app.ts'
import { FAULTS as ALL_FAULTS, fewAtATime } from '../support/fault-table.ts'
import { faultable, type NamedCall, targetsOf } from '../support/fault-target.ts'
import { promotion } from '../support/models.ts'
import { modelFiles } from '../support/registry-files.ts'
import { TABLES } from '../support/tables.ts'
import { bareScene, SET_UP } from './onboarding.ts'
import { talking } from './talking.ts'

/** A killed process is in command-crashes and onboarding-crashes, a limit of an hour in limits. */
const FAULTS = ALL_FAULTS.filter(([name]) => !/^cancelled|an hour/.test(name))
/** Of so many one is tried, `npm run tables` tries all: each call with one fault, and each fault at some call. */
const SHARE = TABLES ? 1 : FAULTS.length
/** What waits for a time-out leaves the machine to others. */
const AT_ONCE = TABLES ? 8 : 3

interface Faulted {
  readonly sandbox: Awaited<ReturnType<typeof bareScene>>['sandbox']
  /** Begins what is spoiled, and waits until the App is at rest, with all that it tries again. */
  run(): Promise<unknown>
  /** What there is of it. */
  end(): Promise<unknown>
}

async function rollback(): Promise<Faulted> {
  const scene = await talking({
    app: { env: { MODELYARD_SWEEP_SECONDS: '5' } },
    files: modelFiles('churn', {
      definition: definition(', approvals: {required: 1, from: ["@grace"]}'),
      versions: [{}, {}, {}],
      records: [
        promotion(1, 'development', 'staging', { aliases: { challenger: 1 } }),
        promotion(2, 'development', 'staging', { displaces: 1, aliases: { challenger: 2 } }),
      ],
    }),
  })
  const { app, place, issue, repository, reactions, sandbox } = scene
  await app.settled()
  let comment = 0
  return {
    sandbox,
    async run() {
      const { data } = await personIn(scene, 'grace').octokit.request(
        'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        { ...place, issue_number: issue, body: '/rollback churn staging' },
      )
      comment = Number(data.id)
      await patience(app, sandbox)
      // What a fault kept from being looked at the next sweep finds.
      const swept = await app.metric('modelyard_sweeps_total')
      while (!reactions(comment).includes('+1') && (await app.metric('modelyard_sweeps_total')) < swept + 2)
        await patience(app, sandbox)
      app.child.kill('SIGKILL')
    },
    end: async () => ({
      reactions: reactions(comment),
      answers: commentsOf(repository).filter(({ body }) => body.includes(`answer-${comment} `)).length,
      pulls: pullsOf(repository).map(({ title, state }) => `${title} ${state}`),
    }),
  }
}

async function onboarding(): Promise<Faulted> {
  const scene = await bareScene()
  // What is read from the past knows of the App, too.
  await installedApp(scene)
  const { sandbox, pulls, proposed } = scene
  return {
    sandbox,
    async run() {
      const app = await startedApp(scene, { env: { MODELYARD_SWEEP_SECONDS: '5' } })
      // What a fault kept from being looked at the next sweep finds.
      while ((await app.metric('modelyard_sweeps_total')) < 2 || pulls().length === 0)
        await patience(app, sandbox)
      app.child.kill('SIGKILL')
    },
    end: async () => ({ pulls: pulls(), commits: (await proposed()).commits, branch: SET_UP }),
  }
}

type App = Awaited<ReturnType<typeof startedApp>>

function patience(app: App, sandbox: Faulted['sandbox']): Promise<void> {
  const said = () => app.lines.slice(-10).join('\n')
  return atRest(app.metrics, () => sandbox.webhooks.settled(), said, 50, true)
}

const isOfApp = ({ actor, operationId }: LoggedCall) =>
  actor === 'modelyard[bot]' || operationId?.startsWith('apps/') === true

test.each([
  // Up to the reaction that says that it is answered, and to the pull request.
  ['a rollback that a comment asks for', rollback, 'reactions/create-for-issue-comment', 15],
  ['an onboarding', onboarding, 'pulls/create', 8],
] as const)(
  'whatever fails at whichever call of %s, the App comes to the same',
  async (_what, arrange, end, least) => {
    const clean = await arrange()
    const before = clean.sandbox.log.length
    await clean.run()
    const expected = await clean.end()
    const made = faultable(clean.sandbox.log.slice(before))
    // What comes after it is of the looks that follow.
    const last = made.findLastIndex(({ operationId }) => operationId === end)
    const calls = made.slice(0, last + 1).flatMap((call, at) => (isOfApp(call) ? [at] : []))
    const targets = targetsOf(made)
    expect(calls.length).toBeGreaterThan(least)
    const cases = calls.flatMap(call =>
      FAULTS.flatMap((fault, at) => ((call + at) % SHARE === 0 ? [{ call, fault }] : [])),
    )
    const rows = await fewAtATime(cases, AT_ONCE, async ({ call, fault: [name, faultOf] }) => {
      const scene = await arrange()
      const { sandbox } = scene
      sandbox.faults.next(
        targets[call] as NamedCall,
        faultOf(sandbox, () => {}),
      )
      await scene.run()
      return { call, fault: name, end: await scene.end() }
    })
    console.log(rows.map(({ call, fault }) => `${call + 1}: ${fault}`).join('\n'))
    expect(new Set(rows.map(({ fault }) => fault)).size).toBe(FAULTS.length)
    expect(rows.filter(row => JSON.stringify(row.end) !== JSON.stringify(expected))).toEqual([])
  },
)
