import type { Comments, CommentTarget, OwnComment, ReportOrigin, Taken } from '../../src/ports.ts'

/** What an adversary lets happen between two calls: nothing by itself. */
export type Turn = (what: string) => Promise<void>

interface Kept {
  readonly id: number
  body: string
  isMinimized: boolean
  heldUntil: number
}

/**
 * GitHub's comments at one place, as several writers of one identity see them: every call happens at once, whenever
 * the scheduler lets it. Beside it anybody may fold, remove or lock.
 */
export class FakeThread {
  readonly kept = new Map<number, Kept>()
  readonly calls: string[] = []
  isLocked = false
  isReadOnly = false
  isThere = true
  private lastId = 0
  /** Counts every call; what is held is free after a hundred of them. */
  private now = 0

  get bodies(): string[] {
    return [...this.kept.values()].map(({ body }) => body)
  }

  add(body: string): number {
    this.lastId += 1
    this.kept.set(this.lastId, { id: this.lastId, body, isMinimized: false, heldUntil: 0 })
    return this.lastId
  }

  tick(call: string): number {
    this.calls.push(call)
    this.now += 1
    return this.now
  }

  list(marker: string): OwnComment[] {
    return [...this.kept.values()]
      .filter(({ body }) => body.startsWith(marker))
      .map(({ id, body, isMinimized }) => ({
        id,
        body,
        isMinimized,
        url: `https://x/${id}`,
        nodeId: `N${id}`,
      }))
  }
}

const refuse = (code: string): never => {
  throw Object.assign(new Error(code), { code })
}

/** The port of one writer on a thread. */
export function fakeComments(
  thread: FakeThread = new FakeThread(),
  {
    turn = async () => {},
    origin = {},
    here,
    denied,
  }: {
    readonly turn?: Turn
    readonly origin?: Partial<ReportOrigin>
    readonly here?: CommentTarget | undefined
    /** What is thrown where the token may only read. */
    readonly denied?: Error
  } = {},
): Comments {
  const called = async (call: string): Promise<number> => {
    await turn(call)
    const now = thread.tick(call)
    if (thread.isReadOnly && call !== 'find') throw denied ?? refuse('missing-permission')
    return now
  }
  const written = (id: number) => ({ is: 'written', id, url: `https://x/${id}` }) as const
  return {
    async origin() {
      return {
        workflow: '.github/workflows/pipeline.yml',
        run: 7,
        attempt: 1,
        commit: 'c'.repeat(40),
        runUrl: run => `https://github.example/acme/models/actions/runs/${run}`,
        ...origin,
      }
    },
    async targetOfRun() {
      return here
    },
    async find(_, marker) {
      await called('find')
      return thread.isThere ? thread.list(marker) : undefined
    },
    async create(_, body) {
      await called('create')
      return thread.isLocked ? { is: 'locked' } : written(thread.add(body))
    },
    async update(_, { id }, body) {
      await called('update')
      const comment = thread.kept.get(id)
      if (thread.isLocked) return { is: 'locked' }
      if (comment === undefined) return { is: 'gone' }
      comment.body = body
      return written(id)
    },
    async remove(_, { id }) {
      await called('remove')
      thread.kept.delete(id)
    },
    async showAgain({ id }) {
      await called('show')
      const comment = thread.kept.get(id)
      if (comment !== undefined) comment.isMinimized = false
      return true
    },
    async take(_, { id }): Promise<Taken> {
      const now = await called('take')
      const comment = thread.kept.get(id)
      if (comment === undefined) return { is: 'gone' }
      if (comment.heldUntil > now) return { is: 'busy' }
      const heldUntil = now + 100
      comment.heldUntil = heldUntil
      return {
        is: 'taken',
        holds: () => comment.heldUntil === heldUntil,
        async giveBack() {
          await called('give back')
          if (comment.heldUntil === heldUntil) comment.heldUntil = 0
        },
      }
    },
    async pause() {
      await turn('pause')
    },
  }
}
