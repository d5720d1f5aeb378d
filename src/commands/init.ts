import * as z from 'zod/mini'
import { TASKS, type Task } from '../domain/comparison/metric-catalogue.ts'
import { ModelyardError, suggestion } from '../domain/errors/index.ts'
import { CODEOWNERS_IN_ORDER } from '../domain/registry/code-owners.ts'
import { CONFIG_PATH, Config, DEFAULT_ROOT, LATER_CONFIG_KEYS } from '../domain/registry/config.ts'
import { ModelDefinition } from '../domain/registry/definition.ts'
import { firstClicks } from '../domain/registry/first-clicks.ts'
import { type FirstDefinition, renderFirstDefinition } from '../domain/registry/first-definition.ts'
import { firstFiles } from '../domain/registry/first-files.ts'
import { renderFirstPredict } from '../domain/registry/first-predict.ts'
import { firstCallers } from '../domain/registry/first-workflow.ts'
import { parseLfsPointer } from '../domain/registry/lfs.ts'
import { DEFAULT_LIFECYCLE, heldStages } from '../domain/registry/lifecycle.ts'
import { linesToAdd } from '../domain/registry/lines-to-add.ts'
import { ModelName, RepositoryPath } from '../domain/registry/names.ts'
import { Owner } from '../domain/registry/policy.ts'
import { modelNameFrom, type Survey, surveyRepository } from '../domain/registry/survey.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { InitializationResult } from '../domain/results/initialization.ts'
import type { Ports } from '../ports.ts'
import { isInLfs } from './data-in-lfs.ts'
import { decidePredict } from './decide-predict.ts'
import { defineChange } from './define.ts'
import { openQuestions, seenOf, stepsInClone } from './init-texts.ts'
import { likelyDefaultBranch } from './likely-branch.ts'
import { valueOrThrow } from './registry-reader.ts'
import { describeTarget, findTarget, guessPositive, guessTask, type TargetFacts } from './target-finder.ts'
import { firstThere, textOf, textsOf } from './texts-on-disk.ts'

/** Releases of one major number keep what callers rely on. */
const MAJOR = 1

const input = z.strictObject({
  model: z.optional(ModelName).check(z.describe('The name of the model.')),
  task: z.optional(z.enum(TASKS)).check(z.describe('What it predicts.')),
  target: z
    .optional(z.string().check(z.minLength(1), z.maxLength(200)))
    .check(z.describe('The column that it predicts.')),
  positiveClass: z
    .optional(z.string().check(z.minLength(1), z.maxLength(200)))
    .check(z.describe('For two classes: the one that probabilities are of.')),
  train: z.optional(RepositoryPath).check(z.describe('The training data.')),
  test: z.optional(RepositoryPath).check(z.describe('Rows that no training saw, to judge versions on.')),
  root: z._default(RepositoryPath, DEFAULT_ROOT).check(z.describe('The folder for the registry.')),
  reference: z
    ._default(z.string().check(z.regex(/^[\w][\w./-]{0,99}$/, { error: 'a commit or a tag' })), `v${MAJOR}`)
    .check(z.describe("The commit or tag of Modelyard's workflows that this repository calls.")),
  approvers: z
    ._default(z.array(Owner), [])
    .check(
      z.describe(
        'A person or a team whose approval the last stage needs, as @octocat or @acme/leads; may be repeated.',
      ),
    ),
  yes: z._default(z.boolean(), false).check(z.describe('Ask nothing; take the best guess.')),
})
type Input = z.output<typeof input>

interface Decision {
  readonly what: string
  readonly value: string
  readonly because: string
}

