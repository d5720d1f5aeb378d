import { openApp } from './app.ts'
import { startMetricsServer } from './metrics-server.ts'
import { type RunningServer, startServer } from './server.ts'
import type { Settings } from './settings.ts'

/** The App as a process. */
export interface RunningApp {
  readonly server: RunningServer
  readonly metrics: RunningServer
  /** Asks for everything now, as it does every so often. */
  sweep(): Promise<void>
  /** Takes nothing more, and lets what is under way come to its end. */
  stop(): Promise<void>
}

/** Starts the App with servers of its own. */
export async function startApp(settings: Settings): Promise<RunningApp> {
  const app = await openApp(settings)
  const server = await startServer(settings, app)
  const metrics = await startMetricsServer(
    { host: settings.metricsHost, port: settings.metricsPort },
    app.metrics,
  )
  return {
    server,
    metrics,
    sweep: app.sweep,
    async stop() {
      const stopped = app.stop()
      await server.close()
      await stopped
      await metrics.close()
    },
  }
}
