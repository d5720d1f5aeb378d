import { describe, expect, test } from 'vitest'
import { askerOf } from '../../src/commands/asker.ts'
import { whoAsked } from '../../src/commands/who-asked.ts'
import type { Checks, Conversations, Ports } from '../../src/ports.ts'

const HEAD = 'a'.repeat(40)
const APP = { login: 'modelyard[bot]' }
const ADA = { is: 'person', login: 'ada' }
const bot = (login: string) => ({ login, isBot: true })

describe('who asked for a move', () => {
  const asked = (
    facts: {
      readonly author?: { readonly login: string; readonly isBot: boolean } | undefined
      readonly pusher?: string
      readonly message?: string
      readonly run?: number | 'terminal'
      readonly starter?: { readonly event: string; readonly login: string }
      readonly app?: boolean
      readonly isRead?: boolean
    },
    config = { app: true },
  ) => {
    const { author = bot(APP.login), pusher = APP.login, message = 'x\n\nAsked-by: @ada\n' } = facts
    const ports = {
      ...(facts.app === false ? {} : { app: APP }),
      repository: {
        commitFacts: async () => ({ message }),
      },
      merges: {
        pusherOf: async () => (pusher === '' ? undefined : bot(pusher)),
        messageOf: async () => message,
        starterOf: async () => facts.starter,
      },
    } as unknown as Ports
    return askerOf(
      { author, head: HEAD, branch: 'modelyard/churn/promote-4-staging' },
      facts.run,
      config,
      ports,
    )
  }

  test('is who opened the pull request, where that is a person', async () => {
    expect(await asked({ author: { login: 'ada', isBot: false } })).toEqual(ADA)
  })

  test('is whom the App wrote into the commit, where it moved the branch there itself', async () => {
    expect(await asked({})).toEqual(ADA)
    expect(await asked({ message: 'x\n\nAsked-by: nobody\n' })).toEqual({ is: 'none' })
    for (const facts of [
      { pusher: 'grace' },
      { pusher: '' },
      { message: 'x\n' },
      { message: 'Asked-by: unknown' },
    ])
      expect(await asked(facts)).toEqual({ is: 'unknown' })
  })

  test('is unknown for another bot where the App opens promotions, whatever run its record names', async () => {
    const facts = {
      author: bot('github-actions[bot]'),
      run: 7,
      starter: { event: 'push', login: 'ada' },
    }
    expect(await asked(facts)).toEqual({ is: 'unknown' })
    expect(await asked(facts, { app: false })).toEqual({ is: 'none' })
    expect(await asked({ ...facts, app: false })).toEqual({ is: 'none' })
  })
})

describe('who asked for a run', () => {
  const outside = {
    conversations: {
      read: async (id: number) => (id === 12 ? { author: { login: 'ada', id: 4, isBot: false } } : undefined),
    } as unknown as Conversations,
    checks: {
      read: async (id: number) => (id === 9 ? { head: HEAD, presses: 2, pressedBy: 'grace' } : undefined),
    } as unknown as Checks,
  }
  const who = (title: string, actor = bot(APP.login), event = 'workflow_dispatch') =>
    whoAsked({ title, actor, event }, APP, outside)

  test('is nobody after a push or a schedule, and whoever started it by hand', async () => {
    expect((await who('x comment-12', bot(APP.login), 'push')).asker).toEqual({ is: 'none' })
    expect((await who('x comment-12', bot(APP.login), 'schedule')).asker).toEqual({ is: 'none' })
    expect(await who('x comment-12', { login: 'walter', isBot: false })).toEqual({
      asker: { is: 'person', login: 'walter' },
      askedIn: undefined,
    })
  })

  test('is by its name the comment’s author, or who pressed last, where the App started it', async () => {
    expect((await who('x comment-12')).asker).toEqual(ADA)
    expect((await who('x check-9-2')).asker).toEqual({ is: 'person', login: 'grace' })
    for (const title of ['x check-9-1', 'x check-9-3', 'x comment-13', 'x'])
      expect((await who(title)).asker).toEqual({ is: 'unknown' })
  })

  test('is unknown where another bot started it, whatever its name says', async () => {
    expect((await who('x comment-12', bot('github-actions[bot]'))).asker).toEqual({ is: 'unknown' })
  })
})
