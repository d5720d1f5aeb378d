import { stringify } from 'yaml'
import { FROM_EVENT } from '../../actions/from-event.ts'
import { outputsOfKinds } from '../../actions/outputs.ts'
import { PROPOSES, STARTS_COMMANDS, TELLS_ALERTS, WEIGHTS, type Weight } from '../../actions/weights.ts'
import { WITHOUT_COMMAND } from '../../actions/without-command.ts'
import type { CommandFacts } from '../../src/commands/define.ts'
import type { CommandDefinition, FlagDefinition } from '../../src/doors/definition.ts'
import { definitionOf } from './command-definitions.ts'
import type { GeneratedFile } from './files.ts'

/** An Action as everything of it is made: what it takes and gives, by names in kebab-case. */
interface ActionParts {
  readonly definition: CommandDefinition
  /** Where action.yml lies, from the root. */
  readonly folder: string
  readonly inputs: readonly {
    readonly name: string
    readonly description: string
    readonly required: boolean
    readonly default?: string
  }[]
  readonly outputs: ReturnType<typeof outputsOfKinds>
}

/** One that runs a command, and so starts by generated code. */
interface CommandParts extends ActionParts {
  /** The command that is run, and the one that shows its answer. */
  readonly command: string
  readonly reporting?: { readonly command: string; readonly inputs: readonly string[] }
  readonly opens: readonly [name: string, file: string]
}

/** The Action at the root, whose start lies beside the others'. */
export const FRONT_ACTION = 'modelyard'

const ofWeight = (weight: Weight): readonly string[] =>
  Object.keys(WEIGHTS).filter(name => WEIGHTS[name] === weight)

/** The names of the Actions that run a command and are one bundled file each. */
export const LIGHT_ACTIONS = ofWeight('light')
/** The names of those that run none; they are light, too. */
export const BARE_ACTIONS = WITHOUT_COMMAND.map(({ definition }) => definition.name)
/** The names of the Actions that share their bundles, and install engines beside them. */
export const HEAVY_ACTIONS = [FRONT_ACTION, ...ofWeight('heavy')]

const NOTICE = 'Made by `npm run generate` from the command definitions in src/commands. Do not edit.'

/** For each Action its action.yml and its start; the definitions that they read; the page that lists them. */
export function actionFiles(commands: readonly CommandFacts[]): GeneratedFile[] {
  const single = Object.keys(WEIGHTS).map(name => partsOf(commandOf(name, commands)))
  const running = [frontParts(commandOf('compare', commands), commandOf('report', commands)), ...single]
  const actions = [...running, ...WITHOUT_COMMAND.map(bareParts)]
  return [
    ...actions.map(action => ({ path: `${action.folder}action.yml`, content: metadataOf(action) })),
    ...running.map(action => ({
      path: `actions/${action.definition.name}/index.ts`,
      content: startOf(action),
    })),
    { path: 'actions/definitions.generated.ts', content: definitionsOf(running) },
    { path: 'actions/README.md', content: pageOf(actions) },
  ]
}

function commandOf(name: string, commands: readonly CommandFacts[]): CommandFacts {
  const command = commands.find(known => known.name === name)
  if (command?.doors.includes('action')) return command
  throw new Error(
    `${name} has a weight as an Action, and its definition does not say \`action\` among its doors`,
  )
}

/** Expressions are the one kind of default that stands in action.yml: they set nothing that a file could set too. */
const TOKEN = {
  name: 'token',
  description: "What speaks to GitHub. Default: the job's own token.",
  required: false,
  default: '$' + '{{ github.token }}',
}

function partsOf(command: CommandFacts): CommandParts {
  const proposes = PROPOSES.includes(command.name)
  const definition = asInputs(proposes ? proposing(definitionOf(command)) : definitionOf(command))
  return {
    definition,
    folder: `actions/${command.name}/`,
    command: command.name,
    opens: opensFor(command.name),
    inputs: inputsOf(definition),
    outputs: outputsOfKinds(command.results),
  }
}

