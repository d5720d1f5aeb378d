import type { Api } from './api.ts'
import { valueAt } from './event.ts'

/** GitHub hands out no larger ones. */
export const PAGE = 100

/**
 * All of a list, or as much of it as is wanted.
 *
 * @param key - Where in an answer the list stands; left out: it is the answer.
 * @throws {ModelyardError} As `Api.request`.
 */
export async function pages(
  api: Api,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  wanted: string,
  most: number,
  key?: string,
): Promise<unknown[]> {
  const found: unknown[] = []
  for (let page = 1; found.length < most; page += 1) {
    const answer = await api.request(route, { ...parameters, per_page: PAGE, page }, wanted)
    const data = answer.is !== 'answer' ? [] : key === undefined ? answer.data : valueAt(answer.data, [key])
    const items = Array.isArray(data) ? data : []
    found.push(...items)
    if (items.length < PAGE) break
  }
  return found
}
