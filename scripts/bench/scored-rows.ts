import { execFile } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The example's held-out rows. */
export const HELD_OUT = fileURLToPath(new URL('../../examples/telco-churn/data/test.csv', import.meta.url))
const BARE = fileURLToPath(new URL('bare-onnxruntime.ts', import.meta.url))

/** Milliseconds that the engine alone takes for all batches, as the program itself measured. */
export async function bareOnnxruntime(model: string, data: string): Promise<number> {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=16384', BARE, model, data])
  return Number(stdout)
}

/** The same as a whole process: starting, loading the engine and the model, reading the rows. */
export function bareProcess(model: string, data: string) {
  return { command: process.execPath, args: [BARE, model, data] }
}

/** The example's held-out rows, again and again. */
export async function repeatRows(path: string, rows: number): Promise<void> {
  const [header = '', ...lines] = (await readFile(HELD_OUT, 'utf8')).trimEnd().split('\n')
  const file = await open(path, 'w')
  await file.write(`${header}\n`)
  for (let from = 0; from < rows; from += lines.length)
    await file.write(`${lines.slice(0, rows - from).join('\n')}\n`)
  await file.close()
}
