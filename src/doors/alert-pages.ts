import type { AlertPages } from '../ports.ts'
import { renderAlertBody, renderAlertComment, renderAlertTitle } from '../render/alert.ts'
import { renderWeek, renderWeekTitle } from '../render/week.ts'

/** What alerts look like. Apart from the other ports: bundles that tell of no alerts do without it. */
export const ALERT_PAGES: AlertPages = {
  title: renderAlertTitle,
  body: renderAlertBody,
  comment: renderAlertComment,
  weekTitle: renderWeekTitle,
  week: renderWeek,
}
