import { type RequestFormat, type TimeUnit, UNIT_MS } from '../registry/sla-service-keys.ts'
import { parseTime } from './window.ts'

/** A field of a request, by its name, and how it is read; NaN where it holds nothing of the kind. */
export interface RequestField {
  readonly name: string
  readonly unit?: TimeUnit
  read(row: unknown): number
}

/** What a file of requests says; undefined where it does not. */
export interface RequestFields {
  readonly time: RequestField | undefined
  /** Milliseconds. */
  readonly duration: RequestField | undefined
  readonly status: RequestField | undefined
}

/** As common loggers name them, and only where name and unit are plain: `duration` is seconds in one and milliseconds in another. */
const DURATIONS: readonly (readonly [string, TimeUnit])[] = [
  ['duration_ms', 'ms'],
  ['latency_ms', 'ms'],
  ['response_time_ms', 'ms'],
  ['elapsed_ms', 'ms'],
  ['responseTime', 'ms'],
  ['request_time', 's'],
  ['duration_s', 's'],
  ['duration_seconds', 's'],
  ['latency_s', 's'],
  ['Duration', 'ns'],
]
const STATUSES = ['status', 'status_code', 'statusCode', 'res.statusCode', 'DownstreamStatus']
const TIMES = ['time', 'timestamp', '@timestamp', 'ts', 'time_iso8601', 'StartUTC']

/**
 * Where the rows of a file have what: as the format names it, otherwise the first of the usual names that the most rows can be
 * read by. It holds for the whole file, so that a row that lacks it is found.
 *
 * @param rows - The first of the file: objects.
 */
export function requestFields(rows: readonly unknown[], format: RequestFormat): RequestFields {
  const durations = DURATIONS.map(([name, unit]) => durationField(name, unit))
  return {
    time: format.time === undefined ? mostRead(rows, TIMES.map(timeField)) : timeField(format.time),
    duration:
      format.duration === undefined
        ? mostRead(rows, durations)
        : durationField(format.duration, format.unit ?? 'ms'),
    status:
      format.status === undefined ? mostRead(rows, STATUSES.map(statusField)) : statusField(format.status),
  }
}

function mostRead(rows: readonly unknown[], fields: readonly RequestField[]): RequestField | undefined {
  let [best, most]: [RequestField | undefined, number] = [undefined, 0]
  for (const field of fields) {
    const readable = rows.filter(row => !Number.isNaN(field.read(row))).length
    if (readable > most) [best, most] = [field, readable]
  }
  return best
}

function timeField(name: string): RequestField {
  return { name, read: row => parseTime(valueAt(row, name)) }
}

function durationField(name: string, unit: TimeUnit): RequestField {
  return {
    name,
    unit,
    read(row) {
      const number = numberOf(valueAt(row, name))
      return number >= 0 && number < Number.POSITIVE_INFINITY ? number * UNIT_MS[unit] : Number.NaN
    },
  }
}

function statusField(name: string): RequestField {
  return {
    name,
    read(row) {
      const status = numberOf(valueAt(row, name))
      return Number.isInteger(status) && status >= 100 && status <= 599 ? status : Number.NaN
    },
  }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** A number, or text that is one as a whole; NaN for anything else. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : Number.NaN
}

/** The value of a key; where there is none of that name, dots lead into objects. */
function valueAt(row: unknown, name: string): unknown {
  if (!isObject(row)) return undefined
  if (Object.hasOwn(row, name)) return row[name]
  const dot = name.indexOf('.')
  if (dot === -1) return undefined
  const key = name.slice(0, dot)
  return Object.hasOwn(row, key) ? valueAt(row[key], name.slice(dot + 1)) : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
