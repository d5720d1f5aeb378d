import type { Signature } from '../domain/registry/version.ts'
import type { Batch } from './tables.ts'

/** A value for one input tensor: columns side by side. */
export interface InputPlan {
  readonly name: string
  readonly datatype: string
  /** Sizes after the first; their product is the number of columns. */
  readonly rowShape: readonly number[]
  /** Positions in the batch's columns. */
  readonly columns: readonly number[]
}

/** What a model made of the rows. Class names are the model's own, as text. */
export interface Scores {
  readonly rows: number
  /** For classifiers: a row-major [rows, width] matrix. `classes` names its columns; empty where the file does not. */
  readonly probabilities?: {
    readonly classes: readonly string[]
    readonly values: Float32Array
    readonly width: number
  }
  readonly labels?: readonly string[]
  /** For regression: [rows]. */
  readonly values?: Float64Array
  /** How the memory of the process that ran the model was limited; undefined where none ran. */
  readonly memoryLimit?: MemoryLimit | undefined
}

/** `system`: the operating system refuses more. `watched`: whoever grows beyond it is killed. `none`: neither is possible. */
export type MemoryLimit = 'system' | 'watched' | 'none'

/** What a model may take, whoever made it; what is left out is as usual. */
export interface ScoringLimits {
  /** Of the process's address space; of its resident size where that is watched. Bytes. */
  readonly bytes?: number | undefined
  /** Until the model is loaded. */
  readonly loadSeconds?: number | undefined
  /** Until it answers for one batch. */
  readonly batchSeconds?: number | undefined
  /** For everything, reading the rows included. */
  readonly seconds?: number | undefined
}

export interface ScoringRequest {
  readonly model: Uint8Array
  /** A function is called when the engine is on its way, so that the two do not wait for each other. */
  readonly inputs: readonly InputPlan[] | (() => Promise<readonly InputPlan[]>)
  readonly batches: AsyncIterable<Batch>
  readonly task: 'classification' | 'regression'
  readonly limits?: ScoringLimits | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((rows: number) => void) | undefined
}

/** What a model file asks for and gives, read from its bytes. */
export interface ModelDescription {
  readonly signature: Signature
  /** Operator sets by domain; the standard one is `ai.onnx`. */
  readonly opsets: Readonly<Record<string, number>>
  /** What the model's encoders know, by text input; one of which the graph does not tell is left out. */
  readonly knownWords?: ReadonlyMap<string, readonly string[]> | undefined
}

export interface Inference {
  /** Name and version of the engine. */
  readonly engine: string
  /**
   * Reads the signature of an ONNX model without running it.
   *
   * @throws {ModelyardError} `bad-artifact` where the bytes are no ONNX model.
   */
  describe(model: Uint8Array): Promise<ModelDescription>
  /** Begins to load what the next `score` needs, for a caller that has something else to do first. */
  prepare(): void
  /**
   * Scores rows in a child process, within limits of time and memory.
   *
   * @throws {ModelyardError} `not-runnable` where the model cannot be loaded, fails on the rows or takes too much
   *   memory; `bad-artifact` where it keeps tensors in other files; `timed-out`.
   */
  score(request: ScoringRequest): Promise<Scores>
}

/** A model that is timed: what to feed it, and which of its outputs to fetch. */
export interface TimedModel {
  readonly model: Uint8Array
  readonly inputs: readonly InputPlan[]
  readonly task: ScoringRequest['task']
}

export interface TimingRequest {
  readonly models: readonly TimedModel[]
  /** The rows of all requests, one request after the other; the inputs' columns are positions in its columns. */
  readonly rows: Batch
  readonly rowsPerRequest: number
  readonly signal?: AbortSignal | undefined
}

/** Models that are loaded side by side in one child process, each in a session of its own. */
export interface LoadedModels {
  /** How the memory of their process is limited. */
  readonly memoryLimit: MemoryLimit
  /**
   * Answers requests one after the other and times each by itself.
   *
   * @param turns - [n] positions of models and of requests.
   * @returns [n] milliseconds that the engine took; feeding and reading are not in them.
   * @throws {ModelyardError} `not-runnable` where a model fails on the rows or its process dies; `timed-out`.
   */
  time(turns: { readonly models: Uint32Array; readonly requests: Uint32Array }): Promise<Float64Array>
  close(): Promise<void>
}

export interface Stopwatch {
  /** @throws {ModelyardError} `not-runnable` where a model cannot be loaded; `missing-engine`; `timed-out`. */
  load(request: TimingRequest): Promise<LoadedModels>
}
