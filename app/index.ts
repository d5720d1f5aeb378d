import { ModelyardError } from '../src/domain/errors/index.ts'
import { readSettings } from './settings.ts'
import { startApp } from './start-app.ts'

// `npm run app`: the GitHub App as a process, until it is told to stop.

const BAD_INPUT = 2

try {
  const app = await startApp(readSettings(process.env))
  process.stdout.write(`${JSON.stringify({ listening: app.server.url, metrics: app.metrics.url })}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.stop())
} catch (error) {
  if (!(error instanceof ModelyardError)) throw error
  process.stderr.write(`${error.message}\n${error.next}\n`)
  process.exitCode = BAD_INPUT
}
