import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Portion } from './run-case.ts'

interface Answer {
  readonly portion: Portion
  readonly counts: readonly (readonly number[])[]
}

/** Runs portions on all cores; `done` is told of each as it comes. */
export async function runOnAllCores(
  portions: readonly Portion[],
  done: (portion: Portion, counts: readonly (readonly number[])[]) => void,
): Promise<void> {
  const waiting = [...portions]
  const workers = Array.from({ length: Math.min(availableParallelism(), waiting.length) }, () => {
    const worker = new Worker(new URL('worker.ts', import.meta.url))
    return { worker, finished: work(worker, waiting, done) }
  })
  try {
    await Promise.all(workers.map(({ finished }) => finished))
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()))
  }
}

function work(
  worker: Worker,
  waiting: Portion[],
  done: (portion: Portion, counts: readonly (readonly number[])[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const portion = waiting.shift()
      if (portion === undefined) resolve()
      else worker.postMessage(portion)
    }
    worker.on('error', reject)
    worker.on('message', ({ portion, counts }: Answer) => {
      done(portion, counts)
      next()
    })
    next()
  })
}
