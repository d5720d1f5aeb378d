import { expect, test } from 'vitest'
import { secretsSaid } from '../support/app.ts'

const KEY = `-----BEGIN PRIVATE KEY-----\n${'a'.repeat(64)}\n${'b'.repeat(20)}\n-----END PRIVATE KEY-----\n`
const SECRETS = [KEY, 'webhook-secret', 'ghs_token']

test.for([
  ['nothing of them', ['{"level":30}', '-----BEGIN PRIVATE KEY-----'], []],
  ['a word in two pieces', ['a webhook-', 'secret'], ['webhook-secret']],
  ['a token as git sends it', [btoa('x-access-token:ghs_token')], ['ghs_token']],
  ['a line of the key', ['b'.repeat(20)], [KEY]],
] as const)('of secrets those are found that a process printed: %s', ([, said, found]) => {
  expect(secretsSaid(said, SECRETS)).toEqual(found)
})
