import { openGitByProgram } from '../../../src/adapters/git/by-program.ts'
import type { Command } from '../../../src/commands/define.ts'
import type { Result } from '../../../src/domain/results/index.ts'
import { ALERT_PAGES } from '../../../src/doors/alert-pages.ts'
import { lazyEngines } from '../../../src/doors/engines.ts'
import { lazyGitHub } from '../../../src/doors/github.ts'
import { NOBODY } from '../../../src/doors/no-engines.ts'
import { portsOf } from '../../../src/doors/ports.ts'
import type { Ports, WorkflowRun } from '../../../src/ports.ts'
import { cloneOf, type HostedScene } from '../../sandbox/hosted.ts'
import { gitHubOf } from '../sandbox.ts'
import type { TemporaryRepository } from '../temporary.ts'

/** A checkout of a job, which starts commands as its steps do, by the sandbox's clock. */
export interface Job extends TemporaryRepository {
  step<R extends Result>(command: Command, input: Readonly<Record<string, unknown>>): Promise<R>
}

/** A job that checks the repository out. */
export async function openJob(scene: HostedScene, run: WorkflowRun): Promise<Job> {
  return jobIn(await cloneOf(scene, 'ada'), scene, run)
}

/** A job on a runner that kept its checkout: what is on GitHub now is there, and nothing else. */
export async function openJobAgain(
  checkout: TemporaryRepository,
  scene: HostedScene,
  run: WorkflowRun,
): Promise<Job> {
  const job = await openJobBeside(checkout, scene, run)
  await checkout.git('reset', '-q', '--hard', 'origin/main')
  await checkout.git('clean', '-qfdx')
  return job
}

/** The same that goes on in the checkout as the job before left it; what is new on GitHub was fetched. */
export async function openJobBeside(
  checkout: TemporaryRepository,
  scene: HostedScene,
  run: WorkflowRun,
): Promise<Job> {
  await checkout.git('fetch', '-q', 'origin')
  return jobIn(checkout, scene, run)
}

function jobIn(checkout: TemporaryRepository, scene: HostedScene, run: WorkflowRun): Job {
  const ports = portsIn(checkout.root, scene, run)
  return {
    ...checkout,
    step: async <R extends Result>(command: Command, input: Readonly<Record<string, unknown>>) =>
      (await command.execute(input, ports, {})) as R,
  }
}

/** What a step meets, with all engines; its clock is the sandbox's, which stands still until it is set. */
function portsIn(root: string, { sandbox, token }: HostedScene, run: WorkflowRun): Ports {
  const { branchRules: _, ...gitHub } = lazyGitHub(gitHubOf(sandbox), token.value)
  const ports = portsOf({
    folder: root,
    git: openGitByProgram(root),
    people: NOBODY,
    engines: lazyEngines(root, root),
    alertPages: ALERT_PAGES,
    ...gitHub,
  })
  const ada = { name: 'ada', email: 'ada@users.noreply.github.com', source: 'the run' }
  return {
    ...ports,
    pullRequests: gitHub.pullRequests,
    provenance: gitHub.provenance,
    clock: { now: () => sandbox.clock.now().getTime() },
    host: { machine: 'a runner', run },
    identity: { committer: async () => ada },
  }
}
