import { ModelyardError } from '../src/domain/errors/index.ts'
import { lazyGitHub } from '../src/doors/github.ts'
import type { Identity, Ports } from '../src/ports.ts'
import { openLightPorts } from './ports.ts'

/** Everything outside, as an Action meets it whose changes become pull requests. */
export function openProposingPorts(folder: string, token?: string): Ports {
  const { pullRequests } = lazyGitHub(process.env, token)
  return { ...openLightPorts(folder, token), pullRequests, identity: { committer: actorOf } }
}

/** Who asks is who GitHub says started the run; no step can set these variables, nor git's configuration in their place. */
const actorOf: Identity['committer'] = async () => {
  const { GITHUB_TRIGGERING_ACTOR, GITHUB_ACTOR, GITHUB_ACTOR_ID } = process.env
  const name = GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR
  if (!name) {
    throw new ModelyardError({
      code: 'no-identity',
      message: 'GitHub does not say who started this run',
      next: 'GITHUB_ACTOR has to name them; no step may change it',
    })
  }
  const number = name === GITHUB_ACTOR && GITHUB_ACTOR_ID ? `${GITHUB_ACTOR_ID}+` : ''
  return { name, email: `${number}${name}@users.noreply.github.com`, source: 'the run' }
}
