import { type Logger, pino } from 'pino'

/** Lines of JSON on standard output. Nothing that could be a secret is written: keys of such names are taken out. */
export function openLog(): Logger {
  return pino({
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    redact: {
      paths: ['token', '*.token', 'headers', '*.headers', '*.request', 'payload', '*.payload'],
      remove: true,
    },
  })
}
