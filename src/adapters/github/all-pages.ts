import type { Api } from './api.ts'
import { valueAt } from './event.ts'

const PER_PAGE = 100
/** Nothing that is asked for here has more. */
const MOST_PAGES = 100

/**
 * Every item of a list, over all its pages.
 *
 * @param key - Where the answer holds the list; left out where it is the list.
 * @returns Undefined where there is no such thing.
 * @throws {ModelyardError} As `Api.request`.
 */
export async function allPages(
  api: Api,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  wanted: string,
  key?: string,
): Promise<readonly unknown[] | undefined> {
  const items: unknown[] = []
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await api.request(route, { ...parameters, per_page: PER_PAGE, page }, wanted)
    if (answer.is !== 'answer') return undefined
    const found = key === undefined ? answer.data : valueAt(answer.data, [key])
    const list = Array.isArray(found) ? found : []
    items.push(...list)
    if (list.length < PER_PAGE) break
  }
  return items
}
