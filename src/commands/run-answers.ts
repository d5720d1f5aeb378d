import { ModelyardError } from '../domain/errors/index.ts'
import type { Failure } from '../domain/results/failure.ts'
import type { Reported } from '../domain/results/reported.ts'
import type { LeftFile, LeftFiles, LeftLimits, Ports, RecordedRun } from '../ports.ts'
import { finishedRun } from './finished-run.ts'
import { MOST_ANSWER_BYTES, parseAnswer } from './parse-answer.ts'

/** A run hands on one answer under each name; a matrix has a leg for each model. */
const LIMITS: LeftLimits = {
  prefix: 'modelyard-result-',
  mostArtifacts: 40,
  mostBytes: MOST_ANSWER_BYTES,
  mostFiles: 5,
}

/** Who judges writes these down by itself: a stranger's file would be read as ours. */
const JUDGEMENTS: readonly Reported['kind'][] = ['conclusion', 'gates', 'move']

/**
 * The answers that a run left, which may be a stranger's: shown, and never judged by. What is not taken is told in its
 * place, and keeps nothing else from being shown.
 *
 * @throws {ModelyardError} `bad-input`, and as `Runs`.
 */
export async function answersOfRun(run: number, ports: Pick<Ports, 'runs'>): Promise<Reported[]> {
  return answersIn(await ports.runs.leftFiles(await finishedRun(run, ports), LIMITS), JUDGEMENTS)
}

/** The answers that a run of the default branch left, judgements among them: shown, and believed as far as the run is. */
export async function answersOfOwnRun(
  run: Pick<RecordedRun, 'id'>,
  { runs }: Pick<Ports, 'runs'>,
): Promise<Reported[]> {
  return answersIn(await runs.leftFiles(run, LIMITS), [])
}

async function answersIn(
  left: readonly LeftFiles[],
  refusedKinds: readonly Reported['kind'][],
): Promise<Reported[]> {
  const answers = await Promise.all(
    left.map(({ artifact, files = [], refused }) =>
      refused === undefined
        ? Promise.all(files.map(file => answerIn(artifact, file, refusedKinds)))
        : [notTaken(artifact, refused)],
    ),
  )
  return answers.flat()
}

async function answerIn(
  artifact: string,
  { name, content }: LeftFile,
  refusedKinds: readonly Reported['kind'][],
): Promise<Reported> {
  try {
    const answer = await parseAnswer(name, content)
    return refusedKinds.includes(answer.kind)
      ? notTaken(artifact, 'it holds a judgement, which no run of a pull request makes')
      : answer
  } catch (error) {
    if (!(error instanceof ModelyardError)) throw error
    // Not in the file's own words.
    return notTaken(artifact, 'it holds something else than an answer of this release')
  }
}

function notTaken(artifact: string, why: string): Failure {
  return {
    kind: 'failure',
    code: 'bad-artifact',
    message: `artifact ${artifact} was not taken: ${why}`,
    next: 'see the log of the run, and run it again',
  }
}
