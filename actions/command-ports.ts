import { lazyShell } from '../src/doors/shell.ts'
import type { Ports } from '../src/ports.ts'
import { NO_ENGINES, openPortsWith } from './ports.ts'

/** Everything outside, as an Action meets it that starts commands of the repository, and measures nothing. */
export function openCommandPorts(folder: string, token?: string): Ports {
  return openPortsWith(root => ({ ...NO_ENGINES, process: lazyShell(root) }), folder, token)
}
