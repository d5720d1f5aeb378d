import { parentPort } from 'node:worker_threads'
import { type Portion, runPortion } from './run-case.ts'
import { SCENARIOS } from './scenarios.ts'

parentPort?.on('message', (portion: Portion) => {
  parentPort?.postMessage({ portion, counts: runPortion(SCENARIOS, portion) })
})
