import type { Quota } from '../rate-limit.ts'
import type { Routes } from '../route.ts'

export const rateLimitRoutes: Routes = {
  'rate-limit/get': ({ quota }) => ({
    status: 200,
    body: {
      resources: {
        core: shown(quota('core')),
        graphql: shown(quota('graphql')),
        // Nothing of the product searches.
        search: { ...shown(quota('core')), limit: 30, remaining: 30, used: 0 },
      },
    },
  }),
}

function shown({ limit, remaining, reset, used }: Quota): Omit<Quota, 'resource'> {
  return { limit, remaining, reset, used }
}
