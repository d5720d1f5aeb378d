import { ModelyardError } from '../../domain/errors/index.ts'
import { type Frame, UnreadableFrame } from './frames.ts'
import type { ModelChild } from './start-model.ts'

/** How long to wait for an answer. */
export interface Patience {
  readonly ms: number
  /** The limit that this is the rest of, in seconds. */
  readonly of: number
  /** What did not come in time: `the model gave no answer`. */
  readonly what: string
}

/** What every child says of a model that failed. */
export interface Failed {
  readonly is: 'failed'
  readonly step: 'engine' | 'load' | 'run'
  readonly message: string
}

/** What the sentences are about. */
export interface Asked {
  readonly process: ModelChild
  /** Bytes of its memory, for the sentence about its death. */
  readonly limit: number
  /** How many models run in it: of several it is not said which one. */
  readonly models: 'one' | 'several'
  /** What is given up with it: `scoring`. */
  readonly work: string
}

/**
 * The child's next answer.
 *
 * @throws {ModelyardError} `timed-out` where it is silent for too long; `interrupted`; `not-runnable` where it died,
 *   says what cannot be read, or says that the model failed; `missing-engine`.
 */
export async function nextAnswer<A extends { readonly is: string }>(
  answers: AsyncGenerator<Frame<A | Failed>>,
  asked: Asked,
  patience: Patience,
  signal: AbortSignal | undefined,
): Promise<Frame<Exclude<A, Failed>>> {
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
        message: `${asked.work} was interrupted`,
        next: 'run the command again',
      })
    }
    if (answer === 'silence') throw tooSlow(patience)
    if (answer.done) throw await deathOf(asked)
    const { header } = answer.value
    if (isFailed(header)) throw failure(header, asked)
    return answer.value as Frame<Exclude<A, Failed>>
  } catch (error) {
    throw error instanceof UnreadableFrame ? unreadable(error, asked) : error
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

function isFailed(header: { readonly is: string }): header is Failed {
  return header.is === 'failed'
}

function ranBy({ models }: Asked): string {
  return `the process that ran the model${models === 'one' ? '' : 's'}`
}

function unreadable(error: UnreadableFrame, asked: Asked): ModelyardError {
  return new ModelyardError({
    code: 'not-runnable',
    message: `${ranBy(asked)} gave an answer that cannot be read (${error.message})`,
    next: 'check that the model gives one prediction for each row',
    cause: error,
  })
}

async function deathOf(asked: Asked): Promise<ModelyardError> {
  const { child, gone, outgrew } = asked.process
  await gone
  const most = `${(asked.limit / 2 ** 30).toFixed(1)} GiB`
  const how = outgrew() ? `it took more than ${most}` : (child.signalCode ?? `status ${child.exitCode}`)
  return new ModelyardError({
    code: 'not-runnable',
    message: `${ranBy(asked)} died (${how})`,
    next:
      asked.models === 'one'
        ? `the model may need more memory than the ${most} that it is given; try it on its own, or on fewer columns`
        : `they may need more memory than the ${most} that they are given; try each on its own: modelyard evaluate MODEL VERSION`,
  })
}

function failure({ step, message }: Failed, { models }: Asked): ModelyardError {
  if (step === 'engine') {
    return new ModelyardError({
      code: 'missing-engine',
      message: `onnxruntime-node could not be loaded: ${shorten(message)}`,
      next: 'install it: npm install --ignore-scripts onnxruntime-node',
    })
  }
  return new ModelyardError({
    code: 'not-runnable',
    message: `${models === 'one' ? 'the' : 'a'} model ${step === 'load' ? 'cannot be loaded' : 'fails on the data'}: ${shorten(message)}`,
    next:
      models === 'several'
        ? 'see which one and why: modelyard evaluate MODEL VERSION'
        : step === 'load'
          ? 'export it again for operators that onnxruntime has, or register predictions instead'
          : 'compare its inputs with the data: modelyard show MODEL VERSION',
  })
}

/** The engine's words without its source files and paths, on one line. */
function shorten(message: string): string {
  const line = message
    .replace(/^Error: /, '')
    .replace(/\S+\.(?:cc|h|cpp):\d+ ?/g, '')
    .replace(/(?:[A-Z]:)?[\\/][^\s"':]*modelyard-model-\w+/g, 'the empty folder that it runs in')
    .replace(/\s+/g, ' ')
  return line.length > 300 ? `${line.slice(0, 297)}…` : line
}
