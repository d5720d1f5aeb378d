import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { run as git, replayHistory } from './example/replay.ts'

// `npm run demo`: the main job on real data, in a temporary copy. Every command line that is printed is run as it
// stands, by the program that `npx modelyard` would start.

const project = fileURLToPath(new URL('../', import.meta.url))
const startedAt = performance.now()
const root = join(await mkdtemp(join(tmpdir(), 'modelyard-demo-')), 'telecom')

say('A repository whose registry has a past: five versions of a churn model, one of them rolled back.')
await mkdir(root)
await replayHistory(root, 'recorded')
await git(root, ['config', 'user.name', 'Ada Lovelace'])
await git(root, ['config', 'user.email', 'ada@example.com'])
await modelyard('history telco-churn')

say('A new trainer is committed, and run as model.yaml says.')
await addTrainer()
const out = join(root, '..', 'out')
await train(out)

say('What it left becomes the next version: a branch, which git merges.')
await modelyard(
  `register telco-churn ../out/model.onnx --params ../out/params.json --metrics ../out/metrics.json --tag team=retention`,
)
await mergeBranch('modelyard/telco-churn/register-')

say('Champion against challenger, on rows that neither has seen, judged by the policy.')
const report = join(root, '..', 'report.md')
await modelyard('compare telco-churn champion latest --report ../report.md')

say(
  'It passed: to staging, then to production. Approvals are given on pull requests; here a merge stands for them.',
)
for (const stage of ['staging', 'production']) {
  await modelyard(`promote telco-churn 6 ${stage} --reason "all nineteen columns, in TypeScript"`)
  await mergeBranch(`modelyard/telco-churn/promote-6-${stage}`)
}
await modelyard('show telco-churn')

say('Three at night, something is wrong: back to what served before.')
await modelyard('rollback telco-churn production --reason "the support desk reports odd scores"')
await mergeBranch('modelyard/telco-churn/rollback-5-production')
await modelyard('show telco-churn')
await modelyard('history telco-churn --limit 5')
await modelyard('validate')

say('The report, as a pull request would show it:')
process.stdout.write(await readFile(report, 'utf8'))
say(`Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.
The repository is ${root}
The report is ${report}`)

function say(text: string): void {
  process.stdout.write(
    `\n${text
      .split('\n')
      .map(line => `■ ${line}`)
      .join('\n')}\n\n`,
  )
}

/** Runs `modelyard …` in the repository and prints what it prints. */
async function modelyard(line: string): Promise<void> {
  process.stdout.write(`$ modelyard ${line}\n`)
  const args = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
  await start(process.execPath, [join(project, 'dist/cli/modelyard.mjs'), ...args])
  process.stdout.write('\n')
}

/** Merges the branch whose name begins so, as the reviewer of a pull request would. */
async function mergeBranch(prefix: string): Promise<void> {
  const branches = await git(root, ['branch', '--list', '--format=%(refname:short)', `${prefix}*`])
  const branch = branches.split('\n')[0] ?? ''
  process.stdout.write(`$ git merge --no-ff ${branch}\n`)
  await start('git', ['merge', '--quiet', '--no-ff', '--no-edit', branch])
  process.stdout.write('\n')
}

/** Brings the example's code into the repository, with the libraries that it uses. */
async function addTrainer(): Promise<void> {
  await cp(join(project, 'examples/telco-churn'), join(root, 'examples/telco-churn'), { recursive: true })
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'), 'junction')
  await writeFile(join(root, '.gitignore'), 'node_modules\n')
  await git(root, ['add', '--all'])
  await git(root, ['commit', '--quiet', '--message', 'Train on all columns, in TypeScript'])
}

interface TrainSection {
  readonly train: { readonly command: string; readonly data: string; readonly seed: number }
}

/** Runs the training command of model.yaml: data and seed in, one model file out. */
async function train(folder: string): Promise<void> {
  await mkdir(folder)
  const definition = await readFile(join(root, 'registry-data/models/telco-churn/model.yaml'), 'utf8')
  const { command, data, seed } = (parse(definition) as TrainSection).train
  process.stdout.write(`$ MODELYARD_DATA=${data} MODELYARD_OUT=../out MODELYARD_SEED=${seed} ${command}\n`)
  const [program = '', ...args] = command.split(' ')
  await start(program === 'node' ? process.execPath : program, args, {
    MODELYARD_DATA: join(root, data),
    MODELYARD_OUT: folder,
    MODELYARD_SEED: String(seed),
  })
  process.stdout.write('\n')
}

/** Runs a program in the repository to its end; a failure ends the demo. */
function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', status =>
      status === 0 ? resolve() : reject(new Error(`${program} ended with ${status}`)),
    )
  })
}
