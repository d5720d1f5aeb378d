import type { WeekAlert, WeekPage } from '../domain/alerts/week-page.ts'
import { type Block, bad, good, joinSpans, type Line, name, open, paragraph, type Span } from './blocks.ts'
import { COMMENT_LIMIT, fitBlocks } from './budget.ts'
import { toMarkdown } from './markdown.ts'
import { metricText, minuteText, plural } from './numbers.ts'
import { ALERTS } from './results/alerts.ts'
import { trendBlocks } from './sections/trends.ts'

/** So many names are told. */
const NAMED = 10
/** So many alerts are told; a model has seldom more than two. */
const MOST_ALERTS = 20

/** The same for every week. */
export function renderWeekTitle({ model }: Pick<WeekPage, 'model'>): string {
  return `${model}: monitoring, week by week`
}

/** What a week brought, in Markdown that fits into a comment. */
export function renderWeek(page: WeekPage): string {
  const { week, runs, alerts } = page
  const first = paragraph(
    `Week ${week.name}, from ${week.from.slice(0, 10)} to before ${week.to.slice(0, 10)}, UTC:`,
  )
  const told: Block = { block: 'list', items: [runsLine(page), ...findingLines(page)] }
  const left = alerts.length - MOST_ALERTS
  const issues = [
    ...alerts.slice(0, MOST_ALERTS).map(alertLine),
    ...(left > 0 ? [`- and ${plural(left, 'other alert')}`] : []),
  ].map(line => `${line}\n`)
  const head = `${toMarkdown([first])}\n${issues.join('')}`
  return `${head}${fitBlocks([told, ...trendBlocks(runs.trends)], toMarkdown, COMMENT_LIMIT - head.length, WHOLE)}`
}

const WHOLE = 'the history of its monitoring (history --monitor)'

function runsLine({ runs: { runs, blind } }: WeekPage): Line {
  if (runs === 0) return [bad('No run'), ' of monitoring came.']
  return blind === 0
    ? `${plural(runs, 'run')}.`
    : [`${plural(runs, 'run')}, `, open(`${blind} could not tell`), ' of any feature.']
}

/** With the number as GitHub links it: it is ours, while what stands behind it may not be. */
function alertLine({ kind, number, closedAt, state }: WeekAlert): string {
  const { since, snoozed, acknowledged } = state ?? {}
  const line: Span[] = [
    closedAt === undefined ? bad('Open') : good('Closed'),
    `: ${ALERTS[kind]}`,
    ...(since === undefined ? [] : [`, bad since ${minuteText(since)}`]),
    ...(snoozed === undefined ? [] : [`, snoozed until ${minuteText(snoozed.until)}`]),
    ...(acknowledged === undefined ? [] : [', looked after by ', name(acknowledged.by)]),
  ]
  return `- #${number} ${toMarkdown([paragraph(...line)]).trim()}`
}

function findingLines({ runs: { drifting, near, broken, silentSince }, alerts }: WeekPage): Line[] {
  const confirmed = drifting.filter(one => one.confirmed).map(({ feature }) => [name(feature)])
  const once = drifting.filter(one => !one.confirmed).map(({ feature }) => [name(feature)])
  const lines = [
    lineOf('Drifting at its end: ', confirmed),
    lineOf('Drifted once, not confirmed: ', once),
    lineOf(
      'Near the threshold: ',
      near.map(({ feature, distance, limit }) => [
        name(feature),
        ` ${metricText(distance)} of ${metricText(limit)}`,
      ]),
    ),
    lineOf(
      'Limits broken: ',
      broken.map(({ name: called, runs }) => [name(called), ` in ${plural(runs, 'run')}`]),
    ),
    silentSince === undefined ? [] : [`Late: no run came for long after ${minuteText(silentSince)}.`],
  ].filter(line => line.length > 0)
  return lines.length + alerts.length === 0 ? ['Nothing else to tell.'] : lines
}

function lineOf(title: string, items: readonly Span[][]): Span[] {
  if (items.length === 0) return []
  const rest = items.length - NAMED
  return [title, ...joinSpans(items.slice(0, NAMED), ', '), rest > 0 ? ` and ${rest} more.` : '.']
}
