import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { DEFAULT_ROOT } from '../domain/registry/config.ts'
import { ModelName, ObjectId, RepositoryPath } from '../domain/registry/names.ts'
import type { OwnPart } from '../domain/report/body.ts'
import { renderMarker } from '../domain/report/marker.ts'
import type { ModelWatch } from '../domain/report/model-watch.ts'
import type { ReportResult } from '../domain/results/report.ts'
import type { Reported } from '../domain/results/reported.ts'
import type { CommentTarget, Ports, ReportOrigin } from '../ports.ts'
import { AnswerPaths, readAnswers } from './answer-files.ts'
import { defineMeasurement } from './define.ts'
import { watchModels } from './model-watch.ts'
import { answersOfRun } from './run-answers.ts'
import { type Settled, settleComment } from './settle-comment.ts'

export const report = defineMeasurement({
  name: 'report',
  summary: 'Show the answers of earlier steps in one comment on GitHub.',
  details: `Reads what other commands printed with --json, and keeps one comment up to date with it: on the pull
request of this run, or where --on says. Writers that name a part of their own share the comment. Where no comment
may be written the answer says so, and is no failure.`,
  positional: [],
  examples: [
    {
      command: 'modelyard report --files comparison.json --number 128',
      does: 'shows a comparison at pull request 128',
    },
    {
      command: 'modelyard report --files lint.json --files tests.json --part linux --number 128',
      does: 'shows two answers as one part of a comment that others write to as well',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input: z.strictObject({
    files: z
      ._default(AnswerPaths, [])
      .check(z.describe('Files with answers, in the order of the report; of a folder its *.json, by path.')),
    run: z
      .optional(z.int().check(z.minimum(1)))
      .check(
        z.describe(
          'The run whose end started this one: what it left as `modelyard-result-*` is shown below the files.',
        ),
      ),
    model: z
      .optional(ModelName)
      .check(z.describe('The model of the comment; left out: the one that the answers name.')),
    part: z
      ._default(
        z.string().check(
          z.maxLength(100),
          z.regex(/^[^\u0000-\u001f\u007f]*$/, {
            error: 'a name without line breaks and control characters',
          }),
        ),
        '',
      )
      .check(z.describe('The name of this writer, where several share the comment.')),
    on: z
      ._default(z.enum(['pull-request', 'issue', 'commit']), 'pull-request')
      .check(z.describe('What is commented on.')),
    number: z
      .optional(z.int().check(z.minimum(1)))
      .check(z.describe('The number of the pull request or issue; left out: that of this run.')),
    sha: z.optional(ObjectId).check(z.describe('The commit to comment on; left out: that of this run.')),
    registry: z
      ._default(RepositoryPath, DEFAULT_ROOT)
      .check(z.describe('The folder of the registry, which tells comments of several apart.')),
  }),
  results: ['report'],
  async run(input, ports): Promise<ReportResult> {
    const own = await ownAnswers(input, ports)
    const answers = input.run === undefined ? own : [...own, ...(await answersOfRun(input.run, ports))]
    const model = input.model ?? modelOf(answers)
    const base = { kind: 'report', on: input.on, part: input.part, answers } as const
    try {
      const target = askedTarget(input) ?? (await ports.comments.targetOfRun(input.on))
      if (target === undefined) return { ...base, ...NO_TARGET }
      const origin = await ports.comments.origin()
      const marker = renderMarker({ registry: input.registry, model, workflow: origin.workflow })
      const { watch, remarks } = await watchOf(answers, ports)
      const part = ownPart(input.part, answers, watch, origin, ports)
      const settled = await settleComment(ports.comments, target, marker, part)
      const outcome = outcomeOf(settled, target)
      return { ...base, ...placeOf(target), ...outcome, remarks: [...outcome.remarks, ...remarks] }
    } catch (error) {
      if (!(error instanceof ModelyardError) || error.code !== 'missing-permission') throw error
      return {
        ...base,
        ...notShown('read-only'),
        remarks: [`${error.message}; the report is shown here instead`],
        next: [error.next],
      }
    }
  },
})

const notShown = (why: NonNullable<ReportResult['why']>) =>
  ({ shown: 'summary', change: 'none', why, removed: 0, shortened: false }) as const

const NO_TARGET = {
  ...notShown('no-target'),
  remarks: ['this run is about nothing that could be commented on; the report is shown here instead'],
  next: ['say where with `--number`, or `--on commit` with `--sha`'],
}

/** What earlier steps left, where a run is not to be shown by itself. */
async function ownAnswers(
  { files, run }: { readonly files: readonly string[]; readonly run?: number | undefined },
  ports: Pick<Ports, 'artifacts'>,
): Promise<Reported[]> {
  if (files.length > 0) return readAnswers(files, ports)
  if (run !== undefined) return []
  throw new ModelyardError({
    code: 'bad-input',
    message: 'there is nothing to report',
    next: 'name the files with the answers of earlier steps: `files`',
  })
}

/** The one model that the answers name; none where they name several or no one. */
function modelOf(answers: readonly Reported[]): string {
  const names = new Set(answers.flatMap(namedModel))
  return names.size === 1 ? [...names].join() : ''
}

function namedModel(answer: Reported): string[] {
  return 'model' in answer && typeof answer.model === 'string' ? [answer.model] : []
}

/** How the models do in production that the answers are about; the report is shown whether that can be seen or not. */
async function watchOf(
  answers: readonly Reported[],
  ports: Ports,
): Promise<{ readonly watch: readonly ModelWatch[]; readonly remarks: readonly string[] }> {
  const models = answers.flatMap(answer =>
    answer.kind === 'validation' ? (answer.touched?.models ?? []) : namedModel(answer),
  )
  try {
    return { watch: await watchModels([...new Set(models)].sort(), ports), remarks: [] }
  } catch (error) {
    if (!(error instanceof ModelyardError)) throw error
    return { watch: [], remarks: [`whether alerts are open is not known: ${error.message}`] }
  }
}

function askedTarget({
  on,
  number,
  sha,
}: {
  readonly on: CommentTarget['is']
  readonly number?: number | undefined
  readonly sha?: string | undefined
}): CommentTarget | undefined {
  if (on === 'commit') return sha === undefined ? undefined : { is: on, sha }
  return number === undefined ? undefined : { is: on, number }
}

function ownPart(
  name: string,
  answers: readonly Reported[],
  watch: readonly ModelWatch[],
  { run, attempt, commit, runUrl }: ReportOrigin,
  { clock, reports }: Pick<Ports, 'clock' | 'reports'>,
): OwnPart {
  return {
    name,
    run,
    attempt,
    at: clock.now(),
    render: limit => reports.render(answers, { limit, part: name, commit, run, url: runUrl(run), watch }),
    note: of => reports.renderNote(runUrl(of)),
  }
}

function placeOf(target: CommentTarget): Pick<ReportResult, 'number' | 'sha'> {
  return target.is === 'commit' ? { sha: target.sha } : { number: target.number }
}

function outcomeOf({ change, why, comment, removed, isShortened, isFolded }: Settled, target: CommentTarget) {
  if (why === undefined || comment !== undefined)
    return {
      shown: 'comment' as const,
      change,
      ...(comment === undefined ? {} : { comment }),
      removed,
      shortened: isShortened,
      remarks: isFolded ? ['somebody folded the comment away, and this token may not show it again'] : [],
      next: [],
    }
  const place =
    target.is === 'commit' ? `commit ${target.sha}` : `${target.is.replace('-', ' ')} ${target.number}`
  return {
    ...notShown(why),
    remarks: [`${place} ${WHY[why]}; the report is shown here instead`],
    next: [],
  }
}

const WHY = { locked: 'is locked, so that nobody can comment on it', 'no-target': 'is not there' } as const
