import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, writeDays } from '../../../examples/chicago-ridership/days.ts'
import type { RidesModel } from '../../../examples/chicago-ridership/model.ts'
import { addRun, type Job, type Run } from '../../../sandbox/state/runs.ts'
import type { WorkflowRun } from '../../../src/ports.ts'
import { cloneOf, type HostedScene, hostedScene } from '../../sandbox/hosted.ts'
import { projectRoot } from '../imports.ts'
import type { TemporaryRepository } from '../temporary.ts'
import { sha256 } from '../workbench.ts'
import { cityDays, daysOf, monthAfter, monthsBetween } from './city.ts'

export const MODEL = 'ridership'
export const MONITOR = '.github/workflows/modelyard-monitor.yml'
export const RETRAIN = '.github/workflows/modelyard-retrain.yml'
const FOLDER = `registry-data/models/${MODEL}`
const DEFINITION = `${FOLDER}/model.yaml`
const EXAMPLE = 'examples/chicago-ridership'
const CODE = ['calendar.ts', 'days.ts', 'least-squares.ts', 'model.ts', 'train.ts', 'predict.ts']
/** The first month of the city's file that is whole enough, and so many that are held out of what is trained on. */
const SINCE = '2001-01'
const HELD_OUT = 2
/** Of a window that is trained on again. */
const WINDOW = 12
const CONFIG = `lifecycle: {stages: [development, production, archived]}
workflows: [${MONITOR}, ${RETRAIN}]
`

/** A repository on GitHub whose team predicts the rides of a station, its past, and a runner that keeps its checkout. */
export interface Station {
  readonly scene: HostedScene
  readonly days: readonly Day[]
  readonly checkout: TemporaryRepository
}

/** @param month - The first that is not known yet. */
export async function openStation(month: string): Promise<Station> {
  const days = cityDays()
  const granted = {
    contents: 'write',
    issues: 'write',
    pull_requests: 'write',
    statuses: 'write',
    actions: 'read',
  } as const
  const scene = await hostedScene(granted, { now: `${month}-01T05:00:00Z` })
  scene.repository.actionsMayOpenPulls = true
  const seen = monthsBetween(SINCE, month).map(one => [`seen/${one}.csv`, writeDays(ridesOf(days, one))])
  const code = CODE.map(name => [`${EXAMPLE}/${name}`, ours(name)])
  await commit(scene, 'Begin', {
    ...Object.fromEntries([...seen, ...code]),
    ...windowFiles(ours('model.yaml'), days, SINCE, month),
    '.github/modelyard.yml': CONFIG,
    ...Object.fromEntries(
      [MONITOR, RETRAIN].map(path => [path, 'on: {schedule: [{cron: "0 6 1 * *"}]}\njobs: {}\n']),
    ),
  })
  return { scene, days, checkout: await cloneOf(scene, 'ada') }
}

const ours = (name: string) => readFileSync(join(projectRoot, EXAMPLE, name), 'utf8')

export function ridesOf(days: readonly Day[], month: string): Day[] {
  return daysOf(days, month, monthAfter(month, 1))
}

/** What somebody of the team pushes; its commit. */
export async function commit(
  { clone }: HostedScene,
  message: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const made = await clone.commit(message, files)
  await clone.git('push', '-q', 'origin', 'main')
  return made
}

/** The year before the two months that ended just now to train on, and these two, pinned, to judge by. */
export async function moveWindow({ scene, days }: Station, month: string): Promise<void> {
  const end = monthAfter(month, 1)
  const definition = readFileSync(join(scene.clone.root, DEFINITION), 'utf8')
  await commit(
    scene,
    `The window that ends with ${month}`,
    windowFiles(definition, days, monthAfter(end, -WINDOW - HELD_OUT), end),
  )
}

function windowFiles(
  definition: string,
  days: readonly Day[],
  from: string,
  end: string,
): Record<string, string> {
  const held = monthAfter(end, -HELD_OUT)
  const test = writeDays(daysOf(days, held, end))
  return {
    'data/train.csv': writeDays(daysOf(days, from, held)),
    'data/test.csv': test,
    [DEFINITION]: definition.replace(/sha256: "[0-9a-f]{64}"/, `sha256: "${sha256(test)}"`),
  }
}

/** The version that serves, and the model that it is, as a clone has them. */
export function servingIn(root: string): { readonly version: number; readonly model: RidesModel } {
  const { aliases } = readJson<{ readonly aliases: { readonly champion: number } }>(root, 'stages.json')
  return { version: aliases.champion, model: modelIn(root, aliases.champion) }
}

export function modelIn(root: string, version: number): RidesModel {
  return readJson<RidesModel>(root, `versions/${version}/model.json`)
}

function readJson<T>(root: string, path: string): T {
  return JSON.parse(readFileSync(join(root, FOLDER, path), 'utf8')) as T
}

/** A run as GitHub lists it. */
export function startRun(
  { scene }: Station,
  path: string,
  headSha: string,
  jobs: Readonly<Record<string, Job['conclusion']>> = {},
): Run {
  const { sandbox, repository } = scene
  return addRun(sandbox.world, repository, {
    event: 'schedule',
    path,
    headSha,
    headBranch: 'main',
    actor: 'ada',
    jobs,
  })
}

/** The same as its own steps are told of it. */
export function workflowRun({ id, path, event, headSha }: Run): WorkflowRun {
  return { repository: 'acme/models', id, attempt: 1, workflow: path, event, commit: headSha, merged: true }
}
