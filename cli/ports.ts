import { openArtifacts } from '../src/adapters/files/artifacts.ts'
import { GIT_ENGINES, type GitEngine, openGit } from '../src/adapters/git/index.ts'
import { ModelyardError, nearest } from '../src/domain/errors/index.ts'
import type { Inference, Ports, Tables } from '../src/ports.ts'
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
    tables: lazyTables(folder, git.worktree.root),
    clock: { now: () => Date.now() },
    people: people(),
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
  const child = new URL(
    import.meta.url.endsWith('.ts') ? '../src/adapters/onnx/score-child.ts' : './score-child.mjs',
    import.meta.url,
  )
  const load = once(async () =>
    (await import('../src/adapters/onnx/inference.ts')).openInference(child, ONNXRUNTIME),
  )
  return {
    engine: `onnxruntime-node ${ONNXRUNTIME}`,
    describe: async model => (await load()).describe(model),
    score: async request => (await load()).score(request),
  }
}

function lazyTables(folder: string, root: string): Tables {
  const load = once(async () => (await import('../src/adapters/duckdb/tables.ts')).openTables(folder, root))
  return {
    columns: async path => (await load()).columns(path),
    countRows: async path => (await load()).countRows(path),
    async *read(path, columns, batchRows) {
      yield* (await load()).read(path, columns, batchRows)
    },
    firstText: async (path, column) => (await load()).firstText(path, column),
    async *rowDigests(path, columns) {
      yield* (await load()).rowDigests(path, columns)
    },
    writeWithout: async (path, column, to) => (await load()).writeWithout(path, column, to),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
