import type { AlertPage } from '../domain/alerts/page.ts'
import type { AlertNews } from '../domain/alerts/plan.ts'
import type { WeekPage } from '../domain/alerts/week-page.ts'

/** What alerts look like is decided where all answers are rendered, and by no command. Pure. */
export interface AlertPages {
  /** The same for a model and a kind, whatever was found. */
  title(page: Pick<AlertPage, 'model' | 'kind'>): string
  /** Markdown of at most `limit` characters. */
  body(page: AlertPage, limit: number): string
  comment(page: AlertPage, news: readonly AlertNews[]): string
  /** Of the issue of a model's weeks: the same for every week. */
  weekTitle(page: Pick<WeekPage, 'model'>): string
  /** Markdown that fits into a comment. */
  week(page: WeekPage): string
}