function opensFor(name: string): CommandParts['opens'] {
  if (PROPOSES.includes(name)) return ['openProposingPorts', '../proposing-ports.ts']
  if (STARTS_COMMANDS.includes(name)) return ['openCommandPorts', '../command-ports.ts']
  if (TELLS_ALERTS.includes(name)) return ['openAlertPorts', '../alert-ports.ts']
  return OPENS[WEIGHTS[name] ?? 'light']
}

/** A change where approvals are given on a pull request: what does without them stays at the terminal. */
function proposing(definition: CommandDefinition): CommandDefinition {
  return { ...definition, flags: definition.flags.filter(isProposed), asksGitHub: true }
}

/** A new version moves no pointer, so that one may be merged into a job's own checkout; approvals are never done without. */
function isProposed(
  { input }: { readonly input: string },
  _: number,
  flags: readonly { input: string }[],
): boolean {
  const moves = flags.some(flag => flag.input === 'unapproved')
  return input !== 'unapproved' && !(moves && input === 'merge')
}

/** The Action at the root: a measurement and its report in one step, with the inputs and outputs of both. */
function frontParts(measuring: CommandFacts, reporting: CommandFacts): CommandParts {
  const [first, second] = [definitionOf(measuring), definitionOf(reporting)]
  const own = second.flags.filter(({ input }) => !['files', 'model', 'run'].includes(input))
  const twice = own.find(({ input }) => first.flags.some(flag => flag.input === input))
  if (twice !== undefined) throw new Error(`both commands have an input ${twice.input}`)
  const definition = asInputs({
    name: FRONT_ACTION,
    summary: 'Compare a version with the champion, judge it, and report in one comment.',
    positional: [],
    flags: [...first.flags, ...own],
    asksGitHub: true,
  })
  return {
    definition,
    folder: '',
    command: measuring.name,
    reporting: { command: reporting.name, inputs: own.map(({ input }) => input) },
    opens: ['openReportingPorts', '../heavy/ports.ts'],
    inputs: inputsOf(definition),
    outputs: outputsOfKinds([...measuring.results, ...reporting.results]),
  }
}

/** One that prepares the machine, and runs no command. */
function bareParts({ definition, outputs }: (typeof WITHOUT_COMMAND)[number]): ActionParts {
  return { definition, folder: `actions/${definition.name}/`, inputs: inputsOf(definition), outputs }
}

function inputsOf({ flags, asksGitHub }: CommandDefinition): ActionParts['inputs'] {
  const inputs = flags.map(flag => ({
    name: flag.flag,
    description: describe(flag),
    required: flag.required,
  }))
  return asksGitHub ? [...inputs, TOKEN] : inputs
}

/** The definition in an Action's words: what texts call a flag, `--base`, is an input there. */
function asInputs({ name, summary, positional, flags, asksGitHub }: CommandDefinition): CommandDefinition {
  const names = flags.map(({ flag }) => flag)
  const reworded = (text: string) =>
    text.replace(/--(no-)?([a-z-]+)/g, (flag, no: string | undefined, known: string) =>
      names.includes(known) ? `\`${known}${no === undefined ? '' : ': false'}\`` : flag,
    )
  return {
    ...(asksGitHub ? { asksGitHub } : {}),
    name,
    summary: reworded(summary),
    positional,
    flags: flags.map(flag => ({ ...flag, description: reworded(flag.description) })),
  }
}

/** What stands in action.yml as a default would win over the repository's own settings, so that it is only told. */
function describe({ input, kind, description, values, fallback, negatable }: FlagDefinition): string {
  const choice = values === undefined ? '' : ` One of ${values.join(', ')}.`
  const lines = kind === 'list' ? ' One on each line.' : ''
  const standing =
    FROM_EVENT[input]?.described ?? fallback ?? (kind === 'boolean' ? String(negatable ?? false) : '')
  return `${description}${choice}${lines}${standing === '' ? '' : ` Default: ${standing}.`}`
}

function metadataOf({ definition: { name, summary }, folder, inputs, outputs }: ActionParts): string {
  const metadata = {
    name: folder === '' ? 'Modelyard' : `Modelyard ${name}`,
    description: summary,
    inputs: Object.fromEntries(inputs.map(({ name: key, ...input }) => [key, input])),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([key, { description }]) => [key, { description }]),
    ),
    runs: { using: 'node24', main: `${folder.replace(/[^/]+/g, '..')}dist/actions/${name}.mjs` },
  }
  return `# ${NOTICE}\n${stringify(metadata, { lineWidth: 0 })}`
}