export const init = defineChange({
  name: 'init',
  summary: 'Look at the repository; write the registry, a first model.yaml and workflows.',
  details: `Finds data, models and training code, asks what it cannot see, and writes files that are there for good: nothing that
exists is overwritten, and running it again changes nothing. What a file lacks that is there already is shown, and so is
what has to be clicked on GitHub. Without --approvers approvals are left to people.`,
  positional: ['model'],
  examples: [
    { command: 'modelyard init', does: 'asks what it cannot see' },
    { command: 'modelyard init churn --target churned --positive-class yes --yes', does: 'asks nothing' },
    {
      command: 'modelyard init --approvers @acme/leads',
      does: 'lets a team approve what goes to production',
    },
  ],
  permission: 'maintain',
  doors: ['cli'],
  input,
  results: ['initialization'],
  read: (given, ports) => readFirst(given, ports),
  plan: planFirst,
  async apply({ result, added }, { worktree }) {
    for (const { path, content } of added) await worktree.writeFile(path, new TextEncoder().encode(content))
    return result
  },
})

/** What is known of a repository that is on GitHub alone. */
export interface Hosted {
  readonly defaultBranch: string
  /** The number of the GitHub App, which is installed there. */
  readonly app: number
}

/**
 * Looks at the repository and decides what its registry begins with.
 *
 * @param hosted - Undefined for a clone.
 */
export async function readFirst(given: Input, ports: Ports, hosted?: Hosted) {
  const configText = await textOf(CONFIG_PATH, ports)
  const config = configText === undefined ? undefined : configFrom(configText)
  const { registry: root, lifecycle } = config ?? { registry: given.root, lifecycle: DEFAULT_LIFECYCLE }
  const paths = await ports.worktree.visibleFiles()
  const survey = surveyRepository(
    paths.filter(path => !path.startsWith(`${root}/`)),
    await ports.repository.listTags(),
  )
  const definitions = await existingDefinitions(root, ports)
  const asker = new Asker(given, ports)
  const name = await decideName(given, [...definitions.keys()].map(modelOf), survey, asker, ports)
  const path = `${root}/models/${name}/model.yaml`
  const isNew = !definitions.has(path)
  const definition = isNew ? await decideDefinition(given, survey, asker, ports) : undefined
  const predict = isNew ? await decidePredict(survey, ports) : undefined
  const content = definition && renderFirstDefinition({ ...definition, predict: predict?.command }, lifecycle)
  const branch = hosted?.defaultBranch ?? (await likelyDefaultBranch(ports))
  const callers = firstCallers({
    reference: given.reference,
    defaultBranch: branch,
    install: survey.installCommand,
    python: survey.languages.includes('Python'),
    lfs: await isInLfs([survey.trainData, survey.testData], ports),
    models: trainable(definitions, definition?.train && name),
  })
  const first = firstFiles({
    root,
    callers,
    config: configText,
    definitions,
    definition: { path, content },
    predict:
      predict && definition ? { path: predict.path, content: renderFirstPredict(definition) } : undefined,
    codeOwners: await firstThere(CODEOWNERS_IN_ORDER, ports),
    app: hosted?.app,
    paths,
  })
  const kept = await textsOf(
    first.files.map(file => file.path),
    ports,
  )
  const model = definitionFrom(path, definitions.get(path))
  const stage = heldStages(lifecycle).at(-1) ?? ''
  return {
    name,
    survey,
    decided: asker.decided,
    files: first.files.map(file => ({
      ...file,
      present: kept.has(file.path) || definitions.has(file.path),
    })),
    missing: linesToAdd({
      first,
      callers,
      kept,
      config,
      model: model && { path, definition: model, stage },
      approvers: given.approvers,
    }),
    clicks: [...firstClicks({ ...first, stages: heldStages(lifecycle), defaultBranch: branch })],
    predict,
    blindPolicy: definition !== undefined && definition.evaluate === undefined ? path : undefined,
  }
}

/** What would be written, and what is said of it. */
export function planFirst(_given: Input, facts: Awaited<ReturnType<typeof readFirst>>) {
  const { name, survey, decided, files, missing, clicks, predict, blindPolicy } = facts
  const added = files.filter(({ present }) => !present)
  const result: InitializationResult = {
    kind: 'initialization',
    model: name,
    seen: [...seenOf(survey)],
    decided: added.length === 0 ? [] : [...decided],
    files: files.map(({ path, present }) => ({ path, change: present ? 'kept' : 'added' })),
    missing: missing.map(({ path, why, lines }) => ({ path, why, lines: [...lines] })),
    next:
      added.length === 0
        ? []
        : [...openQuestions(predict, blindPolicy), ...stepsInClone(name, survey), ...clicks],
  }
  return { result, added }
}

