import { type OpenedProposal, openProposals, whyNotBelieved } from '../src/commands/open-proposal.ts'
import { openRegistry } from '../src/commands/registry-reader.ts'
import { report } from '../src/commands/report.ts'
import { answersOfOwnRun, answersOfRun } from '../src/commands/run-answers.ts'
import { type RunAsked, whoAsked } from '../src/commands/who-asked.ts'
import type { RecordedRun } from '../src/ports.ts'
import { renderNothingLeft, renderOpened } from '../src/render/asked.ts'
import { renderReport } from '../src/render/index.ts'
import type { Reach } from './reach.ts'
import { sayAnswer } from './say-answer.ts'
import { withoutRegistry } from './settle-merges.ts'
import type { Settling } from './settler.ts'

const MOST_CHARACTERS = 60_000

/**
 * Takes what a run left that is over: of a pull request's run the report, of one of the default branch the pull requests
 * that it would open, for whoever asked. Only where `app: true` leaves that to the App.
 */
export async function settleRun(
  { id, path }: { readonly id: number; readonly path?: string },
  reach: Reach,
): Promise<Settling> {
  const { ports, tip, defaultBranch } = reach
  const registry = await takingRegistry(ports, await tip())
  const isListed = (file: string) => registry?.config.workflows.includes(file) === true
  if (registry === undefined || (path !== undefined && !isListed(path))) return 'settled'
  const run = await ports.provenance?.recorded(id)
  if (run === undefined || !run.isOver || !isListed(run.workflow)) return 'settled'
  if (run.event === 'pull_request') return settleReport(run, registry.config.registry, reach)
  const branch = await defaultBranch()
  if ((await whyNotBelieved(registry, run, branch)) !== undefined) return 'settled'
  const asked = await whoAsked(run, ports.app ?? { login: '' }, reach)
  const opened = await openProposals(registry, run, branch, reach.pullRequestsFor(asked.asker), ports)
  await tell(run, asked, opened, reach)
  return 'settled'
}

const LOOK_BACK_MS = 24 * 60 * 60_000

/**
 * Runs that ended while nobody listened, or when a process was killed. Those that are taken already are found so. Nothing is
 * asked for where the App takes nothing of any run.
 */
export async function endedRuns({ ports, tip }: Reach, now: number): Promise<readonly number[]> {
  const { provenance } = ports
  const registry = await takingRegistry(ports, await tip())
  if (registry === undefined || provenance === undefined) return []
  const found: number[] = []
  for (const workflow of new Set(registry.config.workflows))
    found.push(...(await provenance.ended(workflow, now - LOOK_BACK_MS)))
  return found
}

/** The registry at a commit, where its configuration leaves to the App what runs left. */
async function takingRegistry(ports: Reach['ports'], commit: string | undefined) {
  const registry =
    commit === undefined ? undefined : await openRegistry(ports.repository, commit).catch(withoutRegistry)
  return registry?.config.app === true ? registry : undefined
}

/** What a stranger's run left is shown, and nothing else of it is believed. */
async function settleReport(run: RecordedRun, registry: string, reach: Reach): Promise<Settling> {
  const ports = reach.portsOfRun(run)
  if ((await ports.runs.pullRequest()) === undefined) return 'settled'
  // A run that was cancelled at its beginning has nothing to show.
  if ((await answersOfRun(run.id, ports)).length === 0) return 'settled'
  await report.execute({ run: run.id, registry }, ports, {})
  return 'settled'
}

/** Whoever asked in a comment, or by a button, is told what came of it. */
async function tell(
  run: RecordedRun,
  { askedIn }: RunAsked,
  opened: readonly OpenedProposal[],
  reach: Reach,
): Promise<void> {
  if (askedIn === undefined) return
  const answers = await answersOfOwnRun(run, reach.ports)
  const url = (await reach.ports.comments.origin()).runUrl(run.id)
  const page = { limit: MOST_CHARACTERS, part: '', commit: run.headSha, run: run.id, url }
  const isEmpty = answers.length === 0 && opened.length === 0
  const words = isEmpty ? renderNothingLeft(url) : `${renderOpened(opened)}${renderReport(answers, page)}`
  await sayAnswer(askedIn, words, reach)
}
