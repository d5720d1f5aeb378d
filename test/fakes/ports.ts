import { ModelyardError } from '../../src/domain/errors/index.ts'
import type {
  Clock,
  Endpoint,
  Inference,
  People,
  Process,
  Prometheus,
  Stopwatch,
  Tables,
} from '../../src/ports.ts'

/** A clock that is told the time. */
export function fakeClock(start = Date.UTC(2026, 10, 21, 10, 2, 11)): Clock & { advance(ms: number): void } {
  let now = start
  return {
    now: () => now,
    advance: ms => {
      now += ms
    },
  }
}

/** An engine that knows ONNX by its first letters and scores nothing. */
export function fakeInference(): Inference {
  return {
    engine: 'fake 1.0',
    prepare() {},
    async describe(model) {
      if (!new TextDecoder().decode(model.subarray(0, 4)).startsWith('ONNX')) {
        throw new ModelyardError({
          code: 'bad-artifact',
          message: 'the file is no ONNX model',
          next: 'check it',
        })
      }
      return {
        signature: {
          inputs: [{ name: 'tenure', datatype: 'FP32', shape: [-1, 1] }],
          outputs: [{ name: 'label', datatype: 'BYTES', shape: [-1] }],
        },
        opsets: { 'ai.onnx': 21 },
      }
    },
    score() {
      throw new Error('this engine scores nothing')
    },
  }
}

/**
 * A stopwatch whose models take what a test says.
 *
 * @param msOf - From a model's position, a request's and how many turns came before, to milliseconds.
 */
export function fakeStopwatch(
  msOf: (model: number, request: number, turn: number) => number = () => 1,
): Stopwatch {
  return {
    async load() {
      let turn = 0
      return {
        memoryLimit: 'system' as const,
        async time({ models, requests }) {
          return Float64Array.from(models, (model, at) => msOf(model, requests[at] as number, turn++))
        },
        async close() {},
      }
    },
  }
}

/** A network on which nothing listens. */
export function fakeEndpoint(): Endpoint {
  return {
    async call() {
      return { is: 'nothing', why: 'unreachable', detail: 'ECONNREFUSED' }
    },
    async waitFor() {
      return false
    },
  }
}

/** A network on which no Prometheus server and no Pushgateway listens. */
export function fakePrometheus(): Prometheus {
  const refused = async () => ({ is: 'nothing', why: 'unreachable', detail: 'ECONNREFUSED' }) as const
  return { ask: refused, push: refused }
}

/** Tables that hold what a test gives them: columns of text, by path. */
export function fakeTables(
  files: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {},
): Tables {
  const open = (path: string) => {
    const found = Object.entries(files).find(([name]) => path.endsWith(name))
    if (found === undefined)
      throw new ModelyardError({ code: 'bad-data', message: `${path} is not there`, next: 'check the path' })
    return found[1]
  }
  return {
    prepare() {},
    async columns(path) {
      return Object.entries(open(path)).map(([name, words]) => ({
        name,
        kind: words.every(word => word === '' || !Number.isNaN(Number(word))) ? 'number' : 'text',
      }))
    },
    async countRows(path) {
      return Object.values(open(path))[0]?.length ?? 0
    },
    summarize() {
      throw new Error('these tables are not summarized')
    },
    gather() {
      throw new Error('no rows are gathered for these tables')
    },
    countRepeats() {
      throw new Error('the rows of these tables are not compared')
    },
    countWithin() {
      throw new Error('the rows of these tables have no times')
    },
    numbers() {
      throw new Error('the columns of these tables are not read whole')
    },
    quantiles() {
      throw new Error('these tables have no quantiles')
    },
    countInto() {
      throw new Error('the rows of these tables are not counted')
    },
    countNamed() {
      throw new Error('the words of these tables are not counted')
    },
    countWords() {
      throw new Error('the words of these tables are not counted')
    },
    compareRows() {
      throw new Error('these tables are not compared')
    },
    async *read(path, columns) {
      const data = open(path)
      yield {
        start: 0,
        rows: Object.values(data)[0]?.length ?? 0,
        columns: columns.map(({ name }) => {
          const words = data[name] ?? []
          return { kind: 'text', words, codes: Uint32Array.from(words.keys()) }
        }),
      }
    },
    async firstText() {
      return undefined
    },
    async *rowDigests() {},
    writeRows() {
      throw new Error('no rows of these tables are written')
    },
    async writeWithout(path) {
      return Object.values(open(path))[0]?.length ?? 0
    },
  }
}

/** Somebody who gives these answers in turn; nobody without any. */
export function fakePeople(...answers: string[]): People & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    present: answers.length > 0,
    async ask(question, fallback) {
      asked.push(question)
      return answers.shift() || fallback
    },
  }
}

/** A shell that runs nothing. */
export function fakeProcess(): Process {
  const refuse = () => {
    throw new Error('this shell runs nothing')
  }
  return { run: refuse, start: refuse, temporaryFolder: refuse, keptFolder: refuse, freePort: refuse }
}
