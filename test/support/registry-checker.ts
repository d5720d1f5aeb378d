/**
 * A second opinion on registry files, written from docs/reference/registry.md alone. It shares no code with
 * the product, so that a rule which the product forgets is still kept here. Where the page is silent, so is this.
 */
import { createHash } from 'node:crypto'
import { Parser, parseAllDocuments } from 'yaml'

export interface CheckedFile {
  readonly path: string
  readonly kind: 'file' | 'link' | 'repository'
  readonly content: Uint8Array
}

type Say = (fault: string) => void

/** Says what is wrong with a value, and gives it back with its keys in the documented order. */
type Check = (value: unknown, where: string, say: Say) => unknown

interface Policy {
  readonly 'max-versions'?: number
}

interface Config {
  readonly lifecycle?: { readonly stages?: string[]; readonly transitions?: Record<string, string[]> }
  readonly floors?: Record<string, Policy>
}

interface ModelFile {
  readonly aliases?: Record<string, string>
  readonly policy?: Record<string, Policy>
}

interface Version {
  readonly version: number
  readonly artifact: { readonly uri: string; readonly sha256: string; readonly bytes: number }
}

interface Evidence {
  readonly kind: string
  readonly subject: { readonly artifact: string }
}

/** A file of `promotions/`; an `alias` record lacks `version`, `from` and `to`. */
interface Move {
  readonly kind: string
  readonly version?: number
  readonly from?: string
  readonly to?: string
  readonly displaces?: number
  readonly aliases?: Record<string, number | null>
  readonly purged?: true
  readonly evidence?: string[]
  readonly gates?: { readonly outcome: string }
}

interface Pointers {
  readonly stages: Record<string, number[]>
  readonly aliases: Record<string, number>
}

interface Lifecycle {
  readonly stages: readonly string[]
  readonly first: string
  readonly held: readonly string[]
  readonly archive: string
  readonly floors: Record<string, Policy>
}

/** A model's folder: its plain files by their path inside it. */
interface Folder {
  readonly path: string
  readonly files: ReadonlyMap<string, CheckedFile>
}

const DEFAULT_STAGES = ['development', 'staging', 'production', 'archived']
const words = (line: string) => line.split(' ')
const METRICS = new Map<unknown, readonly string[]>([
  [
    'binary-classification',
    words(
      'roc-auc average-precision accuracy balanced-accuracy f1 precision recall specificity matthews log-loss brier calibration-error ks-separation lift cost',
    ),
  ],
  [
    'multiclass-classification',
    words('accuracy balanced-accuracy macro-f1 weighted-f1 roc-auc-ovr log-loss'),
  ],
  ['regression', words('rmse mae median-absolute-error mape pinball-loss r2 mean-error')],
])
const EVERY_METRIC = [...new Set([...METRICS.values()].flat())]

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
/** A stage may well be called `constructor`, so no look-up may reach a prototype. */
const own = <T>(record: Record<string, T> | undefined, key: string) =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
const quote = (value: string) => JSON.stringify(value.slice(0, 80))

// ---- Checks of values -------------------------------------------------------------------------------------

const must =
  (holds: (value: unknown) => boolean, what: string): Check =>
  (value, where, say) => {
    if (!holds(value)) say(`${where} is not ${what}.`)
    return value
  }

const pattern = (expression: RegExp, what: string) =>
  must(value => typeof value === 'string' && expression.test(value), what)

const whole = (min: number, max = Number.MAX_SAFE_INTEGER) =>
  must(
    value => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
    `whole, from ${min}`,
  )

const oneOf = (values: readonly unknown[]) =>
  must(value => values.includes(value), `one of ${values.join(', ')}`)

const listOf =
  (check: Check, min = 0): Check =>
  (value, where, say) => {
    if (!Array.isArray(value)) say(`${where} is not a list.`)
    else if (value.length < min) say(`${where} is too short.`)
    return Array.isArray(value) ? value.map((item, at) => check(item, `${where}[${at}]`, say)) : value
  }

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const mapping =
  (rebuild: (entries: [string, unknown][], where: string, say: Say) => [string, unknown][]): Check =>
  (value, where, say) => {
    if (isMapping(value)) return Object.fromEntries(rebuild(Object.entries(value), where, say))
    say(`${where} is not a mapping.`)
    return value
  }

/** A mapping of these keys and no others, in this order; those that end in `?` may be left out. */
function fields(spec: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(spec).map(key => key.replace('?', ''))
  return mapping((entries, where, say) => {
    const given = new Map(entries)
    for (const key of given.keys()) {
      if (!names.includes(key)) say(`${where} has the unknown key ${quote(key)}.`)
    }
    return Object.entries(spec).flatMap(([key, check]) => {
      const name = key.replace('?', '')
      if (given.has(name)) return [[name, check(given.get(name), `${where}.${name}`, say)]]
      if (name === key) say(`${where} lacks ${name}.`)
      return []
    })
  })
}

