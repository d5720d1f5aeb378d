import { expect, test } from 'vitest'
import { pressRerun } from '../../sandbox/buttons.ts'
import { deleteAccount } from '../../sandbox/settings-pages.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { teamsOf } from '../../sandbox/state/teams.ts'
import { judging } from './judging.ts'

/** A promotion whose policy asks for one approval of these, which grace gave, and how it is judged anew. */
async function approvedBy(from: string | undefined, team?: readonly string[]) {
  const rule = from === undefined ? '{required: 1}' : `{required: 1, from: ["${from}"]}`
  const scene = await judging({ approvals: `, approvals: ${rule}` })
  const { app, promotion, approve, repository, sandbox } = scene
  if (team !== undefined) teamsOf(repository).set('leads', team)
  if (from === undefined) repository.collaborators.set('grace', 'maintain')
  await approve(await promotion(1))
  await app.settled()
  const last = () => checkRunsOf(repository).at(-1)
  const again = async () => {
    pressRerun(sandbox.world, repository, { check: last()?.id ?? 0, by: 'ada' })
    await app.settled()
    expect(await app.metric('modelyard_settlings_failed_total')).toBe(0)
  }
  return { ...scene, conclusion: () => last()?.conclusion, again }
}

test('of a team that does not exist nobody is a member, and nothing passes', async () => {
  const { conclusion, summary } = await approvedBy('@acme/nobody')
  expect(conclusion()).toBe('action_required')
  expect(summary()).toContain('`grace` does not count')
  expect(summary()).toContain('@acme/nobody'.slice(1))
})

test('whoever left the team approves no more', async () => {
  const { conclusion, again, repository, summary } = await approvedBy('@acme/leads', ['grace'])
  expect(conclusion()).toBe('success')
  teamsOf(repository).set('leads', ['ada'])
  await again()
  expect(conclusion()).toBe('action_required')
  expect(summary()).toContain('`grace` does not count')
})

test('whoever is no collaborator any more approves no more', async () => {
  const { conclusion, again, repository } = await approvedBy(undefined)
  expect(conclusion()).toBe('success')
  repository.collaborators.delete('grace')
  await again()
  expect(conclusion()).toBe('action_required')
})

test("the approval of an account that was deleted is nobody's", async () => {
  const { conclusion, again, sandbox, summary } = await approvedBy('@grace')
  expect(conclusion()).toBe('success')
  deleteAccount(sandbox.world, 'grace')
  await again()
  expect(conclusion()).toBe('action_required')
  expect(summary()).toContain('`a deleted account` does not count: GitHub cannot name the account.')
  expect(summary()).not.toContain('grace`')
})
