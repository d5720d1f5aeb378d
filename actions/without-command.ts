import type { CommandDefinition } from '../src/doors/definition.ts'
import type { outputsOfKinds } from './outputs.ts'

/** An Action that is no command: it prepares the machine, and what it says is no answer about a registry. */
export interface WithoutCommand {
  readonly definition: CommandDefinition
  readonly outputs: ReturnType<typeof outputsOfKinds>
}

export const SETUP: WithoutCommand = {
  definition: {
    name: 'setup',
    summary: 'Put the command line on the path.',
    positional: [],
    flags: [
      {
        flag: 'engines',
        input: 'engines',
        kind: 'boolean',
        description: 'Also install what runs models and reads data.',
        required: false,
      },
    ],
  },
  outputs: {
    version: { type: 'text', description: 'The release of the command line.' },
    path: { type: 'text', description: 'The folder that is on the path of the steps that follow.' },
    'cache-hit': { type: 'boolean', description: 'Whether all of it was there already.' },
  },
}

/** All of them; their files start by hand-written code, and what describes them is made as that of the others is. */
export const WITHOUT_COMMAND: readonly WithoutCommand[] = [SETUP]