/** A mapping of whatever keys, in the order of their code units. */
function open(check: Check, name: Check = anything): Check {
  return mapping((entries, where, say) =>
    entries
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([key, item]) => {
        name(key, `The name ${quote(key)} in ${where}`, say)
        return [key, check(item, `${where}.${key.slice(0, 80)}`, say)]
      }),
  )
}

/** For what the page names without saying what it holds. */
function anything(value: unknown): unknown {
  return value
}

const text = must(value => typeof value === 'string', 'text')
const number = must(value => typeof value === 'number', 'a number')
const margin = must(value => typeof value === 'number' && value >= 0, 'a number from 0')
const flag = must(value => typeof value === 'boolean', 'true or false')
const natural = whole(1)
const digest = pattern(/^[0-9a-f]{64}$/, 'a SHA-256')
const gitId = pattern(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'a git id')
const owner = pattern(/^@[^\s@/]+(?:\/[^\s@/]+)?$/, 'an owner')
const time = must(isTime, 'a time, UTC to the second')
const pointerName = must(isPointerName, 'a name for a stage or an alias')
const schema = oneOf([1])

/** The round trip refuses days that the calendar lacks, which `Date` would move into the next month. */
function isTime(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false
  const date = new Date(value)
  return !Number.isNaN(date.getTime()) && date.toISOString() === value.replace('Z', '.000Z')
}

function isModelName(value: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(value) && !/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/.test(value)
}

function isPointerName(value: unknown): boolean {
  return typeof value === 'string' && isModelName(value) && value !== 'latest' && !/^v?[0-9]+$/.test(value)
}

const climbs = (path: string) => path.split(/[/\\]/).includes('..')

// ---- Shapes of the YAML files -----------------------------------------------------------------------------

