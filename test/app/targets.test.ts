import { describe, expect, test } from 'vitest'
import { type Target, targetKey, targetsOf } from '../../app/targets.ts'

const APP = 7
const AT = { installation: { id: 1 }, repository: { full_name: 'Acme/models' } }
const subjects = (event: string, payload: object) =>
  targetsOf(event, { ...AT, ...payload }, APP).map(({ what }) => what)
const SHA = 'a'.repeat(40)

describe('a delivery says what may have to be made right', () => {
  test.for([
    ['pull_request', { pull_request: { number: 3 } }, [{ is: 'pull', number: 3 }]],
    ['pull_request_review', { pull_request: { number: 3 } }, [{ is: 'pull', number: 3 }]],
    ['push', { ref: 'refs/heads/main' }, [{ is: 'pulls', into: 'main' }]],
    [
      'push',
      { ref: 'refs/heads/main', repository: { ...AT.repository, default_branch: 'main' } },
      [{ is: 'pulls', into: 'main' }, { is: 'merges' }],
    ],
    [
      'push',
      { ref: 'refs/heads/modelyard-audit' },
      [{ is: 'pulls', into: 'modelyard-audit' }, { is: 'integrity' }],
    ],
    ['push', { ref: 'refs/heads/modelyard-audit', deleted: true }, [{ is: 'integrity' }]],
    ['push', { ref: 'refs/tags/v1' }, []],
    ['push', { ref: 'refs/heads/old', deleted: true }, []],
    ['check_suite', { action: 'rerequested', check_suite: { head_sha: SHA } }, [{ is: 'head', sha: SHA }]],
    ['check_suite', { action: 'completed', check_suite: { head_sha: SHA } }, []],
    ['star', { action: 'created' }, []],
  ] as const)('%s %j', ([event, payload, expected]) => {
    expect(subjects(event, payload)).toEqual(expected)
  })

  test('of check runs alone those of ours, and only when somebody asks', () => {
    const check = (action: string, id: number) =>
      subjects('check_run', { action, check_run: { head_sha: SHA, app: { id } } })
    expect(check('rerequested', APP)).toEqual([{ is: 'head', sha: SHA }])
    expect(check('requested_action', APP)).toEqual([{ is: 'head', sha: SHA }])
    expect(check('completed', APP)).toEqual([])
    expect(check('rerequested', 15_368)).toEqual([])
  })

  test.for([
    null,
    'text',
    {},
    { pull_request: { number: 3 } },
    { ...AT, pull_request: { number: '3' } },
    { ...AT, pull_request: { number: 1.5 } },
    { ...AT, installation: { id: -1 }, pull_request: { number: 3 } },
    { ...AT, repository: { full_name: 'a/b/../c' }, pull_request: { number: 3 } },
    { ...AT, repository: { full_name: ['acme/models'] }, pull_request: { number: 3 } },
    JSON.parse('{"__proto__": {"pull_request": {"number": 3}}}'),
  ])('of %j there is nothing', payload => {
    expect(targetsOf('pull_request', payload, APP)).toEqual([])
  })
})

test('the same target has the same key, however its repository is spelled', () => {
  const target = (owner: string, what: Target['what']): Target => ({
    installation: 1,
    owner,
    repository: 'models',
    what,
  })
  const pull = { is: 'pull', number: 3 } as const
  expect(targetKey(target('Acme', pull))).toBe(targetKey(target('acme', pull)))
  const keys = [
    pull,
    { is: 'pull', number: 33 },
    { is: 'pulls', into: '3' },
    { is: 'head', sha: '3' },
  ] as const
  expect(new Set(keys.map(what => targetKey(target('acme', what)))).size).toBe(keys.length)
})
