import { GIT_ENGINES, type GitEngine, openGit } from '../src/adapters/git/index.ts'
import { ModelyardError, nearest } from '../src/domain/errors/index.ts'
import { ALERT_PAGES } from '../src/doors/alert-pages.ts'
import { lazyEngines } from '../src/doors/engines.ts'
import { lazyGitHub } from '../src/doors/github.ts'
import { withoutRepository } from '../src/doors/no-repository.ts'
import { portsOf } from '../src/doors/ports.ts'
import type { Ports } from '../src/ports.ts'
import { people } from './terminal.ts'

/** Everything outside, as a command at a terminal meets it. */
export async function openPorts(folder: string): Promise<Ports> {
  const git = await openGit(folder, gitEngine()).catch(error => withoutRepository(error, folder))
  return portsOf({
    folder,
    git,
    people: people(),
    engines: lazyEngines(folder, git.worktree.root),
    ...lazyGitHub(process.env),
    alertPages: ALERT_PAGES,
  })
}

function gitEngine(): GitEngine {
  const wanted = process.env.MODELYARD_GIT ?? 'program'
  if ((GIT_ENGINES as readonly string[]).includes(wanted)) return wanted as GitEngine
  throw new ModelyardError({
    code: 'bad-input',
    message: `MODELYARD_GIT cannot be \`${wanted}\``,
    next: `set it to ${nearest(wanted, GIT_ENGINES) ?? GIT_ENGINES.join(' or ')}`,
  })
}
