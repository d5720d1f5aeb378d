import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleComment } from '../../src/commands/settle-comment.ts'
import type { OwnPart } from '../../src/domain/report/body.ts'
import { renderMarker } from '../../src/domain/report/marker.ts'
import { parseParts, renderPart } from '../../src/domain/report/part.ts'
import { FakeThread, fakeComments, type Turn } from '../fakes/comments.ts'
import '../support/property-seed.ts'

const MARKER = renderMarker({ registry: 'r', model: 'm', workflow: 'w' })
const TARGET = { is: 'pull-request', number: 128 } as const

const own = (given: Partial<OwnPart> & { readonly text?: string } = {}): OwnPart => ({
  name: '',
  run: 7,
  attempt: 1,
  at: 5,
  render: () => given.text ?? 'fine',
  note: () => 'elsewhere',
  ...given,
})
const bodyOf = (name: string, text: string, run = 6) =>
  `${MARKER}\n${renderPart({ name, run, attempt: 1, at: 1, text })}\n`
const settle = (thread: FakeThread, part = own(), turn?: Turn) =>
  settleComment(fakeComments(thread, turn === undefined ? {} : { turn }), TARGET, MARKER, part)

test('a comment that exists costs two calls, and one where nothing changed', async () => {
  const thread = new FakeThread()
  thread.add(bodyOf('', 'old'))
  expect(await settle(thread)).toMatchObject({ change: 'updated', comment: { id: 1 } })
  expect(thread.calls).toEqual(['find', 'update'])
  thread.calls.length = 0
  expect(await settle(thread)).toMatchObject({ change: 'unchanged', comment: { id: 1 } })
  expect(thread.calls).toEqual(['find'])
})

test('a comment that is made is looked for once more', async () => {
  const thread = new FakeThread()
  expect(await settle(thread)).toMatchObject({ change: 'created', comment: { id: 1 }, removed: 0 })
  expect(thread.calls).toEqual(['find', 'create', 'find'])
})

test('a comment that several share is taken before it is read and written, and given back', async () => {
  const thread = new FakeThread()
  thread.add(bodyOf('mac', 'good'))
  await settle(thread, own({ name: 'linux' }))
  expect(thread.calls).toEqual(['find', 'take', 'find', 'update', 'give back'])
  expect(parseParts(thread.bodies[0] ?? '').map(({ name }) => name)).toEqual(['linux', 'mac'])
})

test('a comment that was removed between finding and writing is made again, once', async () => {
  const thread = new FakeThread()
  thread.add(bodyOf('', 'old'))
  const turn: Turn = async call => {
    if (call === 'update') thread.kept.clear()
  }
  expect(await settle(thread, own(), turn)).toMatchObject({ change: 'created', comment: { id: 2 } })
  expect(thread.bodies).toHaveLength(1)
})

test('a comment that is still listed after it was removed is not tried twice', async () => {
  const thread = new FakeThread()
  thread.add(bodyOf('', 'old'))
  const port = fakeComments(thread)
  const [stale] = thread.list(MARKER)
  thread.kept.clear()
  const lagging = {
    ...port,
    find: async () => [...(stale === undefined ? [] : [stale]), ...thread.list(MARKER)],
  }
  expect(await settleComment(lagging, TARGET, MARKER, own())).toMatchObject({ change: 'created' })
  expect(thread.calls).toEqual(['update', 'create'])
})

test('a comment that was folded away is shown again, changed or not', async () => {
  const thread = new FakeThread()
  thread.add(bodyOf('', 'fine', 7))
  const folded = thread.kept.get(1)
  if (folded !== undefined) folded.isMinimized = true
  expect(await settle(thread)).toMatchObject({ change: 'unchanged' })
  expect(thread.calls).toEqual(['find', 'show'])
  expect(folded?.isMinimized).toBe(false)
})

test('what was made twice becomes one, the oldest, and loses no part', async () => {
  const thread = new FakeThread()
  thread.add(bodyOf('mac', 'good'))
  thread.add(bodyOf('arm', 'good'))
  expect(await settle(thread)).toMatchObject({ change: 'updated', comment: { id: 1 }, removed: 1 })
  expect(parseParts(thread.bodies.join()).map(({ name }) => name)).toEqual(['', 'arm', 'mac'])
})

test('the report of a later run stays, and its words too', async () => {
  const thread = new FakeThread()
  thread.add(bodyOf('', 'newer', 8))
  expect(await settle(thread)).toMatchObject({ change: 'superseded' })
  expect(thread.bodies).toEqual([bodyOf('', 'newer', 8)])
})

test.each([
  ['with no comment yet', undefined],
  ['with one', bodyOf('', 'old')],
])('a place that is locked, %s, is said and nothing else', async (_, body) => {
  const thread = new FakeThread()
  if (body !== undefined) thread.add(body)
  thread.isLocked = true
  expect(await settle(thread)).toMatchObject({ change: 'none', why: 'locked' })
})