/** A gate has one of the forms that the page lists. */
function gateOf({ metrics, task, own }: Judged): Check {
  const isMetric = (value: unknown) =>
    EVERY_METRIC.includes(String(value)) ? metrics.includes(String(value)) : own.includes(String(value))
  const metric = must(isMetric, 'a metric')
  const compared = must(value => isMetric(value) && value !== 'mean-error', 'a metric to compare by')
  const by = few(listOf(userName, 1))
  const slices = { by, 'min-rows?': natural }
  const share = must(value => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1')
  const forms: readonly Readonly<Record<string, Check>>[] = [
    { metric, min: number },
    { metric, max: number },
    { metric: compared, 'not-worse-by': margin },
    { metric: compared, better: oneOf([true]) },
    { metric: compared, 'better-by': margin },
    { guardrails: distinct(few(listOf(compared, 1))), 'not-worse-by': margin },
    { slices: metric, min: number, ...slices },
    { slices: metric, max: number, ...slices },
    { slices: compared, 'not-worse-by': margin, ...slices },
    ...(task === undefined || task === 'binary-classification'
      ? [
          {
            fairness: oneOf(FAIRNESS.filter(measure => measure !== 'demographic-parity-ratio')),
            max: share,
            by,
          },
          { fairness: oneOf(['demographic-parity-ratio']), min: share, by },
          { fairness: oneOf(FAIRNESS), 'not-worse-by': margin, by },
        ]
      : []),
    { latency: oneOf(['p50', 'p95']), 'not-slower-by': percentage },
    { size: fields({ max: size }) },
    { reproducible: oneOf([true]) },
    { reproducible: oneOf(['same-predictions']), 'tolerance?': margin },
    { contract: oneOf([true, 'artifact', 'endpoint']) },
    {
      data: filled(
        fields({
          'columns?': oneOf(['kept', 'same']),
          'null-rate-up-by?': share,
          'distance-at-most?': share,
          'min-rows?': natural,
        }),
      ),
    },
    { tests: oneOf([true]) },
    { tests: fields({ 'at-least': natural }) },
    { custom: userName, passed: oneOf([true]) },
    { custom: userName, value: userName, min: number },
    { custom: userName, value: userName, max: number },
    { freshness: oneOf(AGEING), days: whole(1, 3650) },
  ]
  return (value, where, say) => {
    const fitting = forms.some(form => {
      const complaints: string[] = []
      fields(form)(value, where, text => complaints.push(text))
      return complaints.length === 0
    })
    if (!fitting) say(`${where} is no gate of any form.`)
    return value
  }
}

const FAIRNESS = [
  'demographic-parity-difference',
  'demographic-parity-ratio',
  'equal-opportunity-difference',
  'equalized-odds-difference',
]

const AGEING = [
  ...['evaluation', 'comparison', 'fairness', 'latency', 'importance'],
  ...['size', 'data', 'reproducibility', 'contract', 'tests'],
]

const percentage = must(
  value =>
    typeof value === 'number'
      ? value >= 0 && value <= 5
      : typeof value === 'string' && /^[0-9]{1,3}(\.[0-9]{1,3})?%$/.test(value),
  'a percentage',
)

const size = must(
  value =>
    typeof value === 'number'
      ? Number.isSafeInteger(value) && value > 0
      : typeof value === 'string' && /^[0-9]+(\.[0-9]+)? ?(B|kB|MB|GB|KiB|MiB|GiB)$/.test(value),
  'a size',
)

/** What gates may name depends on the model; a floor is for all of them. */
interface Judged {
  readonly metrics: readonly string[]
  readonly task?: unknown
  /** Whether a command of the team's computes metrics of its own. */
  /** The names of metrics of the team's own. */
  readonly own: readonly string[]
}

function isUserName(value: unknown): boolean {
  return typeof value === 'string' && /^[^\u0000-\u001f\u007f]{1,200}$/.test(value)
}

const userName = must(isUserName, 'a name')

function few(check: Check): Check {
  return (value, where, say) => {
    if (Array.isArray(value) && value.length > 20) say(`${where} has more than 20 entries.`)
    return check(value, where, say)
  }
}

function distinct(check: Check): Check {
  return (value, where, say) => {
    if (Array.isArray(value) && new Set(value).size < value.length) say(`${where} has something twice.`)
    return check(value, where, say)
  }
}

function filled(check: Check): Check {
  return (value, where, say) => {
    if (isMapping(value) && Object.keys(value).length === 0) say(`${where} is empty.`)
    return check(value, where, say)
  }
}

function policyOf(judged: Judged): Check {
  const approvals = fields({ 'required?': whole(0, 20), 'from?': listOf(owner, 1), 'not-author?': flag })
  return fields({
    'gates?': listOf(gateOf(judged)),
    'defaults?': flag,
    'approvals?': (value, where, say) => (value === 'by-hand' ? anything : approvals)(value, where, say),
    'rollback?': fields({ 'approvals?': approvals }),
    'max-versions?': whole(1, 100),
  })
}

const stageList: Check = (value, where, say) => {
  listOf(pointerName)(value, where, say)
  if (!Array.isArray(value)) return value
  if (value.length < 3 || value.length > 20) say(`${where} has not 3 to 20 stages.`)
  if (new Set(value).size < value.length) say(`${where} has a stage twice.`)
  return value
}

const insidePath = must(
  value => typeof value === 'string' && value !== '' && !value.startsWith('/') && !climbs(value),
  'a path inside the repository',
)

const configShape = fields({
  'registry?': insidePath,
  'lifecycle?': fields({ 'stages?': stageList, 'transitions?': open(listOf(pointerName), pointerName) }),
  'floors?': open(policyOf({ metrics: EVERY_METRIC, own: [] }), pointerName),
  'workflows?': listOf(text),
  'app?': must(value => typeof value === 'boolean', 'true or false'),
  'environments?': open(
    must(value => typeof value === 'string' && value.length >= 1 && value.length <= 255, 'a name'),
    pointerName,
  ),
  'deploy?': open(
    must(
      value => typeof value === 'string' && /^\.github\/workflows\/[\w.-]+\.ya?ml$/.test(value),
      'a workflow',
    ),
    pointerName,
  ),
})

const between = (holds: (value: number) => boolean, what: string) =>
  must(value => typeof value === 'number' && Number.isFinite(value) && holds(value), what)

const ownMetric = fields({
  command: text,
  direction: oneOf(['higher', 'lower', 'zero']),
  'unit?': text,
  per: oneOf(['row', 'set']),
})

function evaluateOf(task: unknown, metrics: readonly string[], data: Check): Check {
  const ofBoth = {
    'data?': data,
    'primary-metric?': oneOf(metrics),
    'slices?': listOf(text, 1),
    'cluster?': text,
    'key?': text,
    'metrics?': open(
      ownMetric,
      must(name => !EVERY_METRIC.includes(String(name)), 'a name of its own'),
    ),
  }
  const ofTask =
    task === 'binary-classification'
      ? {
          'threshold?': between(value => value >= 0 && value <= 1, 'from 0 to 1'),
          'lift-at?': between(value => value > 0 && value <= 1, 'above 0, up to 1'),
          'cost?': fields({
            'true-positive': number,
            'false-positive': number,
            'true-negative': number,
            'false-negative': number,
          }),
        }
      : task === 'regression'
        ? { 'quantile?': between(value => value > 0 && value < 1, 'above 0, below 1') }
        : {}
  return (value, where, say) => {
    if (isMapping(value) && value['primary-metric'] === 'cost' && value.cost === undefined)
      say(`${where} is decided by a cost that it does not give.`)
    return fields({ ...ofBoth, ...ofTask })(value, where, say)
  }
}

const addressPath = must(
  value => typeof value === 'string' && /^\/[!-~]*$/.test(value) && value.length <= 1000,
  'a path of an address',
)

const serveShape = fields({
  command: text,
  ready: addressPath,
  'path?': addressPath,
  'protocol?': oneOf(['rows', 'v2']),
  'probability?': text,
  'label?': text,
})

const sampleShape: Check = (value, where, say) => {
  if (isMapping(value) && value.share !== undefined && value.rows !== undefined)
    say(`${where} has a share and a number of rows.`)
  return fields({
    'share?': between(given => given > 0 && given <= 1, 'above 0, up to 1'),
    'rows?': whole(1, 2 ** 40),
    'stratify?': text,
  })(value, where, say)
}

function modelShape(lifecycle: Lifecycle): Check {
  const held = oneOf(lifecycle.held)
  const alias = must(
    value => isPointerName(value) && !lifecycle.stages.includes(String(value)),
    'a name for an alias',
  )
  return (value, where, say) => {
    const task = isMapping(value) ? value.task : undefined
    const metrics = METRICS.get(task) ?? EVERY_METRIC
    const evaluate = isMapping(value) && isMapping(value.evaluate) ? value.evaluate : {}
    const own = isMapping(evaluate.metrics) ? Object.keys(evaluate.metrics) : []
    const seed = whole(0, 2 ** 31 - 1)
    const measured = fields({ 'uri?': text, 'sha256?': digest })
    return fields({
      'description?': text,
      'owners?': listOf(owner),
      task: oneOf([...METRICS.keys()]),
      target: text,
      [task === 'binary-classification' ? 'positive-class' : 'positive-class?']: text,
      'environment?': fields({ install: text }),
      'lint?': fields({ 'command?': anything }),
      'test?': fields({ 'command?': anything }),
      'train?': fields({
        'command?': anything,
        'data?': text,
        'seed?': seed,
        'sample?': sampleShape,
        'watch?': listOf(text),
      }),
      'predict?': fields({ 'command?': anything }),
      'evaluate?': evaluateOf(task, metrics, measured),
      'serve?': serveShape,
      'aliases?': open(held, alias),
      'policy?': open(policyOf({ metrics, task, own }), held),
    })(value, where, say)
  }
}

const tag = must(
  value => ['string', 'number', 'boolean'].includes(typeof value),
  'text, number, true or false',
)
const notesShape = fields({ 'description?': text, 'tags?': open(tag) })

// ---- Shapes of the JSON files -----------------------------------------------------------------------------

const lastShape = fields({ schema, last: natural })

const artifactUri = must(
  value =>
    typeof value === 'string' &&
    /^(?:\.\/model|(?:https|s3|gs|az|hf|release):)/.test(value) &&
    !climbs(value),
  'an address of an artifact',
)

const plainParam = must(
  value => value === null || ['string', 'number', 'boolean'].includes(typeof value),
  'text, a number, true, false or null',
)
const param: Check = (value, where, say) =>
  (Array.isArray(value) ? listOf(plainParam) : plainParam)(value, where, say)

const tensor = { name: text, datatype: text, shape: listOf(whole(-1)) }

const versionShape = fields({
  schema,
  version: natural,
  'created-at': time,
  'created-by': must(
    value => typeof value === 'string' && value !== '' && [...value].length <= 200,
    'of 1 to 200 characters',
  ),
  commit: gitId,
  tree: gitId,
  'pull-request?': natural,
  'run?': natural,
  artifact: fields({
    uri: artifactUri,
    sha256: digest,
    bytes: whole(0),
    format: oneOf(['onnx', 'opaque']),
    'kind?': anything,
    'runs-code-when-loaded?': oneOf([true]),
    'files?': anything,
    'opsets?': anything,
  }),
  'signature?': fields({
    inputs: listOf(fields({ ...tensor, 'columns?': anything })),
    outputs: listOf(fields(tensor)),
  }),
  data: listOf(fields({ role: text, uri: text, sha256: digest, 'rows?': number })),
  params: open(param),
  metrics: open(number),
})

/** What a piece of evidence is about beside the artifact, by its kind. */
const SUBJECTS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  evaluation: { data: digest },
  comparison: { data: digest, champion: digest },
  fairness: { data: digest, 'champion?': digest },
  latency: { data: digest, champion: digest },
  importance: { data: digest },
  size: {},
  data: { champion: digest },
  reproducibility: {},
  contract: { 'data?': digest },
  tests: {},
  custom: { 'data?': digest },
}

