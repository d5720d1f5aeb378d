/** Where something was asked for: a comment, or a button beside a check run, which may be pressed again. */
export type AskedIn =
  | { readonly is: 'comment'; readonly id: number }
  | { readonly is: 'check'; readonly id: number; readonly press: number }

/** As one word, which stands in the name of the run that it started, and in the marker of its answer. */
export function renderAskedIn(asked: AskedIn): string {
  return asked.is === 'comment' ? `comment-${asked.id}` : `check-${asked.id}-${asked.press}`
}

const NUMBER = '([1-9]\\d{0,14})'
const WORD = new RegExp(`(?:^|\\s)(?:comment-${NUMBER}|check-${NUMBER}-${NUMBER})$`)

/** Of a run's name, whose last word it is; undefined where it says none. Whoever starts a run gives it its name. */
export function parseAskedIn(title: string): AskedIn | undefined {
  const [, comment, check, press] = WORD.exec(title) ?? []
  if (comment !== undefined) return { is: 'comment', id: Number(comment) }
  return check === undefined ? undefined : { is: 'check', id: Number(check), press: Number(press) }
}
