import { ModelyardError, nearest } from '../src/domain/errors/index.ts'
import type { CommandDefinition, FlagDefinition } from '../src/doors/definition.ts'
import { DEFINITIONS } from './definitions.generated.ts'
import { OUTPUT_FLAGS } from './parse-arguments.ts'
import { openPorts } from './ports.ts'

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
  await print(SCRIPTS[wanted as Shell](completedCommands(DEFINITIONS)))
  return 0
}

/** The models of the last commit; none where there is no registry to ask. */
async function modelNames(): Promise<readonly string[]> {
  try {
    const { show } = await import('../src/commands/show.ts')
    const result = await show.execute({}, await openPorts(process.cwd()), {})
    return result.kind === 'model-list' ? result.models.map(({ model }) => model) : []
  } catch {
    return []
  }
}

/** `completions` and `help`, which have no definition of their own. */
const OTHERS: Readonly<Record<string, string>> = {
  completions: 'Print completions for bash, zsh or fish.',
  help: 'Tell more about a command.',
}

interface Completed {
  readonly name: string
  readonly summary: string
  readonly flags: readonly (FlagDefinition & { readonly written: string })[]
  /** Whether its first argument is a model. */
  readonly takesModel: boolean
  /** What else its first argument may be. */
  readonly words: readonly string[]
}

function completedCommands(commands: readonly CommandDefinition[]): Completed[] {
  const names = [...commands.map(({ name }) => name), ...Object.keys(OTHERS)]
  return [
    ...commands.map(({ name, summary, flags, positional }) => ({
      name,
      summary,
      flags: [...flags, ...OUTPUT_FLAGS].map(flag => ({
        ...flag,
        written: `--${flag.negatable ? 'no-' : ''}${flag.flag}`,
      })),
      takesModel: positional[0] === 'model',
      words: [],
    })),
    ...Object.entries(OTHERS).map(([name, summary]) => ({
      name,
      summary,
      flags: [],
      takesModel: false,
      words: name === 'help' ? names : SHELLS,
    })),
  ]
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = {
  bash: commands => {
    const cases = commands.map(({ name, flags, takesModel, words }) => {
      const first = takesModel ? ' $models' : ''
      return `    ${name}) words="${[...words, ...flags.map(({ written }) => written)].join(' ')}${first}" ;;`
    })
    // A flag that takes a value: one of its words, otherwise a file's name, which `-o default` completes.
    const values = new Map(
      commands
        .flatMap(({ flags }) => flags)
        .filter(({ kind }) => kind !== 'boolean')
        .map(({ written, values: known = [] }) => [written, known.join(' ')]),
    )
    return `# modelyard completions bash > /etc/bash_completion.d/modelyard
_modelyard() {
  local current=\${COMP_WORDS[COMP_CWORD]} words= models=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')}"
  else
    [ "$COMP_CWORD" -eq 2 ] && models=$(modelyard completions models 2>/dev/null)
    case \${COMP_WORDS[1]} in
${cases.join('\n')}
    esac
    case \${COMP_WORDS[COMP_CWORD-1]} in
${[...values].map(([flag, known]) => `    ${flag}) words="${known}" ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _modelyard modelyard
`
  },
  zsh: commands => {
    const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`)
    const cases = commands.map(({ name, flags, takesModel, words }) => {
      const specs = flags.map(({ written, flag, kind, values, description }) => {
        const text = `[${description.replace(/[[\]:]/g, '')}]`
        if (kind === 'boolean') return `${written}${text}`
        const action = values === undefined ? '_files' : `(${values.join(' ')})`
        return `${kind === 'list' ? '*' : ''}${written}=${text}:${flag}:${action}`
      })
      const first = takesModel ? ['1:model:($(modelyard completions models 2>/dev/null))'] : []
      const others = words.length === 0 ? ['*:file:_files'] : [`1:word:(${words.join(' ')})`]
      const all = [...specs, ...first, ...others].map(spec => `      ${quoted(spec)}`)
      return `    ${name}) _arguments \\\n${all.join(' \\\n')} ;;`
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
    const lines = commands.flatMap(({ name, summary, flags, takesModel, words }) => {
      const inside = `complete -c modelyard -n '__fish_seen_subcommand_from ${name}'`
      return [
        `complete -c modelyard -f -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
        ...flags.map(({ written, kind, values, description }) => {
          const known = values === undefined ? '' : ` -f -a ${quoted(values.join(' '))}`
          return `${inside} -l ${written.slice(2)}${kind === 'boolean' ? '' : ` -r${known}`} -d ${quoted(description)}`
        }),
        ...(takesModel ? [`${inside} -a '(modelyard completions models 2>/dev/null)'`] : []),
        ...(words.length === 0 ? [] : [`${inside} -f -a ${quoted(words.join(' '))}`]),
      ]
    })
    return `# modelyard completions fish > ~/.config/fish/completions/modelyard.fish
${lines.join('\n')}
`
  },
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
