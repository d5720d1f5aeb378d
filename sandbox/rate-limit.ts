import type { Token } from './world.ts'

export interface Quota {
  readonly limit: number
  readonly used: number
  readonly remaining: number
  /** Seconds since 1970. */
  readonly reset: number
  readonly resource: 'core' | 'graphql'
}

/** Calls an hour; GraphQL counts by itself. A job's token has a thousand for its repository. */
const LIMITS = { 'github-token': 1000, app: 5000, person: 5000, 'app-jwt': 5000 } as const
const HOUR_SECONDS = 3600

export interface Quotas {
  /** Counts one call. `remaining` is -1 for the call that is too much. */
  spend(token: Token, resource: Quota['resource'], now: Date): Quota
  look(token: Token, resource: Quota['resource'], now: Date): Quota
}

/** Counts per token and resource, in hours that begin with a first call. */
export function openQuotas(): Quotas {
  const counts = new Map<string, { used: number; reset: number }>()
  const current = (token: Token, resource: string, now: Date) => {
    const seconds = Math.floor(now.getTime() / 1000)
    const key = `${resource} ${token.value}`
    let count = counts.get(key)
    if (count === undefined || count.reset <= seconds) {
      count = { used: 0, reset: seconds + HOUR_SECONDS }
      counts.set(key, count)
    }
    return count
  }
  const quota = (token: Token, resource: Quota['resource'], now: Date, added: number): Quota => {
    const count = current(token, resource, now)
    const limit = token.hourlyLimit ?? LIMITS[token.kind]
    const remaining = limit - count.used - added
    if (remaining >= 0) count.used += added
    return { limit, used: count.used, remaining, reset: count.reset, resource }
  }
  return {
    spend: (token, resource, now) => quota(token, resource, now, 1),
    look: (token, resource, now) => quota(token, resource, now, 0),
  }
}

export function rateHeaders({ limit, used, remaining, reset, resource }: Quota): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(remaining, 0)),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': resource,
  }
}
