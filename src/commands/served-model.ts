import { ModelyardError } from '../domain/errors/index.ts'
import type { Serve } from '../domain/registry/serve-keys.ts'
import type { Ports, Process } from '../ports.ts'
import type { Watch } from './define.ts'

/** Until an endpoint has to be ready: loading a large model takes its time. */
const READY_WITHIN_MS = 60_000
/** An endpoint that is asked for longer than this was forgotten. */
const SERVE_SECONDS = 3600

/**
 * Starts the model's own endpoint by the command of `serve`, asks it, and stops it again. The command gets the
 * artifact's path in MODELYARD_MODEL and its port in PORT.
 *
 * @param use - Gets the address that predictions are asked at.
 * @throws {ModelyardError} `not-runnable` where it ends or is not ready in time, with the end of what it printed.
 */
export async function withServedModel<T>(
  serve: Serve,
  model: Uint8Array,
  { process, endpoint, artifacts }: Pick<Ports, 'endpoint' | 'artifacts'> & { readonly process: Process },
  { signal, progress }: Watch,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const folder = await process.temporaryFolder()
  try {
    const path = `${folder.path}/model.onnx`
    await artifacts.write(path, model)
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
      const { status, tail } = await running.stop()
      throw notReady(serve, status, tail)
    }
    try {
      return await use(`${base}${serve.path ?? ''}`)
    } finally {
      await running.stop()
    }
  } finally {
    await folder.remove()
  }
}

function notReady({ command, ready }: Serve, status: number | undefined, tail: string): ModelyardError {
  const last = tail.trim().split('\n').slice(-3).join(' | ').slice(0, 300)
  return new ModelyardError({
    code: 'not-runnable',
    message: `the endpoint was not ready at ${ready}${status === undefined ? '' : `; its command ended with status ${status}`}${last === '' ? '' : `; it said: ${last}`}`,
    next: `try it by hand: PORT=8000 MODELYARD_MODEL=model.onnx ${command}`,
  })
}
