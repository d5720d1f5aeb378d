import { expect, test } from 'vitest'
import { addIssue, issuesOf } from '../../sandbox/state/issues.ts'
import { type AlertState, parseAlertState } from '../../src/domain/alerts/state.ts'
import { alertBody, REMEMBERED } from '../support/alerts.ts'
import { TRAINED, talking } from './talking.ts'

const DAY_MS = 86_400_000
const STATE: AlertState = {
  ...REMEMBERED,
  items: [{ name: 'tenure', since: '2026-03-01T10:00:00Z', size: 0.2, told: 0.2, bad: true }],
}

/** A repository with an alert that a workflow opened. */
async function alerted(
  state: 'open' | 'closed' = 'open',
  author = 'github-actions[bot]',
  options: Parameters<typeof talking>[0] = {},
) {
  const scene = await talking(options)
  const { sandbox, repository } = scene
  const { number } = addIssue(sandbox.world, repository, {
    author,
    title: 'churn: what production sees has drifted',
    body: `${alertBody('churn', STATE.items)}\nwords\n`,
    state,
  })
  const body = () => issuesOf(repository).find(one => one.number === number)?.body ?? ''
  return { ...scene, number, body, remembered: () => parseAlertState(body()) }
}

test('who may write keeps an alert quiet, and says who looks after it; a repeat changes nothing', async () => {
  const { say, reactions, answer, number, body, remembered, sandbox, app } = await alerted()
  const snoozed = await say('grace', number, '/snooze 7d')
  expect(reactions(snoozed)).toEqual(['eyes', '+1'])
  expect(answer(snoozed)).toContain('Snoozed: the alert of drift of `churn`')
  const until = Date.parse(remembered()?.snoozed?.until ?? '')
  expect(Math.abs(until - Date.now() - 7 * DAY_MS)).toBeLessThan(120_000)
  const taken = await say('grace', number, '/ack')
  expect(reactions(taken)).toEqual(['eyes', '+1'])
  expect(remembered()).toMatchObject({ ...STATE, snoozed: { by: 'grace' }, acknowledged: { by: 'grace' } })
  expect(body()).toMatch(/\n\nwords\n$/)
  const before = body()
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  await app.settled()
  expect(body()).toBe(before)
})

test('who may only read may not, and what is no open alert has nothing to keep quiet', async () => {
  const { say, reactions, answer, issue, number, remembered } = await alerted()
  const denied = await say('rita', number, '/snooze 7d')
  expect(reactions(denied)).toEqual(['eyes', '-1'])
  expect(remembered()).toEqual(STATE)
  const elsewhere = await say('grace', issue, '/ack')
  expect(answer(elsewhere)).toContain('is no open alert of monitoring')
  const misspelt = await say('grace', number, '/snooze week')
  expect(answer(misspelt)).toContain('a number of days or hours, such as 7d or 12h')
  const named = await say('grace', issue, `/snooze 12h ${number}`)
  expect(reactions(named)).toEqual(['eyes', '+1'])
})

test.each([
  ['closed', 'closed', 'github-actions[bot]'],
  ['written by a person', 'open', 'rita'],
] as const)('an alert that is %s is none', async (_, state, author) => {
  const { say, answer, number, remembered } = await alerted(state, author)
  expect(answer(await say('grace', number, '/ack'))).toContain('is no open alert of monitoring')
  expect(remembered()).toEqual(STATE)
})

test('who may write has a model trained again at its alert, once for the same words', async () => {
  const { say, reactions, answer, number, started, issue, sandbox, app } = await alerted(
    'open',
    'github-actions[bot]',
    TRAINED,
  )
  expect(reactions(await say('rita', number, '/retrain'))).toEqual(['eyes', '-1'])
  expect(started()).toEqual([])
  const asked = await say('walter', number, '/retrain')
  expect(reactions(asked), answer(asked)).toEqual(['eyes', 'rocket'])
  expect(answer(asked)).toContain('Follow it in [its run]')
  expect(started()).toEqual([`Modelyard retraining churn comment-${asked}`])
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  await app.settled()
  expect(started()).toHaveLength(1)
  // The run goes on: others are told so, and start none.
  const again = await say('grace', issue, '/retrain churn')
  expect(reactions(again)).toEqual(['eyes', '-1'])
  expect(answer(again)).toContain('run-under-way')
  const elsewhere = await say('grace', issue, '/retrain')
  expect(reactions(elsewhere)).toEqual(['eyes', 'confused'])
  expect(answer(elsewhere)).toContain('is no open alert of monitoring')
  expect(started()).toHaveLength(1)
})

test('where no workflow retrains it is said how one comes to be', async () => {
  const { config: _, files } = TRAINED
  const { say, answer, number, started } = await alerted('open', 'github-actions[bot]', { files })
  expect(answer(await say('grace', number, '/retrain'))).toContain('No workflow that retrains is listed')
  expect(started()).toEqual([])
})
