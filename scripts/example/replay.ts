import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openPorts } from '../../cli/ports.ts'
import { openArtifacts } from '../../src/adapters/files/artifacts.ts'
import { openGit } from '../../src/adapters/git/index.ts'
import { archive } from '../../src/commands/archive.ts'
import { compare } from '../../src/commands/compare.ts'
import type { Command } from '../../src/commands/define.ts'
import { evaluate } from '../../src/commands/evaluate.ts'
import { promote } from '../../src/commands/promote.ts'
import { register } from '../../src/commands/register.ts'
import { rollback } from '../../src/commands/rollback.ts'
import type { Result } from '../../src/domain/results/index.ts'
import type { Ports } from '../../src/ports.ts'
import { modelDefinition } from './model-definition.ts'
import { type Margins, PEOPLE, type Scene, STORY } from './story.ts'

const execute = promisify(execFile)
const project = fileURLToPath(new URL('../../', import.meta.url))
const MODEL = 'registry-data/models/telco-churn'

/**
 * Makes the registry's past in a new repository by running the commands that made it, each at its time and by its
 * person; promotions are branches that git merges.
 *
 * @param root - An empty folder.
 * @param evidence - `recorded`: the project's own registry-data has it, so that every byte comes out the same on any
 *   machine; `measured`: scored anew, which other processors do with other last digits.
 */
export async function replayHistory(root: string, evidence: 'recorded' | 'measured'): Promise<void> {
  await run(root, ['init', '--quiet', '--initial-branch=main'])
  await run(root, ['config', 'core.autocrlf', 'false'])
  const base = {
    ...(await openPorts(root)),
    ...(await openGit(root, 'program')),
    artifacts: openArtifacts(root),
  }
  for (const scene of STORY) await play(scene, root, portsFor(scene, base), evidence)
}

/** Makes a registry folder anew from the story. */
export async function replayRegistry(target: string, evidence: 'recorded' | 'measured'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-story-'))
  try {
    await replayHistory(folder, evidence)
    await rm(target, { recursive: true, force: true })
    await cp(join(folder, 'registry-data'), target, { recursive: true })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs git in a repository as a person at a time; its output. */
export async function run(
  root: string,
  args: readonly string[],
  scene?: Pick<Scene, 'at' | 'who'>,
): Promise<string> {
  const person = scene === undefined ? PEOPLE.mara : PEOPLE[scene.who]
  const date = scene === undefined ? {} : { GIT_AUTHOR_DATE: scene.at, GIT_COMMITTER_DATE: scene.at }
  const { stdout } = await execute('git', [...args], {
    cwd: root,
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: person.name,
      GIT_AUTHOR_EMAIL: person.email,
      GIT_COMMITTER_NAME: person.name,
      GIT_COMMITTER_EMAIL: person.email,
      ...date,
    },
  })
  return stdout.trim()
}

function portsFor(scene: Scene, base: Ports): Ports {
  return {
    ...base,
    clock: { now: () => Date.parse(scene.at) },
    identity: { committer: async () => ({ ...PEOPLE[scene.who], source: 'the story' }) },
  }
}

async function play(
  scene: Scene,
  root: string,
  ports: Ports,
  evidence: 'recorded' | 'measured',
): Promise<void> {
  switch (scene.do) {
    case 'commit':
      await writeDefinition(root, scene.margins)
      await run(root, ['add', '--all'])
      await run(root, ['commit', '--quiet', '--message', scene.message], scene)
      return
    case 'register':
      await registerVersion(scene, ports)
      return
    case 'evaluate':
    case 'compare':
      await gatherEvidence(scene, ports, evidence)
      return
    default:
      await mergeMove(scene, root, ports)
  }
}

/** The data, the registry's configuration and the model's definition: what a person commits. */
async function writeDefinition(root: string, margins: Margins): Promise<void> {
  await cp(join(project, 'examples/telco-churn/data'), join(root, 'examples/telco-churn/data'), {
    recursive: true,
  })
  await mkdir(join(root, '.github'), { recursive: true })
  await mkdir(join(root, MODEL), { recursive: true })
  await cp(join(project, '.github/modelyard.yml'), join(root, '.github/modelyard.yml'))
  await cp(join(project, 'scripts/example/registry-attributes'), join(root, 'registry-data/.gitattributes'))
  await writeFile(join(root, MODEL, 'model.yaml'), await modelDefinition(margins))
}

/** A model that Python made: its file, and what its trainer said of it. */
async function registerVersion(scene: Extract<Scene, { do: 'register' }>, ports: Ports): Promise<void> {
  const folder = join(project, `test/fixtures/models/telco-churn/v${scene.version}`)
  const { sklearn } = JSON.parse(await readFile(join(folder, 'metrics.json'), 'utf8')) as {
    sklearn: Record<string, number>
  }
  const pairs = (values: Readonly<Record<string, string | number>>) =>
    Object.entries(values).map(([name, value]) => `${name}=${value}`)
  const claimed = {
    'roc-auc': sklearn['roc_auc'] ?? 0,
    'log-loss': sklearn['log_loss'] ?? 0,
    accuracy: sklearn['accuracy'] ?? 0,
  }
  await must(register, ports, {
    model: 'telco-churn',
    artifact: join(folder, 'model.onnx'),
    param: pairs({ ...scene.params, library: scene.library }),
    metric: pairs(claimed),
    tag: pairs(scene.tags),
    description: scene.description,
    merge: true,
  })
}

async function gatherEvidence(
  scene: Extract<Scene, { do: 'evaluate' | 'compare' }>,
  ports: Ports,
  how: 'recorded' | 'measured',
): Promise<void> {
  const { version } = scene
  if (how === 'measured') {
    if (scene.do === 'evaluate')
      await evaluate.execute({ model: 'telco-churn', version: String(version) }, ports, {})
    else await compare.execute({ model: 'telco-churn', challenger: String(version) }, ports, {})
    return
  }
  const folder = join(project, MODEL, 'versions', String(version), 'evidence')
  for (const name of await readdir(folder).catch(() => [])) {
    await ports.drafts.write(`evidence/telco-churn/${version}/${name}`, await readFile(join(folder, name)))
  }
}

type Move = Extract<Scene, { do: 'promote' | 'rollback' | 'archive' }>
const MOVES: Readonly<Record<Move['do'], Command>> = { promote, rollback, archive }

/** Plans a move on a branch of its own, and merges that as its reviewer does half an hour later. */
async function mergeMove(scene: Move, root: string, ports: Ports): Promise<void> {
  const stage = scene.do === 'archive' ? {} : { stage: scene.stage }
  const input = { model: 'telco-churn', version: String(scene.version), reason: scene.reason, ...stage }
  const result = await must(MOVES[scene.do], ports, input)
  if (result.kind !== 'move' || result.branch === undefined) throw new Error('a move was expected')
  const later = new Date(Date.parse(scene.at) + 30 * 60_000).toISOString()
  const merge = { at: later, who: scene.mergedBy }
  await run(
    root,
    ['merge', '--quiet', '--no-ff', '--message', `Merge ${result.branch}`, result.branch],
    merge,
  )
  await run(root, ['branch', '--quiet', '--delete', result.branch])
}

async function must(command: Command, ports: Ports, input: Record<string, unknown>): Promise<Result> {
  const result = await command.execute(input, ports, {})
  if ('status' in result && (result.status === 'branched' || result.status === 'merged')) return result
  throw new Error(`${command.name} ${JSON.stringify(input)}: ${JSON.stringify(result, null, 2)}`)
}
