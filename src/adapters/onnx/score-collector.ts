import { ModelyardError } from '../../domain/errors/index.ts'
import type { Scores } from '../../ports.ts'
import { type Frame, numbersIn } from './frames.ts'
import type { OutputPlan } from './output-plan.ts'
import type { Answer } from './score-protocol.ts'

/** Gathers the answers of the scoring child, batch by batch, and checks each against the rows it was fed. */
export class ScoreCollector {
  rows = 0
  readonly #outputs: OutputPlan
  readonly #values: (Float32Array | Float64Array)[] = []
  readonly #labels: string[] = []
  readonly #words: string[] = []
  #width = 0
  #hasLabels = false

  constructor(outputs: OutputPlan) {
    this.#outputs = outputs
  }

  add({ header, buffers }: Frame<Answer>, fed: number): void {
    if (header.is !== 'scores') return
    if (header.rows !== fed) throw wrongRowCount(fed, header.rows)
    const [first, second] = buffers
    if (header.width > 0 && first !== undefined) {
      const values =
        first.length === header.rows * header.width * 8
          ? numbersIn(first, Float64Array)
          : numbersIn(first, Float32Array)
      if (values.length !== fed * header.width) throw wrongRowCount(fed, values.length / header.width)
      this.#values.push(values)
      this.#width = header.width
    }
    if (header.labels !== undefined) {
      this.#hasLabels = true
      this.#words.push(...header.labels)
      const codes = numbersIn((header.width > 0 ? second : first) as Buffer, Uint32Array)
      if (codes.length !== fed) throw wrongRowCount(fed, codes.length)
      for (const code of codes) this.#labels.push(this.#words[code] as string)
    }
    this.rows += fed
  }

  finish(): Scores {
    const labels = this.#hasLabels ? { labels: this.#labels } : {}
    const { rows } = this
    if (this.#outputs.task === 'regression') {
      if (rows > 0 && this.#width !== 1) throw wrongWidth(this.#width)
      return { rows, values: joined(this.#values, Float64Array, rows) }
    }
    if (this.#width === 0) return { rows, ...labels }
    const values = joined(this.#values, Float32Array, rows * this.#width)
    return {
      rows,
      ...labels,
      probabilities: { classes: this.#outputs.classes ?? [], values, width: this.#width },
    }
  }
}

function joined<A extends Float32Array | Float64Array>(
  parts: readonly (Float32Array | Float64Array)[],
  type: { new (length: number): A },
  length: number,
): A {
  const whole = new type(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function wrongRowCount(fed: number, given: number): ModelyardError {
  return new ModelyardError({
    code: 'not-runnable',
    message: `the model was given ${fed} rows and answered with ${given}`,
    next: 'export it with a free number of rows, one prediction for each',
  })
}

function wrongWidth(width: number): ModelyardError {
  return new ModelyardError({
    code: 'not-runnable',
    message: `the model gives ${width} numbers a row, and regression needs one`,
    next: 'check `task` in model.yaml',
  })
}
