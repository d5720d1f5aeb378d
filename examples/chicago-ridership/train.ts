// Learns how many rides a day brings, from days whose rides are known.
//
//   MODELYARD_DATA=days.csv MODELYARD_OUT=… node examples/chicago-ridership/train.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDays } from './days.ts'
import { fitRides, predictRides } from './model.ts'

const { MODELYARD_DATA: data, MODELYARD_OUT: out } = process.env
if (data === undefined || out === undefined)
  throw new Error('MODELYARD_DATA and MODELYARD_OUT say where to read and write')
const days = readDays(readFileSync(data, 'utf8'))
const model = fitRides(days)
const errors = days.map(day => Math.abs((day.rides as number) - predictRides(model, day)))
const mae = errors.reduce((sum, error) => sum + error, 0) / errors.length
writeFileSync(join(out, 'model.json'), `${JSON.stringify(model, null, 2)}\n`)
writeFileSync(join(out, 'metrics.json'), `${JSON.stringify({ mae })}\n`)
