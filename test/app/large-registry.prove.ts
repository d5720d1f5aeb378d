import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { PULLS, pushBranch } from '../sandbox/hosted.ts'
import { CONFIG } from '../sandbox-scenarios/merging.ts'
import { MEASURES } from '../support/origin.ts'
import { type Files, folderOf, modelFiles } from '../support/registry-files.ts'
import { judging } from './judging.ts'

const MODELS = 20
const VERSIONS = 166
const MOST_MEBIBYTES = 700

/** What a process took of a processor so far, in seconds: printed for the reader, since how long it takes is the machine's matter. */
async function workOf(process: number): Promise<number> {
  const fields = (await readFile(`/proc/${process}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  // In hundredths of a second, of the program and of the system for it.
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** The most memory that a process ever held, in MiB. */
async function peakOf(process: number): Promise<number> {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(`/proc/${process}/status`, 'utf8')) ?? []
  return Number(kibibytes) / 1024
}

/** Models of 499 files each. */
function models(prefix: string, count: number): Files {
  const notes = Object.fromEntries(
    Array.from({ length: VERSIONS }, (_, at) => [at + 1, 'description: one of many\n']),
  )
  const versions = Array.from({ length: VERSIONS }, () => ({}))
  return Object.assign(
    {},
    ...Array.from({ length: count }, (_, at) => modelFiles(`${prefix}-${at + 1}`, { versions, notes })),
  )
}

test('a registry of 10,000 files is judged in a bounded memory, whatever is changed of it', async () => {
  const many = models('model', MODELS)
  expect(Object.keys(many).length).toBeGreaterThanOrEqual(10_000)
  const scene = await judging({ files: many })
  const { app, clone, ada, place } = scene
  await app.settled()
  for (const [branch, conclusion, files] of [
    ['words', 'success', { [`${folderOf('model-7')}/versions/3/notes.yaml`]: 'description: better\n' }],
    // It concerns all models.
    [
      'settings',
      'action_required',
      { '.github/modelyard.yml': `# ours\n${CONFIG}workflows: [${MEASURES}]\n` },
    ],
    // Nobody that may maintain approved of models that the base does not have.
    ['flood', 'action_required', models('other', MODELS)],
  ] as const) {
    await pushBranch(clone, branch, files)
    const started = await workOf(app.child.pid ?? 0)
    await ada.octokit.request(PULLS, { ...place, title: branch, head: branch, base: 'main' })
    await app.settled()
    const seconds = (await workOf(app.child.pid ?? 0)) - started
    const peak = await peakOf(app.child.pid ?? 0)
    process.stderr.write(`${branch}: ${seconds.toFixed(1)} s of work, ${peak.toFixed(0)} MiB at most\n`)
    expect({ branch, conclusion: scene.checks().at(-1)?.conclusion }).toEqual({ branch, conclusion })
    expect(peak).toBeLessThan(MOST_MEBIBYTES)
  }
})
