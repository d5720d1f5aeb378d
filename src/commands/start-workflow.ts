import { type AskedIn, renderAskedIn } from '../domain/conversation/asked-in.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Deployments, StartedRun } from '../ports.ts'

/** A workflow to start by hand. */
export interface WorkflowStart {
  /** Its file. */
  readonly workflow: string
  /** The default branch. */
  readonly branch: string
  readonly inputs: Readonly<Record<string, string>>
  /** Where it was asked for: it stands in the run's name. Undefined where nobody looks for it again. */
  readonly askedIn?: AskedIn | undefined
  /** What to do where GitHub does not take it. */
  readonly refused: string
}

/**
 * Starts a workflow; once for what the same words ask.
 *
 * @throws {ModelyardError} `unsupported` where GitHub does not start it; `remote-failed` where it did not say whether it was
 *   started: then it is to be asked again.
 */
export async function startWorkflow(
  { workflow, branch, inputs, askedIn, refused }: WorkflowStart,
  deployments: Deployments,
): Promise<StartedRun> {
  const before = await startedBy(askedIn, workflow, deployments)
  if (before !== undefined) return before
  const asked = askedIn === undefined ? {} : { asked: renderAskedIn(askedIn) }
  const started = await deployments.start(workflow, branch, { ...inputs, ...asked })
  if (started.is === 'started') return started
  if (started.is === 'refused') {
    throw new ModelyardError({
      code: 'unsupported',
      message: `${workflow} was not started: ${started.why}`,
      next: refused,
    })
  }
  const after = await startedBy(askedIn, workflow, deployments)
  if (after !== undefined) return after
  throw new ModelyardError({
    code: 'remote-failed',
    message: `whether GitHub started ${workflow} is not known`,
    next: askedIn === undefined ? 'look whether it runs before you ask again' : 'it is looked for again',
  })
}

/** The run that the same words started before; undefined where none did. */
export async function startedBy(
  askedIn: AskedIn | undefined,
  workflow: string,
  deployments: Deployments,
): Promise<StartedRun | undefined> {
  if (askedIn === undefined) return undefined
  const asked = renderAskedIn(askedIn)
  return (await deployments.dispatched(workflow)).find(({ title = '' }) => title.split(' ').includes(asked))
}