const modelOf = (path: string) => path.split('/').at(-2) ?? ''

/** Which models can be trained: those that are there, and the new one. */
function trainable(definitions: ReadonlyMap<string, string>, added: string | undefined): string[] {
  const present = [...definitions].filter(([path, text]) => definitionFrom(path, text)?.train !== undefined)
  return [...present.map(([path]) => modelOf(path)), ...(added === undefined ? [] : [added])].sort()
}

/** One that is broken is left to `validate`. */
function definitionFrom(path: string, text: string | undefined): ModelDefinition | undefined {
  return text === undefined
    ? undefined
    : parseYaml(ModelDefinition, path, new TextEncoder().encode(text)).value
}

/** Asks a person, or takes the guess; keeps what was decided and why. */
class Asker {
  readonly decided: Decision[] = []
  readonly #given: Input
  readonly #ports: Ports

  constructor(given: Input, ports: Ports) {
    this.#given = given
    this.#ports = ports
  }

  saw(what: string, value: string, because: string): string {
    this.decided.push({ what, value, because })
    return value
  }

  /** @param flag - What to say instead where nobody can be asked. */
  async ask(what: string, question: string, guess: string, flag: string): Promise<string> {
    if (this.#given.yes) return this.saw(what, guess, 'guessed; please check')
    if (this.#ports.people.present)
      return this.saw(what, await this.#ports.people.ask(question, guess), 'you said so')
    throw new ModelyardError({
      code: 'bad-input',
      message: `the ${what} cannot be seen, and nobody is here to be asked`,
      next: `say it with ${flag}, or take the guess \`${guess}\` with --yes`,
    })
  }
}

function configFrom(text: string): Config {
  const bytes = new TextEncoder().encode(text)
  return valueOrThrow(parseYaml(Config, CONFIG_PATH, bytes, { later: LATER_CONFIG_KEYS }))
}

/** Every model.yaml of the registry, by its path. */
async function existingDefinitions(root: string, ports: Ports): Promise<Map<string, string>> {
  const files = await ports.worktree.listFiles(`${root}/models`)
  const paths = files.map(({ path }) => path).filter(path => /\/models\/[^/]+\/model\.yaml$/.test(path))
  return textsOf(paths, ports)
}

async function decideName(
  given: Input,
  existing: readonly string[],
  survey: Survey,
  asker: Asker,
  { worktree }: Ports,
): Promise<string> {
  if (given.model !== undefined) return given.model
  const [first] = existing
  if (first !== undefined) return first
  const fromModel =
    survey.onnx.length === 1 ? modelNameFrom(survey.onnx[0]?.split('/').at(-1) ?? '') : undefined
  const folder = modelNameFrom(worktree.root.split(/[\\/]/).at(-1) ?? '')
  const guess = (fromModel === 'model' ? undefined : fromModel) ?? folder ?? 'model'
  const answer = await asker.ask(
    'name of the model',
    'What is the model called?',
    guess,
    'modelyard init NAME',
  )
  const parsed = ModelName.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new ModelyardError({
    code: 'bad-input',
    message: `\`${answer}\` is no model name`,
    next: `use lower-case letters, digits and hyphens, e.g. ${modelNameFrom(answer) ?? 'churn'}`,
  })
}

async function decideDefinition(
  given: Input,
  survey: Survey,
  asker: Asker,
  ports: Ports,
): Promise<Omit<FirstDefinition, 'predict'>> {
  const train = await dataFile(given.train ?? survey.trainData, given.train, 'training data', asker, ports)
  const test = await dataFile(given.test ?? survey.testData, given.test, 'evaluation data', asker, ports)
  const target = await decideTarget(given, survey, test ?? train, asker, ports)
  const task = await decideTask(given, target, asker)
  return {
    task,
    target: target.name,
    positiveClass: task === 'binary-classification' ? await decidePositive(given, target, asker) : undefined,
    largestShare: target.largestShare,
    train:
      train === undefined || survey.trainCommand === undefined
        ? undefined
        : { command: asker.saw('training command', survey.trainCommand, 'such a file is here'), data: train },
    evaluate: test === undefined ? undefined : { uri: test, sha256: await digestOfFile(test, ports) },
    test:
      survey.testCommand === undefined
        ? undefined
        : asker.saw('test command', survey.testCommand, 'tests by pytest are here'),
    approvers: given.approvers,
  }
}

async function dataFile(
  path: string | undefined,
  said: string | undefined,
  what: string,
  asker: Asker,
  { worktree }: Ports,
): Promise<string | undefined> {
  if (path === undefined) return undefined
  if ((await worktree.readFile(path)) === undefined) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `there is no file ${path}`,
      next: 'name a file from the root of the repository',
    })
  }
  return asker.saw(what, path, said === undefined ? 'its name says so' : 'you said so')
}

