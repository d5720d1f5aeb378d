import { readFileSync } from 'node:fs'

/** What a month of the walk came to: what production saw, what was told of it, and what was done. */
export interface Month {
  /** `2004-01`. */
  readonly month: string
  /** That predicted the month. */
  readonly version: number
  /** Mean absolute error of its predictions, and the interval that judged it; thousands of rides a day. */
  readonly mae: number
  readonly low: number | undefined
  readonly high: number | undefined
  readonly status: 'ok' | 'degraded' | 'insufficient-data' | 'error'
  /** The same of the first version, which nobody would have trained again. */
  readonly untouched: number
  /** How far the rides of the last year lie from those that the version was trained on. */
  readonly distance: number
  /** Features that drifted. */
  readonly drifted: readonly string[]
  /** What became of issues, e.g. `open drift 2`. */
  readonly alerts: readonly string[]
  /** Of alerts that are open at the end of the month. */
  readonly open: readonly string[]
  readonly decision: 'retrain' | 'held-back' | 'not-due' | 'cannot-tell'
  /** Which triggers fired. */
  readonly fired: readonly string[]
  /** Where it was trained: the version that serves from then on, or what its gates said. */
  readonly candidate: string | undefined
  /** Of its MAE from the champion's, on the months that were held out. */
  readonly difference: number | undefined
}

const NAMES = [
  'month',
  'version',
  'mae',
  'low',
  'high',
  'status',
  'untouched',
  'distance',
  'drifted',
  'alerts',
  'open',
  'decision',
  'fired',
  'candidate',
  'difference',
] as const satisfies readonly (keyof Month)[]

/** A line a month, a tab between cells; numbers by three digits, lists by commas. */
export function writeMonths(months: readonly Month[]): string {
  const lines = months.map(month => NAMES.map(name => cellOf(month[name])).join('\t'))
  return `${[NAMES.join('\t'), ...lines].join('\n')}\n`
}

function cellOf(value: Month[keyof Month]): string {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}` : value.toFixed(3)
  return value === undefined ? '' : typeof value === 'string' ? value : value.join(', ')
}

/** What a walk found, as docs/explanation/ridership.tsv keeps it; a test holds that a new walk finds the same. */
export function keptMonths(): Month[] {
  return keptLines('ridership').map(cells => {
    const list = (name: keyof Month) => (cells[name] ? cells[name].split(', ') : [])
    const number = (name: keyof Month) => (cells[name] ? Number(cells[name]) : undefined)
    return {
      month: cells.month ?? '',
      version: Number(cells.version),
      mae: Number(cells.mae),
      low: number('low'),
      high: number('high'),
      status: cells.status as Month['status'],
      untouched: Number(cells.untouched),
      distance: Number(cells.distance),
      drifted: list('drifted'),
      alerts: list('alerts'),
      open: list('open'),
      decision: cells.decision as Month['decision'],
      fired: list('fired'),
      candidate: cells.candidate || undefined,
      difference: number('difference'),
    }
  })
}

/** By the names of the first line. */
function keptLines(name: string): Partial<Record<string, string>>[] {
  const text = readFileSync(new URL(`../../docs/explanation/${name}.tsv`, import.meta.url), 'utf8')
  const [head = [], ...lines] = text
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  return lines.map(cells => Object.fromEntries(cells.map((cell, at) => [head[at], cell])))
}

/** What a way of looking tells of a feature that has a season and no trend. */
export interface SeasonalLook {
  readonly look: string
  readonly months: number
  readonly drift: number
  readonly ok: number
  /** Too few rows to have shown a drift that matters. */
  readonly untold: number
}

const LOOK_NAMES = [
  'look',
  'months',
  'drift',
  'ok',
  'untold',
] as const satisfies readonly (keyof SeasonalLook)[]

export function writeLooks(looks: readonly SeasonalLook[]): string {
  return `${[LOOK_NAMES.join('\t'), ...looks.map(look => LOOK_NAMES.map(name => look[name]).join('\t'))].join('\n')}\n`
}

export function keptLooks(): SeasonalLook[] {
  return keptLines('ridership-seasons').map(cells => ({
    look: cells.look ?? '',
    months: Number(cells.months),
    drift: Number(cells.drift),
    ok: Number(cells.ok),
    untold: Number(cells.untold),
  }))
}
