import type { Deployments, Issues, Merges, MonitorHistory, OpenPulls, Ports, Seals } from '../../src/ports.ts'

/** A GitHub on which nothing was merged and nobody deploys. */
export function fakeAfterMerge(): Pick<
  Ports,
  'seals' | 'monitorHistory' | 'issues' | 'merges' | 'deployments' | 'openPulls'
> {
  const seals: Seals = { sealed: async () => new Set(), add: async () => 'written' }
  const monitorHistory: MonitorHistory = { append: async () => 'written', newest: async () => [] }
  const issues: Issues = {
    find: async () => [],
    findOpen: async () => [],
    create: async () => ({ is: 'gone' }),
    update: async () => ({ is: 'gone' }),
  }
  const merges: Merges = {
    pullsOf: async () => new Map(),
    authorOf: async () => undefined,
    maintains: async () => 'unknown',
    inTeam: async () => 'unknown',
    pusherOf: async () => undefined,
    messageOf: async () => undefined,
    starterOf: async () => undefined,
  }
  const deployments: Deployments = {
    ensure: async () => ({ id: 1, change: 'created' }),
    marks: async () => [],
    mark: async () => {},
    start: async () => ({ is: 'unsure' }),
    dispatched: async () => [],
  }
  const openPulls: OpenPulls = { list: async () => [], find: async () => undefined, close: async () => {} }
  return { seals, monitorHistory, issues, merges, deployments, openPulls }
}
