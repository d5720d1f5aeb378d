import { statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LIGHT_ACTIONS } from '../generate/actions.ts'
import { middleOf, NODE, once, type Program, printRow } from './measure.ts'
import { registryWithPromotions } from './registries.ts'

const BUNDLES = fileURLToPath(new URL('../../dist/actions/', import.meta.url))
const TURNS = 31
/** What a light Action's bundle may have, in bytes. */
const LARGEST = 1_000_000

/** Light Actions as the runner starts them, against Node doing nothing; and how large their bundles are. */
export async function benchActions(folder: string): Promise<void> {
  const root = join(folder, 'acted-on')
  await registryWithPromotions(root, 10)
  const temporary = join(folder, 'runner')
  await mkdir(temporary)
  const outside = join(folder, 'no-repository')
  await mkdir(outside)
  const inputs = { INPUT_MODEL: 'churn', INPUT_STAGE: 'production' }
  const [floor = 0, ofRefused = 0, ofLoaded = 0, ofJudged = 0] = await inTurn([
    NODE,
    action('gates', root, temporary, { ...inputs, INPUT_EXPLAIN: 'maybe' }),
    action('gates', outside, temporary, inputs),
    action('gates', root, temporary, inputs),
  ])
  const against = 'node -e 0'
  printRow({
    work: 'gates: inputs read and checked, one file written',
    against,
    time: ofRefused,
    floor,
    goal: 2.5,
  })
  printRow({ work: 'the same, and the code that judges loaded', against, time: ofLoaded, floor })
  printRow({ work: 'the same, and a small registry judged by git', against, time: ofJudged, floor })
  for (const name of LIGHT_ACTIONS.map(action => `${action}.mjs`)) {
    const { size } = statSync(join(BUNDLES, name))
    const verdict = size <= LARGEST ? 'goal ≤ 1 MB: held' : 'goal ≤ 1 MB: MISSED'
    console.log(
      `${`bundle dist/actions/${name}`.padEnd(52)} ${(size / 1000).toFixed(0).padStart(6)} kB, ${verdict}`,
    )
  }
}

function action(
  name: string,
  cwd: string,
  temporary: string,
  inputs: Readonly<Record<string, string>>,
): Program {
  const env = {
    ...inputs,
    RUNNER_TEMP: temporary,
    GITHUB_OUTPUT: join(temporary, 'output'),
    GITHUB_STEP_SUMMARY: join(temporary, 'summary'),
  }
  return { command: process.execPath, args: [join(BUNDLES, `${name}.mjs`)], cwd, env, accept: [0, 1, 2] }
}

/** The median of each program's times, run in turn so that whatever else the machine does falls on all. */
async function inTurn(programs: readonly Program[]): Promise<number[]> {
  const times = programs.map((): number[] => [])
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [at, program] of programs.entries()) {
      const time = await once(program)
      if (turn > 0) times[at]?.push(time)
    }
  }
  return times.map(middleOf)
}