test('a place that is not there is said', async () => {
  const thread = new FakeThread()
  thread.isThere = false
  expect(await settle(thread)).toMatchObject({ change: 'none', why: 'no-target' })
})

test('an answer that never came is looked for, and not sent twice where it took effect', async () => {
  const thread = new FakeThread()
  const port = fakeComments(thread)
  const unsure = {
    ...port,
    create: async (...given: Parameters<typeof port.create>) => {
      await port.create(...given)
      return { is: 'unsure' } as const
    },
  }
  expect(await settleComment(unsure, TARGET, MARKER, own())).toMatchObject({ change: 'created' })
  expect(thread.bodies).toHaveLength(1)
})

test('a comment that is listed late is not made twice', async () => {
  const thread = new FakeThread()
  const port = fakeComments(thread)
  let looks = 0
  const late = {
    ...port,
    find: async (...given: Parameters<typeof port.find>) => {
      looks += 1
      return looks < 4 ? [] : port.find(...given)
    },
  }
  expect(await settleComment(late, TARGET, MARKER, own())).toMatchObject({ change: 'created' })
  expect(thread.bodies).toHaveLength(1)
})

test('a comment that is never listed is not made for ever', async () => {
  const thread = new FakeThread()
  const blind = { ...fakeComments(thread), find: async () => [] }
  await expect(settleComment(blind, TARGET, MARKER, own())).rejects.toMatchObject({ code: 'remote-failed' })
  expect(thread.bodies.length).toBeLessThan(6)
})

/** Runs writers side by side; `choose` says which of those that wait goes on, undefined that one is killed there. */
async function interleave(
  thread: FakeThread,
  parts: readonly OwnPart[],
  choose: (waiting: number) => number,
  kill: (writer: number, call: number) => boolean = () => false,
): Promise<void> {
  const waiting: (() => void)[] = []
  let running = parts.length
  const writers = parts.map(async (part, writer) => {
    let calls = 0
    const turn: Turn = () =>
      new Promise((resolve, reject) => {
        calls += 1
        waiting.push(kill(writer, calls) ? () => reject(new Error('killed')) : resolve)
      })
    await settle(thread, part, turn).catch(error => {
      if (error.message !== 'killed') throw error
    })
    running -= 1
  })
  while (running > 0) {
    // All that was let go has come to its next call, or to its end.
    await new Promise(resolve => setImmediate(resolve))
    if (waiting.length > 0) waiting.splice(choose(waiting.length) % waiting.length, 1)[0]?.()
  }
  await Promise.all(writers)
}

const choices = fc.infiniteStream(fc.nat(1000))
const choosing = (stream: fc.Stream<number>) => () => stream.next().value as number

test('eight writers at once leave one comment with the newest of each part, whoever goes first', async () => {
  const scene = fc.record({
    choices,
    before: fc.subarray([bodyOf('0', 'old'), bodyOf('other', 'old'), bodyOf('1', 'later', 9)]),
    runs: fc.array(fc.integer({ min: 6, max: 8 }), { minLength: 8, maxLength: 8 }),
    names: fc.constantFrom(8, 3),
  })
  await fc.assert(
    fc.asyncProperty(scene, async ({ choices, before, runs, names }) => {
      const thread = new FakeThread()
      for (const body of before) thread.add(body)
      const parts = runs.map((run, at) =>
        own({ name: `${at % names}`, run, at: 100 + at, text: `report of ${at}` }),
      )
      await interleave(thread, parts, choosing(choices))
      expect(thread.bodies).toHaveLength(1)
      const written = [
        ...before.flatMap(parseParts),
        ...parts.map(part => ({ ...part, text: part.render(0) })),
      ]
      const wanted = new Map(
        written
          .toSorted((a, b) => a.run - b.run || a.at - b.at)
          .map(({ name, text }) => [name, text] as const),
      )
      expect(new Map(parseParts(thread.bodies[0] ?? '').map(({ name, text }) => [name, text]))).toEqual(
        wanted,
      )
    }),
    { numRuns: 60 },
  )
})

test('writers that are killed at any call leave at most what the next run merges, and no part of others is lost', async () => {
  await fc.assert(
    fc.asyncProperty(choices, fc.nat(7), fc.integer({ min: 1, max: 8 }), async (choices, victim, at) => {
      const thread = new FakeThread()
      const parts = Array.from({ length: 8 }, (_, index) =>
        own({ name: `${index}`, text: `report of ${index}` }),
      )
      await interleave(thread, parts, choosing(choices), (writer, call) => writer === victim && call === at)
      await settle(thread, own({ name: 'last' }))
      expect(thread.bodies).toHaveLength(1)
      const names = parseParts(thread.bodies[0] ?? '').map(({ name }) => name)
      expect(names).toEqual(
        expect.arrayContaining(parts.filter((_, index) => index !== victim).map(({ name }) => name)),
      )
    }),
    { numRuns: 60 },
  )
})
