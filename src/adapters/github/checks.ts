import { ModelyardError } from '../../domain/errors/index.ts'
import type { CheckAnswer, Checks } from '../../ports.ts'
import { type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, valueAt } from './event.ts'

const WANTED = 'checks: write'
/** In one call. */
const MOST_ANNOTATIONS = 50
const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const

/**
 * Check runs on GitHub, of the App whose token is used.
 *
 * @param app - Its number: others' of the same name are not looked at.
 */
export function openGitHubChecks(context: GitHubContext, app: number, options: ApiOptions = {}): Checks {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const newest = async ({ name, head }: CheckAnswer) => {
    const answer = await api.request(
      'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
      { ...place, ref: head, check_name: name, app_id: app, filter: 'latest' },
      WANTED,
    )
    const runs = answer.is === 'answer' ? valueAt(answer.data, ['check_runs']) : undefined
    return Array.isArray(runs) ? (runs as readonly unknown[])[0] : undefined
  }
  return {
    async settle(answer) {
      const found = await newest(answer)
      const id = countOf(valueAt(found, ['id']))
      if (id !== undefined) {
        if (saysSo(found, answer)) return { id, change: 'unchanged' }
        const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
        const said = await api.request(route, { ...place, check_run_id: id, ...bodyOf(answer) }, WANTED)
        if (said.is === 'answer') return { id, change: 'updated' }
        throw unsure(answer)
      }
      const made = await api.request(
        'POST /repos/{owner}/{repo}/check-runs',
        { ...place, head_sha: answer.head, ...bodyOf(answer) },
        WANTED,
      )
      // Without an answer it may be there; where it is not, whoever asks again makes it.
      const known = made.is === 'answer' ? made.data : await newest(answer)
      const created = countOf(valueAt(known, ['id']))
      if (created === undefined) throw unsure(answer)
      return { id: created, change: 'created' }
    },
  }
}

function saysSo(found: unknown, { digest, conclusion }: CheckAnswer): boolean {
  return (
    valueAt(found, ['status']) === 'completed' &&
    valueAt(found, ['external_id']) === digest &&
    valueAt(found, ['conclusion']) === conclusion
  )
}

function bodyOf({ name, conclusion, title, summary, annotations, digest }: CheckAnswer) {
  return {
    name,
    status: 'completed',
    conclusion,
    external_id: digest,
    output: {
      title,
      summary,
      annotations: annotations.slice(0, MOST_ANNOTATIONS).map(one => ({
        path: one.path,
        start_line: one.line,
        end_line: one.line,
        annotation_level: LEVELS[one.level],
        title: one.title,
        message: one.message,
      })),
    },
  }
}

function unsure({ head }: CheckAnswer): ModelyardError {
  return new ModelyardError({
    code: 'remote-failed',
    message: `GitHub did not take the check run of ${head.slice(0, 12)}`,
    next: 'it is set at the next event, or when somebody asks for it again',
  })
}
