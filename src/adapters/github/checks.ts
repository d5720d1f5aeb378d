import { ModelyardError } from '../../domain/errors/index.ts'
import type { CheckAnnotation, CheckAnswer, Checks } from '../../ports.ts'
import { type ApiOptions, openApi } from './api.ts'
import { type CheckMark, parseMark, renderMark } from './check-mark.ts'
import type { GitHubContext } from './context.ts'
import { countOf, shaOf, textOf, valueAt } from './event.ts'
import { allPages } from './pages.ts'

const WANTED = 'checks: write'
const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const

/**
 * Check runs on GitHub, of the App whose token is used.
 *
 * @param app - Its number: others' of the same name are not looked at.
 */
export function openGitHubChecks(context: GitHubContext, app: number, options: ApiOptions = {}): Checks {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  /** All of ours on a commit, the newest first: GitHub keeps each, and the newest counts. */
  const ours = async ({ name, head }: Pick<CheckAnswer, 'name' | 'head'>): Promise<readonly Run[]> => {
    const answer = await api.request(
      'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
      { ...place, ref: head, check_name: name, app_id: app, filter: 'all', per_page: 100 },
      WANTED,
    )
    return answer.is === 'answer' ? runsIn(valueAt(answer.data, ['check_runs'])) : []
  }
  /** Lets each of them say so that does not; whether one was changed. */
  const agree = async (runs: readonly Run[], answer: CheckAnswer): Promise<boolean> => {
    const others = runs.filter(({ data }) => !saysSo(data, markOf(data), answer))
    for (const { id, data } of others) {
      const body = {
        ...bodyOf({ ...answer, annotations: await missingOn(id, data, answer) }),
        external_id: renderMark({ ...markOf(data), digest: answer.digest }),
      }
      const said = await api.request(PATCH, { ...place, check_run_id: id, ...body }, WANTED)
      if (said.is !== 'answer') throw unsure(answer)
    }
    return others.length > 0
  }
  /** GitHub adds what it is given to what stands beside the lines already, and takes nothing away. */
  const missingOn = async (id: number, data: unknown, { annotations }: CheckAnswer) => {
    if (annotations.length === 0 || valueAt(data, ['output', 'annotations_count']) === 0) return annotations
    const route = 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations'
    const there = (await allPages(api, route, { ...place, check_run_id: id }, WANTED)) ?? []
    return annotations.filter(one => !there.some(data => isSame(data, noteOf(one))))
  }
  const runAt = async (id: number) => {
    const route = 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}'
    const answer = await api.request(route, { ...place, check_run_id: id }, WANTED)
    return answer.is === 'answer' ? answer.data : undefined
  }
  return {
    async settle(answer) {
      const before = await ours(answer)
      const [newest] = before
      if (newest !== undefined)
        return { id: newest.id, change: (await agree(before, answer)) ? 'updated' : 'unchanged' }
      const made = await api.request(
        'POST /repos/{owner}/{repo}/check-runs',
        { ...place, head_sha: answer.head, ...bodyOf(answer) },
        WANTED,
      )
      // Without an answer it may be there, and another process may have found none and made one too.
      const there = await ours(answer)
      const own = made.is === 'answer' ? countOf(valueAt(made.data, ['id'])) : undefined
      const created = there[0]?.id ?? own
      // Where it is not there, whoever asks again makes it.
      if (created === undefined) throw unsure(answer)
      return { id: created, change: (await agree(there, answer)) ? 'updated' : 'created' }
    },
    async offer({ buttons, ...check }) {
      const id = (await ours(check))[0]?.id
      if (id === undefined) return
      await api.request(PATCH, { ...place, check_run_id: id, actions: actionsOf(buttons) }, WANTED)
    },
    async read(id) {
      const found = await runAt(id)
      const head = shaOf(valueAt(found, ['head_sha']))
      if (head === undefined || valueAt(found, ['app', 'id']) !== app) return undefined
      const { presses, pressedBy } = markOf(found)
      return { head, presses, pressedBy }
    },
    async press(id, press, login) {
      const { digest } = markOf(await runAt(id))
      const mark = renderMark({ digest, presses: press, pressedBy: login })
      await api.request(PATCH, { ...place, check_run_id: id, external_id: mark }, WANTED)
    },
  }
}

const PATCH = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'

interface Run {
  readonly id: number
  readonly data: unknown
}

function runsIn(data: unknown): readonly Run[] {
  const runs = (Array.isArray(data) ? data : []).flatMap((run: unknown): Run[] => {
    const id = countOf(valueAt(run, ['id']))
    return id === undefined ? [] : [{ id, data: run }]
  })
  return runs.sort((a, b) => b.id - a.id)
}

function markOf(found: unknown): CheckMark {
  return parseMark(textOf(valueAt(found, ['external_id'])))
}

function saysSo(found: unknown, mark: CheckMark, { digest, conclusion }: CheckAnswer): boolean {
  return (
    valueAt(found, ['status']) === 'completed' &&
    mark.digest === digest &&
    valueAt(found, ['conclusion']) === conclusion
  )
}

function bodyOf({ name, conclusion, title, summary, annotations, digest, buttons }: CheckAnswer) {
  return {
    name,
    status: 'completed',
    conclusion,
    external_id: digest,
    actions: actionsOf(buttons),
    output: {
      title,
      summary,
      annotations: annotations.map(noteOf),
    },
  }
}

function noteOf({ path, line, level, title, message }: CheckAnnotation) {
  return { path, start_line: line, end_line: line, annotation_level: LEVELS[level], title, message }
}

function isSame(data: unknown, note: ReturnType<typeof noteOf>): boolean {
  return Object.entries(note).every(([key, value]) => valueAt(data, [key]) === value)
}

function actionsOf(buttons: CheckAnswer['buttons']) {
  return buttons.map(({ label, description, action }) => ({ label, description, identifier: action }))
}

function unsure({ head }: CheckAnswer): ModelyardError {
  return new ModelyardError({
    code: 'remote-failed',
    message: `GitHub did not take the check run of ${head.slice(0, 12)}`,
    next: 'it is set at the next event, or when somebody asks for it again',
  })
}
