import { type Family, killFamily } from './family.ts'

/** What runs now. A command in a group of its own outlives us unless somebody ends it. */
const living = new Set<Family>()
const ENDINGS = ['SIGTERM', 'SIGHUP'] as const

/**
 * Has a family killed when this process ends in any way that lets it act. To be called before it is started: a signal
 * that comes in between would find nobody listening.
 */
export function watchOver(family: Family): void {
  if (living.size === 0) {
    process.on('exit', killAll)
    for (const signal of ENDINGS) process.on(signal, endAsTold)
  }
  living.add(family)
}

/** To be called when a family is gone. */
export function forget(family: Family): void {
  if (!living.delete(family) || living.size > 0) return
  process.off('exit', killAll)
  for (const signal of ENDINGS) process.off(signal, endAsTold)
}

function killAll(): void {
  for (const family of living) killFamily(family)
}

/** Without a listener the signal would have ended us at once; with ours gone, it does. */
function endAsTold(signal: NodeJS.Signals): void {
  killAll()
  for (const family of [...living]) forget(family)
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}
