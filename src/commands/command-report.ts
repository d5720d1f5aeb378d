import type { CommandReport } from '../domain/results/reproduction.ts'
import type { CommandEnd } from '../ports.ts'

/** Of what a command printed, so much is shown. */
const SHOWN_LINES = 30
const SHOWN_LETTERS = 500

/** How a command of model.yaml went, with the end of what it said. */
export function reportOf(step: CommandReport['step'], command: string, end: CommandEnd): CommandReport {
  const lines = end.tail.split(/\r\n|\r|\n/).filter(line => line.trim() !== '')
  return {
    step,
    command,
    ...(end.status === undefined ? {} : { status: end.status }),
    ...(end.signal === undefined ? {} : { signal: end.signal }),
    ...(end.exceeded === undefined ? {} : { exceeded: end.exceeded }),
    seconds: Math.round(end.seconds * 1000) / 1000,
    ...(end.peakBytes === undefined ? {} : { 'peak-bytes': end.peakBytes }),
    'memory-limit': end.memoryLimit,
    said: lines.slice(-SHOWN_LINES).map(line => line.slice(0, SHOWN_LETTERS)),
  }
}

/** Whether a command ended by itself and said that all went well. */
export function endedWell({ status, exceeded }: Pick<CommandEnd, 'status' | 'exceeded'>): boolean {
  return status === 0 && exceeded === undefined
}
