import { describe, expect, test } from 'vitest'
import { movedBy, type Target, targetKey, targetsOf } from '../../app/targets.ts'

const APP = 7
const AT = { installation: { id: 1 }, repository: { id: 9, full_name: 'Acme/models' } }
const subjects = (event: string, payload: object) =>
  targetsOf(event, { ...AT, ...payload }, APP).map(({ what }) => what)
const SHA = 'a'.repeat(40)
const QUEUED = `refs/heads/gh-readonly-queue/main/pr-3-${'b'.repeat(40)}`
const CALLBACK = 'https://elsewhere.example/repos/a/b/actions/runs/42/deployment_protection_rule'

describe('a delivery says what may have to be made right', () => {
  test.for([
    ['pull_request', { pull_request: { number: 3 } }, [{ is: 'pull', number: 3 }]],
    ['pull_request_review', { pull_request: { number: 3 } }, [{ is: 'pull', number: 3 }, { is: 'groups' }]],
    [
      'pull_request',
      { action: 'synchronize', before: SHA, pull_request: { number: 3 } },
      [
        { is: 'pull', number: 3 },
        { is: 'head', sha: SHA },
      ],
    ],
    ['push', { ref: 'refs/heads/main' }, [{ is: 'pulls', into: 'main' }]],
    [
      'push',
      { ref: 'refs/heads/main', repository: { ...AT.repository, default_branch: 'main' } },
      [{ is: 'pulls', into: 'main' }, { is: 'merges' }, { is: 'waiting', afterPush: true }],
    ],
    ['push', { ref: 'refs/tags/v1' }, []],
    ['push', { ref: 'refs/heads/modelyard/churn/candidate' }, []],
    ['push', { ref: 'refs/heads/modelyard-history' }, []],
    ['push', { ref: 'refs/heads/modelyards' }, [{ is: 'pulls', into: 'modelyards' }]],
    ['pull_request', { action: 'closed', pull_request: { number: 3, merged: true } }, []],
    [
      'pull_request',
      { action: 'closed', pull_request: { number: 3, merged: false, head: { sha: SHA } } },
      [{ is: 'head', sha: SHA }],
    ],
    ['issue_comment', { action: 'created', comment: { id: 5, body: '/help' } }, [{ is: 'comment', id: 5 }]],
    ['issue_comment', { action: 'edited', comment: { id: 5, body: '/help' } }, []],
    ['issue_comment', { action: 'created', comment: { id: 5, body: 'hello' } }, []],
    [
      'workflow_run',
      { action: 'completed', workflow_run: { id: 9, path: '.github/workflows/a.yml@refs/heads/main' } },
      [{ is: 'run', id: 9, path: '.github/workflows/a.yml' }],
    ],
    ['workflow_run', { action: 'requested', workflow_run: { id: 9 } }, []],
    [
      'push',
      { ref: 'refs/heads/modelyard-audit' },
      [{ is: 'waiting', afterPush: true }, { is: 'integrity' }],
    ],
    [
      'push',
      { ref: 'refs/heads/modelyard-audit', deleted: true },
      [{ is: 'waiting', afterPush: true }, { is: 'integrity' }],
    ],
    ['push', { ref: QUEUED }, []],
    [
      'merge_group',
      { action: 'checks_requested', merge_group: { head_ref: QUEUED, head_sha: SHA } },
      [{ is: 'group', ref: QUEUED, sha: SHA }],
    ],
    ['merge_group', { action: 'destroyed', merge_group: { head_ref: QUEUED, head_sha: SHA } }, []],
    [
      'merge_group',
      { action: 'checks_requested', merge_group: { head_ref: 'refs/heads/main', head_sha: SHA } },
      [],
    ],
    ['deployment_protection_rule', { deployment_callback_url: CALLBACK }, [{ is: 'jobs', run: 42 }]],
    ['deployment_protection_rule', { deployment_callback_url: `${CALLBACK}?x=/actions/runs/7` }, []],
    ['deployment_protection_rule', { deployment: { id: 42 } }, []],
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
    expect(check('completed', APP)).toEqual([])
    expect(check('rerequested', 15_368)).toEqual([])
  })

  test('a button of ours that was pressed, with who pressed and how often one was before', () => {
    const pressed = (id: number, more: object = {}) =>
      subjects('check_run', {
        action: 'requested_action',
        check_run: { id: 12, head_sha: SHA, app: { id }, external_id: `${'a'.repeat(64)}.2.grace` },
        requested_action: { identifier: 'measure' },
        sender: { login: 'ada', id: 4 },
        ...more,
      })
    expect(pressed(APP)).toEqual([
      { is: 'press', check: 12, action: 'measure', by: { login: 'ada', id: 4 }, seen: 2 },
    ])
    expect(pressed(15_368)).toEqual([])
    expect(pressed(APP, { sender: {} })).toEqual([])
    expect(pressed(APP, { requested_action: {} })).toEqual([])
  })

  test.for([
    null,
    'text',
    {},
    { pull_request: { number: 3 } },
    { ...AT, pull_request: { number: '3' } },
    { ...AT, pull_request: { number: 1.5 } },
    { ...AT, installation: { id: -1 }, pull_request: { number: 3 } },
    { ...AT, repository: { id: 9, full_name: 'a/b/../c' }, pull_request: { number: 3 } },
    { ...AT, repository: { id: 9, full_name: '../..' }, pull_request: { number: 3 } },
    { ...AT, repository: { id: 9, full_name: ['acme/models'] }, pull_request: { number: 3 } },
    { ...AT, repository: { full_name: 'acme/models' }, pull_request: { number: 3 } },
    JSON.parse('{"__proto__": {"pull_request": {"number": 3}}}'),
  ])('of %j there is nothing', payload => {
    expect(targetsOf('pull_request', payload, APP)).toEqual([])
  })
})

