import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipOf } from '../../../sandbox/runner/zip.ts'
import type { Run } from '../../../sandbox/state/runs.ts'
import { compare } from '../../../src/commands/compare.ts'
import { evaluate } from '../../../src/commands/evaluate.ts'
import { register } from '../../../src/commands/register.ts'
import { run as runCommand } from '../../../src/commands/run.ts'
import type { Outcome } from '../../../src/domain/gates/outcome.ts'
import type { ComparisonResult, EvaluationResult } from '../../../src/domain/results/measurement.ts'
import type { RegistrationResult } from '../../../src/domain/results/registration.ts'
import type { RunResult } from '../../../src/domain/results/run.ts'
import { MERGE } from '../../sandbox/hosted.ts'
import { type Job, openJob, openJobAgain } from './job.ts'
import { MODEL, type Station, workflowRun } from './station.ts'

const STAGE = 'production'

/** What became of a candidate. */
export interface Candidate {
  /** Of its gates. */
  readonly outcome: Outcome
  /** The version that serves from now on, where it was proposed and merged. */
  readonly version: number | undefined
  /** Its MAE less the champion's, on the rows that were held out; undefined where there is no champion. */
  readonly difference: number | undefined
}

/** The jobs of candidate.yml, which train, measure and propose; and the person who merges what passed. */
export async function takeRoad(station: Station, listed: Run, first = false): Promise<Candidate> {
  const { scene, checkout } = station
  const run = workflowRun(listed)
  const made = await train(await openJobAgain(checkout, scene, run))
  // What it measures stays in git's own folder: a checkout that was used before holds what others left.
  const { files, difference } = await measure(await openJob(scene, run), made, first)
  leaveEvidence(station, listed, files)
  const job = await openJobAgain(checkout, scene, run)
  await job.write({ ...made, ...files })
  const { promotion, record, ...proposed } = await job.step<RegistrationResult>(register, {
    model: MODEL,
    trained: 'made',
    run: run.id,
    stage: STAGE,
    evidence: 'evidence',
  })
  const outcome = promotion?.gates?.outcome ?? 'inconclusive'
  const pull = proposed['pull-request']?.number
  if (pull === undefined) return { outcome, version: undefined, difference }
  await scene.ada.octokit.request(MERGE, { ...scene.place, pull_number: pull, merge_method: 'squash' })
  await scene.clone.git('pull', '-q', 'origin', 'main')
  return { outcome, version: promotion?.version ?? record?.version, difference }
}

type Files = Readonly<Record<string, Uint8Array>>

async function train(job: Job): Promise<Files> {
  const trained = await job.step<RunResult>(runCommand, { model: MODEL, command: 'train', out: 'made' })
  if (trained.outcome !== 'passed') throw new Error(`the training failed: ${JSON.stringify(trained)}`)
  return readAll(job, ['made/model.json', 'made/metrics.json'])
}

interface Measured {
  readonly files: Files
  readonly difference: number | undefined
}

/** A commit of this job's own checkout, which nobody pushes; what is left as evidence lies below `evidence`. */
async function measure(job: Job, made: Files, first: boolean): Promise<Measured> {
  await job.write(made)
  const registered = await job.step<RegistrationResult>(register, {
    model: MODEL,
    trained: 'made',
    merge: true,
  })
  const version = `${registered.record?.version}`
  const found = first
    ? await job.step<EvaluationResult>(evaluate, { model: MODEL, version })
    : await job.step<ComparisonResult>(compare, { model: MODEL, challenger: version, for: STAGE })
  const folder = `.git/modelyard/evidence/${MODEL}/${version}`
  const left = await readAll(
    job,
    (await readdir(join(job.root, folder))).map(name => `${folder}/${name}`),
  )
  return {
    files: Object.fromEntries(
      Object.entries(left).map(([path, bytes]) => [
        path.replace(`.git/modelyard/evidence/${MODEL}`, 'evidence'),
        bytes,
      ]),
    ),
    difference: found.kind === 'comparison' ? found.facts.metrics.mae?.difference : undefined,
  }
}

/** As an artifact of the run: of other evidence GitHub knows no run that measured it. */
function leaveEvidence({ scene }: Station, listed: Run, files: Files): void {
  const entries = Object.entries(files).map(([path, content]) => ({
    name: path.replace('evidence/', ''),
    content,
  }))
  const id = scene.sandbox.world.nextId()
  listed.artifacts.push({ id, name: `modelyard-evidence-${MODEL}`, zip: zipOf(...entries), expired: false })
}

async function readAll({ root }: Job, paths: readonly string[]): Promise<Files> {
  const read = async (path: string) => [path, await readFile(join(root, path))] as const
  return Object.fromEntries(await Promise.all(paths.map(read)))
}
