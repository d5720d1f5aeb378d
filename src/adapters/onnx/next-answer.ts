import { ModelyardError } from '../../domain/errors/index.ts'
import { type Frame, UnreadableFrame } from './frames.ts'
import type { Answer } from './score-protocol.ts'
import type { ScoringChild } from './start-scoring.ts'

/** How long to wait for an answer. */
export interface Patience {
  readonly ms: number
  /** The limit that this is the rest of, in seconds. */
  readonly of: number
  /** What did not come in time: `the model gave no answer`. */
  readonly what: string
}

/**
 * The child's next answer.
 *
 * @param limitBytes - Of its memory, for the sentence about its death.
 * @throws {ModelyardError} `timed-out` where it is silent for too long; `interrupted`; `not-runnable` where it died,
 *   says what cannot be read, or says that the model failed; `missing-engine`.
 */
export async function nextAnswer(
  answers: AsyncGenerator<Frame<Answer>>,
  process: ScoringChild,
  patience: Patience,
  limitBytes: number,
  signal: AbortSignal | undefined,
): Promise<Frame<Answer>> {
  // An answer that waits already would win against a timer of no time.
  if (patience.ms <= 0) throw tooSlow(patience)
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<'silence'>(resolve => {
    timer = setTimeout(resolve, patience.ms, 'silence')
  })
  try {
    const answer = await Promise.race([answers.next(), silence])
    if (signal?.aborted) {
      throw new ModelyardError({
        code: 'interrupted',
        message: 'scoring was interrupted',
        next: 'run the command again',
      })
    }
    if (answer === 'silence') throw tooSlow(patience)
    if (answer.done) throw await deathOf(process, limitBytes)
    const { header } = answer.value
    if (header.is === 'failed') throw failure(header)
    return answer.value
  } catch (error) {
    throw error instanceof UnreadableFrame ? unreadable(error) : error
  } finally {
    clearTimeout(timer)
  }
}

function tooSlow({ of, what }: Patience): ModelyardError {
  return new ModelyardError({
    code: 'timed-out',
    message: `${what} within ${of} s`,
    next: 'check the model; one that loops without end cannot be scored',
  })
}

function unreadable(error: UnreadableFrame): ModelyardError {
  return new ModelyardError({
    code: 'not-runnable',
    message: `the process that ran the model gave an answer that cannot be read (${error.message})`,
    next: 'check that the model gives one prediction for each row',
    cause: error,
  })
}

async function deathOf({ child, gone, outgrew }: ScoringChild, limitBytes: number): Promise<ModelyardError> {
  await gone
  const most = `${(limitBytes / 2 ** 30).toFixed(1)} GiB`
  const how = outgrew() ? `it took more than ${most}` : (child.signalCode ?? `status ${child.exitCode}`)
  return new ModelyardError({
    code: 'not-runnable',
    message: `the process that ran the model died (${how})`,
    next: `the model may need more memory than the ${most} that it is given; try it on its own, or on fewer columns`,
  })
}

function failure({ step, message }: Extract<Answer, { is: 'failed' }>): ModelyardError {
  if (step === 'engine') {
    return new ModelyardError({
      code: 'missing-engine',
      message: `onnxruntime-node could not be loaded: ${shorten(message)}`,
      next: 'install it: npm install --ignore-scripts onnxruntime-node',
    })
  }
  return new ModelyardError({
    code: 'not-runnable',
    message: `the model ${step === 'load' ? 'cannot be loaded' : 'fails on the data'}: ${shorten(message)}`,
    next:
      step === 'load'
        ? 'export it again for operators that onnxruntime has, or register predictions instead'
        : 'compare its inputs with the data: modelyard show MODEL VERSION',
  })
}

/** The engine's words without its source files and paths, on one line. */
function shorten(message: string): string {
  const line = message
    .replace(/^Error: /, '')
    .replace(/\S+\.(?:cc|h|cpp):\d+ ?/g, '')
    .replace(/(?:[A-Z]:)?[\\/][^\s"':]*modelyard-score-\w+/g, 'the empty folder that it runs in')
    .replace(/\s+/g, ' ')
  return line.length > 300 ? `${line.slice(0, 297)}…` : line
}
