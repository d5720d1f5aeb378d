import { type Logger, pino } from 'pino'

/** Lines of JSON on standard output. Nothing that could be a secret is written: keys of such names are taken out. */
export function openLog(): Logger {
  return pino({
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    serializers: { err: toldError },
    redact: {
      paths: ['token', '*.token', 'headers', '*.headers', '*.request', 'payload', '*.payload'],
      remove: true,
    },
  })
}

/** Errors carry what they are about with them, as the body that somebody sent without a signature. */
function toldError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack = '' } = error
  return { type: name, message: message.slice(0, 1000), stack: stack.slice(0, 4000) }
}
