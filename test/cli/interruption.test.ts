import { describe, expect, test } from 'vitest'
import { applyChangeSet, type DescribedChange } from '../../src/commands/change-set.ts'
import { promote } from '../../src/commands/promote.ts'
import type { Ports } from '../../src/ports.ts'
import { interruptPromotion, readyToPromote } from '../support/interruption.ts'

describe('an interrupted promotion leaves the old state or the new one, and can be repeated', () => {
  // More of these run in `npm run prove`.
  test.each([
    ['SIGKILL', 130],
    ['SIGINT', 130],
  ] as const)('%s after %i ms', async (name, afterMs) => {
    await interruptPromotion(await readyToPromote(), name, afterMs)
  })

  test('a crash between the commit and the files on disk is made good by the next run', async () => {
    const bench = await readyToPromote()
    const crash: Ports = {
      ...bench.ports,
      worktree: {
        ...bench.ports.worktree,
        follow: () => Promise.reject(new Error('the power went')),
      },
    }
    const input = { model: 'churn', version: '1', stage: 'staging', merge: true }
    await expect(promote.execute(input, crash, {})).rejects.toThrow('the power went')
    expect(await bench.git('status', '--porcelain')).not.toBe('')
    expect(await promote.execute(input, bench.ports, {})).toMatchObject({ status: 'unchanged' })
    expect(await bench.git('status', '--porcelain')).toBe('')
  })

  test('interrupted before it applies anything, it says so and changes nothing', async () => {
    const bench = await readyToPromote()
    const [head, status] = [await bench.git('rev-parse', 'HEAD'), await bench.git('status', '--porcelain')]
    const signal = AbortSignal.abort()
    const input = { model: 'churn', version: '1', stage: 'staging', merge: true }
    await expect(promote.execute(input, bench.ports, { signal })).rejects.toMatchObject({
      code: 'interrupted',
    })
    expect([await bench.git('rev-parse', 'HEAD'), await bench.git('status', '--porcelain')]).toEqual([
      head,
      status,
    ])
  })

  test('of two that commit to one branch at once the second is told that it moved', async () => {
    const bench = await readyToPromote()
    const head = await bench.ports.repository.head()
    const change = {
      head,
      base: head.commit as string,
      branch: 'unused',
      merge: true,
      files: [{ path: 'a', content: new Uint8Array([1]) }],
      message: 'x\n',
      person: { name: 'A', email: 'a@b' },
      at: 0,
      describe: () => '',
      planned: {} as DescribedChange['planned'],
    }
    await applyChangeSet(change, bench.ports)
    const other = { ...change, files: [{ path: 'b', content: new Uint8Array([1]) }] }
    await expect(applyChangeSet(other, bench.ports)).rejects.toMatchObject({ code: 'moved-meanwhile' })
  })
})
