import type { ApiOptions } from './api.ts'

/**
 * Waits before writing again what another writer was faster with: from a quarter of a second to three, and chance keeps
 * writers from meeting again and again.
 *
 * @returns Of a round, from 1.
 */
export function pauseBy({
  sleep = ms => new Promise(resolve => setTimeout(resolve, ms)),
}: Pick<ApiOptions, 'sleep'>): (round: number) => Promise<void> {
  return round => sleep(Math.min(3000, 250 * 1.4 ** round) * (0.5 + Math.random() / 2))
}
