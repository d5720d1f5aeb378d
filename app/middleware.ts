import type { IncomingMessage, ServerResponse } from 'node:http'
import { openApp, WEBHOOKS } from './app.ts'
import { answering } from './server.ts'
import type { Settings } from './settings.ts'

/** The App for a server that somebody has already. */
export interface Middleware {
  /**
   * Answers what comes to the App's path; anything else goes to `next`, or is not found. It reads the body itself: it comes
   * before whatever parses bodies, since a signature is of the bytes.
   */
  listener(request: IncomingMessage, response: ServerResponse, next?: () => void): void
  /** For a server's own `/healthz`: whether the App takes deliveries. */
  isWell(): boolean
  /** For a server's own `/metrics`, in Prometheus' text format 0.0.4. */
  metrics(): string
  /** Begins nothing more, and lets what is under way come to its end. */
  stop(): Promise<void>
}

/**
 * The App as a listener of requests. It works on after a delivery is answered, and looks at everything every so often: it
 * needs a process that stays.
 *
 * @param path - Where GitHub's deliveries come.
 */
export async function createNodeMiddleware(
  settings: Settings,
  { path = WEBHOOKS }: { readonly path?: string } = {},
): Promise<Middleware> {
  const app = await openApp(settings, path)
  const answer = answering(app.answer)
  return {
    listener(request, response, next) {
      if (pathOf(request) !== path && next !== undefined) next()
      else answer(request, response)
    },
    isWell: () => app.isWell(),
    metrics: () => app.metrics.text(),
    stop: () => app.stop(),
  }
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/'
}
