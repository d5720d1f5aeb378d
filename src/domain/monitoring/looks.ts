import type { Monitor } from '../registry/monitor-keys.ts'

/** What a run of monitoring may look at, each named as the answer that it leaves. */
export const LOOKS = ['drift', 'performance', 'service-levels'] as const
export type Look = (typeof LOOKS)[number]

/** Which command makes which. */
const COMMANDS: Readonly<Record<string, Look>> = {
  monitor: 'drift',
  performance: 'performance',
  'service-levels': 'service-levels',
}

/** What a command of monitoring looks at; undefined for another command. */
export function lookOf(command: string): Look | undefined {
  return Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
}

/** What a schedule can look at by itself, because model.yaml says where it lies. */
export function looksOf({ current, performance, service }: Monitor): Look[] {
  const sources = { drift: current, performance, 'service-levels': service }
  return LOOKS.filter(look => sources[look] !== undefined)
}
