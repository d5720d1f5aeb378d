import type { AlertKind } from '../domain/alerts/finding.ts'
import type { AlertPage } from '../domain/alerts/page.ts'
import type { AlertNews } from '../domain/alerts/plan.ts'
import type { RememberedItem } from '../domain/alerts/state.ts'
import {
  type Block,
  bad,
  folded,
  fullSentence,
  good,
  heading,
  joinSpans,
  type Line,
  name,
  open,
  paragraph,
  part,
  type Span,
  sentence,
} from './blocks.ts'
import { COMMENT_LIMIT, fitBlocks } from './budget.ts'
import { describe } from './index.ts'
import { toMarkdown } from './markdown.ts'
import { metricText, minuteText, plural } from './numbers.ts'
import { linked } from './report-page.ts'
import { causeBlocks } from './sections/drift-cause.ts'
import { trendBlocks } from './sections/trends.ts'

/** So many items are named; the report has the rest. */
const MOST_ROWS = 30

interface KindWords {
  /** Behind the model's name. */
  readonly title: string
  readonly intro: string
  readonly size: string
  readonly next: readonly string[]
}

const KINDS: Readonly<Record<AlertKind, KindWords>> = {
  drift: {
    title: 'what production sees has drifted',
    intro:
      'Production sees other values than the reference holds, by more than matters and more than chance:',
    size: 'distance',
    next: [
      'see whether the data or the world changed: what is broken upstream is repaired there',
      'where the world changed, see whether the metrics hold, and train again on newer data where they do not',
    ],
  },
  degradation: {
    title: 'it got worse in production',
    intro: 'Metrics on what production has seen are worse than they are to be:',
    size: 'loss',
    next: [
      'see whether the data drifted or the labels changed meaning',
      'roll back where an earlier version was better, or train again on newer data',
    ],
  },
  'data-quality': {
    title: 'its data are not what they should be',
    intro: 'Rows that reach the model break what is expected of them:',
    size: 'extent',
    next: [
      'find the source upstream that delivers them, and hold back what depends on them until it is repaired',
    ],
  },
  operations: {
    title: 'it is in trouble while serving',
    intro: 'What serves the model is outside its limits:',
    size: 'extent',
    next: ['see the logs of what serves it and what was deployed last; roll back where that began it'],
  },
  'no-data': {
    title: 'its monitor cannot see',
    intro: 'Nothing could be told in several runs in a row, so whatever happens meanwhile goes unseen:',
    size: 'runs',
    next: [
      'see in the newest run why it could not look: no data, no access, or too few rows',
      'give it access again, or the data their place',
    ],
  },
}

/** The same as long as the model and the kind are. */
export function renderAlertTitle({ model, kind }: Pick<AlertPage, 'model' | 'kind'>): string {
  return `${model}: ${KINDS[kind].title}`
}

/**
 * What is bad, how much, since when, what is likely behind it and what to do, in Markdown.
 *
 * @param limit - Characters.
 */
export function renderAlertBody(page: AlertPage, limit: number = COMMENT_LIMIT): string {
  const { kind, causes, next, trends = [], report, state, runUrl } = page
  const follows = state.follows === undefined ? '' : `\nIt came before: #${state.follows}.\n`
  const waits =
    page.candidate === undefined ? '' : `\nA model trained again waits for a decision: #${page.candidate}.\n`
  const source = `\n<sub>As of ${linked(`run ${state.run.id}`, runUrl)} · brought up to date by each run</sub>\n`
  const cause = report?.kind === 'drift' ? report.cause : undefined
  // It stands above already.
  const measured = report?.kind === 'drift' ? { ...report, cause: undefined } : report
  const blocks: Block[] = [
    paragraph(...standingLine(page)),
    ...mutedBlocks(page),
    paragraph(KINDS[kind].intro),
    part('data', tableOf(page)),
    ...trendBlocks(trends),
    heading(3, 'Likely cause'),
    ...(cause === undefined ? [] : causeBlocks(cause)),
    ...(cause !== undefined && cause.hints.length > 0
      ? []
      : [causes.length === 0 ? paragraph('Not known; the report says where to begin.') : listOf(causes)]),
    heading(3, 'What to do'),
    listOf([...KINDS[kind].next, ...next]),
    paragraph(ruleLine(page)),
    ...(measured === undefined
      ? []
      : [folded('examples', 'What the newest run measured', ...describe(measured))]),
  ]
  const room = Math.max(0, limit - follows.length - waits.length - source.length)
  return `${fitBlocks(blocks, toMarkdown, room, 'the summary of its run')}${follows}${waits}${source}`
}

const NEWS = {
  worse: 'Worse:',
  joined: 'New:',
  returned: 'It is back:',
  awake: 'No longer snoozed, and still bad:',
} as const

