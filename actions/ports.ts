import { openGitByProgram } from '../src/adapters/git/by-program.ts'
import { lazyGitHub } from '../src/doors/github.ts'
import { NOBODY, refusing } from '../src/doors/no-engines.ts'
import { withoutRepository } from '../src/doors/no-repository.ts'
import { type Engines, portsOf } from '../src/doors/ports.ts'
import type { Ports } from '../src/ports.ts'

/** Everything outside, as a light Action meets it: git and files, no engine, and no command of the repository. */
export function openLightPorts(folder: string, token?: string): Ports {
  return openPortsWith(() => NO_ENGINES, folder, token)
}

/**
 * Everything outside, with these engines.
 *
 * @param engines - Of the repository's root.
 */
export function openPortsWith(engines: (root: string) => Engines, folder: string, token?: string): Ports {
  const git = openRepository(folder)
  const { branchRules, provenance, ...gitHub } = lazyGitHub(process.env, token)
  const ports = portsOf({ folder, git, people: NOBODY, engines: engines(git.worktree.root), ...gitHub })
  // A runner always names its repository; where none does, no GitHub is there to be asked.
  return { ...ports, provenance, ...(process.env.GITHUB_REPOSITORY ? { branchRules } : {}) }
}

function openRepository(folder: string) {
  try {
    return openGitByProgram(folder)
  } catch (error) {
    return withoutRepository(error, folder)
  }
}

export const MEASURE_BEFORE = 'measure in a step before it; this one reads the evidence'

/** A light Action is one file that installs nothing, and starts nothing that a pull request brought. */
export const NO_ENGINES: Engines = {
  inference: refusing('this Action runs no models', MEASURE_BEFORE),
  stopwatch: refusing('this Action runs no models', MEASURE_BEFORE),
  tables: refusing('this Action reads no data', MEASURE_BEFORE),
  endpoint: refusing('this Action asks no endpoints', MEASURE_BEFORE),
  prometheus: refusing('this Action asks no Prometheus server', MEASURE_BEFORE),
  process: refusing('this Action starts no command of the repository', MEASURE_BEFORE),
}
