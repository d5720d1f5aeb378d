import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { ModelyardError } from '../../domain/errors/index.ts'
import { literal } from './source.ts'

/** What is larger is written to the disk and read again. */
const MEMORY = '1GB'

export interface Reach {
  /** Files that may be read or written, from the root of the file system. */
  readonly files: readonly string[]
  /** Folders, and beginnings of addresses, of which everything may be read. */
  readonly folders: readonly string[]
  /** Where relative paths begin; it has to be one of the folders. */
  readonly root?: string
  /** For what memory does not hold. */
  readonly spill: string
  readonly asksStorage?: boolean
}

/**
 * A database in which a query reaches nothing but what is named here, and can neither widen that, nor load an extension, nor
 * take more than its memory.
 */
export async function inSealedSession<T>(
  { files, folders, root, spill, asksStorage = false }: Reach,
  run: (database: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await openInstance(spill)
  const database = await instance.connect()
  try {
    if (asksStorage) await openStorage(database)
    const list = (values: readonly string[]) => `[${values.map(literal).join(', ')}]`
    await database.run(`SET allowed_paths = ${list(files)}`)
    await database.run(`SET allowed_directories = ${list(folders)}`)
    if (root !== undefined) await database.run(`SET file_search_path = ${literal(root)}`)
    await database.run("SET TimeZone = 'UTC'")
    await database.run('SET enable_external_access = false')
    await database.run('SET lock_configuration = true')
    return await run(database)
  } finally {
    database.closeSync()
    instance.closeSync()
  }
}

async function openInstance(spill: string): Promise<DuckDBInstance> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  return DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // The order of rows says nothing here, and keeping it keeps them in memory.
    preserve_insertion_order: 'false',
    memory_limit: MEMORY,
    temp_directory: spill,
  })
}

/** What S3's own programs read from the environment. */
const CREDENTIALS = {
  KEY_ID: 'AWS_ACCESS_KEY_ID',
  SECRET: 'AWS_SECRET_ACCESS_KEY',
  SESSION_TOKEN: 'AWS_SESSION_TOKEN',
  REGION: 'AWS_REGION',
} as const

async function openStorage(database: DuckDBConnection): Promise<void> {
  try {
    await database.run('LOAD httpfs')
  } catch (error) {
    throw new ModelyardError({
      code: 'missing-engine',
      message: 'DuckDB reads s3:// by its extension httpfs, which is not installed here',
      next: "install it once, for the same release of DuckDB: duckdb -c 'INSTALL httpfs'; or fetch the files in a step before, and name them",
      cause: error,
    })
  }
  const given = Object.entries(CREDENTIALS).flatMap(([name, variable]) => {
    const value = process.env[variable]
    return value === undefined || value === '' ? [] : [`, ${name} ${literal(value)}`]
  })
  await database.run(`CREATE SECRET (TYPE s3${given.join('')})`)
}
