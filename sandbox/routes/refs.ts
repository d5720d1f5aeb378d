import { apiRoot } from '../bodies.ts'
import { moveByApi } from '../branches.ts'
import { fill } from '../fill.ts'
import { listRefs, type Ref, readRef } from '../git/refs.ts'
import { GitRefusal } from '../git/refusal.ts'
import { filledGit, orRefuse } from '../hosting.ts'
import { nodeId } from '../node-id.ts'
import { type Answer, type Call, notFound, Refusal, type Routes, textAt } from '../route.ts'

export const refRoutes: Routes = {
  'git/get-ref': async call => {
    const ref = await readRef(await filledGit(call.repository), refName(call))
    if (ref === undefined) throw notFound()
    return { status: 200, body: refBody(call, ref) }
  },
  'git/list-matching-refs': async call => {
    const refs = await listRefs(await filledGit(call.repository), refName(call))
    return { status: 200, body: refs.map(ref => refBody(call, ref)) }
  },
  'git/create-ref': create,
  'git/update-ref': async call => {
    const name = refName(call)
    const after = textAt(call.body, 'sha')
    const git = await filledGit(call.repository)
    if ((await readRef(git, name)) === undefined) throw new Refusal(422, 'Reference does not exist')
    const force = call.body.force === true
    await orRefuse(moveByApi(call, [{ name, after, force }]), { 'not-found': 422 })
    return { status: 200, body: refBody(call, await standing(call, name)) }
  },
  'git/delete-ref': async call => {
    await filledGit(call.repository)
    const name = refName(call)
    if (name === `refs/heads/${call.repository.defaultBranch}`) {
      throw new Refusal(422, 'Cannot delete the default branch')
    }
    await orRefuse(moveByApi(call, [{ name, after: null }]), { 'not-found': 422 })
    return { status: 204 }
  },
}

async function create(call: Call): Promise<Answer> {
  const name = textAt(call.body, 'ref')
  const after = textAt(call.body, 'sha')
  const git = await filledGit(call.repository)
  if (!name.startsWith('refs/')) throw new Refusal(422, `${name} is not a valid ref name.`)
  if (name.startsWith('refs/pull/')) throw new Refusal(422, 'Reference cannot be updated')
  if ((await readRef(git, name)) !== undefined) throw new Refusal(422, 'Reference already exists')
  const made = moveByApi(call, [{ name, before: null, after }]).catch(error => {
    // Somebody else was faster.
    if (error instanceof GitRefusal && error.code === 'moved')
      throw new Refusal(422, 'Reference already exists')
    throw error
  })
  await orRefuse(made, { 'not-found': 422 })
  const ref = refBody(call, await standing(call, name))
  return { status: 201, body: ref, headers: { location: String(ref.url) } }
}

async function standing({ repository }: Call, name: string): Promise<Ref> {
  const ref = await readRef(await filledGit(repository), name)
  if (ref === undefined) throw new Refusal(422, 'Reference does not exist')
  return ref
}

function refName({ path }: Call): string {
  return `refs/${textAt(path, 'ref')}`
}

const PLURALS = { blob: 'blobs', tree: 'trees', commit: 'commits', tag: 'tags' } as const

function refBody(call: Call, { name, sha, type }: Ref): Readonly<Record<string, unknown>> {
  const api = apiRoot(call, call.repository)
  return fill('git-ref', {
    ref: name,
    node_id: nodeId('Ref', `${call.repository.id}:${name}`),
    url: `${api}/git/${name.split('/').map(encodeURIComponent).join('/')}`,
    object: { type, sha, url: `${api}/git/${PLURALS[type]}/${sha}` },
  })
}
