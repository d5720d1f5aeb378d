import { ModelyardError } from '../domain/errors/index.ts'
import type { ApprovalFacts } from '../domain/registry/approvals.ts'
import { parseAsker } from '../domain/registry/asked-by.ts'
import type { Config } from '../domain/registry/config.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import type { Account, MergedPull, Ports } from '../ports.ts'
import { isBotName } from './move-authors.ts'

type Asker = ApprovalFacts['asker']

/** A pull request, as far as it tells who asked for it. */
export interface AskedPull extends Pick<MergedPull, 'head' | 'branch'> {
  /** Undefined where the account is gone. */
  readonly author: Account | undefined
}

/**
 * Who asked for a move, as GitHub says: whoever opened its pull request; of one that the App opened, whom the App wrote
 * into the commit. Where no App opens them, the run that another bot names tells who started it.
 *
 * @param run - That judged the move, by its record.
 * @param config - Of the base.
 */
export async function askerOf(
  pull: AskedPull,
  run: PromotionRecord['judged-at'] | undefined,
  config: Pick<Config, 'app'> | undefined,
  { app, ...ports }: Pick<Ports, 'merges' | 'repository' | 'app'>,
): Promise<Asker> {
  const { author } = pull
  if (author !== undefined && !author.isBot) return { is: 'person', login: author.login }
  if (app !== undefined && author?.login === app.login) return askerOfApp(pull, app.login, ports)
  // Any writer lets a workflow open a pull request, and writes the record that names a run.
  if (app !== undefined && config?.app) return UNKNOWN
  const known = author !== undefined && run !== undefined && run !== 'terminal'
  const starter = known ? await ports.merges.starterOf(run) : undefined
  if (starter?.event === 'push' || starter?.event === 'schedule') return { is: 'none' }
  if (starter?.event !== 'workflow_dispatch' || isBotName(starter.login)) return UNKNOWN
  return { is: 'person', login: starter.login }
}

const UNKNOWN: Asker = { is: 'unknown' }

/** Only where the App itself moved the branch there: people with write access may move it, too, and write what they like. */
async function askerOfApp(
  { head, branch }: AskedPull,
  app: string,
  { merges, repository }: Pick<Ports, 'merges' | 'repository'>,
): Promise<Asker> {
  const pusher = branch === undefined ? undefined : await merges.pusherOf(branch, head)
  if (pusher?.login !== app) return UNKNOWN
  return parseAsker((await messageAt(head, repository)) ?? (await merges.messageOf(head)) ?? '') ?? UNKNOWN
}

/** A head that was squashed away may not have been fetched. */
async function messageAt(commit: string, repository: Ports['repository']): Promise<string | undefined> {
  try {
    return (await repository.commitFacts(commit)).message
  } catch (error) {
    if (error instanceof ModelyardError) return undefined
    throw error
  }
}
