import type { Result } from '../src/domain/results/index.ts'
import { CHANGE } from './change-outputs.ts'
import { ALERTS, PERFORMANCE, SERVICE_LEVELS } from './monitoring-outputs.ts'
import type { Kind, Measured, Output, OutputsOf, Value } from './output.ts'
import { RETRAINING } from './retraining-outputs.ts'

/** Of every Action, before its own. The door itself writes the file that the last of them names. */
export const RESULT_FILE = 'result-file'
const OF_ALL: Readonly<Record<string, Output>> = {
  outcome: {
    type: 'text',
    description: '`passed`, `failed` or `inconclusive`; empty where nothing was judged.',
    of: result => ('outcome' in result ? result.outcome : undefined),
  },
}

/** Of every measurement. */
const EVIDENCE = {
  type: 'text',
  description: 'JSON list of the files with what was measured, from the root of the repository.',
} as const
const pathsOf = ({ evidence }: { readonly evidence: readonly { readonly path: string }[] }) =>
  JSON.stringify(evidence.map(({ path }) => path))

const ratioOf = (quantile: 'p50' | 'p95' | 'p99'): Output<Extract<Result, { kind: 'latency' }>> => ({
  type: 'number',
  description: `The ${quantile} of the challenger's times by that of the champion's.`,
  of: ({ facts }) => facts.quantiles[quantile].ratio.value,
})

type Touched = NonNullable<Extract<Result, { kind: 'validation' }>['touched']>

const touchedModels = (
  key: Exclude<keyof Touched, 'registry-alone' | 'app'>,
  description: string,
): Output<Extract<Result, { kind: 'validation' }>> => ({
  type: 'text',
  description,
  of: ({ touched }) => JSON.stringify(touched?.[key] ?? []),
})

