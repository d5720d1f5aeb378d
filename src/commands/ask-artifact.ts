import type { InputsPlan } from '../domain/comparison/input-plan.ts'
import type { Predicted } from '../domain/contract/predicted.ts'
import type { Row } from '../domain/contract/probes.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Batch, Inference, ScoringRequest } from '../ports.ts'
import type { ModelScores } from './labelled-scores.ts'
import { batchesOf } from './probe-rows.ts'

/** What became of rows that a model was given. */
export type Asked =
  | { readonly is: 'answered'; readonly scores: ModelScores; readonly predicted: Predicted }
  /** The engine said why not, and its process could go on. */
  | { readonly is: 'refused'; readonly why: string }
  /** The process died, or never came back. */
  | { readonly is: 'broke'; readonly why: string }

/** A model that rows can be given to, each time in a process of its own. */
export interface AskedArtifact {
  readonly plan: InputsPlan
  /** @param sizes - How many rows go at one time; left out: all at once. */
  ask(rows: readonly Row[], sizes?: readonly number[]): Promise<Asked>
  /** Feeds the inputs something else than the plan says. */
  askOtherwise(plan: InputsPlan, rows: readonly Row[]): Promise<Asked>
}

export function askedArtifact(
  model: Uint8Array,
  plan: InputsPlan,
  task: ScoringRequest['task'],
  inference: Inference,
  signal: AbortSignal | undefined,
): AskedArtifact {
  const askOtherwise = async (
    { columns, inputs }: InputsPlan,
    rows: readonly Row[],
    sizes: readonly number[] = [rows.length],
  ): Promise<Asked> => {
    const batches = batchesOf(columns, rows, sizes)
    try {
      const scores = await inference.score({ model, inputs, batches: each(batches), task, signal })
      return { is: 'answered', scores, predicted: predictedOf(scores) }
    } catch (error) {
      return refusalOf(error)
    }
  }
  return { plan, askOtherwise, ask: (rows, sizes) => askOtherwise(plan, rows, sizes) }
}

async function* each(batches: readonly Batch[]): AsyncGenerator<Batch> {
  yield* batches
}

/** Scores as predictions of any origin. */
export function predictedOf({ rows, labels, probabilities, values }: ModelScores): Predicted {
  const numbers =
    values !== undefined
      ? { width: 1, values }
      : probabilities === undefined
        ? undefined
        : { width: probabilities.width, values: probabilities.values }
  return { rows, labels, numbers }
}

// Both come with one code: a caller's remedy is the same. Here they are the difference between an answer and none.
const DIED = /\bthe process that ran the model\b/

function refusalOf(error: unknown): Asked {
  if (!(error instanceof ModelyardError)) throw error
  const { code, message } = error
  if (code === 'timed-out' || (code === 'not-runnable' && DIED.test(message)))
    return { is: 'broke', why: message }
  if (code === 'not-runnable' || code === 'bad-data' || code === 'bad-artifact')
    return { is: 'refused', why: message }
  throw error
}