/** The page gives no order for what is inside, so the subject goes back as it came. */
const subjectOf =
  (kind: unknown): Check =>
  (value, where, say) => {
    fields({ artifact: digest, ...SUBJECTS[String(kind)] })(value, where, say)
    return value
  }

const evidenceShape: Check = (value, where, say) =>
  fields({
    schema,
    kind: oneOf(Object.keys(SUBJECTS)),
    subject: subjectOf(isMapping(value) ? value.kind : undefined),
    facts: must(isMapping, 'a mapping'),
    origin: must(isMapping, 'a mapping'),
  })(value, where, say)

function pointersShape(lifecycle: Lifecycle): Check {
  const places = lifecycle.stages.slice(1).map(stage => [`${stage}?`, listOf(natural, 1)] as const)
  return fields({ schema, stages: fields(Object.fromEntries(places)), aliases: open(natural, pointerName) })
}

const moved = open((value, where, say) => (value === null ? null : natural(value, where, say)), pointerName)
const request = { 'requested-by': text, 'requested-at': time, 'reason?': text, 'unapproved?': anything }
const judged: Record<string, Check> = {
  'judged-at': (value, where, say) => (value === 'terminal' ? value : natural(value, where, say)),
}
const head = { schema, kind: text, version: natural, from: pointerName, to: pointerName }
const gates = fields({ outcome: oneOf(['passed', 'failed', 'inconclusive']), 'policy-commit': gitId })
const change = { ...head, 'displaces?': natural, 'aliases?': moved, ...request }
const MOVES = new Map<unknown, Check>([
  ['promotion', fields({ ...change, evidence: listOf(digest), 'gates?': gates, ...judged })],
  ['rollback', fields({ ...change, ...judged })],
  ['archive', fields({ ...head, 'aliases?': moved, 'purged?': oneOf([true]), ...request, ...judged })],
  ['alias', fields({ schema, kind: text, aliases: moved, ...request, ...judged })],
])

