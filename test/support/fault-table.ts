import { type Fault, primaryLimit, secondaryLimit, serverError } from '../../sandbox/faults.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import type { StepResult } from './run-action.ts'

/** A job that is about to run an Action which speaks to GitHub. */
export interface FaultedScene {
  readonly sandbox: Sandbox
  /** The step, as each run of the workflow begins it anew. */
  run(signal?: AbortSignal): Promise<StepResult>
  /** Whether the step did what it is for. */
  isDone(result: StepResult): boolean
  /** What stands on GitHub, in words for the table: `1 comment, which holds the newest report`. */
  endState(): Promise<string>
}

export interface FaultRow {
  readonly action: string
  readonly call: string
  readonly fault: string
  readonly runs: number
  readonly endState: string
}

/** Named as the table names them. */
export const FAULTS: readonly (readonly [
  name: string,
  fault: (sandbox: Sandbox, kill: () => void) => Fault,
])[] = [
  ['403 secondary limit, 1 s', () => secondaryLimit(1)],
  ['429, 1 s', () => secondaryLimit(1, 429)],
  ['403, an hour to wait', hourOfWaiting],
  ['500', () => serverError(500)],
  ['502 before the effect', () => serverError(502)],
  ['502 after the effect', () => serverError(502, 'after')],
  ['time-out before', () => ({ kind: 'silence', moment: 'before' })],
  ['time-out after', () => ({ kind: 'silence', moment: 'after' })],
  ['cut before', () => ({ kind: 'cut', moment: 'before' })],
  ['cut within the answer', () => ({ kind: 'cut', moment: 'after' })],
  ['slow', () => ({ kind: 'slow', until: () => new Promise(resolve => setTimeout(resolve, 1500)) })],
  ['stale read', () => ({ kind: 'stale' })],
  ['cancelled while it waits', (_, kill) => ({ kind: 'slow', until: async () => kill() })],
]
const MOST_RUNS = 4

function hourOfWaiting({ clock }: Sandbox): Fault {
  const now = Date.parse(clock.iso())
  const limit = primaryLimit(now / 1000 + 3600) as Extract<Fault, { kind: 'status' }>
  return { ...limit, headers: { ...limit.headers, date: new Date(now).toUTCString() } }
}

/** The calls of a run that nothing spoils, and what it leaves. */
export async function cleanRun(arrange: () => Promise<FaultedScene>) {
  const scene = await arrange()
  const before = scene.sandbox.log.length
  const result = await scene.run()
  if (!scene.isDone(result)) throw new Error(`without a fault it is not done: ${result.log}`)
  const calls = scene.sandbox.log
    .slice(before)
    .map(({ operationId, route }, at) => ({ call: operationId ?? route, at }))
    // What git itself answers meets no faults.
    .filter(({ call }) => !call.startsWith('git-'))
  return { calls, endState: await scene.endState() }
}

/** One fault at the call of a number, and the step run again until it has done what it is for. */
export async function faultedRun(
  arrange: () => Promise<FaultedScene>,
  call: number,
  faultOf: (sandbox: Sandbox, kill: () => void) => Fault,
): Promise<Pick<FaultRow, 'runs' | 'endState'> & { readonly first: StepResult; readonly firstMs: number }> {
  const scene = await arrange()
  const cancelled = new AbortController()
  const fault = faultOf(scene.sandbox, () => cancelled.abort())
  scene.sandbox.faults.next({ call: scene.sandbox.log.length + call }, fault)
  const began = performance.now()
  const first = await scene.run(cancelled.signal)
  const firstMs = performance.now() - began
  let runs = 1
  for (let last = first; !scene.isDone(last) && runs < MOST_RUNS; runs += 1) last = await scene.run()
  return { runs, endState: await scene.endState(), first, firstMs }
}

/** A few at a time: what waits for a time-out leaves the machine to others. */
export async function fewAtATime<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T)
  }
  await Promise.all(Array.from({ length: most }, worker))
  return results
}

/** As Markdown. */
export function renderFaultTable(rows: readonly FaultRow[]): string {
  const lines = rows.map(
    ({ action, call, fault, runs, endState }) => `| ${action} | ${call} | ${fault} | ${runs} | ${endState} |`,
  )
  return ['| Action | call | fault | runs needed | end state |', '|---|---|---|---|---|', ...lines].join('\n')
}
