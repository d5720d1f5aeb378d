import { fullName, HTML_ROOT } from '../bodies.ts'
import { moveByApi } from '../branches.ts'
import { isoSeconds } from '../clock.ts'
import { commitNodeId } from '../commit-bodies.ts'
import { draftCommit } from '../git/commit-files.ts'
import { type Commit, readCommit, type Signature } from '../git/commits.ts'
import { GitRefusal } from '../git/refusal.ts'
import { commitNamed, gitOf, hasCommit, isOnDisk } from '../hosting.ts'
import { databaseId, nodeId } from '../node-id.ts'
import { Refusal } from '../route.ts'
import { accountOfEmail, isSigned, sign, signatureOf, webSignature } from '../signatures.ts'
import type { Repository, World } from '../world.ts'
import { actorNode } from './actors.ts'
import { type GraphqlCall, GraphqlRefusal, type Node, type Resolvers, unresolved } from './resolver.ts'

export interface CommitNode extends Node {
  readonly repository: Repository
  readonly oid: string
}

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string }
  readonly message: { readonly headline: string; readonly body?: string | null }
  readonly expectedHeadOid: string
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions?: readonly { readonly path: string }[]
  }
  readonly clientMutationId?: string | null
}

interface RefsInput {
  readonly repositoryId: string
  readonly refUpdates: readonly {
    readonly name: string
    readonly beforeOid?: string | null
    readonly afterOid: string
    readonly force?: boolean | null
  }[]
  readonly clientMutationId?: string | null
}

export const commitResolvers: Resolvers = {
  Mutation: {
    createCommitOnBranch: (_: Node, { input }: { input: CommitInput }, call) => commitOnBranch(input, call),
    updateRefs: (_: Node, { input }: { input: RefsInput }, call) => updateRefs(input, call),
  },
  GitActor: { user: (actor: Node & { readonly email: string }, _: never, { world }) => userOf(actor, world) },
}

async function commitOnBranch(input: CommitInput, call: GraphqlCall): Promise<Node> {
  const { branch, expectedHeadOid, message, fileChanges = {}, clientMutationId = null } = input
  const named = branch.repositoryNameWithOwner ?? ''
  const name = (branch.branchName ?? '').replace(/^refs\/heads\//, '')
  const repository = call.find(named)
  if (repository === undefined) throw unresolved(`a Repository with the name '${named}'.`)
  call.permit(repository, { contents: 'write' })
  const after = await refusing(
    draftCommit(gitOf(repository), {
      branch: name,
      expectedHead: expectedHeadOid,
      message: message.body ? `${message.headline}\n\n${message.body}` : message.headline,
      author: signatureOf(call.actor.account, call.now),
      committer: webSignature(call.now),
      changes: {
        deletions: fileChanges.deletions ?? [],
        additions: (fileChanges.additions ?? []).map(({ path, contents }) => ({
          path,
          content: Buffer.from(contents, 'base64'),
        })),
      },
    }),
  )
  const ref = `refs/heads/${name}`
  sign(repository, after)
  await refusing(moveByApi({ ...call, repository }, [{ name: ref, before: expectedHeadOid, after }]))
  const commit = await commitNode(repository, after)
  return {
    __typename: 'CreateCommitOnBranchPayload',
    clientMutationId,
    commit,
    ref: refNode(repository, ref, commit),
  }
}

async function updateRefs(
  { repositoryId, refUpdates, ...input }: RefsInput,
  call: GraphqlCall,
): Promise<Node> {
  const id = databaseId('Repository', repositoryId)
  const known = [...call.world.state.repositories.values()].find(one => one.id === id)
  const repository = known && call.find(fullName(known))
  if (repository === undefined) throw unresolved(`a node with the global id of '${repositoryId}'`)
  call.permit(repository, { contents: 'write' })
  const oid = (text: string) => (/^0{40}$/.test(text) ? null : text)
  const moves = refUpdates.map(({ name, beforeOid, afterOid, force }) => ({
    name,
    after: oid(afterOid),
    ...(beforeOid != null && { before: oid(beforeOid) }),
    force: force === true,
  }))
  await refusing(moveByApi({ ...call, repository }, moves))
  return { __typename: 'UpdateRefsPayload', clientMutationId: input.clientMutationId ?? null }
}

/** What stands against a mutation, with GitHub's type. */
async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof GitRefusal) {
      throw new GraphqlRefusal(error.code === 'moved' ? 'STALE_DATA' : 'UNPROCESSABLE', error.message)
    }
    if (error instanceof Refusal && error.status === 422)
      throw new GraphqlRefusal('UNPROCESSABLE', error.message)
    throw error
  }
}

/** The commit that an id or a name means, where there is one. */
export async function findCommit(repository: Repository, named: string): Promise<CommitNode | null> {
  const oid = await commitNamed(repository, named)
  return oid !== undefined && (await hasCommit(repository, oid)) ? commitNode(repository, oid) : null
}

/** Of a commit that is only a name nothing but the name is known. */
export async function commitNode(repository: Repository, oid: string): Promise<CommitNode> {
  const isNamed = !(await isOnDisk(repository, oid))
  return {
    __typename: 'Commit',
    repository,
    id: commitNodeId(repository, oid),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    url: `${HTML_ROOT}/${fullName(repository)}/commit/${oid}`,
    ...(isNamed ? {} : commitFacts(repository, await readCommit(gitOf(repository), oid))),
  }
}

function commitFacts(repository: Repository, { sha, message, author, committer }: Commit): object {
  return {
    message,
    messageHeadline: message.split('\n')[0] ?? '',
    authoredDate: isoSeconds(new Date(author.at)),
    committedDate: isoSeconds(new Date(committer.at)),
    author: gitActor(author),
    committer: gitActor(committer),
    signature: isSigned(repository, sha)
      ? {
          __typename: 'GpgSignature',
          isValid: true,
          state: 'VALID',
          wasSignedByGitHub: true,
          email: committer.email,
        }
      : null,
  }
}

function gitActor({ name, email, at }: Signature): Node {
  return { __typename: 'GitActor', name, email, date: isoSeconds(new Date(at)) }
}

/** Bots are no users, so that what they commit is nobody's here. */
function userOf({ email }: { readonly email: string }, world: World): Node | null {
  const account = accountOfEmail(world, email)
  return account?.kind === 'User' ? actorNode(account) : null
}

export function refNode(repository: Repository, name: string, target: CommitNode): Node {
  return {
    __typename: 'Ref',
    id: nodeId('Ref', `${repository.id}:${name}`),
    name: name.replace(/^refs\/heads\//, ''),
    prefix: 'refs/heads/',
    target,
  }
}