/** Of what Git LFS keeps, where its pointer alone is at hand, that says it. */
async function digestOfFile(path: string, { worktree, artifacts }: Ports): Promise<string> {
  const bytes = (await worktree.readFile(path)) ?? new Uint8Array()
  return parseLfsPointer(bytes)?.sha256 ?? artifacts.hash(bytes)
}

async function decideTarget(
  given: Input,
  survey: Survey,
  data: string | undefined,
  asker: Asker,
  ports: Ports,
): Promise<TargetFacts> {
  const columns = data === undefined ? [] : await ports.tables.columns(`${ports.worktree.root}/${data}`)
  const names = columns.map(({ name }) => name)
  // Where nobody looks into data, none of its columns is known.
  const isBlind = ports.tables.isAbsent === true
  const seen = await findTarget(names, survey, ports)
  const name =
    given.target !== undefined
      ? asker.saw('target', given.target, 'you said so')
      : seen !== undefined
        ? asker.saw('target', seen.name, seen.because)
        : await asker.ask(
            'target',
            `Which column is predicted?${names.length > 0 ? ` (${names.slice(0, 20).join(', ')})` : ''}`,
            names.at(-1) ?? 'target',
            '--target COLUMN',
          )
  if (data === undefined || (isBlind && columns.length === 0))
    return { name, words: [], isNumber: false, isWhole: false, largestShare: undefined }
  if (!names.includes(name)) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `${data} has no column \`${name}\``,
      next: suggestion(name, names),
    })
  }
  return describeTarget(`${ports.worktree.root}/${data}`, name, ports)
}

async function decideTask(given: Input, target: TargetFacts, asker: Asker): Promise<Task> {
  if (given.task !== undefined) return given.task
  if (given.positiveClass !== undefined) return 'binary-classification'
  const guess = guessTask(target)
  if (guess !== undefined) {
    const { length } = target.words
    const why = guess === 'regression' ? 'holds many numbers' : `has ${length === 2 ? 'two' : length} values`
    return asker.saw('task', guess, `${target.name} ${why}`) as Task
  }
  const answer = await asker.ask(
    'task',
    `What kind of prediction is it? (${TASKS.join(', ')})`,
    'binary-classification',
    '--task TASK',
  )
  const task = TASKS.find(known => known === answer)
  if (task !== undefined) return task
  throw new ModelyardError({
    code: 'bad-input',
    message: `\`${answer}\` is no task`,
    next: suggestion(answer, TASKS),
  })
}

async function decidePositive(given: Input, target: TargetFacts, asker: Asker): Promise<string> {
  const { words, name } = target
  if (given.positiveClass !== undefined)
    return asker.saw('positive class', given.positiveClass, 'you said so')
  const only = guessPositive(target)
  if (only !== undefined) return asker.saw('positive class', only, `of ${words.join(' and ')} it says so`)
  return asker.ask(
    'positive class',
    `Which value of ${name} is the positive class?${words.length > 0 ? ` (${words.join(', ')})` : ''}`,
    words[1] ?? '1',
    '--positive-class VALUE',
  )
}