/** What is new, and where to go on. */
export function renderAlertComment(page: AlertPage, news: readonly AlertNews[]): string {
  const { kind, rules, state, runUrl } = page
  const lines = news.map(({ why, items }): Line => {
    if (why !== 'recovered') return [bad(NEWS[why]), ' ', ...namedIn(items, page)]
    const closing = `This issue closes, and opens again where it returns within ${plural(rules.reopenDays, 'day')}.`
    return [
      good('Recovered:'),
      ` nothing was found in ${plural(rules.closeAfter, 'run')} in a row. ${closing}`,
    ]
  })
  const isBad = news.some(({ why }) => why !== 'recovered')
  const blocks: Block[] = [
    { block: 'list', items: lines },
    ...(isBad ? [paragraph(...sentence(fullSentence(`what to do: ${KINDS[kind].next[0]}`)))] : []),
  ]
  return `${toMarkdown(blocks)}\n<sub>Found by ${linked(`run ${state.run.id}`, runUrl)}</sub>`
}

function standingLine({ finding, state, rules, isOpen }: AlertPage): Span[] {
  if (!isOpen && finding.is === 'good')
    return [good('Recovered:'), ` bad since ${timeText(state.since)}, and good by now.`]
  switch (finding.is) {
    case 'bad':
      return [bad(`Bad since ${timeText(state.since)}.`)]
    case 'good':
      return state.items.some(item => item.bad)
        ? [open('Not told:'), ' what was bad could not be seen by the newest run.']
        : [
            good('Better:'),
            ` nothing was found in ${state.good} of the ${plural(rules.closeAfter, 'run')} after which this closes.`,
          ]
    case 'unknown':
      return [open('Not told:'), ' ', ...sentence(fullSentence(finding.why))]
  }
}

/** Who looks after it, and until when nobody is to hear of it. */
function mutedBlocks({ state: { snoozed, acknowledged } }: AlertPage): Block[] {
  return [
    ...(acknowledged === undefined
      ? []
      : [
          paragraph(
            'Looked after by ',
            name(acknowledged.by),
            ` since ${timeText(acknowledged.at)}: what joins is not told by a comment.`,
          ),
        ]),
    ...(snoozed === undefined
      ? []
      : [
          paragraph(
            'Snoozed by ',
            name(snoozed.by),
            ` until ${timeText(snoozed.until)}: nothing is told by a comment but that it recovered or returned.`,
          ),
        ]),
  ]
}

function tableOf({ kind, finding, state }: AlertPage): Block {
  const untold = new Set(finding.is === 'unknown' ? [] : finding.untold)
  const left = state.items.length - MOST_ROWS
  const more = `… and ${left} more`
  return {
    block: 'table',
    columns: [
      { title: 'what' },
      { title: KINDS[kind].size, align: 'right' },
      { title: 'worst told', align: 'right' },
      { title: 'since' },
      { title: 'now' },
    ],
    rows: [
      ...state.items
        .slice(0, MOST_ROWS)
        .map((item): Line[] => [
          name(item.name),
          sizeText(kind, item.size),
          sizeText(kind, item.told),
          timeText(item.since),
          nowOf(item, finding.is === 'unknown' || untold.has(item.name)),
        ]),
      ...(left > 0 ? [[more, '', '', '', '']] : []),
    ],
  }
}

function nowOf({ bad: isBad }: RememberedItem, isUntold: boolean): Span {
  if (!isBad) return good('good')
  return isUntold ? open('not told') : bad('bad')
}

function ruleLine({ rules }: AlertPage): string {
  return `It is closed after ${plural(rules.closeAfter, 'good run')} in a row, and opened again where it returns within ${plural(rules.reopenDays, 'day')}. Close it by hand to hear of it again only when it gets worse, something new joins, or it recovers and returns.`
}

function namedIn(items: AlertNews['items'], { kind }: AlertPage): Span[] {
  const left = items.length - MOST_ROWS
  const parts = items
    .slice(0, MOST_ROWS)
    .map(({ name: text, size, before }): Span[] => [
      name(text),
      ` ${sizeText(kind, size)}${before === undefined ? '' : ` (told before: ${sizeText(kind, before)})`}`,
    ])
  return [...joinSpans(parts, ', '), left > 0 ? ` and ${left} more.` : '.']
}

function sizeText(kind: AlertKind, size: number): string {
  return kind === 'no-data' ? String(size) : metricText(size)
}

function timeText(time: string): string {
  return `${minuteText(time)} UTC`
}

function listOf(phrases: readonly string[]): Block {
  return { block: 'list', items: phrases.map(phrase => sentence(fullSentence(phrase))) }
}
