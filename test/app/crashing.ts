import { expect } from 'vitest'
import type { LoggedCall } from '../../sandbox/exchange.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import type { Repository } from '../../sandbox/world.ts'
import { startedApp } from '../support/app.ts'
import { fewAtATime } from '../support/fault-table.ts'
import { faultable, type NamedCall, nameOf, targetsOf } from '../support/fault-target.ts'
import { TABLES } from '../support/tables.ts'

type App = Awaited<ReturnType<typeof startedApp>>

interface Scene {
  readonly sandbox: Sandbox
  readonly repository: Repository
}

export interface Crashing<S extends Scene> {
  /** The same each time, and nothing under way. */
  arrange(): Promise<S>
  /** Begins what the App is to do, and does not wait for it; the App. */
  begin(scene: S): Promise<App>
  /** What a person does again who sees that nothing came of it. */
  redo?(scene: S): Promise<void>
  /** All there is of what the App does, so that it can be compared. */
  end(scene: S): Promise<unknown>
  /** So many calls of the App write at least. */
  readonly leastWrites: number
}

/** Scenes side by side: while one waits for a process, the other computes. */
const AT_ONCE = 2

/**
 * Ends the App's process with SIGKILL after each of its calls that write in turn, when the call has taken effect and is
 * not answered, starts it again, and compares the end with that of a run that nothing ends. `npm run tables` does so after
 * its reads, too, which leave all outside of the process as the write before them did.
 *
 * @returns The end without a crash.
 */
export async function killedAtEachCall<S extends Scene>(crashing: Crashing<S>): Promise<unknown> {
  const whole = await crashing.arrange()
  const before = whole.sandbox.log.length
  const app = await crashing.begin(whole)
  await app.settled()
  const end = await crashing.end(whole)
  app.child.kill('SIGKILL')
  const made = faultable(whole.sandbox.log.slice(before))
  const named = targetsOf(made)
  const targets = named.filter((_target, at) => {
    const { actor, writes } = made[at] as LoggedCall
    return actor === 'modelyard[bot]' && (writes || TABLES)
  })
  expect(targets.length).toBeGreaterThanOrEqual(crashing.leastWrites)
  const ends = await fewAtATime(targets, AT_ONCE, async target => ({
    target,
    ...(await crashed(crashing, target)),
  }))
  for (const { target, end: found } of ends) expect({ target, end: found }).toEqual({ target, end })
  const writes = new Set(made.flatMap(call => (call.writes ? [nameOf(call)] : [])))
  const unmet = ends
    .filter(({ target, isMet }) => !isMet && writes.has(target.of))
    .map(({ target }) => target)
  expect(unmet, 'came in the first run alone').toEqual([])
  return end
}

/** What it comes to where the App ends at a call, and whether it came to it. */
async function crashed<S extends Scene>({ arrange, begin, redo, end }: Crashing<S>, target: NamedCall) {
  const scene = await arrange()
  const { sandbox } = scene
  const met = Promise.withResolvers<true>()
  const dead = Promise.withResolvers<void>()
  sandbox.faults.next(target, {
    kind: 'slow',
    until: () => {
      met.resolve(true)
      return dead.promise
    },
  })
  const app = await begin(scene)
  const isMet = await Promise.race([met.promise, app.settled().then(() => false)])
  sandbox.faults.takeBack()
  app.child.kill('SIGKILL')
  await app.ended
  dead.resolve()
  if (isMet) {
    const again = await startedApp(scene, { cache: app.folder })
    await again.settled()
    await redo?.(scene)
    await again.settled()
    again.child.kill('SIGKILL')
  }
  return { isMet, end: await end(scene) }
}
