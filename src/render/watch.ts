import type { Lateness } from '../domain/monitoring/lateness.ts'
import type { ModelWatch } from '../domain/report/model-watch.ts'
import { codeSpan } from './escape.ts'
import { plural } from './numbers.ts'
import { ALERTS } from './results/alerts.ts'

/**
 * How models do in production that a report is about, in Markdown: a line for each that somebody should know of. Numbers of
 * issues stand as they are, so that GitHub links them.
 */
export function watchLines(watch: readonly ModelWatch[]): string {
  return watch.map(one => `${lineOf(one)}\n\n`).join('')
}

function lineOf({ model, alerts, late }: ModelWatch): string {
  const numbers = alerts.map(({ kind, issue }) => `#${issue} (${ALERTS[kind]})`).join(', ')
  const named = codeSpan(model)
  return [
    ...(alerts.length === 0 ? [] : [`❌ In production: ${named} has an open alert, ${numbers}.`]),
    ...(late === undefined ? [] : [lateText(named, late)]),
  ].join(' ')
}

function lateText(model: string, { daysAgo, everyDays }: Lateness): string {
  const every = everyDays < 2 ? 'every day' : `every ${Math.round(everyDays)} days`
  return `⚠️ Not watched: the last monitoring run of ${model} was ${plural(daysAgo, 'day')} ago; before that it ran ${every}.`
}
