/** Where something was asked for: a comment, or a button beside a check run. */
export interface AskedIn {
  readonly is: 'comment' | 'check'
  readonly id: number
}

/** As one word, which stands in the name of the run that it started. */
export function renderAskedIn({ is, id }: AskedIn): string {
  return `${is}-${id}`
}

/** Of a run's name; undefined where it says none. Whoever starts a run gives it its name. */
export function parseAskedIn(title: string): AskedIn | undefined {
  const [, is, id] = /(?:^|\s)(comment|check)-([1-9]\d{0,15})$/.exec(title) ?? []
  return is === undefined ? undefined : { is: is as AskedIn['is'], id: Number(id) }
}
