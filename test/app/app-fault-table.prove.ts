import { expect, test } from 'vitest'
import type { LoggedCall } from '../../sandbox/exchange.ts'
import type { Repository } from '../../sandbox/world.ts'
import { FAULTS as ALL_FAULTS, type FaultRow, renderFaultTable } from '../support/fault-table.ts'
import { faultable, type NamedCall, nameOf, targetsOf } from '../support/fault-target.ts'
import { TABLES } from '../support/tables.ts'
import { appWithin, mailbox, post } from './app-within.ts'
import { stormWorld } from './storm-world.ts'

// Every fault at every call of a promotion that the App judges twice, and whose merge it seals. `npm run tables` tries
// all; otherwise so many are left out that each call and each fault is among the others.

/** Each with a GitHub and an App of its own: what waits for a time-out leaves the machine to others. */
const AT_ONCE = TABLES ? 10 : 4
/** That of a killed process is in crashes.prove.ts, and a limit of an hour, which the App waits for, in limits.prove.ts. */
const FAULTS = ALL_FAULTS.filter(([name]) => !/^cancelled|an hour/.test(name))
/** Of so many one is tried: each call with one fault, and each fault at some calls. */
const SHARE = TABLES ? 1 : FAULTS.length
const PHASES = ['opened', 'approved', 'merged'] as const
type Phase = (typeof PHASES)[number]

interface Case {
  readonly phase: Phase
  /** Its place among the calls of the phase, from 0. */
  readonly at: number
  readonly target: NamedCall
  readonly fault: (typeof FAULTS)[number]
}

test('whatever fails at whichever call of a judgement or a merge, the App comes to the same', async () => {
  const clean = await cleanRun()
  const cases = clean.calls
    .flatMap((one, place) => FAULTS.map((fault, index) => ({ ...one, fault, turn: place + index })))
    .filter(({ turn }) => turn % SHARE === 0)
  const rows = (
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, worker) =>
        workOn(cases.filter((_case, index) => index % AT_ONCE === worker)),
      ),
    )
  ).flat()
  console.log(renderFaultTable(rows))
  expect(rows.filter(({ endState }) => endState !== clean.endState)).toEqual([])
  expect(JSON.parse(clean.endState)).toMatchObject({
    checks: ['2 success: churn 1 to staging: all is met'],
    deployments: ['modelyard:churn/1 2'],
    started: 1,
    comments: [1],
  })
  // Whatever is left out, no call and no fault is.
  expect(new Set(rows.map(({ action, call }) => `${action} ${call}`)).size).toBe(clean.calls.length)
  expect(new Set(rows.map(({ fault }) => fault)).size).toBe(FAULTS.length)
})

/** The calls of a promotion that nothing spoils, and what it comes to. */
async function cleanRun() {
  const { world, told, copied } = await arranged()
  const { pattern, acts, sandbox } = world
  const calls: Omit<Case, 'fault'>[] = []
  for (const phase of PHASES) {
    const repository = await copied(`acme/clean-${phase}`)
    await acts[phase](repository, 'left open')
    const before = sandbox.log.length
    await told()
    const targets = targetsOf(faultable(sandbox.log.slice(before)))
    calls.push(...targets.map((target, at) => ({ phase, at, target })))
    await acts[phase](pattern, 'left open')
    await told()
  }
  return { calls, endState: JSON.stringify(await world.standing(pattern)) }
}

/** Each case on a repository of its own, which stands as the pattern does before the phase that is spoiled. */
async function workOn(cases: readonly Case[]): Promise<FaultRow[]> {
  const { world, told, app, copied } = await arranged()
  const { sandbox, pattern, acts } = world
  const rows: FaultRow[] = []
  for (const [index, phase] of PHASES.entries()) {
    for (const { at, target, fault } of cases.filter(one => one.phase === phase)) {
      const repository = await copied(`acme/case-${rows.length}`)
      const [name, faultOf] = fault
      for (const next of PHASES.slice(index)) {
        await acts[next](repository, 'left open')
        const before = sandbox.log.length
        if (next === phase)
          sandbox.faults.next(
            target,
            faultOf(sandbox, () => {}),
          )
        await told()
        await app.triedAgain()
        await told()
        if (next === phase) expect(sandbox.log.slice(before).map(callAt), target.of).toContain(target.of)
      }
      const endState = JSON.stringify(await world.standing(repository))
      rows.push({ action: phase, call: `${at + 1}: ${target.of}`, fault: name, runs: 1, endState })
    }
    await acts[phase](pattern, 'left open')
    await told()
  }
  return rows
}

/** A promotion that is closed, beside a rival, and the App, which hears of all that happens when it is told. */
async function arranged() {
  const world = await stormWorld(0)
  const { sandbox, pattern, acts } = world
  for (const close of acts.closed) await close(pattern, 'left open')
  await sandbox.webhooks.settled()
  const app = await appWithin({ sandbox, repository: pattern })
  const mail = await mailbox()
  const hear = (repository: Repository) =>
    sandbox.webhooks.add({ repository, url: mail.url, secret: app.secret, events: app.events, app: app.id })
  const { installation } = app
  /** A copy whose refs the App has fetched, so that the next look at it makes the same calls each time. */
  const copied = async (name: string) => {
    const repository = await world.copy(name)
    Object.assign(installation, { repositories: [...installation.repositories, repository.id] })
    hear(repository)
    for (const title of acts.titled) await title(repository, 'left open')
    await told()
    return repository
  }
  hear(pattern)
  await app.settled()
  const told = async () => {
    await sandbox.webhooks.settled()
    for (let letters = mail.take(); letters.length > 0; letters = mail.take()) {
      for (const letter of letters) await post(app.url, letter)
      await app.settled()
      await sandbox.webhooks.settled()
    }
  }
  await acts.rival(pattern, 'left open')
  await told()
  return { world, told, app, copied }
}

/** Which call it was, where a fault met it. */
function callAt(logged: LoggedCall | undefined): string | undefined {
  return logged?.fault === undefined ? undefined : nameOf(logged)
}
