import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { middleOf, modelyard, once, peakBytes, printRow } from './measure.ts'
import { bareOnnxruntime, bareProcess, HELD_OUT, repeatRows } from './scored-rows.ts'

const MODELS = fileURLToPath(new URL('../../test/fixtures/models/telco-churn/', import.meta.url))
const [CHAMPION, CHALLENGER] = ['v2', 'v4'].map(version => join(MODELS, version, 'model.onnx')) as [
  string,
  string,
]
const ONE_CHART = fileURLToPath(new URL('one-chart.ts', import.meta.url))
const MANY = 1_000_000
const GIGABYTE = 1e9

const compare = (data: string, ...more: readonly string[]) => [
  ...['compare', '--champion', CHAMPION, '--challenger', CHALLENGER, '--data', data],
  ...['--target', 'churn', '--positive-class', 'Yes', ...more],
]

/** `compare` of two boosted models, from the CSV file to every interval, against onnxruntime alone on ready tensors. */
export async function benchCompare(folder: string): Promise<void> {
  const data = join(folder, `compared-${MANY}.csv`)
  await repeatRows(data, MANY)
  const [whole, bare, peaks]: [number[], number[], number[]] = [[], [], []]
  for (let turn = 0; turn < 3; turn += 1) {
    bare.push((await bareOnnxruntime(CHAMPION, data)) + (await bareOnnxruntime(CHALLENGER, data)))
    const { time, bytes } = await peakBytes(modelyard(folder, compare(data, '--json')))
    whole.push(time)
    if (bytes !== undefined) peaks.push(bytes)
  }
  printRow({
    work: 'compare, two boosted models, 1e6 rows',
    against: 'onnxruntime alone on ready tensors, both',
    time: middleOf(whole),
    floor: middleOf(bare),
    goal: 2,
    note: memoryNote(peaks),
  })
}

function memoryNote(peaks: readonly number[]): string {
  if (peaks.length === 0) return 'memory is measured where there is /proc'
  const most = Math.max(...peaks)
  return `${Math.round(most / 1e6)} MB over all processes, goal ≤ 1,000 MB: ${most <= GIGABYTE ? 'held' : 'MISSED'}`
}

/** From two models and a CSV file to the report and all pictures, against the largest picture and the two scorings. */
export async function benchPictures(folder: string): Promise<void> {
  const charts = join(folder, 'charts')
  const report = join(folder, 'report.md')
  const work = modelyard(folder, compare(HELD_OUT, '--report', report, '--charts', charts))
  await once(work)
  const largest = await largestChart(charts)
  const [whole, floor]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < 5; turn += 1) {
    whole.push(await once(work))
    floor.push(
      (await once({ command: process.execPath, args: [ONE_CHART, largest] })) +
        (await once(bareProcess(CHAMPION, HELD_OUT))) +
        (await once(bareProcess(CHALLENGER, HELD_OUT))),
    )
  }
  printRow({
    work: 'everything for telco-churn, to Markdown and pictures',
    against: 'its largest chart and the two scorings',
    time: middleOf(whole),
    floor: middleOf(floor),
    goal: 4,
    note: `${(await readdir(charts)).filter(name => name.endsWith('.png')).length} pictures`,
  })
}

async function largestChart(folder: string): Promise<string> {
  const specifications = (await readdir(folder)).filter(name => name.endsWith('.vl.json'))
  const sized = await Promise.all(
    specifications.map(async name => ({
      path: join(folder, name),
      bytes: (await stat(join(folder, name))).size,
    })),
  )
  const [largest] = sized.sort((a, b) => b.bytes - a.bytes)
  if (largest === undefined) throw new Error('no chart was drawn')
  return largest.path
}
