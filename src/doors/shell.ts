import type { Process } from '../ports.ts'
import { once } from './once.ts'

/** Commands of the repository. */
export function lazyShell(root: string): Process {
  const load = once(async () => (await import('../adapters/process/index.ts')).openShell(root))
  return {
    run: async request => (await load()).run(request),
    start(request) {
      const running = load().then(shell => shell.start(request))
      const ended = running.then(command => command.ended)
      ended.catch(() => {})
      return { ended, stop: async () => (await running).stop() }
    },
    temporaryFolder: async () => (await load()).temporaryFolder(),
    keptFolder: async path => (await load()).keptFolder(path),
    freePort: async () => (await load()).freePort(),
  }
}
