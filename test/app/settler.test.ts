import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ended, openSettler, type Settling } from '../../app/settler.ts'
import type { Target } from '../../app/targets.ts'

/** Repositories of one letter are numbered by it. */
const target = (repository: string, number: number): Target => ({
  installation: 1,
  id: repository.charCodeAt(0),
  owner: 'acme',
  repository,
  what: { is: 'pull', number },
})
const named = ({ repository, what }: Target) => `${repository} ${what.is === 'pull' ? what.number : ''}`
const soon = () => new Promise<void>(resolve => setImmediate(resolve))

/** A settler whose work ends when it is let. */
function held(
  options: {
    readonly width?: number
    readonly ends?: readonly (Settling | Error)[]
    readonly held?: (target: Target) => number | undefined
    readonly sleep?: (ms: number) => Promise<void>
  } = {},
) {
  const began: string[] = []
  const open: (() => void)[] = []
  const ends = [...(options.ends ?? [])]
  const pauses: number[] = []
  const told: Ended[] = []
  const settler = openSettler({
    ...(options.width && { width: options.width }),
    sleep: async ms => {
      pauses.push(ms)
      await options.sleep?.(ms)
    },
    ...(options.held && { held: options.held }),
    ended: (_, end) => void told.push(end),
    settle: async one => {
      began.push(named(one))
      await new Promise<void>(resolve => open.push(resolve))
      const end = ends.shift() ?? 'settled'
      if (end instanceof Error) throw end
      return end
    },
  })
  const release = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      for (const let_ of open.splice(0)) let_()
      await soon()
    }
  }
  return { settler, began, pauses, open, release, told }
}

test('deliveries that come while a target waits or is under way are one more look at it', async () => {
  const { settler, began, release } = held()
  for (let count = 0; count < 10; count += 1) settler.ask(target('a', 1))
  await soon()
  expect(began).toEqual(['a 1'])
  for (let count = 0; count < 10; count += 1) settler.ask(target('a', 1))
  expect(settler.waiting).toBe(1)
  await release()
  expect(began).toEqual(['a 1', 'a 1'])
})

test('in a repository one after another, and repositories do not wait for one another', async () => {
  const { settler, began, release } = held()
  for (const one of [target('a', 1), target('a', 2), target('b', 1)]) settler.ask(one)
  await soon()
  expect(began).toEqual(['a 1', 'b 1'])
  await release()
  expect(began).toEqual(['a 1', 'b 1', 'a 2'])
})

test('no more repositories at a time than it is wide', async () => {
  const { settler, began, release } = held({ width: 2 })
  for (const name of ['a', 'b', 'c']) settler.ask(target(name, 1))
  await soon()
  expect(began).toEqual(['a 1', 'b 1'])
  await release()
  expect(began).toHaveLength(3)
})

test.for([
  ['came too early', 'again'],
  ['failed', new Error('nobody answers')],
] as const)('what %s is tried again, later each time, and then left to the next event', async ([, end]) => {
  const { settler, began, pauses, release } = held({ ends: Array.from({ length: 9 }, () => end) })
  settler.ask(target('a', 1))
  await release()
  expect(pauses).toEqual([1_000, 5_000, 30_000, 120_000])
  expect(began).toHaveLength(5)
  await settler.idle()
})

test('what met a limit is no try: however often it does, it is looked at again', async () => {
  const ends = [...Array.from({ length: 30 }, () => 'held' as const), new Error('once')]
  const { settler, began, pauses, release, told } = held({ ends })
  settler.ask(target('a', 1))
  while (told.at(-1)?.how !== 'settled') await release()
  expect(began).toHaveLength(32)
  expect(pauses).toEqual([1_000])
  expect(told.filter(({ isLeft }) => isLeft)).toEqual([])
})

test('while an installation is to be left alone nothing of it begins, and others do not wait for it', async () => {
  let left: number | undefined = 60_000
  const over = Promise.withResolvers<void>()
  const other = { ...target('b', 1), installation: 2 }
  const { settler, began, pauses, release } = held({
    held: ({ installation }) => (installation === 1 ? left : undefined),
    sleep: () => over.promise,
  })
  for (const one of [target('a', 1), target('c', 1), other]) settler.ask(one)
  await release()
  expect(began).toEqual(['b 1'])
  expect(settler.waiting).toBe(2)
  // One waking for all of it.
  expect(pauses).toEqual([60_000])
  left = undefined
  over.resolve()
  await release()
  expect(began).toEqual(['b 1', 'a 1', 'c 1'])
})

test('a look that is tried again is as late as the first delivery that asked for it', async () => {
  const { settler, release, told } = held({ ends: ['again', 'held'] })
  settler.ask(target('a', 1), { takenAt: 7, deliveries: [] })
  await release()
  settler.ask(target('b', 1))
  await release()
  expect(told.map(({ how, heard }) => [how, heard?.takenAt])).toEqual([
    ['again', 7],
    ['held', 7],
    ['settled', 7],
    ['settled', undefined],
  ])
})

test('a look tells the last deliveries that asked for it, each once, however often it is tried', async () => {
  const { settler, release, told } = held({ ends: ['settled', new Error('once')] })
  settler.ask(target('a', 1), { takenAt: 1, deliveries: ['first'] })
  await soon()
  for (const id of ['0', '1', '2', '3', '4', '5', '5'])
    settler.ask(target('a', 1), { takenAt: 2, deliveries: [id] })
  await release()
  const last = ['1', '2', '3', '4', '5']
  expect(told.map(({ how, heard }) => [how, heard?.deliveries])).toEqual([
    ['settled', ['first']],
    ['failed', last],
    ['settled', last],
  ])
})

test('the last try says that it was', async () => {
  const { settler, release, told } = held({ ends: Array.from({ length: 9 }, () => 'again' as const) })
  settler.ask(target('a', 1))
  await release()
  expect(told.map(({ isLeft }) => isLeft)).toEqual([false, false, false, false, true])
})

test('a stop lets what is under way end, and begins nothing more', async () => {
  const { settler, began, release } = held()
  settler.ask(target('a', 1))
  settler.ask(target('a', 2))
  await soon()
  const stopped = settler.stop()
  settler.ask(target('b', 1))
  await release()
  await stopped
  expect(began).toEqual(['a 1'])
})

test('whatever is asked in whatever order, the last look at each target began after its last question', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ repository: fc.constantFrom('a', 'b', 'c'), number: fc.integer({ min: 1, max: 3 }) }),
        {
          maxLength: 40,
        },
      ),
      async asked => {
        const version = new Map<string, number>()
        const seen = new Map<string, number>()
        const busy = new Set<string>()
        const settler = openSettler({
          width: 2,
          settle: async one => {
            expect(busy.has(one.repository)).toBe(false)
            busy.add(one.repository)
            seen.set(named(one), version.get(named(one)) ?? 0)
            await soon()
            busy.delete(one.repository)
            return 'settled'
          },
        })
        for (const { repository, number } of asked) {
          const one = target(repository, number)
          version.set(named(one), (version.get(named(one)) ?? 0) + 1)
          settler.ask(one)
          if (number === 2) await soon()
        }
        await settler.idle()
        expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(version))
      },
    ),
    { numRuns: 50 },
  )
})
