import { expect, test } from 'vitest'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { startedApp } from '../support/app.ts'
import { clientOf } from '../support/sandbox.ts'
import { talking } from './talking.ts'

test('whoever may read asks what there is, and is answered once', async () => {
  const { say, reactions, answer, answers, issue, sandbox, app, writes } = await talking()
  const help = await say('rita', issue, '/help')
  expect(reactions(help)).toEqual(['eyes', '+1'])
  expect(answer(help)).toContain('/promote MODEL VERSION STAGE')
  const gates = await say('rita', issue, '/gates churn 2')
  expect(reactions(gates)).toEqual(['eyes', '+1'])
  expect(answer(gates)).toContain('have it measured: /promote churn 2 staging')
  const history = await say('rita', issue, '/history churn')
  expect(reactions(history)).toEqual(['eyes', '+1'])
  expect(answer(history)).toContain('No version is in a stage yet')
  const [deliveries, before] = [[...sandbox.webhooks.deliveries], writes()]
  for (const { guid } of deliveries) await sandbox.webhooks.redeliver(guid)
  await app.settled()
  expect([help, gates, history].map(id => answers(id).length)).toEqual([1, 1, 1])
  expect(writes()).toBe(before)
})

test('a mistake gets a helpful answer and nothing else', async () => {
  const { say, reactions, answer, issue, started, repository } = await talking()
  const said = [
    ['/promote churn', /needs VERSION and STAGE/],
    ['/promote churn 2 prodction', /did you mean `?production/i],
    ['/promote churn 9 staging', /no version 9/],
    ['/promote chrun 2 staging', /did you mean `?churn/i],
    ['/promot churn 2 staging', /did you mean \/promote/i],
    ['/promote churn 2 staging --force', /is not a flag of promote/],
    ['/modelyard frobnicate', /no command \/frobnicate/],
    ['/rollback churn staging', /nothing|no version|never/i],
  ] as const
  for (const [words, wanted] of said) {
    const id = await say('grace', issue, words)
    expect({ words, answer: answer(id) }).toMatchObject({ answer: expect.stringMatching(wanted) })
    expect(reactions(id)[0]).toBe('eyes')
    expect(['confused', '-1']).toContain(reactions(id)[1])
  }
  expect(started()).toEqual([])
  expect(pullsOf(repository)).toEqual([])
})

test('what is quoted, set as code, of another bot, by a bot or by edit asks for nothing', async () => {
  const scene = await talking()
  const { say, reactions, answers, issue, started, sandbox, place, ada, app } = scene
  const silent = [
    '> /promote churn 2 staging',
    '```\n/promote churn 2 staging\n```',
    '    /promote churn 2 staging',
    'please\n/promote churn 2 staging',
    '/retest',
    '/lgtm',
    '/usr/bin/env',
  ]
  for (const words of silent) {
    const id = await say('grace', issue, words)
    expect({ words, reactions: reactions(id), answers: answers(id).length }).toMatchObject({
      reactions: [],
      answers: 0,
    })
  }
  const bot = sandbox.world.addApp('friendly')
  const token = sandbox.world.issueToken({
    kind: 'app',
    login: bot.login,
    permissions: { issues: 'write' },
    repository: scene.repository,
  })
  const { data: byBot } = await clientOf(sandbox, token).request(
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...place, issue_number: issue, body: '/promote churn 2 staging' },
  )
  const innocent = await say('ada', issue, 'good morning')
  sandbox.world.clock.advance(60_000)
  await ada.octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    ...place,
    comment_id: innocent,
    body: '/promote churn 2 staging',
  })
  await app.settled()
  app.child.kill('SIGKILL')
  await app.ended
  const again = await startedApp(scene)
  await again.settled()
  expect([...reactions(Number(byBot.id)), ...reactions(innocent)]).toEqual([])
  expect(started()).toEqual([])
})

test('who may not is told so, by what GitHub says at that moment', async () => {
  const { say, reactions, answer, issue, started, repository } = await talking()
  for (const login of ['rita', 'walter']) {
    const id = await say(login, issue, '/promote churn 2 staging')
    expect(reactions(id)).toEqual(['eyes', '-1'])
    expect(answer(id)).toContain('permission maintain')
  }
  expect(started()).toEqual([])
  repository.collaborators.set('walter', 'maintain')
  const id = await say('walter', issue, '/promote churn 2 staging')
  expect(reactions(id)).toEqual(['eyes', 'rocket'])
})

test('a promotion is measured by a run that is named after the comment, and started once', async () => {
  const scene = await talking()
  const { say, answer, issue, started, sandbox, app } = scene
  const id = await say('grace', issue, '/promote churn latest staging\n\nbetter on the October sample')
  expect(started()).toEqual([`Modelyard promotion churn comment-${id}`])
  expect(answer(id)).toMatch(/version 3 of churn is measured/i)
  expect(answer(id)).toMatch(/\/actions\/runs\/\d+/)
  for (const { guid } of [...sandbox.webhooks.deliveries]) await sandbox.webhooks.redeliver(guid)
  const other = await startedApp(scene)
  await Promise.all([app.settled(), other.settled()])
  expect(started()).toHaveLength(1)
})
