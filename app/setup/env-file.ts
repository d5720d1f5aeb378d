import { type FileHandle, open, rm } from 'node:fs/promises'
import { ModelyardError } from '../../src/domain/errors/index.ts'
import type { Credentials } from './credentials.ts'

/** A file for an App's secrets, which is ours alone before there are any. */
export interface ReservedFile {
  /** Writes them, and closes the file. */
  write(credentials: Credentials): Promise<void>
  /** Takes the file away again. */
  release(): Promise<void>
}

/**
 * Makes the file that the secrets go to, empty and for its owner alone. Secrets are given out once: where they cannot be
 * written, they must not be asked for.
 *
 * @throws {ModelyardError} `bad-input` where something is there: nothing is ever overwritten. `cannot-write`.
 */
export async function reserveFile(path: string): Promise<ReservedFile> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw refused(path, error)
  })
  return {
    async write(credentials) {
      await writeAll(file, textOf(credentials))
    },
    async release() {
      await file.close()
      await rm(path, { force: true })
    },
  }
}

/** One line each, without quotes: Node's `--env-file` and Docker's read them alike. A key of many lines is in base64. */
function textOf({ id, pem, webhookSecret }: Credentials): string {
  return `APP_ID=${id}\nPRIVATE_KEY=${Buffer.from(pem).toString('base64')}\nWEBHOOK_SECRET=${webhookSecret}\n`
}

async function writeAll(file: FileHandle, text: string): Promise<void> {
  try {
    // What is made new may have been made by somebody's umask; this says it again.
    await file.chmod(0o600)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** @returns What to say where a file cannot be made. */
function refused(path: string, error: unknown): ModelyardError {
  const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
  return new ModelyardError({
    code: isThere ? 'bad-input' : 'cannot-write',
    message: isThere ? `${path} is there already` : `${path} cannot be written`,
    next: isThere
      ? 'start with it, or name another file after --setup'
      : 'name a file after --setup in a folder that may be written',
    cause: error,
  })
}
