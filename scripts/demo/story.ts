import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRef } from '../../sandbox/git/refs.ts'
import { gitOf } from '../../sandbox/hosting.ts'
import { deploymentsOf } from '../../sandbox/state/deployments.ts'
import { commentsOf } from '../../sandbox/state/issues.ts'
import { triggersOf } from '../../sandbox/state/triggers.ts'
import { run as git } from '../example/replay.ts'
import { type Acme, MODEL, type Person, PROJECT } from './acme.ts'
import { runPipeline } from './pipeline.ts'
import { runPromote } from './promote.ts'
import { type Push, runCandidate, runSeal } from './push.ts'
import {
  counted,
  firstLines,
  modelyard,
  type Scene,
  type Teller,
  type Told,
  tellPointers,
  tellPull,
  tellStatus,
} from './telling.ts'
import type { StepCall } from './workflow-run.ts'

/**
 * Plays the whole way of a change: pull request, comment, merge, candidate, promotion, seal, and back.
 *
 * @throws {Error} when a step fails, or a call differed from what GitHub describes.
 */
export async function playStory(acme: Acme, teller: Teller): Promise<Told> {
  const calls: StepCall[] = []
  const [clone, report] = [join(acme.folder, 'telecom'), join(acme.folder, 'report.md')]
  const scene = { acme, teller, calls, clone, report }
  await introduce(scene)
  const merged = await change(scene)
  const staged = await candidate(scene, merged)
  const served = await promotion(scene, staged)
  await rollback(scene, served)
  await lookBack(scene)
  acme.sandbox.assertClean()
  return scene
}

async function introduce({ acme, teller, clone }: Scene): Promise<void> {
  teller.chapter('A GitHub on localhost, and a repository whose registry has a past')
  teller.say(
    `acme/telecom is at ${acme.sandbox.url}; #1 brought five versions of a churn model, one of them rolled back.`,
  )
  teller.say(
    'Mara writes the model, Ben leads, Ines is on call; what changes the registry needs an approval of Ben or Ines.',
  )
  await acme.clone('ben', clone)
  await modelyard(teller, clone, ['show', MODEL])
}

async function change(scene: Scene): Promise<Push> {
  const { acme, teller } = scene
  teller.chapter('Mara trains on all nineteen columns')
  const root = join(await acme.room('mara'), 'telecom')
  await acme.clone('mara', root)
  await git(root, ['switch', '--quiet', '--create', 'all-columns'])
  await cp(join(PROJECT, 'examples/telco-churn'), join(root, 'examples/telco-churn'), { recursive: true })
  await git(root, ['add', '--all'])
  const message = ['--author', acme.authorOf('mara'), '--message', 'Train on all columns, in TypeScript']
  await git(root, ['commit', '--quiet', ...message])
  await git(root, ['push', '--quiet', 'origin', 'all-columns'])
  const opened = await acme.call('mara', 'POST', '/pulls', {
    title: 'Train on all columns, in TypeScript',
    head: 'all-columns',
    base: 'main',
  })
  const number = Number(opened.number)
  tellPull(scene, 'Mara opens', number)
  await counted(scene, 'pipeline.yml', () => runPipeline(acme, number, 'mara'))
  tellStatus(scene, number)
  const body = commentsOf(acme.repository).find(({ issue }) => issue === number)?.body ?? ''
  await writeFile(scene.report, body)
  teller.say('The comment begins:')
  teller.show(firstLines(body))
  return approveAndMerge(scene, number, 'ben', 'mara')
}

async function candidate(scene: Scene, push: Push): Promise<Push> {
  const { acme, teller } = scene
  teller.chapter('What was merged becomes a candidate')
  await sealed(scene, push)
  const run = await counted(scene, 'candidate.yml', () => runCandidate(acme, push))
  tellPull(scene, 'github-actions[bot] opens', run.pull)
  tellStatus(scene, run.pull)
  await approveRuns(scene, run.pull, 'ben')
  return sealedMerge(scene, run.pull, 'ben')
}

