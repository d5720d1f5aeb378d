import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { InferenceSession, Tensor } from 'onnxruntime-node'

// Servers of `telco-churn/v3`. Nothing of the test runner is in here: `served.ts` starts them as programs.

/** What a server answers; undefined: nothing, for ever. */
export interface Given {
  readonly status?: number
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | AsyncIterable<string>
}

export interface Asked {
  readonly path: string
  readonly method: string
  readonly type: string
  readonly body: string
}

/** Undefined: nothing is answered, for ever. */
export type Answering = (asked: Asked) => Promise<Given | undefined>

/** An HTTP server on this machine; it listens when this answers. */
export async function listen(answer: Answering, port = 0): Promise<Server> {
  const server = createServer(async (request, response) => {
    const given = await answer({
      path: request.url ?? '',
      method: request.method ?? '',
      type: request.headers['content-type'] ?? '',
      body: await textOf(request),
    })
    if (given !== undefined) await send(response, given)
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return server
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function send(response: ServerResponse, { status = 200, type, headers, body }: Given): Promise<void> {
  response.on('error', () => {})
  response.writeHead(status, { 'content-type': type ?? 'application/json', ...headers })
  if (typeof body === 'string') return void response.end(body)
  for await (const part of body) {
    if (response.destroyed) return
    if (!response.write(part)) await drained(response)
  }
  response.end()
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
}

/** The inputs of `telco-churn/v3`, which scikit-learn's logistic regression takes one by one. */
const INPUTS = [
  { name: 'phone_service', type: 'float32' },
  { name: 'paperless_billing', type: 'float32' },
  { name: 'streaming_tv', type: 'string' },
] as const

type Value = number | string | null
type Values = readonly (readonly Value[])[]

/** What the caller did wrong. */
class BadRequest extends Error {}

/** Predictions of `telco-churn/v3` by bare onnxruntime. */
export interface Scored {
  readonly labels: readonly number[]
  /** Of the class 1. */
  readonly probabilities: readonly number[]
}

async function openModel(model: Uint8Array | string): Promise<(rows: Values) => Promise<Scored>> {
  // The two overloads of `create` take no union.
  const session = await InferenceSession.create(model as string, {
    intraOpNumThreads: 1,
    logSeverityLevel: 4,
  })
  return async rows => {
    if (rows.length === 0) return { labels: [], probabilities: [] }
    const feeds = Object.fromEntries(
      INPUTS.map(({ name, type }, column) => {
        const values = rows.map(row => fitting(row[column] ?? null, type))
        const shape = [rows.length, 1]
        return [
          name,
          type === 'string'
            ? new Tensor('string', values as string[], shape)
            : new Tensor('float32', Float32Array.from(values as number[]), shape),
        ]
      }),
    )
    const { label, probabilities } = await session.run(feeds)
    return {
      labels: Array.from(label?.data as BigInt64Array, Number),
      probabilities: rows.map((_, row) => probabilities?.data[2 * row + 1] as number),
    }
  }
}

function fitting(value: Value, type: 'float32' | 'string'): Value {
  if (type === 'string') {
    if (typeof value === 'string') return value
    throw new BadRequest('text is due')
  }
  if (typeof value === 'number') return value
  throw new BadRequest('a number is due')
}

/** How one server differs from a right one. */
export interface Wrongness {
  /** The predictions in place of the right ones. */
  readonly predictions?: (scored: readonly unknown[], rows: Values) => readonly unknown[]
  readonly answer?: (rows: Values, right: Given) => Given | undefined | Promise<Given>
  /** The status for what the caller did wrong. */
  readonly badRequest?: number
}

/** Speaks `rows`, right but for what is said. */
export async function rowsAnswers(
  model: Uint8Array | string,
  { predictions, answer, badRequest = 400 }: Wrongness = {},
): Promise<Answering> {
  const score = await openModel(model)
  return async ({ method, body }) => {
    if (method === 'GET') return { body: '"ready"' }
    let rows: Values
    try {
      rows = rowsIn(body)
      const { labels, probabilities } = await score(rows)
      const scored = labels.map((label, row) => ({ label, probability: probabilities[row] }))
      const right = { body: JSON.stringify(predictions?.(scored, rows) ?? scored) }
      return answer === undefined ? right : answer(rows, right)
    } catch (error) {
      return { status: badRequest, body: JSON.stringify({ error: String(error) }) }
    }
  }
}

function rowsIn(body: string): Values {
  const parsed: unknown = JSON.parse(body)
  if (!Array.isArray(parsed)) throw new BadRequest('a list is due')
  return parsed.map(row => {
    if (typeof row !== 'object' || row === null) throw new BadRequest('objects are due')
    return INPUTS.map(({ name }) => (row as Record<string, Value>)[name] ?? null)
  })
}

interface V2Input {
  readonly name: string
  readonly datatype: string
  readonly shape: readonly number[]
  readonly data: readonly Value[]
}

/** Speaks the Open Inference Protocol for a model of this name; at any other path it has nothing. */
export async function v2Answers(model: Uint8Array | string, name: string): Promise<Answering> {
  const score = await openModel(model)
  return async ({ path, body }) => {
    if (path === '/v2/health/ready') return { body: '{"ready": true}' }
    if (path !== `/v2/models/${name}/infer`) return { status: 404, body: '{"error": "no such model"}' }
    try {
      const { inputs } = JSON.parse(body) as { inputs: readonly V2Input[] }
      const columns = INPUTS.map(({ name, type }) => {
        const input = inputs.find(given => given.name === name)
        if (input?.datatype !== (type === 'string' ? 'BYTES' : 'FP32'))
          throw new BadRequest(`no input ${name}`)
        return input
      })
      const rows = columns[0]?.shape[0] ?? 0
      const { labels, probabilities } = await score(
        Array.from({ length: rows }, (_, row) => columns.map(({ data }) => data[row] ?? null)),
      )
      const outputs = [
        { name: 'label', datatype: 'INT64', shape: [rows], data: labels },
        {
          name: 'probabilities',
          datatype: 'FP32',
          shape: [rows, 2],
          data: probabilities.flatMap(probability => [1 - probability, probability]),
        },
      ]
      return { body: JSON.stringify({ model_name: name, outputs }) }
    } catch (error) {
      return { status: 400, body: JSON.stringify({ error: String(error) }) }
    }
  }
}
