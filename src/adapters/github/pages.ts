import type { Api } from './api.ts'
import { valueAt } from './event.ts'

/** GitHub hands out no larger ones. */
export const PAGE = 100
/** Nothing that is asked for in full has more. */
const MOST_PAGES = 100

/**
 * The pages of a list, one after the other; each is asked for when the one before was taken.
 *
 * @param key - Where in an answer the list stands; left out: it is the answer.
 * @returns Undefined for a page of which there is no answer; no more comes after it.
 * @throws {ModelyardError} As `Api.request`.
 */
export async function* eachPage(
  api: Api,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  wanted: string,
  key?: string,
  mostPages: number = MOST_PAGES,
): AsyncGenerator<readonly unknown[] | undefined> {
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await api.request(route, { ...parameters, per_page: PAGE, page }, wanted)
    if (answer.is !== 'answer') return yield undefined
    const data = key === undefined ? answer.data : valueAt(answer.data, [key])
    const items = Array.isArray(data) ? data : []
    yield items
    if (items.length < PAGE) return
  }
}

/** As much of a list as is wanted; what does not answer has nothing more. */
export async function pages(
  api: Api,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  wanted: string,
  most: number,
  key?: string,
): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const page of eachPage(api, route, parameters, wanted, key, Math.ceil(most / PAGE)))
    found.push(...(page ?? []))
  return found
}

/** All of a list; undefined where there is no such thing. */
export async function allPages(
  api: Api,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  wanted: string,
): Promise<readonly unknown[] | undefined> {
  const items: unknown[] = []
  for await (const page of eachPage(api, route, parameters, wanted)) {
    if (page === undefined) return undefined
    items.push(...page)
  }
  return items
}
