import { isWithin, type Window } from '../monitoring/window.ts'
import { type RequestFormat, slaShare, USUAL_ERRORS_FROM } from '../registry/sla-service-keys.ts'
import { clopperPearsonInterval } from '../stats/proportion.ts'
import { quantileRanks } from '../stats/quantile-interval.ts'
import type { Estimate, Untold } from './level.ts'
import { type ServiceFigures, shareOfQuantile } from './operations-limits.ts'
import { type RequestFields, requestFields } from './request-fields.ts'
import type { Unreadable } from './unreadable.ts'
import { secondsOf } from './window.ts'

/** Rows by which the fields of a file are found. */
const FIRST_ROWS = 1000
const USUAL_UNREADABLE = 0.05

/** What a file of requests held. */
export interface RequestCounts {
  readonly lines: number
  /** Within the window. */
  readonly requests: number
  readonly outside: number
  readonly unreadable: ReadonlyMap<Unreadable, number>
  readonly fields: RequestFields
}

export interface RequestSink {
  /** A row of the file; undefined for a line that is none. */
  take(row: unknown): void
  end(): { readonly counts: RequestCounts; readonly figures: ServiceFigures | Untold }
}

/**
 * Counts requests as they come. A row has all fields that the file has, or is unreadable; where more than the allowed share is,
 * nothing is told of any: what cannot be read may be what went wrong.
 *
 * @param window - Undefined: all that is there.
 */
export function openRequests(format: RequestFormat, window: Window | undefined): RequestSink {
  const first: unknown[] = []
  const counter = openCounter(format, window)
  let fields: RequestFields | undefined
  const settle = () => {
    fields = requestFields(
      first.filter(row => row !== undefined),
      format,
    )
    for (const row of first) counter.count(row, fields)
    first.length = 0
    return fields
  }
  return {
    take(row) {
      if (fields !== undefined) return counter.count(row, fields)
      first.push(row)
      if (first.length === FIRST_ROWS) settle()
    },
    end() {
      const found = fields ?? settle()
      return counter.end(found)
    },
  }
}

function openCounter(format: RequestFormat, window: Window | undefined) {
  const failedFrom = format['errors-from'] ?? USUAL_ERRORS_FROM
  const durations = growingNumbers()
  const unreadable = new Map<Unreadable, number>()
  let [lines, requests, outside, failed] = [0, 0, 0, 0]
  return {
    count(row: unknown, fields: RequestFields) {
      lines += 1
      const read = readRow(row, fields, window !== undefined)
      if (typeof read === 'string') {
        unreadable.set(read, (unreadable.get(read) ?? 0) + 1)
        return
      }
      if (window !== undefined && !isWithin(window, read.time)) {
        outside += 1
        return
      }
      requests += 1
      if (fields.duration !== undefined) durations.add(read.duration)
      if (read.status >= failedFrom) failed += 1
    },
    end(fields: RequestFields) {
      const counts = { lines, requests, outside, unreadable, fields }
      return {
        counts,
        figures: tooMuchUnreadable(counts, format) ?? figuresOf(counts, durations.sorted(), failed, window),
      }
    },
  }
}

interface ReadRow {
  readonly time: number
  readonly duration: number
  readonly status: number
}

/** Fields that the file does not have are NaN. */
function readRow(
  row: unknown,
  { time, duration, status }: RequestFields,
  needsTime: boolean,
): ReadRow | Unreadable {
  if (row === undefined) return 'no-json'
  const read = {
    time: time?.read(row) ?? Number.NaN,
    duration: duration?.read(row) ?? Number.NaN,
    status: status?.read(row) ?? Number.NaN,
  }
  if (Number.isNaN(read.duration) && Number.isNaN(read.status)) return 'no-request'
  if (needsTime && Number.isNaN(read.time)) return 'no-time'
  if (duration !== undefined && Number.isNaN(read.duration)) return 'no-duration'
  if (status !== undefined && Number.isNaN(read.status)) return 'no-status'
  return read
}

function tooMuchUnreadable({ lines, unreadable }: RequestCounts, format: RequestFormat): Untold | undefined {
  const most = slaShare(format.unreadable ?? USUAL_UNREADABLE)
  const bad = [...unreadable.values()].reduce((sum, count) => sum + count, 0)
  return bad > most * lines ? { status: 'error', ground: 'unreadable' } : undefined
}

function figuresOf(
  { requests, fields }: RequestCounts,
  durations: Float64Array,
  failed: number,
  window: Window | undefined,
): ServiceFigures {
  const none: Untold = { status: 'insufficient-data', ground: 'nothing-seen' }
  const unrecorded: Untold = { status: 'insufficient-data', ground: 'not-recorded' }
  return {
    quantile(measure) {
      if (requests === 0) return none
      return fields.duration === undefined ? unrecorded : quantileOf(durations, shareOfQuantile(measure))
    },
    errorRate() {
      if (requests === 0) return none
      return fields.status === undefined ? unrecorded : errorRateOf(failed, requests)
    },
    throughput() {
      // Without a window a log that falls silent would end with its last request, and look busy.
      if (window === undefined) return { status: 'insufficient-data', ground: 'no-window' }
      // Nor does a log without a request in it tell an outage from another day's file.
      return requests === 0 ? none : countedRate(requests, window)
    },
  }
}

function quantileOf(sorted: Float64Array, share: number): Estimate {
  const { value, low, high } = quantileRanks(share, sorted.length)
  const at = (rank: number) => sorted[rank - 1] as number
  return {
    value: at(value),
    low: low === undefined ? undefined : at(low),
    high: high === undefined ? undefined : at(high),
    observations: sorted.length,
  }
}

/** Clopper and Pearson's interval: the shares are near 0, where Wilson's covers less than it says. */
export function errorRateOf(failed: number, requests: number): Estimate {
  const { low, high } = clopperPearsonInterval({ hits: failed, total: requests })
  return { value: failed / requests, low, high, observations: requests }
}

/** Requests a second; counted in full, it is no estimate and has no width. */
export function countedRate(requests: number, window: Window): Estimate {
  const value = requests / secondsOf(window)
  return { value, low: value, high: value, observations: Math.round(requests) }
}

function growingNumbers() {
  let values = new Float64Array(1024)
  let length = 0
  return {
    add(value: number) {
      if (length === values.length) {
        const grown = new Float64Array(2 * length)
        grown.set(values)
        values = grown
      }
      values[length] = value
      length += 1
    },
    sorted: () => values.slice(0, length).sort(),
  }
}
