import { execFile } from 'node:child_process'
import { promises as fs } from 'node:fs'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import git from 'isomorphic-git'
import http from 'isomorphic-git/http/node'
import { describe, expect, test } from 'vitest'
import type { BareRepository } from '../../../sandbox/git/bare-repository.ts'
import type { RefUpdate } from '../../../sandbox/git/receive.ts'
import { listRefs, moveRef, readRef } from '../../../sandbox/git/refs.ts'
import type { Access, Credentials, GitDoor } from '../../../sandbox/git/smart-http.ts'
import { gitEnvironment, repositoryAt, temporaryFolder } from '../../support/temporary.ts'
import { commit, emptyRepository, gitIn, serve } from './scene.ts'

const run = promisify(execFile)

// Git tells who it is only when it is asked.
const open: GitDoor<string> = {
  authorize: (credentials, access) =>
    access === 'write' && credentials === undefined
      ? { status: 401, message: 'Who are you?' }
      : { actor: credentials?.user ?? 'nobody' },
}

async function clone(url: string, ...args: string[]) {
  const folder = `${await temporaryFolder()}/clone`
  await run('git', ['clone', '--quiet', ...args, url, folder], { env: gitEnvironment() })
  const clone = repositoryAt(folder)
  await clone.git('config', 'user.name', 'Ada Lovelace')
  await clone.git('config', 'user.email', 'ada@example.com')
  return clone
}

/** What git said when it was not let through. */
async function refusal(pushed: Promise<unknown>): Promise<string> {
  return pushed.then(
    () => 'it went through',
    (error: { stderr: string }) => error.stderr,
  )
}

async function withMain(): Promise<{ repository: BareRepository; first: string }> {
  const repository = await emptyRepository()
  return { repository, first: await commit(repository, { 'a.txt': 'one\n' }, { branch: 'main' }) }
}

describe('clone and fetch', () => {
  test('git clones what the repository holds, whole and in part', async () => {
    const { repository, first } = await withMain()
    const second = await commit(repository, { 'a.txt': 'two\n' }, { branch: 'main', parents: [first] })
    const url = await serve(repository, open)
    expect(await (await clone(url)).git('log', '--format=%H')).toBe(`${second}\n${first}`)
    expect(await (await clone(url, '--depth=1')).git('log', '--format=%H')).toBe(second)
    expect(await (await clone(url, '--filter=blob:none')).git('log', '--format=%H')).toBe(
      `${second}\n${first}`,
    )
  })

  test('a commit is fetched by its id, also when no branch leads to it', async () => {
    const { repository, first } = await withMain()
    const loose = await commit(repository, { 'b.txt': 'b\n' }, { parents: [first] })
    const copy = await clone(await serve(repository, open))
    for (const version of ['0', '2']) {
      await copy.git('-c', `protocol.version=${version}`, 'fetch', '--quiet', 'origin', loose)
      expect(await copy.git('rev-parse', 'FETCH_HEAD')).toBe(loose)
    }
  })

  test('isomorphic-git clones with depth 1', async () => {
    const { repository, first } = await withMain()
    const dir = await temporaryFolder()
    const url = await serve(repository, open)
    await git.clone({ fs, http, dir, url, depth: 1, singleBranch: true })
    expect(await git.resolveRef({ fs, dir, ref: 'HEAD' })).toBe(first)
    expect(await fs.readFile(`${dir}/a.txt`, 'utf8')).toBe('one\n')
  })

  test('the protocol that reads files is refused', async () => {
    const { repository } = await withMain()
    const url = (await serve(repository, open)).replace('x-access-token:secret@', '')
    for (const path of ['/info/refs', '/HEAD', '/objects/info/packs', '/config']) {
      expect((await fetch(url + path)).status).toBe(403)
    }
  })
})

describe('who may come in', () => {
  const onlyWithToken = (credentials: Credentials | undefined, access: 'read' | 'write'): Access<string> => {
    if (credentials === undefined) return { status: 401, message: 'Who are you?' }
    if (credentials.token !== 'secret') return { status: 404, message: 'Repository not found.' }
    if (access === 'write') return { status: 403, message: 'Permission to acme/models.git denied.' }
    return { actor: credentials.user }
  }

  test('nobody without a name, nobody with a wrong token, and a reader does not push', async () => {
    const { repository } = await withMain()
    const url = await serve(repository, { authorize: onlyWithToken })
    const refs = '/info/refs?service=git-upload-pack'
    const nameless = url.replace('x-access-token:secret@', '')
    const answer = await fetch(nameless + refs)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="GitHub"'])
    expect(await refusal(clone(url.replace('secret', 'other')))).toContain('not found')
    const copy = await clone(url)
    await copy.commit('more', { 'b.txt': 'b' })
    expect(await refusal(copy.git('push', 'origin', 'main'))).toContain('403')
    expect((await listRefs(repository)).map(({ name }) => name)).toEqual(['refs/heads/main'])
  })

  test('whoever goes straight to the second request is asked too', async () => {
    const { repository } = await withMain()
    const url = (await serve(repository, { authorize: onlyWithToken })).replace('x-access-token:secret@', '')
    expect((await fetch(`${url}/git-receive-pack`, { method: 'POST', body: '0000' })).status).toBe(401)
    const authorization = `Basic ${btoa('x-access-token:secret')}`
    const options = { method: 'POST', body: '0000', headers: { authorization } }
    expect((await fetch(`${url}/git-receive-pack`, options)).status).toBe(403)
  })
})

