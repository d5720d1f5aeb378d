import { statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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
  await benchReport(folder, temporary)
  for (const name of LIGHT_ACTIONS.map(action => `${action}.mjs`)) {
    const { size } = statSync(join(BUNDLES, name))
    const verdict = size <= LARGEST ? 'goal ≤ 1 MB: held' : 'goal ≤ 1 MB: MISSED'
    console.log(
      `${`bundle dist/actions/${name}`.padEnd(52)} ${(size / 1000).toFixed(0).padStart(6)} kB, ${verdict}`,
    )
  }
}

/** The report Action updating its comment, against a script that makes the same two calls. */
async function benchReport(folder: string, temporary: string): Promise<void> {
  const calls: string[] = []
  const server = createServer((request, response) => {
    calls.push(request.method ?? '')
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(request.method === 'POST' ? FOUND : WRITTEN))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const file = join(folder, 'answer.json')
  await writeFile(file, JSON.stringify(ANSWER))
  const env = {
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    GITHUB_GRAPHQL_URL: `http://127.0.0.1:${port}/graphql`,
    GITHUB_REPOSITORY: 'acme/models',
    GITHUB_RUN_ID: '4242',
    GITHUB_WORKFLOW_REF: 'acme/models/.github/workflows/modelyard.yml@refs/heads/main',
    INPUT_TOKEN: 'ghs_aTokenOfTheWorkflowRun',
  }
  try {
    const [floor = 0, time = 0] = await inTurn([
      { command: process.execPath, args: [BY_FETCH, file, '7'], cwd: folder, env },
      action('report', folder, temporary, { ...env, INPUT_FILES: file, INPUT_NUMBER: '7' }),
    ])
    // Two calls of each, or it is another work that is compared.
    if (calls.length !== 2 * 2 * (TURNS + 1)) throw new Error(`${calls.length} calls were made`)
    printRow({
      work: 'report: a comment updated',
      against: 'a script of 30 lines by fetch',
      time,
      floor,
      goal: 1.4,
    })
  } finally {
    server.close()
  }
}

const BY_FETCH = fileURLToPath(new URL('comment-by-fetch.mjs', import.meta.url))
const ANSWER = {
  kind: 'conclusion',
  outcome: 'passed',
  description: 'passed: registry, lint, test',
  context: 'modelyard/pipeline',
  jobs: { registry: 'success', lint: 'success', test: 'success' },
  'switched-off': [],
  previews: [],
  'nothing-for': [],
  remarks: [],
  next: [],
}
/** An older report of our own, and somebody's words. */
const NODES = [
  { author: 'ada', viewerDidAuthor: false, body: 'nice', isMinimized: false },
  {
    author: 'github-actions',
    viewerDidAuthor: true,
    body: '<!-- modelyard: root=registry-data model= workflow=.github/workflows/modelyard.yml -->\n<!-- modelyard-part: name= run=1 attempt=1 at=1 -->\n\nold\n',
    isMinimized: false,
  },
].map((node, at) => ({
  ...node,
  id: `IC_${at}`,
  fullDatabaseId: String(at + 1),
  url: `https://github.com/acme/models/pull/7#issuecomment-${at + 1}`,
}))
const PAGE = { totalCount: NODES.length, pageInfo: { hasNextPage: false, endCursor: 'a' }, nodes: NODES }
const FOUND = { data: { repository: { place: { oldest: PAGE, newest: PAGE } } } }
const WRITTEN = { id: 2, html_url: 'https://github.com/acme/models/pull/7#issuecomment-2' }

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
