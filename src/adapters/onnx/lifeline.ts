import { Worker } from 'node:worker_threads'

/** Ends this process when its parent is gone. In a thread of its own: a model that loops never lets this one look. */
const LIFELINE = `
  const { ppid } = process
  setInterval(() => {
    try {
      process.kill(ppid, 0)
      if (process.ppid === ppid) return
    } catch {}
    process.kill(process.pid, 'SIGKILL')
  }, 1000)
`

/** A thread takes half a gigabyte of address space where nobody says that it needs none. */
const SMALL = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, codeRangeSizeMb: 4 }

/** Said to a process of a model whose parent has nobody else to end it. */
export const WATCHES_PARENT = 'watches-parent'

/** Where it is said so, lets this process outlive its parent by no more than a second, whatever the model does. */
export function holdLifeline(): void {
  if (!process.argv.includes(WATCHES_PARENT)) return
  new Worker(LIFELINE, { eval: true, resourceLimits: SMALL }).unref()
}
