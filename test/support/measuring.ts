import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Granted } from '../../sandbox/roles.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { lfsObjectsOf } from '../../sandbox/state/lfs-objects.ts'
import { addAsset, addRelease } from '../../sandbox/state/releases.ts'
import { renderLfsPointer } from '../../src/domain/registry/lfs.ts'
import type { FaultedScene } from './fault-table.ts'
import { fixture } from './fixture-models.ts'
import { MODEL, type RealBench, registeredBench } from './real-bench.ts'
import { runAction } from './run-action.ts'
import { gitHubOf, openScene, type Scene } from './sandbox.ts'
import { sha256 } from './workbench.ts'

const FIRST = fixture('models/telco-churn/v3/model.onnx')

type Kept = (scene: Scene, bench: RealBench, version: number, bytes: Uint8Array) => Promise<void>

/** The bytes of a version leave the repository; what stays says where they are. */
export const KEPT = {
  async release({ sandbox, repository }, bench, version, bytes) {
    const release = addRelease(sandbox.world, repository, { tag: `churn/v${version}`, author: 'ada' })
    addAsset(sandbox.world, release, { name: 'model.onnx', bytes, uploader: 'ada' })
    const path = `${MODEL}/versions/${version}/version.json`
    const record = JSON.parse(await readFile(join(bench.root, path), 'utf8'))
    record.artifact.uri = `release:churn/v${version}/model.onnx`
    await bench.write({ [path]: `${JSON.stringify(record, null, 2)}\n` })
    await bench.git('rm', '-q', `${MODEL}/versions/${version}/model.onnx`)
  },
  async lfs({ repository }, bench, version, bytes) {
    lfsObjectsOf(repository).set(sha256(bytes), Buffer.from(bytes))
    const pointer = renderLfsPointer({ sha256: sha256(bytes), bytes: bytes.length })
    await bench.write({ [`${MODEL}/versions/${version}/model.onnx`]: pointer })
  },
} satisfies Record<string, Kept>

/** What was brought into a repository, in words for the table. */
async function keptIn(root: string): Promise<string> {
  const places = ['.git/modelyard/artifacts', '.git/lfs/objects'].map(place => join(root, place))
  const listed = await Promise.all(
    places.map(place => readdir(place, { recursive: true, withFileTypes: true }).catch(() => [])),
  )
  const whole = listed.flat().filter(entry => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
  const right = await Promise.all(
    whole.map(async ({ parentPath, name }) => sha256(await readFile(join(parentPath, name))) === name),
  )
  return `${whole.length} kept, ${right.filter(Boolean).length} of its digest`
}

/**
 * A job that measures versions whose files are elsewhere.
 *
 * @param permissions - Of the job's token.
 */
export async function measuring(
  action: string,
  kept: keyof typeof KEPT,
  inputs: Readonly<Record<string, string>>,
  permissions: Granted = { contents: 'read' },
  options: SandboxOptions = {},
): Promise<FaultedScene & { readonly scene: Scene; readonly root: string }> {
  const scene = await openScene(permissions, options)
  const bench = await registeredBench({ artifact: FIRST })
  await KEPT[kept](scene, bench, 1, FIRST)
  const serving = { schema: 1, stages: { production: [1] }, aliases: { champion: 1 } }
  await bench.write({ 'given.onnx': FIRST, [`${MODEL}/stages.json`]: JSON.stringify(serving) })
  await bench.git('add', '--all')
  await bench.git('commit', '-q', '-m', 'Keep the model elsewhere')
  return {
    scene,
    root: bench.root,
    sandbox: scene.sandbox,
    run: signal =>
      runAction(action, {
        ...(signal && { signal }),
        folder: bench.root,
        inputs: { model: 'churn', ...inputs },
        token: scene.token.value,
        env: { ...gitHubOf(scene.sandbox), GITHUB_SERVER_URL: scene.sandbox.url },
      }),
    isDone: ({ outputs, status }) => status !== 2 && status !== 3 && outputs.model === 'churn',
    endState: async () => keptIn(bench.root),
  }
}