const OPENS: Readonly<Record<Weight, readonly [name: string, file: string]>> = {
  light: ['openLightPorts', '../ports.ts'],
  heavy: ['openHeavyPorts', '../heavy/ports.ts'],
}

function startOf({ definition, command, reporting, opens: [opens, file] }: CommandParts): string {
  const constant = constantOf(definition.name)
  const imports = [
    `import { ${constant} } from '../definitions.generated.ts'`,
    `import { ${opens} } from '${file}'`,
    "import { runAction } from '../run-action.ts'",
  ]
  const loads = (name: string) =>
    `load: async () => (await import('../../src/commands/${name}.ts')).${exportOf(name)},`
  return `// ${NOTICE}
${imports.sort(byPath).join('\n')}

await runAction({
  definition: ${constant},
  ${loads(command)}
  openPorts: ${opens},
${reporting === undefined ? '' : reportingText(reporting.inputs, loads(reporting.command))}})
`
}

function reportingText(inputs: readonly string[], load: string): string {
  const names = inputs.map(input => `'${input}'`).join(', ')
  return `  reporting: {\n    inputs: [${names}],\n    ${load}\n  },\n`
}

const pathOf = (line: string) => line.slice(line.indexOf("'"))
const byPath = (one: string, other: string) => (pathOf(one) < pathOf(other) ? -1 : 1)

function definitionsOf(actions: readonly ActionParts[]): string {
  const constants = actions.map(({ definition }) => {
    return `export const ${constantOf(definition.name)}: CommandDefinition = ${JSON.stringify(definition, null, 2)}\n`
  })
  return [
    `// ${NOTICE}\nimport type { CommandDefinition } from '../src/doors/definition.ts'\n`,
    ...constants,
  ].join('\n')
}

/** `serviceLevels` of `service-levels`: what the file of a command exports. */
export function exportOf(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function constantOf(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}

function pageOf(actions: readonly ActionParts[]): string {
  const rows = actions.map(({ folder, definition: { name, summary } }) => [
    `[\`${folder === '' ? '/action.yml' : `actions/${name}`}\`](#${name})`,
    WEIGHTS[name] ?? (name === FRONT_ACTION ? 'heavy' : 'light'),
    summary,
  ])
  return `<!-- ${NOTICE} -->
# The Actions

${table(['Action', 'weight', 'does'], rows)}

A light Action is one file that installs nothing. A heavy one runs models and reads data: where they are not there yet it
installs onnxruntime and DuckDB beside itself, from a lockfile of its own and without install scripts, and says how large
they are. Each Action writes the job's summary, and annotations where there is
something to mend: the worst ten of a level, the rest counted. A step fails when the answer is \`failed\` or
\`inconclusive\`. An input that is left empty is not given; one that is not listed here is refused.

${actions.map(sectionOf).join('\n')}`
}

function sectionOf({ definition: { name, summary }, folder, inputs, outputs }: ActionParts): string {
  const given = inputs.map(({ name: key, description, required }) => [
    `\`${key}\``,
    `${required ? 'Required. ' : ''}${description}`,
  ])
  const answered = Object.entries(outputs).map(([key, { type, description }]) => [
    `\`${key}\``,
    type,
    description,
  ])
  return `## ${name}

${summary}

\`\`\`yaml
${exampleOf(folder, inputs)}
\`\`\`

${table(['input', ''], given)}

${table(['output', 'type', ''], answered)}
`
}

/** The step that a workflow writes, with what the Action cannot do without. */
function exampleOf(folder: string, inputs: ActionParts['inputs']): string {
  const required = inputs.filter(input => input.required).map(input => `    ${input.name}: telco-churn`)
  return [
    `- uses: ${`modelyard/modelyard/${folder}`.replace(/\/$/, '')}@v1`,
    ...(required.length === 0 ? [] : ['  with:', ...required]),
  ].join('\n')
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)].join('\n')
}
