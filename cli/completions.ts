import { ModelyardError, nearest } from '../src/domain/errors/index.ts'
import type { CommandDefinition } from './definition.ts'
import { DEFINITIONS } from './definitions.generated.ts'
import { OUTPUT_FLAGS } from './parse-arguments.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** `completions SHELL` prints the script for a shell; `completions models` the models, which the scripts ask for. */
export async function complete(
  [wanted = '']: readonly string[],
  print: (text: string) => Promise<void>,
): Promise<number> {
  if (wanted === 'models') {
    await print((await modelNames()).map(name => `${name}\n`).join(''))
    return 0
  }
  if (!(SHELLS as readonly string[]).includes(wanted)) {
    const near = nearest(wanted, SHELLS)
    throw new ModelyardError({
      code: 'bad-input',
      message:
        wanted === ''
          ? 'completions needs the name of a shell'
          : `there are no completions for \`${wanted}\``,
      next: near === undefined ? `choose one of ${SHELLS.join(', ')}` : `did you mean ${near}?`,
    })
  }
  await print(SCRIPTS[wanted as Shell](DEFINITIONS))
  return 0
}

/** The models of the last commit; none where there is no registry to ask. */
async function modelNames(): Promise<readonly string[]> {
  try {
    const { openPorts } = await import('./ports.ts')
    const { show } = await import('../src/commands/show.ts')
    const result = await show.execute({}, await openPorts(process.cwd()), {})
    return result.kind === 'model-list' ? result.models.map(({ model }) => model) : []
  } catch {
    return []
  }
}

function flagsOf({ flags }: CommandDefinition): string[] {
  return [...flags, ...OUTPUT_FLAGS].map(({ flag, negatable }) => `--${negatable ? 'no-' : ''}${flag}`)
}

function takesModel({ positional }: CommandDefinition): boolean {
  return positional[0] === 'model'
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CommandDefinition[]) => string>> = {
  bash: commands => {
    const cases = commands.map(
      command =>
        `    ${command.name}) words="${flagsOf(command).join(' ')}${takesModel(command) ? ' $models' : ''}" ;;`,
    )
    return `# modelyard completions bash > /etc/bash_completion.d/modelyard
_modelyard() {
  local current=\${COMP_WORDS[COMP_CWORD]} words models=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${[...commands.map(({ name }) => name), 'completions', 'help'].join(' ')}"
  else
    [ "$COMP_CWORD" -eq 2 ] && models=$(modelyard completions models 2>/dev/null)
    case \${COMP_WORDS[1]} in
${cases.join('\n')}
    completions) words="${SHELLS.join(' ')}" ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _modelyard modelyard
`
  },
  zsh: commands => {
    const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`)
    const cases = commands.map(command => {
      const flags = [...command.flags, ...OUTPUT_FLAGS].map(
        ({ flag, negatable, description }) =>
          `      ${quoted(`--${negatable ? 'no-' : ''}${flag}[${description.replace(/[[\]:]/g, '')}]`)}`,
      )
      const models = takesModel(command)
        ? [`      '1:model:($(modelyard completions models 2>/dev/null))'`]
        : []
      return `    ${command.name}) _arguments \\\n${[...flags, ...models, `      '*:file:_files'`].join(' \\\n')} ;;`
    })
    return `#compdef modelyard
# modelyard completions zsh > "\${fpath[1]}/_modelyard"
_modelyard() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join('\n')}
  esac
}
_modelyard "$@"
`
  },
  fish: commands => {
    const lines = commands.flatMap(command => [
      `complete -c modelyard -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.summary)}`,
      ...[...command.flags, ...OUTPUT_FLAGS].map(({ flag, kind, negatable, description, values }) => {
        const arguments_ =
          kind === 'boolean' ? '' : ` -r${values === undefined ? '' : ` -a ${quoted(values.join(' '))}`}`
        return `complete -c modelyard -n '__fish_seen_subcommand_from ${command.name}' -l ${negatable ? 'no-' : ''}${flag}${arguments_} -d ${quoted(description)}`
      }),
      ...(takesModel(command)
        ? [
            `complete -c modelyard -n '__fish_seen_subcommand_from ${command.name}' -a '(modelyard completions models 2>/dev/null)'`,
          ]
        : []),
    ])
    return `# modelyard completions fish > ~/.config/fish/completions/modelyard.fish
${lines.join('\n')}
complete -c modelyard -n '__fish_seen_subcommand_from completions' -a '${SHELLS.join(' ')}'
`
  },
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
