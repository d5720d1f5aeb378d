/** What a repository holds, as far as its file names and tags tell. */
export interface Survey {
  readonly languages: readonly string[]
  readonly trainData: string | undefined
  readonly testData: string | undefined
  readonly onnx: readonly string[]
  readonly otherModels: readonly string[]
  /** The command that seems to train. */
  readonly trainCommand: string | undefined
  /** The file that it runs. */
  readonly trainScript: string | undefined
  /** The command that seems to run the tests. */
  readonly testCommand: string | undefined
  /** What brings the packages that the commands need. */
  readonly installCommand: string | undefined
  /** Registries of other tools that could be imported later. */
  readonly foreign: readonly string[]
}

const LANGUAGES: readonly [name: string, pattern: RegExp][] = [
  ['Python', /\.(?:py|ipynb)$|(?:^|\/)(?:requirements.*\.txt|pyproject\.toml|environment\.ya?ml)$/],
  ['R', /\.(?:r|rmd)$/i],
  ['TypeScript', /\.ts$/],
  ['JavaScript', /\.m?js$/],
  ['Julia', /\.jl$/],
]

const COMMANDS: readonly [pattern: RegExp, command: (path: string) => string][] = [
  [/(?:^|\/)dvc\.yaml$/, () => 'dvc repro'],
  [/(?:^|\/)train[\w-]*\.py$/, path => `python ${path}`],
  [/(?:^|\/)train[\w-]*\.r$/i, path => `Rscript ${path}`],
  [/(?:^|\/)train[\w-]*\.ts$/, path => `node ${path}`],
]

const PYTESTS = /(?:^|\/)(?:test_[\w-]+|[\w-]+_test)\.py$/
const INSTALLS = [
  { file: 'requirements.txt', command: 'pip install -r requirements.txt' },
  { file: 'pyproject.toml', command: 'pip install .' },
  { file: 'package-lock.json', command: 'npm ci' },
]

const OTHER_MODELS = /\.(?:pkl|pickle|joblib|pt|pth|h5|keras|safetensors|ubj|gguf|tflite|pmml)$/i

/**
 * Looks at names alone.
 *
 * @param paths - Files from the root, sorted; those of the registry left out.
 */
export function surveyRepository(paths: readonly string[], tags: readonly string[]): Survey {
  const data = paths.filter(path => /\.(?:csv|tsv|parquet|jsonl|ndjson)$/i.test(path))
  const named = (pattern: RegExp) => data.find(path => pattern.test(path.slice(path.lastIndexOf('/') + 1)))
  const testData = named(/test|hold-?out|eval|valid/i)
  const trainData = named(/train/i) ?? data.find(path => path !== testData)
  const [trainer] = COMMANDS.flatMap(([pattern, command]) => {
    const script = shortest(paths.filter(path => pattern.test(path)))
    return script === undefined ? [] : [{ script, command: command(script) }]
  })
  return {
    languages: LANGUAGES.filter(([, pattern]) => paths.some(path => pattern.test(path))).map(
      ([name]) => name,
    ),
    trainData,
    testData,
    onnx: paths.filter(path => /\.onnx$/i.test(path)),
    otherModels: paths.filter(path => OTHER_MODELS.test(path)),
    trainCommand: trainer?.command,
    trainScript: trainer?.script,
    testCommand: paths.some(path => PYTESTS.test(path))
      ? 'python -m pytest --junitxml=$MODELYARD_OUT/tests.xml'
      : undefined,
    installCommand: INSTALLS.find(({ file }) => paths.includes(file))?.command,
    foreign: [
      ...(paths.some(path => /(?:^|\/)mlruns\//.test(path)) ? ['MLflow runs in mlruns/'] : []),
      ...(paths.some(path => /(?:^|\/)dvc\.yaml$/.test(path)) ? ['a DVC pipeline'] : []),
      ...gtoModels(tags).map(name => `GTO tags of \`${name}\``),
    ],
  }
}

/** GTO names versions `model@v1.0.0` and stages `model#production#3`. */
function gtoModels(tags: readonly string[]): string[] {
  const names = tags.flatMap(tag => /^([A-Za-z0-9:_/-]+)(?:@v?\d|#[a-z])/.exec(tag)?.[1] ?? [])
  return [...new Set(names)].sort()
}

function shortest(paths: readonly string[]): string | undefined {
  return [...paths].sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0]
}

/** A folder's or file's name as a model name; undefined where nothing of it is left. */
export function modelNameFrom(text: string): string | undefined {
  const name = text
    .toLowerCase()
    .replace(/\.[a-z0-9]+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
  return name === '' ? undefined : name
}
