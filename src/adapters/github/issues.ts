import { ModelyardError } from '../../domain/errors/index.ts'
import type { Issues, OwnIssue, Written } from '../../ports.ts'
import { JOB_ACCOUNT } from './account.ts'
import { type Answer, type Api, type ApiOptions, openApi } from './api.ts'
import type { GitHubContext } from './context.ts'
import { countOf, longTextOf, textOf, valueAt } from './event.ts'
import { allPages } from './pages.ts'
import { timeOf } from './time.ts'

const WANTED = 'issues: write'
const TO_READ = 'issues: read'

interface IssueOptions extends ApiOptions {
  /** Whose they are: anybody can write a marker. Left out: whom the token speaks for, which GitHub is asked. */
  readonly login?: string
}

/** Issues on GitHub, as one token writes them. */
export function openGitHubIssues(context: GitHubContext, options: IssueOptions = {}): Issues {
  const api = openApi(context, options)
  let viewer: string | undefined
  const self = async () => {
    viewer ??= await viewerOf(api)
    return viewer
  }
  const place = { owner: context.owner, repo: context.repository }
  const listed = async (login: string, state: 'all' | 'open', marker: string, wanted: string) => {
    const asked = { ...place, creator: login, state, sort: 'created', direction: 'asc' }
    const all = (await allPages(api, 'GET /repos/{owner}/{repo}/issues', asked, wanted)) ?? []
    return all.flatMap(data => {
      const issue = issueOf(data, login)
      return issue?.body.startsWith(marker) ? [issue] : []
    })
  }
  return {
    find: async marker => listed(options.login ?? (await self()), 'all', marker, WANTED),
    async findOpen(marker) {
      // Those of two accounts are two lists.
      const [jobs, own] = [JOB_ACCOUNT, options.login]
      const found = await listed(jobs, 'open', marker, TO_READ)
      return own === undefined || own === jobs
        ? found
        : [...found, ...(await listed(own, 'open', marker, TO_READ))]
    },
    async create({ title, body, labels, assignees }) {
      const issue = { ...place, title, body, labels, ...(assignees === undefined ? {} : { assignees }) }
      return writtenBy(await api.request('POST /repos/{owner}/{repo}/issues', issue, WANTED))
    },
    async update(number, { title, body, isOpen, closedAs }) {
      const change = {
        ...place,
        issue_number: number,
        ...(title === undefined ? {} : { title }),
        ...(body === undefined ? {} : { body }),
        ...(isOpen === undefined ? {} : { state: isOpen ? 'open' : 'closed' }),
        ...(closedAs === undefined ? {} : { state_reason: closedAs.replace('-', '_') }),
      }
      return writtenBy(await api.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', change, WANTED))
    },
  }
}

/** @throws {ModelyardError} `remote-failed` where GitHub does not say it: whose an issue is could not be told. */
async function viewerOf(api: Api): Promise<string> {
  const login = textOf(
    valueAt(await api.graphql('query { viewer { login } }', {}, WANTED), ['viewer', 'login']),
  )
  if (login !== undefined) return login
  throw new ModelyardError({
    code: 'remote-failed',
    message: 'GitHub does not say whom the token speaks for',
    next: 'run the step again in a while',
  })
}

/** @returns Undefined for a pull request, which GitHub lists among the issues, and for what is somebody else's. */
function issueOf(data: unknown, login: string): OwnIssue | undefined {
  const at = (...keys: string[]) => valueAt(data, keys)
  const [number, url] = [countOf(at('number')), textOf(at('html_url'))]
  if (number === undefined || url === undefined || at('pull_request') !== undefined) return undefined
  if (textOf(at('user', 'login')) !== login) return undefined
  return {
    number,
    url,
    isOpen: at('state') === 'open',
    closedAt: timeOf(at('closed_at')),
    title: textOf(at('title')) ?? '',
    body: longTextOf(at('body')) ?? '',
  }
}

function writtenBy(answer: Answer): Written {
  if (answer.is !== 'answer') return answer
  const [id, url] = [countOf(valueAt(answer.data, ['number'])), textOf(valueAt(answer.data, ['html_url']))]
  return id === undefined || url === undefined ? { is: 'unsure' } : { is: 'written', id, url }
}
