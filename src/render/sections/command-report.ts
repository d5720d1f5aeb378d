import type { CommandReport } from '../../domain/results/reproduction.ts'
import { type Block, code, paragraph } from '../blocks.ts'
import { bytesText } from '../numbers.ts'

const NAMES = {
  install: 'the installation',
  lint: 'the check of the code',
  test: 'the test of the code',
  train: 'the training',
  predict: 'the prediction',
} as const

/** A phrase: how a command failed. */
export function failureText({ step, status, signal, exceeded, seconds }: CommandReport): string {
  const what = NAMES[step]
  if (exceeded === 'time') return `${what} was ended after ${seconds.toFixed(0)} s, its limit`
  if (exceeded === 'memory') return `${what} was ended when it held more memory than its limit`
  return signal === undefined ? `${what} failed with status ${status}` : `${what} was ended by ${signal}`
}

/** What it ran, and the end of what that said. */
export function lastWords({ command, said }: CommandReport): Block[] {
  const ran = paragraph(
    'It ran ',
    code(command),
    said.length === 0 ? ' and said nothing.' : ' and said last:',
  )
  return said.length === 0 ? [ran] : [ran, { block: 'code', lines: said }]
}

const LIMITED = {
  system: 'memory limited by the system',
  watched: 'memory watched',
  none: 'memory not limited',
} as const

/** Time and memory. */
export function costText({ seconds, 'peak-bytes': peak, 'memory-limit': limit }: CommandReport): string {
  const held = peak === undefined ? '' : `, at most ${bytesText(peak)} of memory`
  return `${seconds.toFixed(1)} s${held} (${LIMITED[limit]})`
}
