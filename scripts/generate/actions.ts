import { stringify } from 'yaml'
import { FROM_EVENT } from '../../actions/from-event.ts'
import { outputsOfKinds } from '../../actions/outputs.ts'
import { WEIGHTS, type Weight } from '../../actions/weights.ts'
import type { CommandFacts } from '../../src/commands/define.ts'
import type { CommandDefinition, FlagDefinition } from '../../src/doors/definition.ts'
import { definitionOf } from './command-definitions.ts'
import type { GeneratedFile } from './files.ts'

/** An Action as everything of it is made: what it takes and gives, by names in kebab-case. */
interface ActionParts {
  readonly definition: CommandDefinition
  readonly inputs: readonly {
    readonly name: string
    readonly description: string
    readonly required: boolean
    readonly default?: string
  }[]
  readonly outputs: ReturnType<typeof outputsOfKinds>
}

const ofWeight = (weight: Weight): readonly string[] =>
  Object.keys(WEIGHTS).filter(name => WEIGHTS[name] === weight)

/** The names of the Actions that are one bundled file each. */
export const LIGHT_ACTIONS = ofWeight('light')
/** The names of the Actions that share their bundles, and install engines beside them. */
export const HEAVY_ACTIONS = ofWeight('heavy')

const NOTICE = 'Made by `npm run generate` from the command definitions in src/commands. Do not edit.'

/** For each Action its action.yml and its start; the definitions that they read; the page that lists them. */
export function actionFiles(commands: readonly CommandFacts[]): GeneratedFile[] {
  const actions = Object.keys(WEIGHTS).map(name => partsOf(commandOf(name, commands)))
  return [
    ...actions.flatMap(action => [
      { path: `actions/${action.definition.name}/action.yml`, content: metadataOf(action) },
      { path: `actions/${action.definition.name}/index.ts`, content: startOf(action.definition) },
    ]),
    { path: 'actions/definitions.generated.ts', content: definitionsOf(actions) },
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

function partsOf(command: CommandFacts): ActionParts {
  const definition = asInputs(definitionOf(command))
  const inputs = definition.flags.map(flag => ({
    name: flag.flag,
    description: describe(flag),
    required: flag.required,
  }))
  const all = definition.asksGitHub ? [...inputs, TOKEN] : inputs
  return { definition, inputs: all, outputs: outputsOfKinds(command.results) }
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

function metadataOf({ definition: { name, summary }, inputs, outputs }: ActionParts): string {
  const metadata = {
    name: `Modelyard ${name}`,
    description: summary,
    inputs: Object.fromEntries(inputs.map(({ name: key, ...input }) => [key, input])),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([key, { description }]) => [key, { description }]),
    ),
    runs: { using: 'node24', main: `../../dist/actions/${name}.mjs` },
  }
  return `# ${NOTICE}\n${stringify(metadata, { lineWidth: 0 })}`
}

const OPENS: Readonly<Record<Weight, readonly [name: string, file: string]>> = {
  light: ['openLightPorts', '../ports.ts'],
  heavy: ['openHeavyPorts', '../heavy/ports.ts'],
}

function startOf({ name }: CommandDefinition): string {
  const constant = constantOf(name)
  const [opens, file] = OPENS[WEIGHTS[name] ?? 'light']
  const imports = [
    `import { ${constant} } from '../definitions.generated.ts'`,
    `import { ${opens} } from '${file}'`,
    "import { runAction } from '../run-action.ts'",
  ]
  return `// ${NOTICE}
${imports.sort(byPath).join('\n')}

await runAction({
  definition: ${constant},
  load: async () => (await import('../../src/commands/${name}.ts')).${name},
  openPorts: ${opens},
})
`
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

function constantOf(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}

function pageOf(actions: readonly ActionParts[]): string {
  const rows = actions.map(({ definition: { name, summary } }) => [
    `[\`actions/${name}\`](#${name})`,
    WEIGHTS[name] ?? '',
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

function sectionOf({ definition: { name, summary }, inputs, outputs }: ActionParts): string {
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
${exampleOf(name, inputs)}
\`\`\`

${table(['input', ''], given)}

${table(['output', 'type', ''], answered)}
`
}

/** The step that a workflow writes, with what the Action cannot do without. */
function exampleOf(name: string, inputs: ActionParts['inputs']): string {
  const required = inputs.filter(input => input.required).map(input => `    ${input.name}: telco-churn`)
  return [
    `- uses: modelyard/modelyard/actions/${name}@v1`,
    ...(required.length === 0 ? [] : ['  with:', ...required]),
  ].join('\n')
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)].join('\n')
}
