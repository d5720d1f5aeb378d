import { commitNamed } from '../hosting.ts'
import { paged } from '../paging.ts'
import { satisfied } from '../permissions.ts'
import { releaseBody } from '../release-bodies.ts'
import { type Answer, type Call, invalid, notFound, numberAt, type Routes, textAt } from '../route.ts'
import { addRelease, publish, type Release, releasesOf } from '../state/releases.ts'

export const releaseRoutes: Routes = {
  'repos/list-releases': call => {
    const newestFirst = [...releasesOf(call.repository)].filter(release => seen(call, release)).reverse()
    return paged(call, newestFirst, release => releaseBody(call, release))
  },
  'repos/get-release': call => shown(call, releaseAt(call)),
  'repos/get-release-by-tag': call => {
    const tag = textAt(call.path, 'tag')
    return shown(
      call,
      published(call).find(release => release.tag === tag),
    )
  },
  'repos/get-latest-release': call =>
    shown(
      call,
      published(call).findLast(({ prerelease }) => !prerelease),
    ),
  'repos/create-release': create,
  'repos/update-release': update,
  'repos/delete-release': call => {
    const release = releaseAt(call)
    const all = releasesOf(call.repository)
    all.splice(all.indexOf(release), 1)
    return { status: 204 }
  },
}

/** @throws {Refusal} 404 for a number that no release has, and for a draft that the caller may not see. */
export function releaseAt(call: Call): Release {
  const release = releasesOf(call.repository).find(({ id }) => id === numberAt(call.path, 'release_id'))
  if (release === undefined || !seen(call, release)) throw notFound()
  return release
}

/** Drafts are seen by who may write alone. */
function seen({ actor, world, repository }: Call, { draft }: Release): boolean {
  if (!draft) return true
  if (actor.token.kind !== 'person')
    return satisfied(actor.token.permissions, [{ contents: 'write' }]) !== undefined
  return ['write', 'maintain', 'admin'].includes(world.roleOf(actor.account.login, repository) ?? '')
}

function published({ repository }: Call): Release[] {
  return releasesOf(repository).filter(({ draft }) => !draft)
}

function shown(call: Call, release: Release | undefined): Answer {
  if (release === undefined) throw notFound()
  return { status: 200, body: releaseBody(call, release) }
}

async function create(call: Call): Promise<Answer> {
  const { tag_name: tag, target_commitish: target, name = null, body = null, draft = false } = call.body
  await refuseTaken(call, tag as string, draft === true)
  await refuseUnknownTarget(call, tag as string, target)
  const release = addRelease(call.world, call.repository, {
    tag: tag as string,
    target: (target as string | undefined) ?? call.repository.defaultBranch,
    name: name as string | null,
    body: body as string | null,
    draft: draft === true,
    prerelease: call.body.prerelease === true,
    author: call.actor.account.login,
  })
  return { status: 201, body: releaseBody(call, release) }
}

/** Of one tag there is one published release, and as many drafts as anybody wants. */
async function refuseTaken(call: Call, tag: string, draft: boolean, own?: Release): Promise<void> {
  if (tag === '') throw invalid({ resource: 'Release', code: 'missing_field', field: 'tag_name' })
  const taken = published(call).some(release => release !== own && release.tag === tag)
  if (taken && !draft) throw invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' })
}

/** What the tag will stand at, where it is not there. */
async function refuseUnknownTarget({ repository }: Call, tag: string, target: unknown): Promise<void> {
  if (typeof target !== 'string' || (await commitNamed(repository, `refs/tags/${tag}`)) !== undefined) return
  if ((await commitNamed(repository, target)) !== undefined) return
  throw invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' })
}

async function update(call: Call): Promise<Answer> {
  const release = releaseAt(call)
  const { tag_name: tag, target_commitish: target, name, body, draft, prerelease } = call.body
  if (release.immutable && tag !== undefined && tag !== release.tag) {
    const message = 'Cannot update the tag of an immutable release'
    throw invalid({ resource: 'Release', code: 'custom', field: 'tag_name', message })
  }
  const willBeDraft = draft === undefined ? release.draft : draft === true
  await refuseTaken(call, (tag as string | undefined) ?? release.tag, willBeDraft, release)
  Object.assign(release, {
    ...(tag !== undefined && { tag }),
    ...(target !== undefined && { target }),
    ...(name !== undefined && { name }),
    ...(body !== undefined && { body }),
    ...(prerelease !== undefined && { prerelease }),
  })
  if (release.draft && !willBeDraft) publish(call.world, call.repository, release)
  else release.draft = willBeDraft
  return { status: 200, body: releaseBody(call, release) }
}
