import type { Issues, OwnIssue, Ports } from '../ports.ts'
import { ALERT_LABEL, alertMarker, openAlertIssue } from './alert-issue.ts'
import { sayOnce } from './say-once.ts'

/** Something that an issue tells of. */
export interface AlertFinding {
  /** The same whenever it is found: 12 letters and digits in hexadecimal. */
  readonly id: string
  /** A line of Markdown. */
  readonly line: string
}

/** What one issue stands for. */
export interface Alert {
  /** What tells it from our other alerts, in letters, digits and dashes. */
  readonly subject: string
  readonly title: string
  /** Markdown above and below the list of what was found. */
  readonly intro: string
  readonly outro: string
  readonly findings: readonly AlertFinding[]
}

/** An alert beside the issues that tell of it already. */
export interface StandingAlert {
  readonly alert: Alert
  readonly issues: readonly OwnIssue[]
  /** What no issue has told of yet. */
  readonly fresh: readonly AlertFinding[]
}

const MOST_LINES = 50
/** An issue's body has room for no more. */
const MOST_IDS = 2000

/** What an alert has to say that was not said, whether its issue is open or somebody closed it. */
export async function readAlert(alert: Alert, issues: Issues): Promise<StandingAlert> {
  const found = await issues.find(alertMarker(alert.subject))
  const known = new Set(found.flatMap(({ body }) => idsIn(body)))
  return { alert, issues: found, fresh: alert.findings.filter(({ id }) => !known.has(id)) }
}

/**
 * Tells what is fresh: opens the alert's one issue, or says in it what came, opening it again where it was closed. What was
 * told once is not told again.
 *
 * @throws {ModelyardError} `remote-failed` where it is not known whether GitHub took it; what `Issues` throws.
 */
export async function settleAlert(
  { alert, issues: found, fresh }: StandingAlert,
  issues: Issues,
  { comments, artifacts }: Pick<Ports, 'comments' | 'artifacts'>,
): Promise<'opened' | 'worse' | 'unchanged'> {
  if (fresh.length === 0) return 'unchanged'
  const issue = found.findLast(({ isOpen }) => isOpen) ?? found.at(-1)
  if (issue === undefined) {
    const { title, subject } = alert
    const made = { title, body: bodyOf(alert, []), labels: [ALERT_LABEL] }
    await openAlertIssue(made, alertMarker(subject), issues)
    return 'opened'
  }
  // First the words: once the issue knows what they tell of, nobody says them any more.
  const name = artifacts.hash(new TextEncoder().encode(fresh.map(({ id }) => id).join(' '))).slice(0, 12)
  const words = ['There is more:', '', ...linesOf(fresh)].join('\n')
  await sayOnce(comments, { is: 'issue', number: issue.number }, `worse-${name}`, words)
  const known = found.flatMap(({ body }) => idsIn(body))
  await issues.update(issue.number, { body: bodyOf(alert, known), isOpen: true })
  return 'worse'
}

/** What an issue told of, by its own words. */
function idsIn(body: string): string[] {
  const [, ids = ''] = /^<!-- modelyard findings ([0-9a-f ]*) -->$/m.exec(body.replaceAll('\r', '')) ?? []
  return ids.split(' ').filter(id => id !== '')
}

function bodyOf(alert: Alert, known: readonly string[]): string {
  const ids = new Set([...known, ...alert.findings.map(({ id }) => id)])
  return [
    alertMarker(alert.subject),
    `<!-- modelyard findings ${[...ids].slice(-MOST_IDS).join(' ')} -->`,
    alert.intro,
    '',
    ...linesOf(alert.findings),
    '',
    alert.outro,
    '',
  ].join('\n')
}

function linesOf(findings: readonly AlertFinding[]): string[] {
  const more = findings.length - MOST_LINES
  return [
    ...findings.slice(0, MOST_LINES).map(({ line }) => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ]
}