const moveShape: Check = (value, where, say) => {
  const shape = isMapping(value) ? MOVES.get(value.kind) : undefined
  return (shape ?? must(() => false, 'a record of a known kind'))(value, where, say)
}

// ---- Reading bytes ----------------------------------------------------------------------------------------

function readText(content: Uint8Array, limit: number, say: Say): string | undefined {
  if (content.length > limit) {
    say(`it has more than ${limit} bytes.`)
    return undefined
  }
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
    if (decoded.startsWith('\ufeff')) say('it begins with a byte order mark.')
    if (decoded.includes('__proto__')) say('it has the text __proto__.')
    return decoded
  } catch {
    say('it is not UTF-8.')
    return undefined
  }
}

/** Undefined unless the value has the shape; whatever a reader throws becomes a sentence. */
function reading<T>(path: string, say: Say, read: (tell: Say) => unknown): T | undefined {
  let sound = true
  const tell = (fault: string) => {
    sound = false
    say(`${path}: ${fault}`)
  }
  try {
    const value = read(tell)
    return sound ? (value as T) : undefined
  } catch (thrown) {
    tell(`it cannot be read (${thrown instanceof Error ? thrown.name : 'unknown'}).`)
    return undefined
  }
}

function readJson<T>(file: CheckedFile, shape: Check, say: Say): T | undefined {
  return reading<T>(file.path, say, tell => {
    const source = readText(file.content, 2 ** 20, tell)
    if (source === undefined) return undefined
    const rebuilt = shape(JSON.parse(source), 'the record', tell)
    const due = `${JSON.stringify(rebuilt, null, 2)}\n`
    if (due !== source) tell('its bytes are not those that Modelyard writes.')
    return rebuilt
  })
}

function readYaml<T>(path: string, content: Uint8Array, shape: Check, say: Say): T | undefined {
  return reading<T>(path, say, tell => {
    const source = readText(content, 2 ** 16, tell)
    if (source === undefined) return undefined
    const refused = refusedSyntax(source)
    if (refused !== undefined) {
      tell(`it has ${refused}.`)
      return undefined
    }
    const documents = parseAllDocuments(source, { version: '1.2', uniqueKeys: true })
    if (documents.length > 1) tell('it has several documents.')
    const [document] = documents
    if (document === undefined) return shape({}, 'the file', tell)
    if (document.directives?.yaml.version !== '1.2') tell('it is not YAML 1.2.')
    for (const error of document.errors) tell(`it is not YAML (${error.code}).`)
    if (document.errors.length > 0) return undefined
    return shape(plain(document.toJS({ mapAsMap: true })) ?? {}, 'the file', tell)
  })
}

/** Looks at the tokens first, on a stack of its own: what makes a document of them is recursive. */
function refusedSyntax(source: string): string | undefined {
  const pending: { readonly token: object; readonly depth: number }[] = []
  for (const token of new Parser().parse(source)) pending.push({ token, depth: 0 })
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const type = 'type' in next.token ? String(next.token.type) : ''
    if (type === 'anchor' || type === 'alias' || type === 'tag')
      return `the syntax of an alias or a tag (${type})`
    const depth = next.depth + (['block-map', 'block-seq', 'flow-collection'].includes(type) ? 1 : 0)
    if (depth > 32) return 'more than 32 levels'
    for (const token of Object.values(next.token)) {
      if (typeof token === 'object' && token !== null) pending.push({ token, depth })
    }
  }
  return undefined
}

/** Objects for maps; `fromEntries` defines even a dangerous key as a plain one. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!(value instanceof Map)) return value
  return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]))
}

// ---- Versions ---------------------------------------------------------------------------------------------

/** What lies in each `versions/<n>/`, by number. */
function versionFolders(model: Folder): Map<number, Folder> {
  const folders = new Map<number, { path: string; files: Map<string, CheckedFile> }>()
  for (const [path, file] of model.files) {
    const [, digits, rest] = /^versions\/(0|[1-9][0-9]*)\/(.+)$/s.exec(path) ?? []
    if (digits === undefined || rest === undefined) continue
    const at = Number(digits)
    const folder = folders.get(at) ?? { path: `${model.path}/versions/${digits}`, files: new Map() }
    folder.files.set(rest, file)
    folders.set(at, folder)
  }
  return folders
}

