import type { MonitoringFinding } from '../../src/domain/alerts/finding.ts'
import { DEFAULT_ALERT_RULES } from '../../src/domain/alerts/rules.ts'

const { closeAfter, reopenDays, worseBy } = DEFAULT_ALERT_RULES

export interface ModelledIssue {
  isOpen: boolean
  closedAt: number
  /** The worst that people were told, by name. */
  readonly told: Map<string, number>
  readonly bad: Set<string>
  goods: number
  hasRecovered: boolean
  latest: number
}

/** What is to become of the issues by one run: which one, whether a word is said, and whether it is open then. */
export interface Expected {
  readonly number: number
  readonly says: boolean
  readonly isOpen: boolean
}

/**
 * An alert told anew, as a ledger of what people were told and what runs found, against which the real one is held.
 */
export class AlertModel {
  readonly issues: ModelledIssue[] = []

  person(number: number, isOpen: boolean, now: number): void {
    const issue = this.issues[number - 1]
    if (issue === undefined || issue.isOpen === isOpen) return
    Object.assign(issue, { isOpen, closedAt: now })
  }

  /** @returns Undefined where nothing is to change. */
  run(id: number, finding: MonitoringFinding, now: number): Expected | undefined {
    const byLatest = this.issues.toSorted((a, b) => b.latest - a.latest)
    const issue = byLatest.find(({ isOpen }) => isOpen) ?? byLatest[0]
    for (const other of this.issues)
      if (other.isOpen && other !== issue) Object.assign(other, { isOpen: false, closedAt: now })
    if (this.issues.some(({ latest }) => latest >= id)) return undefined
    const isOver = issue !== undefined && !issue.isOpen && now - issue.closedAt > reopenDays * 86_400_000
    if (issue === undefined || isOver)
      return finding.is === 'bad' ? this.opened(id, finding.items) : undefined
    issue.latest = id
    if (issue.isOpen && issue.hasRecovered) Object.assign(issue, { hasRecovered: false, goods: 0 })
    const says = this.found(issue, finding, now)
    return { number: this.issues.indexOf(issue) + 1, says, isOpen: issue.isOpen }
  }

  private opened(id: number, items: readonly { name: string; size: number }[]): Expected {
    const told = new Map(items.map(({ name, size }) => [name, size]))
    const bad = new Set(told.keys())
    this.issues.push({ isOpen: true, closedAt: 0, told, bad, goods: 0, hasRecovered: false, latest: id })
    return { number: this.issues.length, says: false, isOpen: true }
  }

  private found(issue: ModelledIssue, finding: MonitoringFinding, now: number): boolean {
    if (finding.is === 'unknown') return false
    for (const name of issue.bad) if (!finding.untold.includes(name)) issue.bad.delete(name)
    if (finding.is === 'good') {
      if (issue.bad.size > 0) return false
      issue.goods += 1
      if (issue.goods < closeAfter) return false
      issue.hasRecovered = true
      if (!issue.isOpen) return false
      Object.assign(issue, { isOpen: false, closedAt: now })
      return true
    }
    issue.goods = 0
    const isBack = !issue.isOpen && issue.hasRecovered
    issue.hasRecovered = false
    let isNews = isBack
    for (const { name, size } of finding.items) {
      issue.bad.add(name)
      const told = issue.told.get(name)
      const isTold = told !== undefined && size <= told * worseBy
      if (!isTold) isNews = true
      if (!isTold || isBack) issue.told.set(name, Math.max(told ?? 0, size))
    }
    if (isNews) issue.isOpen = true
    return isNews
  }
}
