#!/usr/bin/env node
// Help is ready-made text, so that it needs none of the program. Everything else is loaded when it is called for.
import module from 'node:module'
import { HELP } from './help.generated.ts'

/** As `engines` in package.json says; an older one fails later, on syntax that it does not know. */
const OLDEST_NODE = 24

const [first = 'help', ...rest] = process.argv.slice(2)
const topic = first === 'help' ? rest[0] : first
const wantsHelp =
  first === 'help' || first === '--help' || first === '-h' || rest.includes('--help') || rest.includes('-h')
const wanted = topic?.startsWith('-') || topic === undefined ? 'help' : topic
const help = wantsHelp && Object.hasOwn(HELP, wanted) ? HELP[wanted] : undefined

if (help !== undefined) {
  // Whoever reads may go when they have seen enough.
  process.stdout.on('error', () => process.exit(0))
  process.stdout.write(help)
} else if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(
    `Error Modelyard needs Node.js ${OLDEST_NODE} or newer, and this is ${process.versions.node}.\nInstall it from https://nodejs.org, or in this project: npm install --save-dev node@${OLDEST_NODE}, and npx modelyard.\n`,
  )
  process.exitCode = 2
} else {
  module.enableCompileCache?.()
  const { main } = await import('./run.ts')
  await main(process.argv.slice(2))
}