function checkNumbers(model: Folder, versions: ReadonlySet<number>, say: Say): void {
  const file = model.files.get('versions/last.json')
  if (versions.has(0)) say(`${model.path}: version numbers are from 1.`)
  if (file === undefined) {
    if (versions.size > 0) say(`${model.path}: there are versions but no versions/last.json.`)
    return
  }
  const last = readJson<{ readonly last: number }>(file, lastShape, say)?.last
  if (last === undefined) return
  if ([...versions].some(version => version > last)) say(`${file.path}: a version is higher than ${last}.`)
  let missing = 1
  while (versions.has(missing)) missing += 1
  if (missing <= last) say(`${model.path}: version ${missing} is missing.`)
}

/** The page leaves open whether paths begin inside the folder and whether the last line ends: either will do. */
function digestsOf(local: string, files: ReadonlyMap<string, CheckedFile>): string[] {
  const single = files.get(local)
  if (single !== undefined) return [sha256(single.content)]
  const paths = [...files.keys()].sort(byCodeUnit)
  return [0, local.length + 1].flatMap(start => {
    const lines = paths.map(path => `${sha256(files.get(path)?.content ?? '')}  ${path.slice(start)}`)
    return [sha256(`${lines.join('\n')}\n`), sha256(lines.join('\n'))]
  })
}

function checkArtifact({ artifact }: Version, folder: Folder, purged: boolean, say: Say): void {
  const local = artifact.uri.startsWith('./') ? artifact.uri.slice(2).replace(/\/$/, '') : undefined
  const parts = new Map<string, CheckedFile>()
  for (const [path, file] of folder.files) {
    if (path === local || (local !== undefined && path.startsWith(`${local}/`))) parts.set(path, file)
    else if (path.startsWith('model')) say(`${file.path}: it is not the artifact of this version.`)
  }
  if (local === undefined) return
  if (purged || parts.size === 0) {
    if (purged && parts.size > 0) say(`${folder.path}: the artifact was purged and is still there.`)
    if (!purged && parts.size === 0) say(`${folder.path}: the artifact is missing.`)
    return
  }
  const bytes = parts.values().reduce((sum, file) => sum + file.content.length, 0)
  if (bytes !== artifact.bytes) say(`${folder.path}: the artifact has ${bytes} bytes, not ${artifact.bytes}.`)
  if (digestsOf(local, parts).includes(artifact.sha256)) return
  say(`${folder.path}: the artifact has not the SHA-256 ${artifact.sha256}.`)
}

const EVIDENCE = /^evidence\/([a-z]+(?:-[a-z]+)*)-([0-9a-f]{12})\.json$/

function checkEvidence(folder: Folder, version: Version | undefined, say: Say): void {
  for (const [path, file] of folder.files) {
    const [, kind, digits] = EVIDENCE.exec(path) ?? []
    if (kind === undefined || digits === undefined) continue
    if (!sha256(file.content).startsWith(digits)) say(`${file.path}: its name is not that of its bytes.`)
    if (!folder.files.has('version.json')) say(`${file.path}: it is evidence about no version.`)
    const evidence = readJson<Evidence>(file, evidenceShape, say)
    if (evidence === undefined) continue
    if (evidence.kind !== kind) say(`${file.path}: its kind is ${evidence.kind}.`)
    if (version !== undefined && evidence.subject.artifact !== version.artifact.sha256) {
      say(`${file.path}: its subject is not the artifact of this version.`)
    }
  }
}

function checkVersion(at: number, folder: Folder, purged: boolean, say: Say): void {
  const record = folder.files.get('version.json')
  const version = record && readJson<Version>(record, versionShape, say)
  if (version !== undefined) {
    if (version.version !== at) say(`${folder.path}/version.json: its number is ${version.version}.`)
    checkArtifact(version, folder, purged, say)
  }
  checkEvidence(folder, version, say)
  const notes = folder.files.get('notes.yaml')
  if (notes !== undefined) readYaml(notes.path, notes.content, notesShape, say)
}

// ---- Records and pointers ---------------------------------------------------------------------------------

/** The records in order; not complete where one is missing or broken, for then nothing follows from them. */
function readMoves(model: Folder, say: Say): { readonly moves: Move[]; readonly complete: boolean } {
  const numbered = new Map<number, CheckedFile>()
  for (const [path, file] of model.files) {
    const [, digits] = /^promotions\/(0|[1-9][0-9]*)\.json$/.exec(path) ?? []
    if (digits !== undefined) numbered.set(Number(digits), file)
  }
  const inOrder = [...numbered].sort(([a], [b]) => a - b)
  const gap = inOrder.some(([at], index) => at !== index + 1)
  if (gap) say(`${model.path}: the records are not numbered from 1 without a gap.`)
  const read = inOrder.map(([, file]) => readJson<Move>(file, moveShape, say))
  const moves = read.filter(move => move !== undefined)
  return { moves, complete: !gap && moves.length === read.length }
}

