import { type Answering, listen, rowsAnswers, v2Answers } from './churn-server.ts'

// `node served.ts HOW`: what `serve` of a model.yaml may start. It serves $MODELYARD_MODEL at $PORT, rightly or not.

const { MODELYARD_MODEL: model = '', PORT: port = '' } = process.env
const [how = ''] = process.argv.slice(2)

process.stderr.write(`serving ${model}\n`)

const endless = async function* () {
  for (;;) yield `"${'x'.repeat(100_000)}",`
}

const WAYS: Readonly<Record<string, () => Promise<Answering>>> = {
  rows: () => rowsAnswers(model),
  v2: () => v2Answers(model, 'churn'),
  'never-ready': async () => async () => ({ status: 503, body: '{"status": "loading"}' }),
  'dies-at-once': async () => {
    process.stderr.write('ModuleNotFoundError: no module named pandas\n')
    process.exit(3)
  },
  'dies-when-asked': async () => {
    const right = await rowsAnswers(model)
    return async asked => {
      if (asked.method === 'GET') return right(asked)
      process.stderr.write('Segmentation fault\n')
      process.exit(139)
    }
  },
  'dies-of-long-text': () =>
    rowsAnswers(model, {
      answer(rows, right) {
        if (rows.some(row => String(row[2]).length > 1000)) process.exit(9)
        return right
      },
    }),
  'drops-a-row': () => rowsAnswers(model, { predictions: scored => scored.slice(1) }),
  hangs: () => rowsAnswers(model, { answer: () => undefined }),
  'answers-without-end': () => rowsAnswers(model, { answer: () => ({ body: endless() }) }),
  'ignores-the-signal': () => {
    process.on('SIGTERM', () => {})
    return rowsAnswers(model)
  },
}

const open = WAYS[how]
if (open === undefined) throw new Error(`${how}: none of ${Object.keys(WAYS).join(', ')}`)
await listen(await open(), Number(port))
