/** What a run under act came to. */
export interface WorkflowRun {
  /** 0 where no job failed. */
  readonly status: number
  /** Every job that began, by its key with the values of its matrix; jobs of a called workflow too. */
  readonly jobs: Readonly<Record<string, 'success' | 'failure'>>
  /** By job and step: `report/comment.shown`. */
  readonly outputs: Readonly<Record<string, string>>
  readonly annotations: readonly { readonly level: string; readonly message: string }[]
  /** What was printed, for a reader of a test that failed. */
  readonly log: string
}

interface ActEvent {
  readonly job?: string
  readonly jobID?: string
  readonly jobResult?: 'success' | 'failure'
  readonly stepID?: readonly string[]
  readonly command?: string
  readonly name?: string
  readonly arg?: string
  readonly msg?: string
  readonly matrix?: Readonly<Record<string, unknown>>
}

const LEVELS = ['notice', 'warning', 'error']

/** Folds the lines that act prints with --json. */
export function foldEvents(output: string, errors: string, status: number): WorkflowRun {
  const events = output.split('\n').flatMap((line): ActEvent[] => {
    try {
      return [JSON.parse(line) as ActEvent]
    } catch {
      return []
    }
  })
  const jobs: Record<string, 'success' | 'failure'> = {}
  const outputs: Record<string, string> = {}
  const annotations: { level: string; message: string }[] = []
  for (const event of events) {
    const name = nameOf(event)
    if (event.jobResult !== undefined) jobs[name] = event.jobResult
    if (event.command === 'set-output')
      outputs[`${name}/${event.stepID?.at(-1) ?? ''}.${event.name ?? ''}`] = event.arg ?? ''
    if (event.command !== undefined && LEVELS.includes(event.command))
      annotations.push({ level: event.command, message: event.arg ?? '' })
  }
  const said = events.map(event => `[${event.job ?? ''}] ${(event.msg ?? '').trimEnd()}`)
  return { status, jobs, outputs, annotations, log: [...said, errors].join('\n') }
}

/** `lint (churn)`: by its key in the file, whatever it is called for people. */
function nameOf({ jobID = '', matrix = {} }: ActEvent): string {
  const values = Object.values(matrix).map(String)
  return values.length === 0 ? jobID : `${jobID} (${values.join(', ')})`
}