/** Where versions stand while the records are folded. */
class Yard {
  readonly #life: Lifecycle
  readonly #stages = new Map<string, number[]>()
  readonly #aliases = new Map<string, number>()

  constructor(life: Lifecycle) {
    this.#life = life
  }

  stageOf(version: number): string {
    const found = [...this.#stages].find(([, versions]) => versions.includes(version))
    return found?.[0] ?? this.#life.first
  }

  put(version: number, to: string): void {
    const before = this.#stages.get(this.stageOf(version))
    before?.splice(before.indexOf(version), 1)
    if (to === this.#life.first) return
    const arrived = [...(this.#stages.get(to) ?? []), version]
    this.#stages.set(to, to === this.#life.archive ? arrived.sort((a, b) => a - b) : arrived)
  }

  apply({ version, to, displaces, aliases }: Move): void {
    if (displaces !== undefined) this.put(displaces, this.#life.archive)
    if (version !== undefined && to !== undefined) this.put(version, to)
    for (const [alias, named] of Object.entries(aliases ?? {})) {
      if (named === null) this.#aliases.delete(alias)
      else this.#aliases.set(alias, named)
    }
  }

  pointers(): Pointers {
    const stages = this.#life.stages.map(stage => [stage, this.#stages.get(stage) ?? []] as const)
    return {
      stages: Object.fromEntries(stages.filter(([, versions]) => versions.length > 0)),
      aliases: Object.fromEntries([...this.#aliases].sort(([a], [b]) => byCodeUnit(a, b))),
    }
  }
}

type Versions = ReadonlyMap<number, Folder>

/** Folds the records, and says where one does not follow from those before it. */
function replay(moves: readonly Move[], versions: Versions, life: Lifecycle, say: Say): Pointers {
  const yard = new Yard(life)
  const passed = new Set<string>()
  for (const [index, move] of moves.entries()) {
    const tell = (fault: string) => say(`record ${index + 1}: ${fault}`)
    const { kind, version, from, to, displaces } = move
    for (const named of [version, displaces, ...Object.values(move.aliases ?? {})]) {
      if (typeof named === 'number' && !versions.has(named)) tell(`there is no version ${named}.`)
    }
    if (version !== undefined && from !== undefined && to !== undefined) {
      const [stands, goal] = [yard.stageOf(version), `${version} ${to}`]
      const stray = displaces !== undefined && yard.stageOf(displaces) !== to
      for (const stage of [from, to]) if (!life.stages.includes(stage)) tell(`${stage} is no stage.`)
      if (stands !== from) tell(`version ${version} stands in ${stands}, not in ${from}.`)
      if (stray) tell(`version ${displaces} does not stand in ${to}.`)
      if (kind === 'archive' && to !== life.archive) tell(`${to} is not the archive.`)
      if (kind === 'rollback' && !passed.has(goal)) tell(`version ${version} never passed for ${to}.`)
      if (kind === 'promotion' && move.gates?.outcome === 'passed') passed.add(goal)
      checkNamedEvidence(move.evidence ?? [], versions.get(version), tell)
    }
    yard.apply(move)
  }
  return yard.pointers()
}

function checkNamedEvidence(named: readonly string[], folder: Folder | undefined, tell: Say): void {
  const kept = new Set<string>()
  for (const [path, file] of folder?.files ?? []) {
    if (EVIDENCE.test(path)) kept.add(sha256(file.content))
  }
  for (const digits of named) if (!kept.has(digits)) tell(`its evidence ${digits} is missing.`)
}

function checkPointers(pointers: Pointers, versions: Versions, life: Lifecycle, say: Say): void {
  const standing = Object.values(pointers.stages).flat()
  const archived = own(pointers.stages, life.archive) ?? []
  for (const version of new Set([...standing, ...Object.values(pointers.aliases)])) {
    if (!versions.has(version)) say(`there is no version ${version}.`)
  }
  if (new Set(standing).size < standing.length) say('a version stands in two places.')
  if (archived.some((version, at) => version < (archived[at - 1] ?? 0))) say('the archive is not sorted.')
  for (const [alias, version] of Object.entries(pointers.aliases)) {
    if (archived.includes(version)) say(`the alias ${alias} names an archived version.`)
    if (life.stages.includes(alias)) say(`the alias ${alias} has the name of a stage.`)
  }
}

/** What the model's own file asks of the pointers. */
function checkAgainstModel(pointers: Pointers, model: ModelFile, life: Lifecycle, say: Say): void {
  for (const stage of life.held) {
    const policies = [own(model.policy, stage), own(life.floors, stage)]
    const limits = policies.map(policy => policy?.['max-versions']).filter(limit => limit !== undefined)
    const most = limits.length > 0 ? Math.min(...limits) : 1
    if ((own(pointers.stages, stage) ?? []).length > most) say(`${stage} holds more than ${most}.`)
  }
  const [penultimate, last] = [life.held.at(-2), life.held.at(-1)]
  const usual = [
    ['champion', last],
    ['challenger', penultimate],
  ].filter(([, stage]) => stage !== undefined)
  for (const [alias, stage] of Object.entries(
    model.aliases ?? (Object.fromEntries(usual) as Record<string, string>),
  )) {
    if (!life.held.includes(stage) || life.stages.includes(alias)) continue
    const due = own(pointers.stages, stage)?.at(-1)
    const named = own(pointers.aliases, alias)
    if (named !== due) say(`the tied alias ${alias} names ${named ?? 'nothing'}, not ${due ?? 'nothing'}.`)
  }
}

// ---- Models and the registry ------------------------------------------------------------------------------

function checkModel(model: Folder, life: Lifecycle, say: Say): void {
  const yaml = model.files.get('model.yaml')
  const described = yaml && readYaml<ModelFile>(yaml.path, yaml.content, modelShape(life), say)
  const folders = versionFolders(model)
  const versions = new Map([...folders].filter(([, folder]) => folder.files.has('version.json')))
  checkNumbers(model, new Set(versions.keys()), say)
  const { moves, complete } = readMoves(model, say)
  const purged = new Set(moves.filter(move => move.purged).map(move => move.version))
  for (const [at, folder] of folders) checkVersion(at, folder, purged.has(at), say)

  const tell = (fault: string) => say(`${model.path}/stages.json: ${fault}`)
  const file = model.files.get('stages.json')
  const pointers = file && readJson<Pointers>(file, pointersShape(life), say)
  if (pointers !== undefined) {
    checkPointers(pointers, versions, life, tell)
    if (described !== undefined) checkAgainstModel(pointers, described, life, tell)
  }
  if (!complete) return
  const due = replay(moves, versions, life, fault => say(`${model.path}/promotions: ${fault}`))
  const folded = JSON.stringify([due.stages, due.aliases])
  if (file !== undefined && moves.length === 0) tell('it is there without a record.')
  else if (file === undefined && folded !== '[{},{}]') tell('it is missing.')
  else if (pointers !== undefined && JSON.stringify([pointers.stages, pointers.aliases]) !== folded) {
    tell('it is not the fold of the records.')
  }
}

function readLifecycle(content: Uint8Array, say: Say): Lifecycle {
  const config = readYaml<Config>('.github/modelyard.yml', content, configShape, say) ?? {}
  const stages = config.lifecycle?.stages ?? DEFAULT_STAGES
  const transitions = Object.entries(config.lifecycle?.transitions ?? {}).flat(2)
  for (const stage of [...transitions, ...Object.keys(config.floors ?? {})]) {
    if (!stages.includes(stage)) say(`.github/modelyard.yml: ${stage} is no stage.`)
  }
  return {
    stages,
    first: stages[0] ?? '',
    held: stages.slice(1, -1),
    archive: stages.at(-1) ?? '',
    floors: config.floors ?? {},
  }
}

/** The models' folders; on the way, what no place in the registry may have. */
function modelFolders(root: string, files: readonly CheckedFile[], say: Say): Folder[] {
  const base = root.replace(/^(?:\.\/)+|\/+$/g, '')
  const prefix = base === '' || base === '.' ? '' : `${base}/`
  const models = new Map<string, { path: string; files: Map<string, CheckedFile> }>()
  for (const file of files) {
    if (file.kind !== 'file') {
      // A link in place of the root or of a folder above it hides the whole registry.
      const touches = file.path.startsWith(prefix) || prefix.startsWith(`${file.path}/`)
      if (touches) say(`${file.path}: it is a ${file.kind}.`)
    }
    if (!file.path.startsWith(`${prefix}models/`)) continue
    const [, name, rest] = /^models\/([^/]+)\/(.+)$/s.exec(file.path.slice(prefix.length)) ?? []
    if (name === undefined || rest === undefined) continue
    const model = models.get(name) ?? { path: `${prefix}models/${name}`, files: new Map() }
    if (file.kind === 'file') model.files.set(rest, file)
    models.set(name, model)
  }
  for (const [name, { path }] of models) if (!isModelName(name)) say(`${path}: its name is not a model's.`)
  return [...models.values()]
}

/**
 * Sentences on what is broken (errors only, no warnings); empty when the registry is sound. `root` is the
 * registry's folder, e.g. 'registry-data'; `config` the bytes of .github/modelyard.yml.
 */
export function checkRegistry(root: string, config: Uint8Array, files: readonly CheckedFile[]): string[] {
  const faults: string[] = []
  const say = (fault: string) => {
    faults.push(fault)
  }
  try {
    const lifecycle = readLifecycle(config, say)
    for (const model of modelFolders(root, files, say)) checkModel(model, lifecycle, say)
  } catch (thrown) {
    say(`The registry could not be checked: ${thrown instanceof Error ? thrown.message : 'unknown'}.`)
  }
  return faults
}
