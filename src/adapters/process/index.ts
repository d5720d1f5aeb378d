import { createServer } from 'node:net'
import type { Process } from '../../ports.ts'
import { makeKeptFolder } from './kept-folder.ts'
import { startShell } from './shell.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/**
 * Commands of the repository by the system's shell.
 *
 * @param root - Of the repository, where they run.
 */
export function openShell(root: string): Process {
  return {
    run: request => startShell(root, request).ended,
    start: request => startShell(root, request),
    temporaryFolder: makeTemporaryFolder,
    keptFolder: makeKeptFolder,
    freePort,
  }
}

/** The system gives one out; whoever listens on it next must do so soon. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