describe('push', () => {
  function recording() {
    const pushes: { actor: string; updates: readonly RefUpdate[] }[] = []
    const door: GitDoor<string> = {
      ...open,
      pushed: (updates, actor) => void pushes.push({ actor, updates }),
    }
    return { door, pushes }
  }

  test('new, moved, forced and deleted refs are told apart, each push once', async () => {
    const { repository, first } = await withMain()
    const { door, pushes } = recording()
    const copy = await clone(await serve(repository, door))
    const second = await copy.commit('two', { 'a.txt': 'two\n' })
    await copy.git('push', '-q', 'origin', 'main', 'main:topic')
    await copy.git('reset', '-q', '--hard', first)
    const other = await copy.commit('other', { 'a.txt': 'other\n' })
    await copy.git('push', '-q', '--force', 'origin', 'main')
    await copy.git('push', '-q', 'origin', ':topic')
    const main = 'refs/heads/main'
    const topic = 'refs/heads/topic'
    expect(pushes.map(({ updates }) => updates)).toEqual([
      [
        { name: main, before: first, after: second, forced: false },
        { name: topic, before: null, after: second, forced: false },
      ],
      [{ name: main, before: second, after: other, forced: true }],
      [{ name: topic, before: second, after: null, forced: false }],
    ])
    expect(pushes[0]?.actor).toBe('x-access-token')
    expect((await readRef(repository, main))?.sha).toBe(other)
    expect(await gitIn(repository, 'fsck', '--full', '--strict', '--no-dangling')).toBe('')
  })

  test('the first push makes the default branch, also by isomorphic-git', async () => {
    const repository = await emptyRepository()
    const { door, pushes } = recording()
    const url = await serve(repository, door)
    const dir = await temporaryFolder()
    await git.init({ fs, dir, defaultBranch: 'main' })
    await fs.writeFile(`${dir}/a.txt`, 'one\n')
    await git.add({ fs, dir, filepath: 'a.txt' })
    const author = { name: 'Ada', email: 'ada@example.com' }
    const sha = await git.commit({ fs, dir, message: 'one', author })
    const result = await git.push({ fs, http, dir, url, ref: 'main' })
    expect(result.refs['refs/heads/main']).toMatchObject({ ok: true })
    expect(pushes.flatMap(({ updates }) => updates)).toEqual([
      { name: 'refs/heads/main', before: null, after: sha, forced: false },
    ])
  })

  test('a protected ref is refused with the reason and the message, and the others move', async () => {
    const { repository, first } = await withMain()
    const { door, pushes } = recording()
    const reason = 'protected branch hook declined'
    const message = 'error: GH006: Protected branch update failed for refs/heads/main.'
    const judge = ({ name }: RefUpdate) => (name === 'refs/heads/main' ? { reason, message } : undefined)
    const copy = await clone(await serve(repository, { ...door, judge }))
    const second = await copy.commit('two', { 'a.txt': 'two\n' })
    const said = await refusal(copy.git('push', 'origin', 'main', 'main:topic'))
    expect(said).toContain(`! [remote rejected] main -> main (${reason})`)
    expect(said).toContain(`remote: ${message}`)
    expect((await readRef(repository, 'refs/heads/main'))?.sha).toBe(first)
    expect((await readRef(repository, 'refs/heads/topic'))?.sha).toBe(second)
    expect(pushes.flatMap(({ updates }) => updates.map(({ name }) => name))).toEqual(['refs/heads/topic'])
  })

  test('isomorphic-git hears the refusal too', async () => {
    const { repository } = await withMain()
    const url = await serve(repository, { ...open, judge: () => ({ reason: 'declined' }) })
    const dir = await temporaryFolder()
    await git.clone({ fs, http, dir, url })
    await git.commit({ fs, dir, message: 'two', author: { name: 'Ada', email: 'ada@example.com' } })
    const pushed = git.push({ fs, http, dir, url, ref: 'main' })
    await expect(pushed).rejects.toMatchObject({ code: 'GitPushError' })
  })

  test('an atomic push moves all or none', async () => {
    const { repository, first } = await withMain()
    const { door, pushes } = recording()
    const judge = ({ name }: RefUpdate) => (name.endsWith('/main') ? { reason: 'declined' } : undefined)
    const copy = await clone(await serve(repository, { ...door, judge }))
    await copy.commit('two', { 'a.txt': 'two\n' })
    const said = await refusal(copy.git('push', '--atomic', 'origin', 'main', 'main:topic'))
    expect(said).toContain('main -> topic (atomic push failure)')
    expect(await listRefs(repository)).toEqual([{ name: 'refs/heads/main', sha: first, type: 'commit' }])
    expect(pushes).toEqual([])
  })

  test('the rules see what a push brings before any ref leads to it', async () => {
    const { repository } = await withMain()
    const seen: string[] = []
    const judge = async ({ after }: RefUpdate) => {
      seen.push(await gitIn(repository, 'show', `${after}:b.txt`))
      return { reason: 'declined' }
    }
    const copy = await clone(await serve(repository, { ...open, judge }))
    await copy.commit('two', { 'b.txt': 'brought' })
    await refusal(copy.git('push', 'origin', 'main'))
    expect(seen).toEqual(['brought'])
  })

  test('a branch that moved while the rules were asked is not overwritten', async () => {
    const { repository, first } = await withMain()
    const { door, pushes } = recording()
    const winner = await commit(repository, { 'a.txt': 'won\n' }, { parents: [first] })
    const judge = async () => {
      await moveRef(repository, { name: 'refs/heads/main', before: first, after: winner })
      return undefined
    }
    const copy = await clone(await serve(repository, { ...door, judge }))
    await copy.commit('two', { 'a.txt': 'two\n' })
    expect(await refusal(copy.git('push', '--force', 'origin', 'main'))).toContain('failed to update ref')
    expect((await readRef(repository, 'refs/heads/main'))?.sha).toBe(winner)
    expect(pushes).toEqual([])
  })

  test('the refs of pull requests are the server’s, and the default branch stays', async () => {
    const { repository, first } = await withMain()
    await moveRef(repository, { name: 'refs/pull/7/head', before: null, after: first })
    const copy = await clone(await serve(repository, open))
    await copy.commit('two', { 'a.txt': 'two\n' })
    expect(await refusal(copy.git('push', '-f', 'origin', 'main:refs/pull/7/head'))).toContain('hidden ref')
    expect(await refusal(copy.git('push', 'origin', ':main'))).toContain(
      'refusing to delete the current branch',
    )
    await copy.git('fetch', '-q', 'origin', 'refs/pull/7/head')
    expect(await copy.git('rev-parse', 'FETCH_HEAD')).toBe(first)
    expect(await listRefs(repository)).toHaveLength(2)
  })

  test('a tree with a name that leads out of it is refused', async () => {
    const { repository, first } = await withMain()
    const copy = await clone(await serve(repository, open))
    const blob = await copy.git('rev-parse', `${first}:a.txt`)
    for (const name of ['..', '.git', '.GIT', 'git~1']) {
      const tree = await treeWith(copy.root, name, blob)
      const bad = await copy.git('commit-tree', '-m', 'bad', tree)
      expect(await refusal(copy.git('push', 'origin', `${bad}:refs/heads/bad`)), name).toMatch(/unpack|fsck/)
    }
    expect(await listRefs(repository)).toHaveLength(1)
  })

  test('a push that hangs up in the middle moves nothing and leaves no process', async () => {
    const { repository, first } = await withMain()
    const { door, pushes } = recording()
    const { hostname, port, pathname } = new URL(await serve(repository, door))
    const socket = connect(Number(port), hostname)
    const head = `POST ${pathname}/git-receive-pack HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n`
    const line = `${'0'.repeat(40)} ${first} refs/heads/topic\0 report-status`
    socket.write(
      `${head}Content-Type: application/x-git-receive-pack-request\r\n\r\n00${(line.length + 4).toString(16)}`,
    )
    socket.write(line)
    await new Promise<void>(resolve => socket.end(() => resolve()))
    await new Promise(resolve => socket.destroy().on('close', resolve))
    expect((await listRefs(repository)).map(({ name }) => name)).toEqual(['refs/heads/main'])
    expect(pushes).toEqual([])
  })

  test('rules that fail let nothing through', async () => {
    const { repository, first } = await withMain()
    let asked = 0
    const judge = () => {
      asked += 1
      if (asked === 1) throw new Error('the rules are broken')
      return undefined
    }
    const failures: unknown[] = []
    const url = await serve(repository, { ...open, judge }, error => failures.push(error))
    const copy = await clone(url)
    await copy.commit('two', { 'a.txt': 'two\n' })
    expect(await refusal(copy.git('push', 'origin', 'main'))).toContain('remote rejected')
    expect((await readRef(repository, 'refs/heads/main'))?.sha).toBe(first)
    expect(failures).toMatchObject([{ message: 'the rules are broken' }])
  })
})

/** The id of a tree that git itself would not write. */
async function treeWith(root: string, name: string, blob: string): Promise<string> {
  const entry = Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(blob, 'hex')])
  await fs.writeFile(`${root}/tree`, entry)
  return repositoryAt(root).git('hash-object', '-w', '--literally', '-t', 'tree', 'tree')
}
