import { expect, test } from 'vitest'
import { pressAction } from '../../sandbox/buttons.ts'
import type { LoggedCall } from '../../sandbox/exchange.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { teamsOf } from '../../sandbox/state/teams.ts'
import { personIn, pushBranch } from '../sandbox/hosted.ts'
import { CONFIG, definition } from '../sandbox-scenarios/merging.ts'
import { atRest } from '../support/app.ts'
import { MEASURES } from '../support/origin.ts'
import { modelFiles, versionFiles } from '../support/registry-files.ts'
import { type Judging, judging } from './judging.ts'
import { talking, working } from './talking.ts'

// How many calls of GitHub's API what people do comes to: that of the App's own, once it runs. What git asks has no quota.

/** Of a member of a team who neither wrote nor pushed anything of it: the policy that is dearest to judge. */
const DEAREST = ', approvals: {required: 1, from: ["@acme/leads"], not-author: true}'
/** What nobody watches came with the first commit, which no pull request brought. */
const TRAINED = (approvals: string) =>
  modelFiles('churn', {
    definition: `${definition(approvals)}train: {command: node train.ts, data: data/train.csv, seed: 7, watch: [train.ts]}\n`,
    versions: [{}, {}, {}],
  })
const LISTED = `${CONFIG}workflows: [${MEASURES}]\napp: true\n`

/** Two versions that ada brought by pull requests of hers, as the policy has to see of each. */
async function brought({ clone, place, ada, merge, app, first, sandbox }: Judging): Promise<void> {
  for (const version of VERSIONS) {
    await clone.git('checkout', '-qB', 'main', 'origin/main')
    await pushBranch(clone, `version-${version}`, versionFiles('churn', version, { commit: first }))
    const asked = { ...place, title: `Version ${version}`, head: `version-${version}`, base: 'main' }
    const { data } = await ada.octokit.request('POST /repos/{owner}/{repo}/pulls', asked)
    await merge(data.number)
    await clone.git('fetch', '-q', 'origin')
  }
  // A look that came before GitHub had merged for trial is taken up again later, and would count among what follows.
  await atRest(
    app.metrics,
    () => sandbox.webhooks.settled(),
    () => app.lines.slice(-10).join('\n'),
    50,
    true,
  )
}
const VERSIONS = [4, 5]

test.for([
  ['one approval of a person', ', approvals: {required: 1, from: ["@grace"]}', 12],
  ['one of a team, and of nobody who had a part in it', DEAREST, 15],
] as const)(
  'a promotion that needs %s costs no more calls than it may, to its merge and after it',
  async ([, approvals, mostToTheMerge]) => {
    const scene = await judging({ approvals, config: LISTED, files: TRAINED(approvals) })
    await brought(scene)
    const { app, sandbox, repository, promotion, approve, merge, seals } = scene
    teamsOf(repository).set('leads', ['grace'])
    const { token } = personIn(scene, 'ada')
    const promoted = async (version: number) => {
      const pull = await promotion(version, token)
      await app.settled()
      await approve(pull)
      await app.settled()
      return pull
    }
    // The first one also makes the branch of the seals.
    await merge(await promoted(4))
    await app.settled()
    const start = sandbox.log.length
    const pull = await promoted(5)
    const middle = sandbox.log.length
    await merge(pull)
    await app.settled()
    expect((await seals()).files).toMatchObject({ 'churn/2.json': { held: { outcome: 'passed' } } })
    expectAtMost(mostToTheMerge, 'from its webhook to the merge', sandbox.log.slice(start, middle))
    expectAtMost(20, 'from the webhook of the merge to its seal', sandbox.log.slice(middle))
    const git = sandbox.log.slice(start).filter(call => isOwn(call) && !isOfApi(call))
    expect(git.length).toBeLessThanOrEqual(36)
  },
)

test('the story of two people by comments and a button costs no more calls than it may', async () => {
  const scene = await talking({ approvals: DEAREST, files: TRAINED(DEAREST) })
  await brought(scene)
  const { app, sandbox, repository, approve, merge, say, issue, seals, answer } = scene
  sandbox.world.addAccount('lea')
  repository.collaborators.set('lea', 'write')
  teamsOf(repository).set('leads', ['lea'])
  await app.settled()
  let start = sandbox.log.length
  const counted = (most: number, what: string) => {
    expectAtMost(most, what, sandbox.log.slice(start))
    start = sandbox.log.length
  }
  const open = () => pullsOf(repository).find(({ state }) => state === 'open')?.number ?? 0
  const approved = async () => {
    await approve(open(), 'lea')
    await app.settled()
    counted(8, 'from the approval to the merge')
    await merge(open())
    await app.settled()
  }
  const asked = async (version: number, auc: number) => {
    const id = await say('grace', issue, `/promote churn ${version} staging`)
    counted(13, 'from the comment to the run that measures')
    await working(scene).measure(version, auc)
    return id
  }
  const refused = await asked(4, 0.6)
  counted(8, 'from the end of the run to its refusal')
  expect(answer(refused)).toMatch(/failed, by 0\.100: ROC AUC/)
  for (const version of VERSIONS) {
    await asked(version, 0.9)
    // The first one asks for the branch's rules, and its merge makes the branch of the seals.
    const [judged, sealed] = version === 4 ? [26, 25] : [24, 20]
    counted(judged, 'from the end of the run to its judged pull request')
    await approved()
    counted(sealed, 'from the webhook of the merge to its seal')
  }
  const merged = checkRunsOf(repository).findLast(({ actions }) => actions.some(isRollBack))
  pressAction(sandbox.world, repository, { check: merged?.id ?? 0, identifier: 'roll-back', by: 'grace' })
  await sandbox.webhooks.settled()
  await app.settled()
  counted(29, 'from the press of a button to its judged pull request')
  await approved()
  counted(20, 'from the webhook of the merge to its seal')
  const held = Object.values((await seals()).files).map(one => one.held?.outcome)
  expect(held).toEqual(['passed', 'passed', 'passed'])
})

const isRollBack = ({ identifier }: { readonly identifier: string }) => identifier === 'roll-back'
const isOwn = ({ actor }: LoggedCall) => actor === 'modelyard[bot]'
const isOfApi = ({ route }: LoggedCall) => !route.startsWith('git-')

function expectAtMost(most: number, what: string, log: readonly LoggedCall[]): void {
  const calls = log.filter(call => isOwn(call) && isOfApi(call))
  const names = calls.map(({ method, operationId, route }) => operationId ?? `${method} ${route}`)
  const told = `${what}: ${calls.length} calls of the API\n${names.map(name => `  ${name}`).join('\n')}`
  console.log(told)
  expect(calls.length, told).toBeLessThanOrEqual(most)
}
