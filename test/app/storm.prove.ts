import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Repository } from '../../sandbox/world.ts'
import { startedApp } from '../support/app.ts'
import { fewAtATime } from '../support/fault-table.ts'
import { seeded } from '../support/seeded.ts'
import { appWithin, type Letter, mailbox, post } from './app-within.ts'
import { type Action, FATES, fateOf, type StormWorld, stormWorld } from './storm-world.ts'

const REPOSITORIES = 20
const DELIVERIES = 1_000
/** People work side by side, and leave the machine to the App. */
const AT_ONCE = 6
/** What the App's own writes are told of must come to an end within so many rounds. */
const MOST_ROUNDS = 4
const MEGABYTE = 1024 * 1024
/**
 * More than at the start, at most: twenty looks at a repository hold their packs and parsed files at once, and V8 lets its
 * heap grow to some multiple of what lives.
 */
const MOST_GROWTH_MB = 250

test('a thousand deliveries over twenty repositories at once come to what they come to in order', async () => {
  const expected = await inOrder()
  const world = await stormWorld(REPOSITORIES)
  const { sandbox, repositories } = world
  const mail = await mailbox()
  const app = await startedApp(
    { sandbox, repository: repositories[0] as Repository },
    { repositories, told: mail.url },
  )
  await app.settled()
  const megabytes = async (what: 'VmRSS' | 'VmHWM') => {
    const status = await readFile(`/proc/${app.child.pid}/status`, 'utf8')
    return Math.round((Number(new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / MEGABYTE)
  }
  const atStart = await megabytes('VmRSS')
  const ownCalls = () => sandbox.log.filter(({ actor }) => actor === 'modelyard[bot]').length
  const heard: Letter[] = []
  const told = async () => {
    await sandbox.webhooks.settled()
    return mail.take()
  }
  const { below, pick } = seeded(1)

  /** All that people caused, and of it and of what came earlier as much again as makes a thousand, in any order, at once. */
  async function wave(letters: readonly Letter[]) {
    heard.push(...letters)
    const all = [...letters]
    while (all.length < DELIVERIES) all.push(pick(heard))
    for (let last = all.length - 1; last > 0; last -= 1) {
      const other = below(last + 1)
      ;[all[last], all[other]] = [all[other] as Letter, all[last] as Letter]
    }
    const [calls, began] = [ownCalls(), performance.now()]
    const statuses = await Promise.all(all.map(letter => post(app.url, letter)))
    const taken = performance.now() - began
    await app.settled()
    const seconds = (performance.now() - began) / 1000
    expect(statuses.filter(status => status !== 200)).toEqual([])
    const rounds: number[] = []
    for (let own = await told(); own.length > 0; own = await told()) {
      rounds.push(own.length)
      heard.push(...own)
      expect(rounds.length).toBeLessThanOrEqual(MOST_ROUNDS)
      await Promise.all(own.map(letter => post(app.url, letter)))
      await app.settled()
    }
    return {
      deliveries: all.length,
      different: letters.length,
      'taken in s': (taken / 1000).toFixed(1),
      'settled in s': seconds.toFixed(1),
      'own events, by round': rounds.join(' ') || '0',
      'calls of the App': ownCalls() - calls,
      'RSS in MB': await megabytes('VmRSS'),
    }
  }

  const figures: Record<string, Awaited<ReturnType<typeof wave>>> = {}
  await act(world, world.opening)
  figures.opening = await wave(await told())
  await act(world, world.merging)
  figures.merging = await wave(await told())
  figures['nothing new'] = await wave([])
  console.table(figures)
  console.log(`RSS at the start ${atStart} MB, at most ${await megabytes('VmHWM')} MB`)

  for (const repository of repositories)
    expect({ repository: repository.name, ...(await world.standing(repository)) }).toEqual({
      repository: repository.name,
      ...expected[fateOf(repository)],
    })
  const { opening, 'nothing new': last } = figures as Record<string, (typeof figures)['opening']>
  expect(opening?.deliveries).toBe(DELIVERIES)
  expect(last?.['own events, by round']).toBe('0')
  expect(await megabytes('VmHWM')).toBeLessThan(atStart + MOST_GROWTH_MB)
})

/** What a repository of each fate comes to where the App hears of each thing before the next happens. */
async function inOrder(): Promise<Record<string, Awaited<ReturnType<StormWorld['standing']>>>> {
  const world = await stormWorld(FATES.length)
  const { sandbox, repositories } = world
  const app = await appWithin({ sandbox, repository: repositories[0] as Repository }, { repositories })
  const mail = await mailbox()
  for (const repository of repositories)
    sandbox.webhooks.add({ repository, url: mail.url, secret: app.secret, events: app.events, app: app.id })
  await app.settled()
  for (const action of [...world.opening, ...world.merging]) {
    await act(world, [action])
    await sandbox.webhooks.settled()
    for (let letters = mail.take(); letters.length > 0; letters = mail.take()) {
      for (const letter of letters) await post(app.url, letter)
      await app.settled()
      await sandbox.webhooks.settled()
    }
  }
  const entries = repositories.map(async repository => [fateOf(repository), await world.standing(repository)])
  return Object.fromEntries(await Promise.all(entries))
}

async function act({ repositories }: StormWorld, actions: readonly Action[]): Promise<void> {
  await fewAtATime(repositories, AT_ONCE, async repository => {
    for (const action of actions) await action(repository, fateOf(repository))
  })
}
