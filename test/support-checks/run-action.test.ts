import { expect, test } from 'vitest'
import { refuseToken } from '../support/run-action.ts'

test('a step that says its token, or leaves it anywhere, fails its test', () => {
  const said = { outputs: { url: 'https://x:ghs_canary@github.com' }, log: '', annotations: [] }
  expect(() => refuseToken(said, 'ghs_canary')).toThrow('the token')
  expect(() => refuseToken({ ...said, outputs: {}, log: 'token ghs_canary' }, 'ghs_canary')).toThrow()
  expect(() => refuseToken({ ...said, outputs: {} }, 'ghs_canary')).not.toThrow()
  expect(() => refuseToken(said)).not.toThrow()
})
