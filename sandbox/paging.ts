import type { Answer, Call } from './route.ts'

const DEFAULT_PER_PAGE = 30
const MOST_PER_PAGE = 100

/** One page of a list, 30 long and at most 100, with links to its neighbours as GitHub gives them. */
export function paged<T>(call: Call, items: readonly T[], render: (item: T) => unknown): Answer {
  const perPage = clamp(numberOr(call.query.per_page, DEFAULT_PER_PAGE), 1, MOST_PER_PAGE)
  const page = Math.max(1, numberOr(call.query.page, 1))
  const last = Math.max(1, Math.ceil(items.length / perPage))
  const body = items.slice((page - 1) * perPage, page * perPage).map(render)
  const links = [
    ...(page > 1 ? [link(call, Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(call, page + 1, 'next'), link(call, last, 'last')] : []),
    ...(page > 1 ? [link(call, 1, 'first')] : []),
  ]
  return { status: 200, body, ...(links.length > 0 && { headers: { link: links.join(', ') } }) }
}

function link({ url, target }: Call, page: number, relation: string): string {
  const address = new URL(target, url)
  address.searchParams.set('page', String(page))
  return `<${address.href}>; rel="${relation}"`
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
