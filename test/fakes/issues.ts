import type { Comments, Issues, OwnIssue } from '../../src/ports.ts'
import { FakeThread, fakeComments, type Turn } from './comments.ts'

interface Kept {
  readonly number: number
  body: string
  isOpen: boolean
  closedAt: string | undefined
}

/** The issues of a repository, all of our own account, and what is said in them. Persons open and close them as they like. */
export class FakeTracker {
  readonly kept: Kept[] = []
  readonly threads = new Map<number, FakeThread>()
  readonly calls: string[] = []
  /** UTC, milliseconds. */
  now = Date.UTC(2026, 9, 1)

  get open(): number[] {
    return this.kept.filter(({ isOpen }) => isOpen).map(({ number }) => number)
  }

  /** All that was said, by issue. */
  get said(): string[] {
    return [...this.threads].flatMap(([number, { bodies }]) => bodies.map(body => `${number} ${body}`))
  }

  set(number: number, isOpen: boolean): void {
    const issue = this.kept.find(one => one.number === number)
    if (issue === undefined || issue.isOpen === isOpen) return
    issue.isOpen = isOpen
    issue.closedAt = isOpen ? undefined : new Date(this.now).toISOString()
  }

  thread(number: number): FakeThread {
    const thread = this.threads.get(number) ?? new FakeThread()
    this.threads.set(number, thread)
    return thread
  }
}

/** The ports of one writer. */
export function fakeIssues(
  tracker: FakeTracker,
  turn: Turn = async () => {},
): { issues: Issues; comments: Comments } {
  const called = async (what: string) => {
    await turn(what)
    tracker.calls.push(what)
  }
  const written = (id: number) => ({ is: 'written', id, url: `https://x/${id}` }) as const
  const issues: Issues = {
    async find(marker) {
      await called('find')
      const ours = tracker.kept.filter(({ body }) => body.startsWith(marker))
      return ours.map((issue): OwnIssue => ({ ...issue, title: '', url: `https://x/${issue.number}` }))
    },
    async findOpen(marker) {
      return (await issues.find(marker)).filter(({ isOpen }) => isOpen)
    },
    async create({ body }) {
      await called('create')
      const number = tracker.kept.length + 1
      tracker.kept.push({ number, body, isOpen: true, closedAt: undefined })
      return written(number)
    },
    async update(number, { body, isOpen }) {
      await called('update')
      const issue = tracker.kept.find(one => one.number === number)
      if (issue === undefined) return { is: 'gone' }
      if (body !== undefined) issue.body = body
      if (isOpen !== undefined) tracker.set(number, isOpen)
      return written(number)
    },
  }
  const at = (target: Parameters<Comments['find']>[0]) =>
    fakeComments(tracker.thread(target.is === 'commit' ? 0 : target.number), { turn })
  const comments: Comments = {
    ...fakeComments(new FakeThread(), { turn }),
    find: (target, marker) => at(target).find(target, marker),
    create: (target, body) => at(target).create(target, body),
    update: (target, comment, body) => at(target).update(target, comment, body),
  }
  return { issues, comments }
}
