import { execFile } from 'node:child_process'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median, middleOf, modelyard, NODE, printRow } from './measure.ts'
import { bareOnnxruntime, repeatRows } from './scored-rows.ts'

const run = promisify(execFile)
const project = fileURLToPath(new URL('../../', import.meta.url))
const MODEL = join(project, 'test/fixtures/models/telco-churn/v2/model.onnx')

/** `evaluate` from the CSV file to the metrics, against onnxruntime alone on tensors that stand ready. */
export async function benchEvaluate(folder: string): Promise<void> {
  const root = join(folder, 'evaluate')
  await mkdir(root)
  for (const path of ['registry-data', '.github/modelyard.yml'])
    await cp(join(project, path), join(root, path), { recursive: true })
  for (const args of [
    ['init', '--quiet'],
    ['config', 'user.name', 'Mara Lindqvist'],
    ['config', 'user.email', 'mara@example.com'],
    ['add', '-A'],
    ['commit', '--quiet', '-m', 'Add the registry'],
  ])
    await run('git', args, { cwd: root })
  const node = await median(NODE)
  for (const { rows, runs, goal } of [
    { rows: 100_000, runs: 5, goal: 2.5 },
    { rows: 1_000_000, runs: 3, goal: 2 },
  ]) {
    const data = join(folder, `rows-${rows}.csv`)
    await repeatRows(data, rows)
    const args = ['evaluate', 'telco-churn', '2', '--data', data, '--no-evidence', '--json']
    const whole: number[] = []
    const bare: number[] = []
    // In turn, so that whatever else the machine does falls on both.
    for (let turn = 0; turn < runs; turn += 1) {
      bare.push(await bareOnnxruntime(MODEL, data))
      whole.push(await median(modelyard(root, args), 1))
    }
    printRow({
      work: `evaluate, ${rows} rows, less node -e 0`,
      against: 'onnxruntime alone on ready tensors',
      time: middleOf(whole) - node,
      floor: middleOf(bare),
      goal,
    })
  }
}
