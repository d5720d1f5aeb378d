import type { Comments } from '../ports.ts'

/**
 * The comments of GitHub, as the environment of a run names it; what speaks to it is loaded when it is first asked.
 *
 * @param token - Instead of the environment's.
 */
export function lazyComments(
  environment: Readonly<Record<string, string | undefined>>,
  token?: string,
): Comments {
  let opened: Promise<Comments> | undefined
  const load = () => {
    opened ??= open(environment, token)
    return opened
  }
  return {
    origin: async () => (await load()).origin(),
    targetOfRun: async on => (await load()).targetOfRun(on),
    find: async (target, marker) => (await load()).find(target, marker),
    create: async (target, body) => (await load()).create(target, body),
    update: async (target, comment, body) => (await load()).update(target, comment, body),
    remove: async (target, comment) => (await load()).remove(target, comment),
    showAgain: async comment => (await load()).showAgain(comment),
    take: async (target, comment) => (await load()).take(target, comment),
    pause: async round => (await load()).pause(round),
  }
}

async function open(
  environment: Readonly<Record<string, string | undefined>>,
  token: string | undefined,
): Promise<Comments> {
  const { openGitHubComments, readGitHubContext } = await import('../adapters/github/index.ts')
  return openGitHubComments(await readGitHubContext(environment, token))
}
