import { ModelyardError } from '../domain/errors/index.ts'
import type { Serve } from '../domain/registry/serve-keys.ts'
import type { CommandEnd, Ports, Process } from '../ports.ts'
import type { Watch } from './define.ts'

/** Until an endpoint has to be ready: loading a large model takes its time. */
const READY_WITHIN_MS = 60_000
/** The same once it was asked: whoever is alive answers at once. */
const STILL_READY_WITHIN_MS = 5000
/** An endpoint that is asked for longer than this was forgotten. */
const SERVE_SECONDS = 3600

/**
 * Starts the model's own endpoint by the command of `serve`, asks it, and stops it again. The command gets the
 * artifact's path in MODELYARD_MODEL and its port in PORT.
 *
 * @param model - The artifact, or where it lies.
 * @param use - Gets the address that predictions are asked at.
 * @returns What `use` found, and where the endpoint fell on the way what became of it, with the end of what it printed.
 * @throws {ModelyardError} `not-runnable` where it ends or is not ready in time, with the end of what it printed.
 */
export async function withServedModel<T>(
  serve: Serve,
  model: Uint8Array | string,
  { process, endpoint, artifacts }: Pick<Ports, 'endpoint' | 'artifacts'> & { readonly process: Process },
  { signal, progress }: Watch,
  use: (url: string) => Promise<T>,
): Promise<{ readonly found: T; readonly fallen?: string }> {
  const folder = await process.temporaryFolder()
  try {
    const path = typeof model === 'string' ? model : `${folder.path}/model.onnx`
    if (typeof model !== 'string') await artifacts.write(path, model)
    const port = await process.freePort()
    progress?.('starting the endpoint')
    const running = process.start({
      command: serve.command,
      env: { MODELYARD_MODEL: path, PORT: String(port) },
      limits: { seconds: SERVE_SECONDS },
      signal,
    })
    const base = `http://127.0.0.1:${port}`
    const isReady = await endpoint.waitFor(`${base}${serve.ready}`, READY_WITHIN_MS, running.ended, signal)
    if (!isReady) {
      throw notReady(serve, await running.stop())
    }
    try {
      const found = await use(`${base}${serve.path ?? ''}`)
      if (await endpoint.waitFor(`${base}${serve.ready}`, STILL_READY_WITHIN_MS, running.ended, signal))
        return { found }
      return {
        found,
        fallen: `the endpoint was not ready any more when it had been asked${saidAtEnd(await running.stop())}`,
      }
    } finally {
      await running.stop()
    }
  } finally {
    await folder.remove()
  }
}

function notReady({ command, ready }: Serve, end: CommandEnd): ModelyardError {
  return new ModelyardError({
    code: 'not-runnable',
    message: `the endpoint was not ready at ${ready}${saidAtEnd(end)}`,
    next: `try it by hand: PORT=8000 MODELYARD_MODEL=model.onnx ${command}`,
  })
}

function saidAtEnd({ status, tail }: CommandEnd): string {
  const last = tail.trim().split('\n').slice(-3).join(' | ').slice(-300)
  return `${status === undefined ? '' : `; its command ended with status ${status}`}${last === '' ? '' : `; it said: ${last}`}`
}