async function promotion(scene: Scene, main: Push): Promise<Push> {
  const { acme, teller } = scene
  teller.chapter('From staging to production')
  teller.say('Mara asks the promotion workflow for it; it measures afresh, against the champion of now.')
  const reason = 'all nineteen columns, in TypeScript'
  const run = await counted(scene, 'promote.yml', () =>
    runPromote(acme, {
      kind: 'promotion',
      version: '6',
      stage: 'production',
      reason,
      actor: 'mara',
      main: main.after,
    }),
  )
  tellPull(scene, 'github-actions[bot] opens', run.pull)
  tellStatus(scene, run.pull)
  await approveRuns(scene, run.pull, 'ben')
  return sealedMerge(scene, run.pull, 'ben')
}

async function rollback(scene: Scene, main: Push): Promise<void> {
  const { acme, teller } = scene
  teller.chapter('Three at night, something is wrong')
  teller.say('Ines asks for what served before.')
  const reason = 'the support desk reports odd scores'
  const run = await counted(scene, 'promote.yml', () =>
    runPromote(acme, {
      kind: 'rollback',
      version: '',
      stage: 'production',
      reason,
      actor: 'ines',
      main: main.after,
    }),
  )
  tellPull(scene, 'github-actions[bot] opens', run.pull)
  tellStatus(scene, run.pull)
  await sealedMerge(scene, run.pull, 'ines')
}

async function lookBack({ teller, clone }: Scene): Promise<void> {
  teller.chapter('What is known of it afterwards')
  await git(clone, ['pull', '--quiet'])
  await modelyard(teller, clone, ['history', MODEL, '--limit', '4'])
  await modelyard(teller, clone, ['validate'])
}

/** The runs of a pull request that a job opened wait until somebody lets them go. */
async function approveRuns(scene: Scene, number: number, person: Person): Promise<void> {
  scene.teller.say(`${name(person)} approves its workflow run, which asks where the evidence comes from.`)
  await counted(scene, 'pipeline.yml', () => runPipeline(scene.acme, number, person))
  tellStatus(scene, number)
}

async function sealedMerge(scene: Scene, number: number, person: Person): Promise<Push> {
  const push = await approveAndMerge(scene, number, person, person)
  await sealed(scene, push)
  await tellPointers(scene)
  return push
}

async function approveAndMerge(
  { acme, teller }: Scene,
  number: number,
  approver: Person,
  actor: Person,
): Promise<Push> {
  const before = await mainOf(acme)
  acme.sandbox.clock.set(new Date())
  await acme.call(approver, 'POST', `/pulls/${number}/reviews`, { event: 'APPROVE' })
  await acme.call(actor, 'PUT', `/pulls/${number}/merge`, { merge_method: 'squash' })
  const who =
    approver === actor
      ? `${name(actor)} approves and merges`
      : `${name(approver)} approves, ${name(actor)} merges`
  teller.say(`${who} #${number}.`)
  return { before, after: await mainOf(acme), actor }
}

/** What seal.yml does after a merge, and what it started. */
async function sealed(scene: Scene, push: Push): Promise<void> {
  const { acme, teller } = scene
  const started = () => triggersOf(acme.repository).filter(({ event }) => event === 'workflow_dispatch')
  const [deployed, dispatched] = [deploymentsOf(acme.repository).length, started().length]
  const run = await counted(scene, 'seal.yml', () => runSeal(acme, push))
  const seals = JSON.parse(run.sealed) as readonly string[]
  if (seals.length === 0) return teller.say('There is nothing to seal.')
  teller.say(`Sealed on the branch modelyard-audit: ${seals.join(', ')}.`)
  for (const { environment, sha } of deploymentsOf(acme.repository).slice(deployed))
    teller.say(`Deployment to ${environment} of ${sha.slice(0, 7)}.`)
  for (const { path = '', inputs = {} } of started().slice(dispatched))
    teller.say(
      `Started ${path} with ${Object.entries(inputs)
        .map(([key, value]) => `${key} ${value.slice(0, 12)}`)
        .join(', ')}.`,
    )
}

async function mainOf({ repository }: Acme): Promise<string> {
  return (await readRef(gitOf(repository), 'refs/heads/main'))?.sha ?? ''
}

const name = (person: Person) => person.charAt(0).toUpperCase() + person.slice(1)
