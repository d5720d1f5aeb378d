import type { AlertItem, MonitoringFinding } from './finding.ts'
import type { AlertRules } from './rules.ts'
import { type AlertRun, type AlertState, fitState, LONGEST_NAME, type RememberedItem } from './state.ts'

/** The issue that an alert has. */
export interface StandingIssue {
  readonly number: number
  readonly isOpen: boolean
  /** UTC, as GitHub says. */
  readonly closedAt: string | undefined
  /** Undefined where its body cannot be read: nothing is known of what it told. */
  readonly state: AlertState | undefined
}

/** What is worth a comment. */
export interface AlertNews {
  readonly why: 'worse' | 'joined' | 'returned' | 'recovered' | 'awake'
  /** `before`: the worst that was told, of what got worse. */
  readonly items: readonly { readonly name: string; readonly size: number; readonly before?: number }[]
}

/** What becomes of an alert's issue. */
export type AlertPlan =
  | { readonly is: 'none' }
  | { readonly is: 'open'; readonly state: AlertState }
  /** In place: an open one stays open, a closed one closed. */
  | { readonly is: 'update' | 'close' | 'reopen'; readonly state: AlertState; readonly news: AlertNews[] }

export interface AlertFacts {
  readonly issue: StandingIssue | undefined
  /** The newest run that any issue of this alert remembers. */
  readonly latest: AlertRun | undefined
  readonly finding: MonitoringFinding
  readonly run: AlertRun
  readonly rules: AlertRules
  /** UTC to the second. */
  readonly now: string
}

const DAY_MS = 86_400_000

/**
 * What one run makes of an alert. A run that was settled, or is older than one that was, changes nothing. An open issue is
 * brought up to date, with a comment where an item got worse or joined, and closed once enough good runs came in a row. A
 * closed one is opened again within the window: where it had recovered whenever something is bad, where a person closed it
 * before only when an item got worse or joined. After the window a new issue follows it.
 *
 * While it is snoozed nothing is told but that it recovered or returned, and what was not told is told when it is over. Where
 * somebody acknowledged it, what joins is theirs to see.
 */
export function planAlert(facts: AlertFacts): AlertPlan {
  const { issue, latest, finding, run } = facts
  if (latest !== undefined && compareRuns(run, latest) <= 0) return { is: 'none' }
  if (issue === undefined || isOver(issue, facts))
    return finding.is === 'bad' ? { is: 'open', state: openedBy(facts) } : { is: 'none' }
  return issue.isOpen ? planOpen(issue.state, facts) : planClosed(issue.state, facts)
}

/** Newer: of a later id, in one run of a later attempt. Negative where `a` is older. */
export function compareRuns(a: AlertRun, b: AlertRun): number {
  return a.id - b.id || a.attempt - b.attempt
}

function planOpen(known: AlertState | undefined, facts: AlertFacts): AlertPlan {
  const { state, news } = settled(known && anew(known), facts)
  if (state['recovered-at'] === undefined) return { is: 'update', ...spoken(state, news, facts) }
  return { is: 'close', state: unmuted(state), news: [{ why: 'recovered', items: [] }] }
}

/** What is said of an open one whose snooze is over: all that is bad, in place of what is new. */
function spoken(
  state: AlertState,
  news: AlertNews[],
  { finding, now }: AlertFacts,
): { readonly state: AlertState; readonly news: AlertNews[] } {
  const { snoozed, ...rest } = state
  if (snoozed === undefined || snoozed.until > now || finding.is !== 'bad') return { state, news }
  const items = state.items.map(item => ({ ...item, told: Math.max(item.told, item.bad ? item.size : 0) }))
  return { state: fitState({ ...rest, items }), news: [{ why: 'awake', items: badOf(items) }] }
}

/** Whoever took it, and whoever would not hear of it, are done with it. */
function unmuted({ snoozed: _, acknowledged: __, ...state }: AlertState): AlertState {
  return state
}

function badOf(items: readonly RememberedItem[]): AlertNews['items'] {
  return items.filter(({ bad }) => bad).map(({ name, size }) => ({ name, size }))
}

/** Where it had recovered a person opened it again: counting begins anew. */
function anew(state: AlertState): AlertState {
  const { 'recovered-at': recovered, ...rest } = state
  return recovered === undefined ? state : { ...rest, good: 0 }
}

function planClosed(before: AlertState | undefined, facts: AlertFacts): AlertPlan {
  const { finding, now } = facts
  if (finding.is === 'bad' && (before === undefined || before['recovered-at'] !== undefined)) {
    const { state } = settled(before, facts)
    const items = state.items.map(item => ({ ...item, told: Math.max(item.told, item.bad ? item.size : 0) }))
    return {
      is: 'reopen',
      state: fitState({ ...unmuted(state), since: badSince(items, now), items }),
      news: [{ why: 'returned', items: badOf(items) }],
    }
  }
  if (before === undefined) return { is: 'none' }
  const { state, news } = settled(before, facts)
  return { is: news.length > 0 ? 'reopen' : 'update', state, news }
}

