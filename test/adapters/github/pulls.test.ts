import { expect, test } from 'vitest'
import { openGitHubPulls } from '../../../src/adapters/github/pulls.ts'
import { startGitHub } from '../../support/github-server.ts'

const PULL = {
  number: 7,
  state: 'open',
  head: { sha: 'a'.repeat(40), ref: 'idea', repo: { full_name: 'acme/models' } },
  base: { ref: 'main', repo: { default_branch: 'main' } },
}

test.for([
  ['a person', { login: 'ada', type: 'User' }, { login: 'ada', isBot: false }],
  ['a bot', { login: 'modelyard[bot]', type: 'Bot' }, { login: 'modelyard[bot]', isBot: true }],
  ['an account that was deleted', { login: 'ghost', type: 'User' }, undefined],
  ['no account', null, undefined],
] as const)('a pull request of %s has the author that its seal would name', async ([, user, author]) => {
  const { context, options } = await startGitHub({ body: { ...PULL, user } })
  expect((await openGitHubPulls(context, options).read(7))?.author).toEqual(author)
})
