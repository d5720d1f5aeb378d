// Trains a model that tells which telecom customers are about to leave ("churn").
//
//   MODELYARD_DATA=… MODELYARD_OUT=… MODELYARD_SEED=… node examples/telco-churn/train.ts
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Customer, encode, learnEncoding, NUMBER_COLUMNS, TEXT_COLUMNS } from './features.ts'
import { fitLogisticRegression, probability } from './logistic-regression.ts'
import { logLoss, type Prediction, rocAuc } from './metrics.ts'
import { modelFile } from './model-file.ts'
import { HELD_OUT_SHARE, heldOutRows } from './split.ts'

const L2_PENALTIES = [0.1, 0.3, 1, 3, 10, 30]

function train(): void {
  const { data, out, seed } = readSettings()
  const { fitting, heldOut } = split(readObservations(data), seed, data)

  // Means and categories come from the fitting part alone: the held-out part stands for customers not yet seen.
  const encoding = learnEncoding(fitting.map(({ customer }) => customer))
  const rows = fitting.map(({ customer }) => encode(customer, encoding))
  const churned = fitting.map(observation => observation.churned)

  const candidates = L2_PENALTIES.map(l2Penalty => {
    const model = fitLogisticRegression(rows, churned, l2Penalty)
    const predictions = heldOut.map(
      (observation): Prediction => ({
        positive: observation.churned,
        probability: probability(model, encode(observation.customer, encoding)),
      }),
    )
    return { l2Penalty, model, rocAuc: rocAuc(predictions), logLoss: logLoss(predictions) }
  })
  const best = candidates.reduce((left, right) => (right.logLoss < left.logLoss ? right : left))

  writeFileSync(join(out, 'model.onnx'), modelFile(encoding, best.model))
  writeJson(join(out, 'metrics.json'), { 'roc-auc': best.rocAuc, 'log-loss': best.logLoss })
  writeJson(join(out, 'params.json'), {
    algorithm: 'logistic regression',
    'l2-penalty': best.l2Penalty,
    'held-out-share': HELD_OUT_SHARE,
  })
  process.stdout.write(
    `ROC AUC ${best.rocAuc.toFixed(4)}, log loss ${best.logLoss.toFixed(4)} on ${heldOut.length} held-out customers\n`,
  )
}

/** A customer, and what became of them. */
interface Observation {
  readonly customer: Customer
  readonly churned: boolean
}

/** What is wrong with what the trainer was given: a sentence for its user, who needs no stack trace. */
class InputError extends Error {}

function readSettings(): { data: string; out: string; seed: string } {
  const [data, out, seed] = [setting('MODELYARD_DATA'), setting('MODELYARD_OUT'), setting('MODELYARD_SEED')]
  if (!/^-?\d+$/.test(seed)) throw new InputError(`MODELYARD_SEED is "${seed}"; it has to be an integer`)
  if (!statSync(out, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(`MODELYARD_OUT is "${out}"; it has to be a folder that exists`)
  }
  return { data, out, seed }
}

function setting(name: string): string {
  const value = process.env[name]
  if (value) return value
  throw new InputError(`the environment variable ${name} is missing`)
}

function readObservations(path: string): Observation[] {
  const records = readRecords(path)
  const [first] = records
  if (first === undefined) throw new InputError(`${path} holds no customers`)
  const wanted = ['churn', ...NUMBER_COLUMNS, ...TEXT_COLUMNS]
  const missing = wanted.filter(name => !Object.hasOwn(first.record, name))
  if (missing.length > 0) throw new InputError(`${path} has no column ${missing.join(', ')}`)
  return records.map(({ record, info }) => readObservation(record, `${path}, line ${info.lines}`))
}

interface CsvRecord {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
}

function readRecords(path: string): CsvRecord[] {
  try {
    return parse<CsvRecord>(readFileSync(path), { columns: true, info: true, bom: true })
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${error instanceof Error ? error.message : error}`)
  }
}

function readObservation(record: CsvRecord['record'], place: string): Observation {
  const { churn } = record
  if (churn !== 'Yes' && churn !== 'No') {
    throw new InputError(`${place}, column churn: "${churn}" is neither "Yes" nor "No"`)
  }
  const customer = Object.fromEntries([
    ...NUMBER_COLUMNS.map(name => [name, readNumber(record[name], name, place)]),
    ...TEXT_COLUMNS.map(name => [name, isMissing(record[name]) ? '' : record[name]]),
  ]) as Customer
  return { customer, churned: churn === 'Yes' }
}

function readNumber(text: string | undefined, column: string, place: string): number {
  if (isMissing(text)) {
    if (column === 'total_charges') return Number.NaN
    throw new InputError(`${place}, column ${column}: the number is missing; only total_charges may be`)
  }
  const value = Number(text)
  if (Number.isFinite(value) && value >= 0) return value
  throw new InputError(`${place}, column ${column}: "${text}" is not a number of 0 or more`)
}

const isMissing = (text = '') => ['', 'NA'].includes(text.trim())

/** Sets customers aside to measure on; the seed decides whom. */
function split(
  observations: readonly Observation[],
  seed: string,
  path: string,
): { fitting: Observation[]; heldOut: Observation[] } {
  const held = heldOutRows(observations.length, seed)
  const heldOut = observations.filter((_, row) => held.has(row))
  const fitting = observations.filter((_, row) => !held.has(row))
  for (const part of [fitting, heldOut]) {
    if (new Set(part.map(({ churned }) => churned)).size < 2) {
      throw new InputError(`${path} has too few customers of churn "Yes" or of "No" to learn and to measure`)
    }
  }
  return { fitting, heldOut }
}

function writeJson(path: string, value: Readonly<Record<string, string | number>>): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}

try {
  train()
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
