import * as z from 'zod/mini'
import { TASKS, type Task } from '../domain/comparison/metric-catalogue.ts'
import { ModelyardError, suggestion } from '../domain/errors/index.ts'
import { CONFIG_PATH, Config, DEFAULT_ROOT, LATER_CONFIG_KEYS } from '../domain/registry/config.ts'
import {
  type FirstDefinition,
  REGISTRY_ATTRIBUTES,
  renderFirstConfig,
  renderFirstDefinition,
} from '../domain/registry/first-definition.ts'
import { renderFirstWorkflow, WORKFLOW_PATH } from '../domain/registry/first-workflow.ts'
import { DEFAULT_LIFECYCLE } from '../domain/registry/lifecycle.ts'
import { ModelName, RepositoryPath } from '../domain/registry/names.ts'
import { modelNameFrom, type Survey, surveyRepository } from '../domain/registry/survey.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { InitializationResult } from '../domain/results/initialization.ts'
import type { Ports } from '../ports.ts'
import { defineChange } from './define.ts'
import { digestOfPath } from './move-facts.ts'
import { valueOrThrow } from './registry-reader.ts'
import { describeTarget, findTarget, guessPositive, guessTask, type TargetFacts } from './target-finder.ts'

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
  summary: 'Look at the repository and write the registry and a first model.yaml.',
  details: `Finds data, models and training code, asks what it cannot see, and writes files that are there for good: nothing that
exists is overwritten, and running it again changes nothing.`,
  positional: ['model'],
  examples: [
    { command: 'modelyard init', does: 'asks what it cannot see' },
    { command: 'modelyard init churn --target churned --positive-class yes --yes', does: 'asks nothing' },
  ],
  permission: 'maintain',
  doors: ['cli'],
  input,
  results: ['initialization'],
  async read(given, ports) {
    const { registry: root, lifecycle } = (await existingConfig(ports)) ?? {
      registry: given.root,
      lifecycle: DEFAULT_LIFECYCLE,
    }
    const paths = (await ports.worktree.visibleFiles()).filter(path => !path.startsWith(`${root}/`))
    const survey = surveyRepository(paths, await ports.repository.listTags())
    const existing = await existingModels(root, ports)
    const asker = new Asker(given, ports)
    const name = await decideName(given, existing, survey, asker, ports)
    const isNew = !existing.includes(name)
    const definition = isNew ? await decideDefinition(given, survey, asker, ports) : undefined
    const wanted = [
      { path: CONFIG_PATH, content: renderFirstConfig(root, [WORKFLOW_PATH]) },
      { path: `${root}/.gitattributes`, content: REGISTRY_ATTRIBUTES },
      {
        path: `${root}/models/${name}/model.yaml`,
        content: definition === undefined ? '' : renderFirstDefinition(definition, lifecycle),
      },
      {
        path: WORKFLOW_PATH,
        content: renderFirstWorkflow({
          reference: given.reference,
          defaultBranch: await defaultBranch(ports),
          install: survey.installCommand,
        }),
      },
    ]
    const present = await Promise.all(
      wanted.map(async ({ path }) => (await ports.worktree.readFile(path)) !== undefined),
    )
    return {
      name,
      survey,
      decided: asker.decided,
      files: wanted.map((file, index) => ({ ...file, present: present[index] === true })),
    }
  },
  plan(_given, { name, survey, decided, files }) {
    const added = files.filter(({ present }) => !present)
    const isAdded = (path: string) => added.some(file => file.path === path)
    const unlisted =
      isAdded(WORKFLOW_PATH) && !isAdded(CONFIG_PATH)
        ? [`list ${WORKFLOW_PATH} under \`workflows\` in ${CONFIG_PATH}, so that its changes are governed`]
        : []
    const result: InitializationResult = {
      kind: 'initialization',
      model: name,
      seen: [...seenOf(survey)],
      decided: added.length === 0 ? [] : [...decided],
      files: files.map(({ path, present }) => ({ path, change: present ? 'kept' : 'added' })),
      next: added.length === 0 ? [] : [...unlisted, ...nextOf(name, survey)],
    }
    return { result, added }
  },
  async apply({ result, added }, { worktree }) {
    for (const { path, content } of added) await worktree.writeFile(path, new TextEncoder().encode(content))
    return result
  },
})

/** The branch that pull requests are merged to, as far as a clone tells. */
async function defaultBranch({ repository }: Ports): Promise<string> {
  for (const name of ['main', 'master'])
    if ((await repository.resolve(`refs/heads/${name}`)) !== undefined) return name
  return (await repository.head()).branch ?? 'main'
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

async function existingConfig({ worktree }: Ports): Promise<Config | undefined> {
  const bytes = await worktree.readFile(CONFIG_PATH)
  if (bytes === undefined) return undefined
  return valueOrThrow(parseYaml(Config, CONFIG_PATH, bytes, { later: LATER_CONFIG_KEYS }))
}

async function existingModels(root: string, { worktree }: Ports): Promise<string[]> {
  const files = await worktree.listFiles(`${root}/models`)
  return files.flatMap(({ path }) => /\/models\/([^/]+)\/model\.yaml$/.exec(path)?.[1] ?? [])
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
): Promise<FirstDefinition> {
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
    evaluate:
      test === undefined
        ? undefined
        : { uri: test, sha256: await digestOfPath(`${ports.worktree.root}/${test}`, ports.artifacts) },
    test:
      survey.testCommand === undefined
        ? undefined
        : asker.saw('test command', survey.testCommand, 'tests by pytest are here'),
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

async function decideTarget(
  given: Input,
  survey: Survey,
  data: string | undefined,
  asker: Asker,
  ports: Ports,
): Promise<TargetFacts> {
  const columns = data === undefined ? [] : await ports.tables.columns(`${ports.worktree.root}/${data}`)
  const names = columns.map(({ name }) => name)
  const seen = await findTarget(names, survey.onnx, ports)
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
  if (data === undefined) return { name, words: [], isNumber: false, isWhole: false, largestShare: undefined }
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

function* seenOf(survey: Survey): Generator<string> {
  const { languages, onnx, otherModels, foreign } = survey
  if (languages.length > 0) yield `code in ${languages.join(', ')}`
  if (onnx.length > 0) yield `ONNX models: ${some(onnx)}`
  if (otherModels.length > 0) yield `other models: ${some(otherModels)}`
  for (const registry of foreign) yield `${registry}, which can be imported in a later release`
}

function some(paths: readonly string[]): string {
  return paths.slice(0, 3).join(', ') + (paths.length > 3 ? ` and ${paths.length - 3} more` : '')
}

function* nextOf(name: string, survey: Survey): Generator<string> {
  yield 'read what was written, then commit it: git add -A && git commit -m "Add the model registry"'
  yield `make the first version: modelyard register ${name} ${survey.onnx[0] ?? survey.otherModels[0] ?? 'model.onnx'} --merge`
}