/** By the kind of result: the few facts that a workflow decides by. The rest is in the file. */
const OF_KIND: { readonly [K in Kind]?: OutputsOf<K> } = {
  validation: {
    errors: {
      type: 'integer',
      description: 'How many errors were found.',
      of: ({ problems }) => problems.filter(({ severity }) => severity === 'error').length,
    },
    warnings: {
      type: 'integer',
      description: 'How many warnings were found.',
      of: ({ problems }) => problems.filter(({ severity }) => severity === 'warning').length,
    },
    governed: {
      type: 'boolean',
      description: 'Whether anything changes that judges, so that approvals are needed.',
      of: ({ governed }) => governed.length > 0,
    },
    models: touchedModels(
      'models',
      'JSON list of the models whose training code or model.yaml changed: a matrix for the jobs that follow.',
    ),
    lint: touchedModels('lint', 'JSON list of those of `models` that declare `lint`.'),
    test: touchedModels('test', 'JSON list of those of `models` that declare `test`.'),
    train: touchedModels('train', 'JSON list of those of `models` that declare `train`.'),
    predict: touchedModels('predict', 'JSON list of those of `models` that declare `predict`.'),
    serve: touchedModels('serve', 'JSON list of those of `models` that declare `serve`.'),
    contract: touchedModels(
      'contract',
      'JSON list of those of `models` that declare `train`, and `serve` or a gate that asks for the contract.',
    ),
    served: touchedModels(
      'served',
      'JSON list of those of `models` that declare `train` and have a champion.',
    ),
    compared: touchedModels(
      'compared',
      'JSON list of those of `served`, and of others that declare `train` here and at the base, which can be compared on a sample.',
    ),
    'fails-on-worse': touchedModels(
      'fails-on-worse',
      'JSON list of those of `compared` whose `preview` at the base says `fail-on: worse`.',
    ),
    candidates: {
      type: 'text',
      description: 'With `candidates`: JSON list of the models that a first promotion is due for.',
      of: ({ candidates = [] }) => JSON.stringify(candidates.map(({ model }) => model)),
    },
    untrained: {
      type: 'text',
      description: 'JSON list of those of `candidates` that have to be trained.',
      of: ({ candidates = [] }) =>
        JSON.stringify(candidates.filter(({ version }) => version === undefined).map(({ model }) => model)),
    },
    monitored: {
      type: 'text',
      description: 'With `monitored`: JSON list of the models that say what production saw.',
      of: ({ monitored = [] }) => JSON.stringify(monitored.map(({ model }) => model)),
    },
    looks: {
      type: 'text',
      description: 'With `monitored`: JSON object of them, each with the list of what can be looked at.',
      of: ({ monitored = [] }) =>
        JSON.stringify(Object.fromEntries(monitored.map(({ model, looks }) => [model, looks]))),
    },
    brought: {
      type: 'text',
      description: 'JSON object of the others: the version to promote, by the model.',
      of: ({ candidates = [] }) =>
        JSON.stringify(
          Object.fromEntries(
            candidates.flatMap(({ model, version }) => (version === undefined ? [] : [[model, version]])),
          ),
        ),
    },
    serving: {
      type: 'text',
      description: 'JSON list of those of `candidates` that declare `serve`.',
      of: ({ candidates = [] }) =>
        JSON.stringify(candidates.filter(({ serves }) => serves).map(({ model }) => model)),
    },
    app: {
      type: 'boolean',
      description: 'Whether the base leaves comments and proposals to the GitHub App.',
      of: ({ touched }) => touched?.app ?? false,
    },
    'registry-alone': {
      type: 'boolean',
      description: 'Whether nothing outside the registry changed.',
      of: ({ touched }) => touched?.['registry-alone'] ?? false,
    },
  },
  report: {
    shown: {
      type: 'text',
      description: '`comment`; `summary` where no comment could be written, which is no failure.',
      of: ({ shown }) => shown,
    },
    change: {
      type: 'text',
      description: 'What became of the comment: `created`, `updated`, `unchanged`, `superseded` or `none`.',
      of: ({ change }) => change,
    },
    'comment-id': { type: 'integer', description: 'The comment.', of: ({ comment }) => comment?.id },
    'comment-url': { type: 'text', description: 'Where it is read.', of: ({ comment }) => comment?.url },
  },
  sample: {
    path: { type: 'text', description: 'The file with the sample.', of: ({ path }) => path },
    rows: { type: 'integer', description: 'How many rows it has.', of: ({ rows }) => rows },
    digest: {
      type: 'text',
      description: 'Its SHA-256: the same on every machine.',
      of: ({ sha256 }) => sha256,
    },
  },
  run: {
    out: { type: 'text', description: 'The folder that keeps what it made.', of: ({ out }) => out },
    seconds: {
      type: 'text',
      description: 'How long the command ran, in seconds.',
      of: ({ command }) => command.seconds,
    },
    artifact: {
      type: 'text',
      description: 'Of `train`: the SHA-256 of the model; empty where it left none.',
      of: ({ command, made }) =>
        command.step === 'train' ? made.find(({ name }) => /^model(?:\.|$)/.test(name))?.sha256 : undefined,
    },
    why: { type: 'text', description: 'Why it failed; empty where it passed.', of: ({ why }) => why },
  },
  'test-report': {
    passed: { type: 'integer', description: 'How many tests passed.', of: ({ facts }) => facts.passed },
    failed: {
      type: 'integer',
      description: 'How many failed or broke off.',
      of: ({ facts }) => facts.failed + facts.errors,
    },
    skipped: { type: 'integer', description: 'How many were skipped.', of: ({ facts }) => facts.skipped },
    evidence: { ...EVIDENCE, of: pathsOf },
  },
  registration: {
    version: {
      type: 'integer',
      description: 'The number of the version, registered or about to be.',
      of: ({ record }) => record?.version,
    },
    ...CHANGE,
  },
  move: CHANGE,
  seal: {
    sealed: {
      type: 'text',
      description: 'JSON list of what was sealed, such as `["churn/7"]`.',
      of: ({ sealed }) => JSON.stringify(sealed.map(({ model, record }) => `${model}/${record}`)),
    },
    waiting: {
      type: 'integer',
      description: 'How many are left for the next run.',
      of: ({ waiting }) => waiting,
    },
    alarms: {
      type: 'integer',
      description: 'How many of them did not hold.',
      of: ({ sealed }) => sealed.filter(({ outcome }) => outcome === 'failed').length,
    },
  },
  conclusion: {
    description: {
      type: 'text',
      description: 'What the commit status says.',
      of: ({ description }) => description,
    },
    sha: {
      type: 'text',
      description: 'The commit that was marked; empty where none was.',
      of: ({ sha }) => sha,
    },
    app: {
      type: 'boolean',
      description: 'With `run`: whether the base leaves comments to the GitHub App.',
      of: ({ app }) => app ?? false,
    },
  },
  gates: {
    model: { type: 'text', description: 'The model.', of: ({ model }) => model },
    version: { type: 'integer', description: 'The version that was judged.', of: of => of.version.version },
    artifact: { type: 'text', description: 'The SHA-256 of its artifact.', of: of => of.version.artifact },
    stage: { type: 'text', description: 'The stage whose policy judged.', of: ({ stage }) => stage },
    'asks-for': {
      type: 'text',
      description: 'JSON list of the kinds of evidence that the gates read for this version.',
      of: of => JSON.stringify(of['asks-for']),
    },
    'by-rule': {
      type: 'boolean',
      description:
        'Whether a rule chooses the rows that judge, so that those of another time can be looked at.',
      of: ({ data }) => data?.time !== undefined,
    },
    serves: {
      type: 'boolean',
      description: 'Whether its model.yaml declares `serve`, so that its endpoint can be asked.',
      of: ({ serves }) => serves === true,
    },
    champion: {
      type: 'integer',
      description: 'The version that serves; empty where none does.',
      of: ({ champion }) => champion?.version,
    },
  },
  performance: PERFORMANCE,
  drift: {
    model: { type: 'text', description: 'The model.', of: ({ model }) => model },
    drifted: {
      type: 'text',
      description: 'JSON list of the features that drifted in this run.',
      of: ({ features }) =>
        JSON.stringify(features.flatMap(({ feature, status }) => (status === 'drift' ? [feature] : []))),
    },
    evidence: { ...EVIDENCE, of: pathsOf },
  },
  retraining: RETRAINING,
  'service-levels': SERVICE_LEVELS,
  alerts: ALERTS,
  evaluation: {
    model: { type: 'text', description: 'The model.', of: ({ model }) => model },
    version: { type: 'integer', description: 'The version that was scored.', of: of => of.version.version },
    artifact: { type: 'text', description: 'The SHA-256 of its artifact.', of: of => of.version.artifact },
    metric: { type: 'text', description: 'The primary metric.', of: of => of['primary-metric'] },
    value: {
      type: 'number',
      description: 'Its value; empty where these rows give none.',
      of: ({ facts, 'primary-metric': name }) => metricOf(facts, name),
    },
    rows: { type: 'integer', description: 'Rows that were scored.', of: ({ facts }) => facts.rows },
    floors: {
      type: 'text',
      description:
        '`passed`, `failed` or `inconclusive` by the floors of the next stage; empty beside a champion.',
      of: ({ gates }) => gates?.outcome,
    },
    evidence: { ...EVIDENCE, of: pathsOf },
  },
  comparison: {
    model: {
      type: 'text',
      description: 'The model; empty where two files were compared.',
      of: of => of.model,
    },
    champion: { type: 'integer', description: 'The version that serves.', of: of => of.champion.version },
    challenger: {
      type: 'integer',
      description: 'The version that asks to replace it.',
      of: of => of.challenger.version,
    },
    artifact: {
      type: 'text',
      description: "The SHA-256 of the challenger's artifact.",
      of: of => of.challenger.artifact,
    },
    verdict: {
      type: 'text',
      description: 'On the primary metric: `better`, `not-worse`, `worse` or `inconclusive`.',
      of: ({ verdict }) => verdict,
    },
    metric: { type: 'text', description: 'The primary metric.', of: of => of['primary-metric'] },
    'champion-value': {
      type: 'number',
      description: 'Its value for the champion; empty where these rows give none.',
      of: of => metricOf(of['champion-evaluation'], of['primary-metric']),
    },
    'challenger-value': {
      type: 'number',
      description: 'Its value for the challenger; empty where these rows give none.',
      of: of => metricOf(of['challenger-evaluation'], of['primary-metric']),
    },
    stage: {
      type: 'text',
      description: 'The stage whose policy judged; empty where none did.',
      of: of => of['judged-for'],
    },
    evidence: { ...EVIDENCE, of: pathsOf },
  },
  latency: {
    model: { type: 'text', description: 'The model.', of: ({ model }) => model },
    champion: { type: 'integer', description: 'The version that serves.', of: of => of.champion.version },
    challenger: {
      type: 'integer',
      description: 'The version that asks to replace it.',
      of: of => of.challenger.version,
    },
    'p50-ratio': ratioOf('p50'),
    'p95-ratio': ratioOf('p95'),
    'p99-ratio': ratioOf('p99'),
    noisy: {
      type: 'boolean',
      description: 'Whether the champion differs from itself so much that the machine is too noisy.',
      of: ({ noisy }) => noisy.length > 0,
    },
    evidence: { ...EVIDENCE, of: pathsOf },
  },
  contract: {
    model: { type: 'text', description: 'The model.', of: ({ model }) => model },
    version: { type: 'integer', description: 'The version that was tried.', of: of => of.version.version },
    artifact: { type: 'text', description: 'The SHA-256 of its artifact.', of: of => of.version.artifact },
    broken: {
      type: 'integer',
      description: 'How many promises were broken.',
      of: ({ facts }) => facts.checks.filter(({ outcome }) => outcome === 'broken').length,
    },
    evidence: { ...EVIDENCE, of: pathsOf },
  },
  reproduction: {
    model: { type: 'text', description: 'The model.', of: ({ model }) => model },
    version: {
      type: 'integer',
      description: 'The version that was trained again.',
      of: of => of.version.version,
    },
    artifact: { type: 'text', description: 'The SHA-256 of its artifact.', of: of => of.version.artifact },
    finding: {
      type: 'text',
      description: '`same-bytes`, `same-predictions` or `different`; empty where nothing was found out.',
      of: ({ facts }) => facts?.finding,
    },
    evidence: { ...EVIDENCE, of: pathsOf },
  },
}

/** A metric's value, of ours or of the user's own. */
function metricOf(facts: Measured | undefined, name: string): number | undefined {
  const metrics: Readonly<Record<string, number>> = facts?.metrics ?? {}
  return metrics[name] ?? facts?.['own-metrics']?.[name]?.value
}

/** The outputs of a command that answers with these kinds of result, by name. */
export function outputsOfKinds(
  kinds: readonly Kind[],
): Readonly<Record<string, Pick<Output, 'type' | 'description'>>> {
  return {
    ...OF_ALL,
    [RESULT_FILE]: { type: 'text', description: 'The file with the whole answer, one JSON document.' },
    ...Object.assign({}, ...kinds.map(kind => OF_KIND[kind] ?? {})),
  }
}

/** The values of a result's outputs as text, by name; undefined where it has none. */
export function outputsOf(result: Result): Readonly<Record<string, string | undefined>> {
  const own = (OF_KIND[result.kind] ?? {}) as OutputsOf<Kind>
  const values = Object.entries({ ...OF_ALL, ...own }).map(([name, { of }]): [string, Value] => [
    name,
    of(result as never),
  ])
  return Object.fromEntries(
    values.map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  )
}
