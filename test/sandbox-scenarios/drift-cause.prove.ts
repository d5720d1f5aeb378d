import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
import { Result } from '../../src/domain/results/index.ts'
import { randomStream } from '../../src/domain/stats/random.ts'
import { cloneOf } from '../sandbox/hosted.ts'
import { runAction } from '../support/run-action.ts'
import { gitHubOf } from '../support/sandbox.ts'
import { watching } from '../support/watching.ts'

/** Amounts, fees and plans, of which nothing but the unit of amounts is ever another. */
function rows(seed: number, scale = 1): string {
  const stream = randomStream(seed)
  const drawn = Array.from({ length: 1500 }, () => {
    const [amount, fee, plan] = [stream.below(50_000), stream.below(900), 'abc'[stream.below(3)]]
    return `${[(amount * scale) / 100, fee / 10, plan].join(',')}\n`
  })
  return `amount,fee,plan\n${drawn.join('')}`
}

/** Commits of other seconds than the runs around them. */
const A_SECOND_MS = 1100

test('a commit that writes amounts in cents is named by the alert it made, run after run, and by no comment', async () => {
  const scene = await watching()
  const { clone, sandbox, repository, run, issues } = scene
  const push = async (message: string, files: Readonly<Record<string, string>>) => {
    await setTimeout(A_SECOND_MS)
    const commit = await clone.commit(message, files, new Date().toISOString())
    await clone.git('push', '-q', 'origin', 'main')
    await setTimeout(A_SECOND_MS)
    return commit
  }
  /** As the jobs of monitor.yml: one looks, and another one tells. */
  const look = async (id: number, current: string) => {
    const { root } = await cloneOf(scene, 'ada')
    await writeFile(join(root, 'current.csv'), current)
    const step = await runAction('actions/monitor', {
      folder: root,
      inputs: { model: 'churn', current: 'current.csv', reference: 'data/train.csv', evidence: 'false' },
      env: {
        ...gitHubOf(sandbox),
        GITHUB_RUN_ID: String(id),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_EVENT_NAME: 'schedule',
        GITHUB_SHA: 'a'.repeat(40),
      },
    })
    const file = step.outputs['result-file']
    if (file === undefined) throw new Error(step.log)
    const told = await run(id, Result.parse(JSON.parse(await readFile(file, 'utf8'))))
    expect(told.status, told.log).toBe(0)
  }
  await push('Join plans', { 'data/train.csv': rows(1), 'src/join.sql': 'select plan' })
  await look(1, rows(2))
  const commit = await push('Write amounts in cents, @acme/leads <b>', { 'src/export.sql': 'amount * 100' })
  await push('Say how amounts are written', { 'docs/amounts.md': '# Amounts' })
  await look(2, rows(3, 100))
  expect(issues()).toEqual([])
  await push('Join plans otherwise', { 'src/join.sql': 'select plans' })
  const bodies: string[] = []
  for (const id of [3, 4]) {
    await look(id, rows(id + 1, 100))
    expect(issues()).toEqual([[1, 'churn: what production sees has drifted', 'open']])
    bodies.push(causeIn(issuesOf(repository)[0]?.body ?? ''))
  }
  const [body, later] = bodies
  expect(body).toContain('**The pipeline changed?** values as if in another unit, × 100 (`amount`)')
  expect(body).toContain(`came \`${commit.slice(0, 7)}\` \`Write amounts in cents, @acme/leads <b>\``)
  expect(body).not.toContain('Join plans')
  expect(body).not.toContain('Say how')
  // But for what was measured anew, the issue says the same, and nobody is told twice.
  const stable = (text: string | undefined) => text?.replace(/^Over .*$/m, '')
  expect(stable(later)).toBe(stable(body))
  expect(commentsOf(repository)).toEqual([])
})

const causeIn = (body: string) => body.slice(body.indexOf('### Likely cause'), body.indexOf('### What to do'))
