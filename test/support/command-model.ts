import { join } from 'node:path'
import { register } from '../../src/commands/register.ts'
import { CHURN_FILES, CHURN_YAML, MODEL, type RealBench, realBench, run } from './real-bench.ts'

/** A model that no engine loads: weights, and the program that knows what to do with them. */
export const WEIGHTS = JSON.stringify({
  phone_service: 0.5,
  paperless_billing: 1,
  streaming_tv: { Yes: 1, No: -1 },
})
const MODEL_CODE = `import { readFileSync } from 'node:fs'
const weights = JSON.parse(readFileSync(process.env.MODELYARD_MODEL, 'utf8'))
export function score(row) {
  const tv = weights.streaming_tv[row.streaming_tv] ?? 0
  const z = weights.phone_service * Number(row.phone_service) + weights.paperless_billing * Number(row.paperless_billing) + tv
  return 1 / (1 + Math.exp(-z))
}
`
const PREDICT = `import { readFileSync, writeFileSync } from 'node:fs'
import { score } from './model.mjs'
const how = process.argv[2]
const [head, ...lines] = readFileSync(process.env.MODELYARD_DATA, 'utf8').trimEnd().split('\\n')
const rows = lines.map(line => Object.fromEntries(line.split(',').map((cell, at) => [head.split(',')[at], cell])))
if (how === 'refuses-missing' && rows.some(row => Object.values(row).includes(''))) throw new Error('Input contains NaN')
if (how === 'dies-of-unknown' && rows.some(row => row.streaming_tv.startsWith('a category'))) process.kill(process.pid, 'SIGKILL')
if (how === 'drops-missing') rows.splice(0, rows.length, ...rows.filter(row => !Object.values(row).includes('')))
if (how === 'dies') { console.error('KeyError: tenure'); process.exit(1) }
const mean = rows.reduce((sum, row) => sum + score(row), 0) / rows.length
const scores = rows.map(row => (how === 'standardizes' ? score(row) - mean + 0.5 : how === 'answers-logits' ? 2.5 : how === 'draws' ? Math.random() : score(row)))
writeFileSync(process.env.MODELYARD_OUT + '/predictions.csv', ['probability', ...scores].join('\\n') + '\\n')
`
const SERVE = `import { createServer } from 'node:http'
import { score } from './model.mjs'
const shift = Number(process.argv[2])
createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  response.setHeader('content-type', 'application/json')
  if (request.method === 'GET') return response.end('"ready"')
  try {
    const rows = JSON.parse(Buffer.concat(chunks))
    if (!Array.isArray(rows) || rows.some(row => typeof row !== 'object')) throw new Error('rows are due')
    for (const row of rows)
      for (const name of ['phone_service', 'paperless_billing'])
        if (typeof row[name] !== 'number') throw new Error('numbers are due')
    response.end(JSON.stringify(rows.map(row => ({ probability: score(row) + shift }))))
  } catch (error) {
    response.writeHead(400).end(JSON.stringify({ error: String(error) }))
  }
}).listen(Number(process.env.PORT), '127.0.0.1')
`

/** Its version 1 in a registry of its own, with such keys of model.yaml. */
export async function commandBench(keys: string): Promise<RealBench> {
  const bench = await realBench({
    ...CHURN_FILES,
    [`${MODEL}/model.yaml`]: `${CHURN_YAML}${keys}`,
    'model.mjs': MODEL_CODE,
    'predict.mjs': PREDICT,
    'serve.mjs': SERVE,
  })
  await bench.write({ '.git/weights.bin': WEIGHTS })
  await run(register, bench, { model: 'churn', artifact: join(bench.root, '.git/weights.bin'), merge: true })
  return bench
}

export const node = `"${process.execPath}"`
export const predictBy = (how: string) => `predict: {command: '${node} predict.mjs ${how}'}\n`
