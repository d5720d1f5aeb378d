import { openArtifacts } from '../src/adapters/files/artifacts.ts'
import { GIT_ENGINES, type GitEngine, openGit } from '../src/adapters/git/index.ts'
import { ModelyardError, nearest } from '../src/domain/errors/index.ts'
import type { Endpoint, Inference, Ports, Process, Stopwatch, Tables } from '../src/ports.ts'
import { renderCard } from '../src/render/card.ts'
import { withoutRepository } from './no-repository.ts'
import { people } from './terminal.ts'

/** The engine's version, as evidence names it; held to package.json by a test. */
const ONNXRUNTIME = '1.30.0'

/** Everything outside, as a command at a terminal meets it. Heavy engines are loaded when they are first asked. */
export async function openPorts(folder: string): Promise<Ports> {
  const git = await openGit(folder, gitEngine()).catch(error => withoutRepository(error, folder))
  return {
    ...git,
    artifacts: openArtifacts(folder),
    inference: lazyInference(),
    stopwatch: lazyStopwatch(),
    endpoint: lazyEndpoint(),
    tables: lazyTables(folder, git.worktree.root),
    clock: { now: () => Date.now() },
    people: people(),
    process: lazyShell(git.worktree.root),
    cards: { render: renderCard },
    host: { machine: `${process.platform} ${process.arch}, Node.js ${process.versions.node}` },
  }
}

function gitEngine(): GitEngine {
  const wanted = process.env.MODELYARD_GIT ?? 'program'
  if ((GIT_ENGINES as readonly string[]).includes(wanted)) return wanted as GitEngine
  throw new ModelyardError({
    code: 'bad-input',
    message: `MODELYARD_GIT cannot be \`${wanted}\``,
    next: `set it to ${nearest(wanted, GIT_ENGINES) ?? GIT_ENGINES.join(' or ')}`,
  })
}

function lazyInference(): Inference {
  const child = childScript('score-child')
  const load = once(async () =>
    (await import('../src/adapters/onnx/inference.ts')).openInference(child, ONNXRUNTIME),
  )
  return {
    engine: `onnxruntime-node ${ONNXRUNTIME}`,
    describe: async model => (await load()).describe(model),
    score: async request => (await load()).score(request),
  }
}

function lazyStopwatch(): Stopwatch {
  const load = once(async () =>
    (await import('../src/adapters/onnx/stopwatch.ts')).openStopwatch(childScript('time-child')),
  )
  return { load: async request => (await load()).load(request) }
}

/** The script of a process in which models run, from the sources or from the bundle. */
function childScript(name: string): URL {
  const path = import.meta.url.endsWith('.ts') ? `../src/adapters/onnx/${name}.ts` : `./${name}.mjs`
  return new URL(path, import.meta.url)
}

function lazyEndpoint(): Endpoint {
  const load = once(async () => (await import('../src/adapters/http/endpoint.ts')).openEndpoint())
  return {
    call: async request => (await load()).call(request),
    waitFor: async (...args) => (await load()).waitFor(...args),
  }
}

function lazyTables(folder: string, root: string): Tables {
  const load = once(async () => (await import('../src/adapters/duckdb/tables.ts')).openTables(folder, root))
  return {
    columns: async path => (await load()).columns(path),
    countRows: async path => (await load()).countRows(path),
    summarize: async path => (await load()).summarize(path),
    compareRows: async (first, second) => (await load()).compareRows(first, second),
    numbers: async (path, columns) => (await load()).numbers(path, columns),
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

function lazyShell(root: string): Process {
  const load = once(async () => (await import('../src/adapters/process/index.ts')).openShell(root))
  return {
    run: async request => (await load()).run(request),
    start(request) {
      const running = load().then(shell => shell.start(request))
      const ended = running.then(command => command.ended)
      ended.catch(() => {})
      return { ended, stop: async () => (await running).stop() }
    },
    temporaryFolder: async () => (await load()).temporaryFolder(),
    keptFolder: async path => (await load()).keptFolder(path),
    freePort: async () => (await load()).freePort(),
  }
}

// The domain has the same, but a door reaches no further into it than errors.
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
