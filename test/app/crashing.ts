import { expect } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import type { Repository } from '../../sandbox/world.ts'
import { startedApp } from '../support/app.ts'

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
  /** How many calls it makes itself before the App makes its first. */
  readonly own: number
  /** All there is of what the App does, so that it can be compared. */
  end(scene: S): Promise<unknown>
  /** So many calls of the App there are at least. */
  readonly least: number
}

/** Scenes side by side: while one waits for a process, the other computes. */
const AT_ONCE = 2

/**
 * Ends the App's process with SIGKILL after each of its calls in turn, when the call has taken effect and is not
 * answered, starts it again, and compares the end with that of a run that nothing ends. What begins with a merge or a
 * comment may take a call more or fewer each time: it goes on until a run comes to rest before its turn.
 *
 * @returns The end without a crash.
 */
export async function killedAtEachCall<S extends Scene>(crashing: Crashing<S>): Promise<unknown> {
  const whole = await crashing.arrange()
  const app = await crashing.begin(whole)
  await app.settled()
  const end = await crashing.end(whole)
  app.child.kill('SIGKILL')
  let crashes = 0
  for (let next = 0, isOver = false; !isOver; next += AT_ONCE) {
    const turns = Array.from({ length: AT_ONCE }, (_, at) => next + at)
    const ends = await Promise.all(turns.map(turn => crashed(crashing, turn)))
    for (const [at, found] of ends.entries())
      expect({ after: next + at + 1, end: found.end }).toEqual({ after: next + at + 1, end })
    crashes += ends.filter(({ isMet }) => isMet).length
    isOver = ends.some(({ isMet }) => !isMet)
  }
  expect(crashes).toBeGreaterThanOrEqual(crashing.least)
  return end
}

/** What it comes to where the App ends after so many calls and one, and whether it made that many. */
async function crashed<S extends Scene>({ arrange, begin, redo, own, end }: Crashing<S>, calls: number) {
  const scene = await arrange()
  const { sandbox } = scene
  const met = Promise.withResolvers<true>()
  const dead = Promise.withResolvers<void>()
  sandbox.faults.next(
    { skipping: own + calls },
    {
      kind: 'slow',
      until: () => {
        met.resolve(true)
        return dead.promise
      },
    },
  )
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
