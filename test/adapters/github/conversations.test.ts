import { expect, test } from 'vitest'
import { openGitHubConversations } from '../../../src/adapters/github/conversations.ts'
import { type Reply, startGitHub } from '../../support/github-server.ts'

async function opened(...replies: Reply[]) {
  const { context, options, calls } = await startGitHub(...replies)
  return {
    calls,
    conversations: openGitHubConversations(context, 'modelyard[bot]', { ...options, timeoutMs: 300 }),
  }
}

test('a reaction whose answer is lost is asked for once more, and not taken for set when that is lost, too', async () => {
  for (const lost of [{ silent: true }, { cut: 'before' }, { status: 502 }] as const) {
    const once = await opened(lost, { status: 201, body: { id: 1 } })
    await once.conversations.react(7, 'eyes')
    expect(once.calls.map(({ body }) => body)).toEqual([{ content: 'eyes' }, { content: 'eyes' }])
    const never = await opened(lost)
    await expect(never.conversations.react(7, '+1')).rejects.toMatchObject({ code: 'remote-failed' })
    expect(never.calls).toHaveLength(2)
  }
})
