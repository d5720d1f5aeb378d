import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { cloneOf, hostedScene } from '../sandbox/hosted.ts'
import { promotion } from './models.ts'
import { evidenceFile, type Files, modelFiles } from './registry-files.ts'
import { runAction } from './run-action.ts'
import { gitHubOf, STARTED_BY_GRACE } from './sandbox.ts'
import type { TemporaryRepository } from './temporary.ts'
import { MODEL_YAML, REGISTRY_FILES } from './workbench.ts'

export const ACTION = 'actions/promote'
export const BRANCH = 'modelyard/churn/promote-2-staging'
export const FILES = {
  ...REGISTRY_FILES,
  ...modelFiles('churn', {
    definition: MODEL_YAML,
    versions: [{}, {}],
    records: [promotion(1, 'development', 'staging', { aliases: { challenger: 1 } })],
  }),
}
export const EVIDENCE = evidenceFile('churn', 2, 0.9)

interface Given {
  readonly mayOpen: boolean
  readonly mayMark: boolean
  readonly files: Files
}

/** A job that checked the repository out, and whose earlier step measured version 2. */
export async function promoting({ mayOpen = true, mayMark = true, files = FILES }: Partial<Given> = {}) {
  const scene = await hostedScene(
    { actions: 'read', contents: 'write', pull_requests: 'write', ...(mayMark ? { statuses: 'write' } : {}) },
    mayOpen && mayMark ? {} : { tolerate: ['permission'] },
  )
  const { sandbox, repository, token, clone } = scene
  repository.actionsMayOpenPulls = mayOpen
  await clone.commit('Add the registry', files)
  await clone.git('push', '-q', 'origin', 'main')
  const checkout = async (evidence: Files = EVIDENCE) => {
    const made = await cloneOf(scene, 'ada')
    await measure(made, evidence)
    return made
  }
  const promote = (folder: string, inputs: Readonly<Record<string, string>> = {}, signal?: AbortSignal) =>
    runAction(ACTION, {
      ...(signal && { signal }),
      folder,
      inputs: { model: 'churn', version: '2', stage: 'staging', ...inputs },
      token: token.value,
      env: { ...gitHubOf(sandbox), ...STARTED_BY_GRACE },
    })
  return { ...scene, checkout, promote }
}

async function measure({ root }: TemporaryRepository, evidence: Files): Promise<void> {
  const folder = join(root, '.git/modelyard/evidence/churn/2')
  await mkdir(folder, { recursive: true })
  for (const [path, text] of Object.entries(evidence)) await writeFile(join(folder, basename(path)), text)
}
