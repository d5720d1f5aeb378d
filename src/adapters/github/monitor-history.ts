import type { MonitorHistory } from '../../ports.ts'
import { type Api, type ApiOptions, openApi } from './api.ts'
import { appendFile } from './append-file.ts'
import { type RepositoryPlace, standingAt } from './branch-standing.ts'
import type { GitHubContext } from './context.ts'
import { valueAt } from './event.ts'
import { pauseBy } from './pause.ts'
import { timeOf } from './time.ts'

const NEWEST = 10

const README = `# Monitoring history

What each run of monitoring found: \`monitoring/MODEL/YEAR/MONTH/TIME-RUN.ATTEMPT-DIGEST.json\`. One small file a run,
added by one commit and never changed. This branch shares no history with any other.
`

/** The branch of what monitoring found on GitHub, as one token writes it. */
export function openGitHubMonitorHistory(context: GitHubContext, options: ApiOptions = {}): MonitorHistory {
  const api = openApi(context, options)
  const place = { owner: context.owner, repo: context.repository }
  const pause = pauseBy(options)
  return {
    async append(branch, run) {
      const growing = {
        name: branch,
        begin: { message: 'Begin the monitoring history', readme: README },
        file: 'the run',
      }
      const look = async () => {
        const standing = await standingAt(api, place, branch)
        return (
          standing && { commit: standing.commit, holds: await holds(api, place, standing.commit, run.path) }
        )
      }
      return (await appendFile(api, place, growing, run, look, pause)).is
    },
    async newest(branch, folder) {
      const asked = { ...place, sha: branch, path: folder, per_page: NEWEST }
      const answer = await api.request('GET /repos/{owner}/{repo}/commits', asked, 'contents: read')
      const commits = answer.is === 'answer' && Array.isArray(answer.data) ? answer.data : []
      return commits.flatMap(commit => timeOf(valueAt(commit, ['commit', 'committer', 'date'])) ?? [])
    },
  }
}

/** One path is asked for: all of them, as thousands of runs leave, would be a long list. */
async function holds(api: Api, place: RepositoryPlace, commit: string, path: string): Promise<boolean> {
  const answer = await api.request(
    'GET /repos/{owner}/{repo}/contents/{+path}',
    { ...place, path, ref: commit },
    'contents: write',
  )
  return answer.is === 'answer'
}
