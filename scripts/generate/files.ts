import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { COMMANDS } from '../../cli/commands.ts'
import type { CommandFacts } from '../../src/commands/define.ts'
import { actionFiles } from './actions.ts'
import { COMPLETIONS_HELP, commentDefinitionOf, definitionOf, programHelp } from './command-definitions.ts'
import { enginesFiles } from './engines.ts'
import { monitoringFiles } from './monitoring.ts'
import { ridershipFiles } from './ridership.ts'
import { schemaFiles } from './schemas.ts'

export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string
  readonly content: string
}

const NOTICE = '// Made by `npm run generate` from the command definitions in src/commands. Do not edit.\n'

/** Every generated file but the bundles, with what it should hold. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const commands: CommandFacts[] = await Promise.all(Object.values(COMMANDS).map(load => load()))
  const definitions = commands.map(definitionOf)
  const plain = definitions.map(({ help: _help, ...definition }) => definition)
  const help = Object.fromEntries([
    ['help', programHelp(commands)],
    ['completions', COMPLETIONS_HELP],
    ...definitions.map((definition): [string, string] => [definition.name, definition.help]),
  ])
  return [
    {
      path: 'cli/definitions.generated.ts',
      content: `${NOTICE}import type { CommandDefinition } from '../src/doors/definition.ts'\n\nexport const DEFINITIONS: readonly CommandDefinition[] = ${JSON.stringify(plain, null, 2)}\n`,
    },
    {
      path: 'cli/help.generated.ts',
      content: `${NOTICE}export const HELP: Readonly<Record<string, string>> = ${JSON.stringify(help, null, 2)}\n`,
    },
    {
      path: 'app/definitions.generated.ts',
      content: `${NOTICE}import type { CommentDefinition } from '../src/doors/definition.ts'\n\nexport const DEFINITIONS: readonly CommentDefinition[] = ${JSON.stringify(
        commands.flatMap(command => commentDefinitionOf(command) ?? []),
        null,
        2,
      )}\n`,
    },
    appManifest(),
    ...actionFiles(commands),
    ...enginesFiles(new URL('../../', import.meta.url)),
    ...schemaFiles(),
    ...monitoringFiles(),
    ...ridershipFiles(),
  ]
}

/** What making the App in the browser sends to GitHub. */
function appManifest(): GeneratedFile {
  const manifest = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8')) as unknown
  return {
    path: 'app/manifest.generated.ts',
    content: `// Made by \`npm run generate\` from app.yml. Do not edit.\nexport const MANIFEST = ${JSON.stringify(manifest, null, 2)} as const\n`,
  }
}
