import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPorts } from '../../cli/ports.ts'
import type { Command } from '../../src/commands/define.ts'
import { register } from '../../src/commands/register.ts'
import type { Result } from '../../src/domain/results/index.ts'
import type { Ports } from '../../src/ports.ts'
import { fakeClock } from '../fakes/ports.ts'
import { fixture } from './fixture-models.ts'
import { copyOf, repositoryAt, type TemporaryRepository, temporaryRepository } from './temporary.ts'

const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** A repository on disk with the engines that the command line has; only the clock is a fake. */
export interface RealBench extends TemporaryRepository {
  readonly ports: Ports & { readonly clock: ReturnType<typeof fakeClock> }
}

/** The ports that the command line would have in a folder, with a clock that stands still. */
export async function realPorts(folder: string): Promise<RealBench['ports']> {
  return { ...(await openPorts(folder)), clock: fakeClock() }
}

export async function realBench(files: Readonly<Record<string, string | Uint8Array>>): Promise<RealBench> {
  const made = await temporaryRepository()
  await made.commit('Add the registry', files)
  return { ...made, ports: await realPorts(made.root) }
}

/** The example's registry and data in a repository of its own, in one commit. */
export async function exampleBench(): Promise<RealBench> {
  return copied('example', async () => {
    const made = await temporaryRepository()
    for (const path of ['registry-data', '.github/modelyard.yml', 'examples/telco-churn/data']) {
      await cp(join(projectRoot, path), join(made.root, path), { recursive: true })
    }
    await made.commit('Add the example')
    return made
  })
}

/** A copy of a repository that is made once a test file. */
async function copied(name: string, make: () => Promise<TemporaryRepository>): Promise<RealBench> {
  const root = await copyOf(name, async folder => cp((await make()).root, folder, { recursive: true }))
  return { ...repositoryAt(root), ports: await realPorts(root) }
}

/** Runs a command as a door would, after it read the arguments. */
export async function run<R extends Result = Result>(
  command: Command,
  { ports }: { readonly ports: Ports },
  input: Readonly<Record<string, unknown>>,
): Promise<R> {
  return (await command.execute(input, ports, {})) as R
}

export const MODEL = 'registry-data/models/churn'

/** Rows that fit `telco-churn/v3`, which takes three columns. */
export const CHURN_ROWS = `phone_service,paperless_billing,streaming_tv,churn
1,1,Yes,Yes
1,0,No,No
0,1,No internet service,No
1,1,No,Yes
`

/** A definition of the model `churn`; more keys may follow. */
export const CHURN_YAML = `task: binary-classification
target: churn
positive-class: "Yes"
evaluate: {data: {uri: data/test.csv}}
policy:
  staging: {gates: [{metric: roc-auc, min: 0.1}], defaults: false}
`

export const CHURN_FILES: Readonly<Record<string, string>> = {
  '.github/modelyard.yml': 'registry: registry-data\n',
  [`${MODEL}/model.yaml`]: CHURN_YAML,
  'data/test.csv': CHURN_ROWS,
  'train.py': 'print("train")\n',
}

/** A registry whose one model has one version, a small logistic regression of scikit-learn. */
export function churnBench(): Promise<RealBench> {
  return copied('churn', () => registeredBench({}))
}

/** The same with other files, or another artifact. */
export async function registeredBench({
  artifact = fixture('models/telco-churn/v3/model.onnx'),
  files = {},
}: {
  readonly artifact?: Uint8Array
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}): Promise<RealBench> {
  const bench = await realBench({ ...CHURN_FILES, ...files })
  await registerBytes(bench, artifact)
  return bench
}

/** Registers bytes as the next version of `churn`, on the current branch. */
export async function registerBytes(
  bench: RealBench,
  artifact: Uint8Array,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const path = '.git/artifact.onnx'
  await bench.write({ [path]: artifact })
  await run(register, bench, { model: 'churn', artifact: join(bench.root, path), merge: true, ...more })
}
