import type { Endpoint, Inference, Prometheus, Stopwatch, Tables } from '../ports.ts'
import { once } from './once.ts'
import type { Engines } from './ports.ts'
import { lazyShell } from './shell.ts'

/** The engine's version, as evidence names it; held to package.json by a test. */
const ONNXRUNTIME = '1.30.0'

/**
 * Every engine, loaded when it is first asked.
 *
 * @param folder - Where paths of the user begin.
 * @param root - The repository's root, where its commands run.
 */
export function lazyEngines(folder: string, root: string): Engines {
  return {
    inference: lazyInference(),
    stopwatch: lazyStopwatch(),
    endpoint: lazyEndpoint(),
    prometheus: lazyPrometheus(),
    tables: lazyTables(folder, root),
    process: lazyShell(root),
  }
}

function lazyInference(): Inference {
  const child = childScript('score-child')
  const load = once(async () =>
    (await import('../adapters/onnx/inference.ts')).openInference(child, ONNXRUNTIME),
  )
  return {
    engine: `onnxruntime-node ${ONNXRUNTIME}`,
    describe: async model => (await load()).describe(model),
    // Where it cannot be loaded, whoever scores is told.
    prepare: () =>
      void load().then(
        engine => engine.prepare(),
        () => {},
      ),
    score: async request => (await load()).score(request),
  }
}

function lazyStopwatch(): Stopwatch {
  const load = once(async () =>
    (await import('../adapters/onnx/stopwatch.ts')).openStopwatch(childScript('time-child')),
  )
  return { load: async request => (await load()).load(request) }
}

/** The script of a process in which models run, from the sources or from the bundle. */
function childScript(name: string): URL {
  const path = import.meta.url.endsWith('.ts') ? `../adapters/onnx/${name}.ts` : `./${name}.mjs`
  return new URL(path, import.meta.url)
}

function lazyEndpoint(): Endpoint {
  const load = once(async () => (await import('../adapters/http/endpoint.ts')).openEndpoint())
  return {
    call: async request => (await load()).call(request),
    waitFor: async (...args) => (await load()).waitFor(...args),
  }
}

/** Its tokens are the door's to find, and no arguments, which everybody on the machine could read. */
function lazyPrometheus(): Prometheus {
  const load = once(async () =>
    (await import('../adapters/http/prometheus.ts')).openPrometheus(
      process.env.MODELYARD_PROMETHEUS_TOKEN,
      process.env.MODELYARD_PUSHGATEWAY_TOKEN,
    ),
  )
  return {
    ask: async (url, options) => (await load()).ask(url, options),
    push: async (url, text, options) => (await load()).push(url, text, options),
  }
}

function lazyTables(folder: string, root: string): Tables {
  const web = once(async () => (await import('../adapters/web/public-file.ts')).openWebData())
  const fetch = async (url: string) => (await web())(url)
  const load = once(async () =>
    (await import('../adapters/duckdb/tables.ts')).openTables(folder, root, fetch),
  )
  return {
    // Where it cannot be loaded, whoever reads is told.
    prepare: () =>
      void load().then(
        tables => tables.prepare(),
        () => {},
      ),
    columns: async path => (await load()).columns(path),
    countRows: async path => (await load()).countRows(path),
    summarize: async path => (await load()).summarize(path),
    compareRows: async (first, second) => (await load()).compareRows(first, second),
    gather: async (source, to) => (await load()).gather(source, to),
    countRepeats: async path => (await load()).countRepeats(path),
    countWithin: async (path, column, windows) => (await load()).countWithin(path, column, windows),
    numbers: async (path, columns) => (await load()).numbers(path, columns),
    quantiles: async (path, columns, shares) => (await load()).quantiles(path, columns, shares),
    countInto: async (path, columns) => (await load()).countInto(path, columns),
    countNamed: async (path, columns, limits) => (await load()).countNamed(path, columns, limits),
    countWords: async (path, columns, most) => (await load()).countWords(path, columns, most),
    async *read(path, columns, batchRows) {
      yield* (await load()).read(path, columns, batchRows)
    },
    firstText: async (path, column) => (await load()).firstText(path, column),
    async *rowDigests(path, columns) {
      yield* (await load()).rowDigests(path, columns)
    },
    writeRows: async (path, rows, to) => (await load()).writeRows(path, rows, to),
    writeWithout: async (path, column, to) => (await load()).writeWithout(path, column, to),
  }
}
