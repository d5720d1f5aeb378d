import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { gitOf } from '../../sandbox/hosting.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { statusesOf } from '../../sandbox/state/statuses.ts'
import { run as git } from '../example/replay.ts'
import { type Acme, MODEL, PROJECT } from './acme.ts'
import type { StepCall, WorkflowRun } from './workflow-run.ts'

/** Where what is told goes: a chapter's title, a line, and text as it stands. */
export interface Teller {
  chapter(title: string): void
  say(line: string): void
  show(text: string): void
}

export interface Told {
  /** Every step that was started. */
  readonly calls: readonly StepCall[]
  /** The first comment, as Markdown, and a clone of the repository as it is in the end. */
  readonly report: string
  readonly clone: string
}

export interface Scene extends Told {
  readonly acme: Acme
  readonly teller: Teller
  readonly calls: StepCall[]
}

/** What is no call of the API: git itself, and the store that artifacts lie in. */
const APART = /^(?:git-|\/_storage\/)/
/** Columns of a line of the comment that are shown. */
const WIDTH = 110

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** Where things stand on `main`. */
export async function tellPointers({ acme, teller }: Scene): Promise<void> {
  const path = `main:registry-data/models/${MODEL}/stages.json`
  const { stages } = JSON.parse(await git(gitOf(acme.repository).dir, ['show', path])) as {
    readonly stages: Readonly<Record<string, readonly number[]>>
  }
  const places = Object.entries(stages).map(([stage, versions]) => `${stage} ${versions.join(', ')}`)
  teller.say(`Now: ${places.join('; ')}.`)
}

/** Plays a run, and tells what it cost. */
export async function counted<R extends WorkflowRun>(
  { acme, teller, calls }: Scene,
  workflow: string,
  play: () => Promise<R>,
): Promise<R> {
  acme.sandbox.clock.set(new Date())
  const begun = performance.now()
  const before = acme.sandbox.log.length
  const run = await play()
  calls.push(...run.calls)
  const asked = acme.sandbox.log.slice(before).filter(({ route }) => !APART.test(route))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  teller.say(
    `${workflow}: ${plural(run.calls.length, 'step')} in ${seconds} s, ${plural(asked.length, 'call')} to GitHub.`,
  )
  return run
}

export function tellPull({ acme, teller }: Scene, who: string, number: number): void {
  const title = pullsOf(acme.repository).find(pull => pull.number === number)?.title
  teller.say(`${who} #${number}: ${title}`)
  teller.say(`  ${acme.sandbox.url}/repos/acme/telecom/pulls/${number}`)
}

export function tellStatus({ acme: { repository }, teller }: Scene, number: number): void {
  const head = pullsOf(repository).find(pull => pull.number === number)?.pull.headSha
  const status = statusesOf(repository).findLast(({ sha }) => sha === head)
  teller.say(`${status?.context}: ${status?.state} · ${status?.description}`)
}

/** What people see of it before they unfold anything: markers are comments. */
export function firstLines(body: string): string {
  const lines = body
    .replaceAll(/<!--[\s\S]*?-->\n*/g, '')
    .trimStart()
    .split('\n')
  const folded = lines.findIndex(line => line.startsWith('<details>'))
  const shown = lines
    .slice(0, folded)
    .map(line => (line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line))
  return `${shown.join('\n')}\n… and ${lines.length - folded} lines more, folded or below`
}

/** Runs the command line as a person does, and shows what it prints. */
export async function modelyard(teller: Teller, cwd: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(PROJECT, 'dist/cli/modelyard.mjs'), ...args], { cwd })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', part => {
      text += part
    })
  const status = await new Promise(resolve => child.on('close', resolve))
  teller.show(`$ modelyard ${args.join(' ')}\n${text.trimEnd()}`)
  if (status !== 0) throw new Error(`modelyard ${args[0]} ended with ${status}`)
}
