import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { InferenceSession, Tensor } from 'onnxruntime-node'

// The floor of `evaluate`: a session's runs over tensors that stand ready. Prints milliseconds.
//   node bare-onnxruntime.ts MODEL DATA

const BATCH_ROWS = 1024
const [model = '', data = ''] = process.argv.slice(2)
const session = await InferenceSession.create(model, {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
})

const batches: Record<string, Tensor>[] = []
let rows: Record<string, string>[] = []
for await (const row of createReadStream(data).pipe(parse({ columns: true }))) {
  rows.push(row as Record<string, string>)
  if (rows.length === BATCH_ROWS) {
    batches.push(tensorsOf(rows))
    rows = []
  }
}
if (rows.length > 0) batches.push(tensorsOf(rows))

const start = performance.now()
for (const batch of batches) await session.run(batch)
console.log(performance.now() - start)

function tensorsOf(some: readonly Record<string, string>[]): Record<string, Tensor> {
  return Object.fromEntries(
    session.inputMetadata.map(input => {
      if (!input.isTensor) throw new Error(`${input.name} is no tensor`)
      const values = some.map(row => row[input.name] ?? '')
      const shape = [some.length, 1]
      return [
        input.name,
        input.type === 'string'
          ? new Tensor('string', values, shape)
          : new Tensor('float32', Float32Array.from(values, Number), shape),
      ]
    }),
  )
}
