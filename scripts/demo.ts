import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openAcme } from './demo/acme.ts'
import { playStory } from './demo/story.ts'
import type { Teller } from './demo/telling.ts'

// `npm run demo`: the whole way of a change, on real data and on a GitHub of its own on this machine.

const { values: asked } = parseArgs({
  options: {
    // At a terminal: leaves that GitHub open until it is interrupted.
    stay: { type: 'boolean', default: false },
    // Keeps which steps were started, and with what.
    steps: { type: 'string' },
  },
})

const startedAt = performance.now()
const acme = await openAcme()
try {
  const teller = tellerOn(process.stdout)
  const { report, clone, calls } = await playStory(acme, teller)
  teller.chapter('The report in full, as the pull request shows it')
  // What Markdown shows nobody is left out.
  teller.show((await readFile(report, 'utf8')).replaceAll(/^<!--.*-->\n/gm, '').trimEnd())
  if (asked.steps !== undefined) await writeFile(asked.steps, JSON.stringify(calls, null, 2))
  process.stdout.write(`■ Done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n
  The report is ${report}
  The repository is ${clone}\n`)
  if (asked.stay && process.stdin.isTTY) await untilInterrupted()
  else
    process.stdout.write(
      '  Its GitHub is closed, and the links above with it: npm run demo -- --stay leaves it open.\n',
    )
} finally {
  await acme.close()
}

/** Lines, with one empty line around what is shown as it stands. */
function tellerOn(out: NodeJS.WritableStream): Teller {
  let gap = '\n'
  const write = (text: string, after = '') => {
    out.write(`${text}\n${after}`)
    gap = after === '' ? '\n' : ''
  }
  return {
    chapter: title => write(`${gap}■ ${title}`, '\n'),
    say: line => write(`  ${line}`),
    show: text => write(`${gap}${text.replaceAll(/^(?=.)/gm, '    ')}`, '\n'),
  }
}

async function untilInterrupted(): Promise<void> {
  const token = acme.tokenFor({ contents: 'read', pull_requests: 'read' })
  process.stdout.write(`\n  Until Ctrl-C it can be looked at:
  git clone ${acme.sandbox.gitUrl(acme.repository, token)}
  curl -H 'Authorization: Bearer ${token.value}' ${acme.sandbox.url}/repos/acme/telecom/pulls\n`)
  await new Promise<void>(resolve => process.once('SIGINT', () => resolve()))
}
