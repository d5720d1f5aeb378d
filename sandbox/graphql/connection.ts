import { GraphqlRefusal } from './resolver.ts'

export interface PageArguments {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

interface Identified {
  readonly id: number
}

const MOST = 100

/**
 * A connection over records in the order of their ids, as Relay defines it. A cursor names a record and not a place, so
 * what is added or deleted meanwhile moves no page.
 *
 * @throws {GraphqlRefusal} without `first` and `last`, above 100, or for a cursor that is none.
 */
export function connection<T extends Identified>(
  name: string,
  items: readonly T[],
  { first, last, after, before }: PageArguments,
  node: (item: T) => object,
): object {
  checkBounds(name, first, last)
  const within = items.filter(
    ({ id }) => (after == null || id > idOf(after)) && (before == null || id < idOf(before)),
  )
  const cut = first == null ? within : within.slice(0, first)
  const page = last == null ? cut : cut.slice(Math.max(0, cut.length - last))
  const nodes = page.map(node)
  return {
    totalCount: items.length,
    nodes,
    edges: page.map((item, at) => ({ cursor: cursorOf(item), node: nodes[at] })),
    pageInfo: {
      hasNextPage:
        first == null ? before != null && items.some(({ id }) => id >= idOf(before)) : within.length > first,
      hasPreviousPage:
        last == null ? after != null && items.some(({ id }) => id <= idOf(after)) : cut.length > last,
      startCursor: page[0] === undefined ? null : cursorOf(page[0]),
      endCursor: page.length === 0 ? null : cursorOf(page[page.length - 1] as T),
    },
  }
}

function checkBounds(name: string, first?: number | null, last?: number | null): void {
  if (first == null && last == null) {
    throw new GraphqlRefusal(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    )
  }
  for (const bound of [first, last]) {
    if (bound == null || (bound >= 0 && bound <= MOST)) continue
    throw new GraphqlRefusal(
      'EXCESSIVE_PAGINATION',
      `Requesting ${bound} records on the \`${name}\` connection exceeds the \`first\` limit of ${MOST} records.`,
    )
  }
}

function cursorOf({ id }: Identified): string {
  return Buffer.from(`cursor:v2:${id}`).toString('base64url')
}

function idOf(cursor: string): number {
  const [, id] = /^cursor:v2:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (id !== undefined) return Number(id)
  throw new GraphqlRefusal('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`)
}