function openedBy(facts: AlertFacts): AlertState {
  const { state } = settled(undefined, { ...facts, issue: undefined })
  return facts.issue === undefined ? state : { ...state, follows: facts.issue.number }
}

/** What is remembered after the run, and what of it nobody was told. */
function settled(
  before: AlertState | undefined,
  facts: AlertFacts,
): { state: AlertState; news: AlertNews[] } {
  const { finding, run, rules, now } = facts
  const known = before ?? blankState(facts)
  if (finding.is === 'unknown') return { state: { ...known, run }, news: [] }
  const untold = new Set(finding.untold.map(keyOf))
  if (finding.is === 'good') {
    const items = known.items.map(item => ({ ...item, bad: item.bad && untold.has(item.name) }))
    const isOpen = items.some(({ bad }) => bad) || (known.cut === true && untold.size > 0)
    const good = isOpen ? known.good : known.good + 1
    const recovered = good >= rules.closeAfter ? { 'recovered-at': known['recovered-at'] ?? now } : {}
    return { state: fitState({ ...known, run, good, items, ...recovered }), news: [] }
  }
  const { 'recovered-at': _, ...rest } = known
  const found = foundItems(before, finding.items, facts)
  const names = new Set(found.map(({ item }) => item.name))
  const others = known.items
    .filter(({ name }) => !names.has(name))
    .map(item => ({ ...item, bad: item.bad && untold.has(item.name) }))
  const items = [...found.map(({ item }) => item), ...others]
  const since = before === undefined ? badSince(items, now) : known.since
  return {
    state: fitState({ ...rest, since, run, good: 0, items }),
    news: (['worse', 'joined'] as const).flatMap(why => {
      const items = found.filter(one => one.why === why)
      return items.length === 0 ? [] : [{ why, items: items.map(saidOf) }]
    }),
  }
}

/** Since when anything is bad that is. */
function badSince(items: readonly RememberedItem[], now: string): string {
  return items.reduce((first, { bad, since }) => (bad && since < first ? since : first), now)
}

/** Of an issue that cannot be read more may be bad than this run tells. */
function blankState({ issue, finding, run, now }: AlertFacts): AlertState {
  const isWhole = issue === undefined || (finding.is === 'bad' && finding.untold.length === 0)
  return { schema: 1, since: now, run, good: 0, items: [], ...(isWhole ? {} : { cut: true }) }
}

interface FoundItem {
  readonly item: RememberedItem
  readonly why: 'worse' | 'joined' | undefined
  readonly before: number | undefined
}

function foundItems(
  before: AlertState | undefined,
  items: readonly AlertItem[],
  { rules, now }: AlertFacts,
): FoundItem[] {
  const known = new Map((before?.items ?? []).map(item => [item.name, item]))
  return [...byKey(items)].map(([name, { size, since: found }]) => {
    const item = known.get(name)
    // A clock that is ahead says what has not been yet.
    const since = found === undefined || found > now ? now : found
    const isSilent = before?.snoozed !== undefined && before.snoozed.until > now
    if (item === undefined || (item.told === 0 && size > 0)) {
      // Where it is not known of what people were told, nothing is news; to whoever looks after it neither.
      const isNews = before !== undefined && before.cut !== true && before.acknowledged === undefined
      const told = isSilent && isNews ? 0 : size
      const why = isNews && !isSilent ? 'joined' : undefined
      return {
        item: { name, since: item?.bad ? item.since : since, size, told, bad: true },
        why,
        before: undefined,
      }
    }
    const isWorse = !isSilent && size > item.told * rules.worseBy
    return {
      item: {
        name,
        since: item.bad ? item.since : since,
        size,
        told: isWorse ? size : item.told,
        bad: true,
      },
      why: isWorse ? 'worse' : undefined,
      before: item.told,
    }
  })
}

/** What begins alike and is too long to be told apart is one item: as bad as the worst of it, since the first. */
function byKey(items: readonly AlertItem[]): Map<string, Omit<AlertItem, 'name'>> {
  const found = new Map<string, Omit<AlertItem, 'name'>>()
  for (const { name, size, since } of items) {
    const other = found.get(keyOf(name))
    const times = [since, other?.since].filter(time => time !== undefined).sort()
    found.set(keyOf(name), { size: Math.max(other?.size ?? 0, finite(size)), since: times[0] })
  }
  return found
}

function saidOf({ item: { name, size }, why, before }: FoundItem): AlertNews['items'][number] {
  return why === 'worse' && before !== undefined ? { name, size, before } : { name, size }
}

function isOver({ isOpen, closedAt, state }: StandingIssue, { rules, now }: AlertFacts): boolean {
  const closed = closedAt ?? state?.['recovered-at']
  if (isOpen || closed === undefined) return false
  return Date.parse(now) - Date.parse(closed) > rules.reopenDays * DAY_MS
}

function keyOf(name: string): string {
  return name.slice(0, LONGEST_NAME)
}

/** JSON knows no other numbers. */
function finite(size: number): number {
  return Number.isNaN(size) ? 0 : Math.min(Math.max(0, size), Number.MAX_VALUE)
}