describe('of installations', () => {
  const listed = (...ids: number[]) => ids.map(id => ({ id, full_name: `acme/r${id}` }))
  const asked = (event: string, payload: object) =>
    targetsOf(event, { installation: { id: 1 }, ...payload }, APP).map(({ id, what }) => [id, what.is])

  test.for([
    ['installation', { action: 'created', repositories: listed(1, 2) }, [1, 2]],
    ['installation', { action: 'unsuspend', repositories: listed(1) }, [1]],
    ['installation', { action: 'new_permissions_accepted', repositories: listed(1) }, [1]],
    ['installation', { action: 'created' }, []],
    ['installation', { action: 'created', repositories: [{ id: 1, full_name: '../..' }, null, 'text'] }, []],
    ['installation', { action: 'suspend', repositories: listed(1) }, []],
    ['installation', { action: 'deleted', repositories: listed(1) }, []],
    ['installation_repositories', { action: 'added', repositories_added: listed(3) }, [3]],
    ['installation_repositories', { action: 'removed', repositories_removed: listed(3) }, []],
  ] as const)('%s %j asks for all of what it reaches', ([event, payload, ids]) => {
    expect(asked(event, payload)).toEqual(ids.map(id => [id, 'repository']))
  })

  test('a repository that is called otherwise, or comes back, is looked at anew; one that is archived is not', () => {
    for (const action of ['renamed', 'transferred', 'unarchived', 'edited'])
      expect(subjects('repository', { action })).toEqual([{ is: 'repository' }])
    for (const action of ['archived', 'deleted', 'created'])
      expect(subjects('repository', { action })).toEqual([])
  })

  test('what is known of a repository is forgotten where its name or its state may have changed', () => {
    expect(movedBy('repository', { ...AT, action: 'archived' })).toEqual([9])
    expect(movedBy('installation', { action: 'suspend', repositories: listed(1, 2) })).toEqual([1, 2])
    expect(
      movedBy('installation_repositories', { repositories_added: [], repositories_removed: listed(3) }),
    ).toEqual([3])
    expect(movedBy('push', AT)).toEqual([])
  })
})

test('the same target has the same key, whatever its repository is called by then', () => {
  const target = (owner: string, what: Target['what'], id = 9): Target => ({
    installation: 1,
    id,
    owner,
    repository: 'models',
    what,
  })
  const pull = { is: 'pull', number: 3 } as const
  expect(targetKey(target('acme', pull))).toBe(targetKey(target('others', pull)))
  expect(targetKey(target('acme', pull))).not.toBe(targetKey(target('acme', pull, 10)))
  const keys = [
    pull,
    { is: 'pull', number: 33 },
    { is: 'pulls', into: '3' },
    { is: 'pulls', into: 'Main' },
    { is: 'pulls', into: 'main' },
    { is: 'head', sha: '3' },
  ] as const
  expect(new Set(keys.map(what => targetKey(target('acme', what)))).size).toBe(keys.length)
})
