import { ModelyardError } from '../domain/errors/index.ts'
import type { Ports, RunRecord } from '../ports.ts'

/**
 * The run whose end started this one.
 *
 * @throws {ModelyardError} `bad-input` where it is another, or was not about a pull request.
 */
export async function finishedRun(run: number, { runs }: Pick<Ports, 'runs'>): Promise<RunRecord> {
  const record = await runs.finished(run)
  if (record?.event === 'pull_request') return record
  throw new ModelyardError({
    code: 'bad-input',
    message:
      record === undefined
        ? `run ${run} is not the one whose end started this workflow`
        : `run ${run} was started by ${record.event}, and not by a pull request`,
    next: 'call it on `workflow_run`, with `run: $' + '{{ github.event.workflow_run.id }}`',
  })
}
