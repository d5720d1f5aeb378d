#!/usr/bin/env node
// Help is ready-made text, so that it needs none of the program. Everything else is loaded when it is called for.
import module from 'node:module'
import { HELP } from './help.generated.ts'

const [first = 'help', ...rest] = process.argv.slice(2)
const topic = first === 'help' ? rest[0] : first
const wantsHelp =
  first === 'help' || first === '--help' || first === '-h' || rest.includes('--help') || rest.includes('-h')
const help = wantsHelp ? HELP[topic?.startsWith('-') || topic === undefined ? 'help' : topic] : undefined

if (help !== undefined) process.stdout.write(help)
else {
  module.enableCompileCache?.()
  const { main } = await import('./run.ts')
  await main(process.argv.slice(2))
}
