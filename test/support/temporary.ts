import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

const run = promisify(execFile)

/** The folders of something that is being made for all tests of a file. */
let shared: string[] | undefined

/** A new empty folder, removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-'))
  if (shared === undefined) onTestFinished(() => removeFolder(folder))
  else shared.push(folder)
  return folder
}

/**
 * Makes once what many tests read and none changes; its folders are removed after the last of them. To be called
 * where tests are declared.
 *
 * @param timeoutMs - How long making it may take, where that is long.
 */
export function forAllTests<T>(make: () => Promise<T>, timeoutMs?: number): () => T {
  let made: { readonly value: T } | undefined
  beforeAll(async () => {
    const folders: string[] = []
    shared = folders
    try {
      made = { value: await make() }
    } finally {
      shared = undefined
    }
    return async () => {
      await Promise.all(folders.map(removeFolder))
    }
  }, timeoutMs)
  return () => {
    if (made === undefined) throw new Error('ask for it inside a test')
    return made.value
  }
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 })
}

export interface TemporaryRepository {
  readonly root: string
  /** Runs git in it; its output without the last line end. */
  git(...args: string[]): Promise<string>
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>
  /** Writes files, adds everything and commits; the commit's id. */
  commit(
    message: string,
    files?: Readonly<Record<string, string | Uint8Array>>,
    date?: string,
  ): Promise<string>
}

/** A real git repository in a new folder, on branch main, with a person of its own. */
export async function temporaryRepository(...initArgs: string[]): Promise<TemporaryRepository> {
  const root = await copyOf(`empty ${initArgs.join(' ')}`, async folder => {
    const repository = repositoryAt(folder)
    // Without the hooks that git would copy: nobody runs them here.
    await repository.git('init', '-q', '-b', 'main', '--template=', ...initArgs)
    await repository.git('config', 'user.name', 'Ada Lovelace')
    await repository.git('config', 'user.email', 'ada@example.com')
  })
  return repositoryAt(root)
}

const patterns = new Map<string, Promise<string>>()

afterAll(async () => {
  for (const folder of patterns.values()) await removeFolder(await folder)
  patterns.clear()
})

/**
 * A new folder that is a copy of one which is made once a test file: copying is several times faster than starting
 * git again and again.
 */
export async function copyOf(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const pattern = patterns.get(name) ?? madeOnce(make)
  patterns.set(name, pattern)
  const root = await temporaryFolder()
  await cp(await pattern, root, { recursive: true })
  return root
}

async function madeOnce(make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-'))
  await make(folder)
  return folder
}

export function repositoryAt(root: string): TemporaryRepository {
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', args, { cwd: root, maxBuffer: 1 << 28, env: gitEnvironment() })
    return stdout.replace(/\n$/, '')
  }
  const write = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content)
    }
  }
  return {
    root,
    git,
    write,
    async commit(message, files = {}, date = '2026-10-01T12:00:00Z') {
      await write(files)
      await git('add', '-A')
      await run('git', ['commit', '-q', '--allow-empty', '-m', message], {
        cwd: root,
        env: { ...gitEnvironment(), GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      })
      return git('rev-parse', 'HEAD')
    },
  }
}

/** The environment without anybody's own git settings and identity. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return { ...Object.fromEntries(inherited), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
}
