// Predicts how many rides days bring.
//
//   MODELYARD_MODEL=model.json MODELYARD_DATA=days.csv MODELYARD_OUT=… node examples/chicago-ridership/predict.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDays } from './days.ts'
import { predictRides, type RidesModel } from './model.ts'

const { MODELYARD_MODEL: file, MODELYARD_DATA: data, MODELYARD_OUT: out } = process.env
if (file === undefined || data === undefined || out === undefined)
  throw new Error('MODELYARD_MODEL, MODELYARD_DATA and MODELYARD_OUT say where to read and write')
const model = JSON.parse(readFileSync(file, 'utf8')) as RidesModel
const lines = readDays(readFileSync(data, 'utf8')).map(day => `${day.date},${predictRides(model, day)}`)
writeFileSync(join(out, 'predictions.csv'), `${['date,prediction', ...lines].join('\n')}\n`)
