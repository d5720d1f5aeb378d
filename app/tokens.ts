import type { Probot } from 'probot'
import type { Target } from './targets.ts'

/** A repository as an installation reaches it now, and the token that reaches nothing else. */
export interface Standing {
  readonly token: string
  /** What it is called now, whatever a delivery said. */
  readonly owner: string
  readonly name: string
  readonly isFork: boolean
  /** Archived or disabled: nothing can be written there. */
  readonly isReadOnly: boolean
}

export interface Tokens {
  /** Undefined where the installation does not cover the repository, is suspended, or is gone. */
  of(target: Pick<Target, 'installation' | 'id'>): Promise<Standing | undefined>
  /** What is known of a repository is asked anew: it may be called otherwise, or be archived. */
  forget(id: number): void
}

/** Of the part of the App that speaks for itself. */
type AppApi = Pick<Awaited<ReturnType<Probot['auth']>>, 'request'>

/** A token has to last for as long as it is worked with. */
const LEAST_MS = 10 * 60_000

/**
 * Tokens of installations, each narrowed to one repository by its number: a name may be another repository's by now, and a
 * token for it would be of no use there.
 */
export function openTokens(app: () => Promise<AppApi>, now: () => number = Date.now): Tokens {
  const known = new Map<string, { readonly standing: Standing; readonly until: number }>()
  return {
    async of({ installation, id }) {
      const key = `${id} ${installation}`
      const kept = known.get(key)
      if (kept !== undefined && kept.until > now()) return kept.standing
      for (const [old, { until }] of known) if (until <= now()) known.delete(old)
      const asked = await ask(await app(), installation, id)
      if (asked !== undefined) known.set(key, asked)
      return asked?.standing
    },
    forget(id) {
      for (const key of known.keys()) if (key.startsWith(`${id} `)) known.delete(key)
    },
  }
}

async function ask(app: AppApi, installation: number, id: number) {
  try {
    const { data } = await app.request('POST /app/installations/{installation_id}/access_tokens', {
      installation_id: installation,
      repository_ids: [id],
    })
    const repository = data.repositories?.find(one => one.id === id)
    if (repository === undefined) return undefined
    const standing: Standing = {
      token: data.token,
      owner: repository.owner.login,
      name: repository.name,
      isFork: repository.fork,
      isReadOnly: repository.archived || repository.disabled,
    }
    return { standing, until: Date.parse(data.expires_at) - LEAST_MS }
  } catch (error) {
    if (isOutOfReach(error)) return undefined
    throw error
  }
}

/** The installation is gone, is suspended, or does not cover the repository. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error) || !('status' in error)) return false
  return (
    error.status === 404 || error.status === 422 || (error.status === 403 && /suspended/i.test(error.message))
  )
}
