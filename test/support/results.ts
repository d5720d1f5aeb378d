import type { Curves } from '../../src/domain/evidence/evaluation.ts'
import type { Fairness } from '../../src/domain/evidence/fairness.ts'
import type { Latency } from '../../src/domain/evidence/latency.ts'
import type { Importance } from '../../src/domain/evidence/other-kinds.ts'
import type { Result } from '../../src/domain/results/index.ts'
import { commitId, DATA, digest, versionRecord } from './models.ts'

const COMMIT = commitId('5')
const POINTERS = {
  schema: 1,
  stages: { staging: [3], production: [2], archived: [1] },
  aliases: { challenger: 3, champion: 2 },
} as const

const CHAMPION = { version: 2, artifact: digest('2'), aliases: ['champion'] }
const CHALLENGER = { version: 3, artifact: digest('3'), aliases: ['challenger'] }
const SETTING = { task: 'binary-classification', rows: 1409, target: 'churn' } as const

const MEASURED = {
  model: 'churn',
  commit: COMMIT,
  data: { uri: 'data/test.csv', sha256: DATA, pinned: true },
  engine: 'onnxruntime-node 1.30.0',
  seconds: 0.8,
  evidence: [{ path: 'evidence/churn/3/evaluation.json', digest: digest('e'), is: 'new' as const }],
  remarks: ['the model file names no classes; they were taken from the data'],
}

const interval = (low: number, high: number) => ({ low, high, level: 0.95, method: 'delong' as const })

/** Gates that came out in every way that they can. */
const GATES = {
  outcome: 'failed',
  gates: [
    {
      gate: 'metric-limit',
      about: 'roc-auc',
      source: 'floor',
      outcome: 'passed',
      observed: { value: 0.8462 },
      wanted: { is: 'at-least', value: 0.75 },
      reason: 'at least what is wanted',
      evidence: digest('e'),
    },
    {
      gate: 'not-worse',
      about: 'roc-auc',
      source: 'model',
      outcome: 'inconclusive',
      observed: { value: -0.002, low: -0.0241, high: 0.0201 },
      wanted: { is: 'above', value: -0.02 },
      reason: 'the interval holds the margin',
      next: 'more evaluation rows would settle it',
    },
    {
      gate: 'metric-limit',
      about: 'log-loss',
      source: 'model',
      outcome: 'failed',
      observed: { value: 0.512 },
      wanted: { is: 'at-most', value: 0.5 },
      reason: 'more than what is wanted',
      next: 'a better version',
    },
    {
      gate: 'not-worse',
      about: 'log-loss',
      source: 'model',
      outcome: 'left-out',
      wanted: { is: 'above', value: 0 },
      reason: 'there is no champion to compare with',
    },
  ],
  remarks: [{ message: 'the policy has no approvals', next: 'add `approvals` to it' }],
} satisfies Extract<Result, { kind: 'comparison' }>['gates']

const RECORD = versionRecord(3, {
  artifact: {
    uri: 's3://models/churn/3.pkl',
    sha256: digest('3'),
    bytes: 1_204_311,
    format: 'opaque',
    kind: 'pickle',
    'runs-code-when-loaded': true,
  },
  signature: {
    inputs: [
      { name: 'tenure', datatype: 'FP32', shape: [-1, 1] },
      { name: 'contract', datatype: 'BYTES', shape: [-1, 1] },
    ],
    outputs: [{ name: 'label', datatype: 'BYTES', shape: [-1] }],
  },
  data: [{ role: 'train', uri: 'data/train.csv', sha256: digest('a'), rows: 5634 }],
  params: { learning_rate: 0.1, 'max depth': 4, booster: 'gbtree' },
  metrics: { 'roc-auc': 0.8461, 'my metric': 12 },
})

const CURVES = {
  roc: [
    [0, 0],
    [0.1, 0.4],
    [0.4, 0.8],
    [1, 1],
  ],
  'precision-recall': [
    [0, 1],
    [0.5, 0.6],
    [1, 0.26],
  ],
  calibration: [
    { rows: 700, predicted: 0.1, observed: 0.12 },
    { rows: 709, predicted: 0.6, observed: 0.55 },
  ],
  residuals: [
    [0, -3.5],
    [0.5, 0.1],
    [1, 4],
  ],
} satisfies Curves

const IMPORTANCE = {
  metric: 'roc-auc',
  rows: 1409,
  repeats: 5,
  seed: 0,
  features: [
    { column: 'tenure', loss: 0.021, low: 0.012, high: 0.03 },
    { column: 'monthly charges', loss: 0.05, low: 0.04, high: 0.06 },
  ],
} satisfies Importance

const rates = (selected: number, found: number, wrong: number) => ({
  'selection-rate': selected,
  'true-positive-rate': found,
  'false-positive-rate': wrong,
})

const FAIRNESS = {
  ...SETTING,
  'least-rows': 20,
  columns: [
    {
      column: 'female',
      groups: [
        {
          value: '0',
          rows: 700,
          positives: 180,
          status: 'judged',
          challenger: rates(0.22, 0.53, 0.11),
          champion: rates(0.21, 0.52, 0.1),
        },
        {
          value: '1',
          rows: 704,
          positives: 192,
          status: 'judged',
          challenger: rates(0.1, 0.04, 0.02),
          champion: rates(0.22, 0.5, 0.11),
        },
        {
          value: '',
          rows: 5,
          positives: 0,
          status: 'insufficient-data',
          challenger: { 'selection-rate': 0.2 },
        },
      ],
      measures: [
        {
          measure: 'equal-opportunity-difference',
          challenger: { value: 0.49, low: 0.41, high: 0.57 },
          champion: { value: 0.02, low: 0, high: 0.11 },
          change: { value: 0.47, low: 0.36, high: 0.58 },
        },
        { measure: 'demographic-parity-ratio', challenger: { value: 0.45, low: 0.3, high: 0.6 } },
      ],
    },
    { column: 'region', groups: [], measures: [] },
  ],
} satisfies Fairness

const ratio = (value: number) => ({ value, low: value - 0.02, high: value + 0.02 })
const timed = (champion: number, challenger: number) => ({
  'champion-ms': champion,
  'challenger-ms': challenger,
  ratio: ratio(challenger / champion),
})
const LATENCY = {
  'rows-per-request': 1,
  pairs: 2000,
  'warm-up': 200,
  blocks: 20,
  seed: 0,
  'same-against-same': { p50: ratio(1), p95: ratio(1.01), p99: ratio(0.97) },
  quantiles: { p50: timed(0.24, 0.26), p95: timed(0.42, 0.45), p99: timed(12.5, 1204) },
} satisfies Latency

/** A short result of every kind, with something of everything that it can hold. */
export const RESULTS: { readonly [K in Result['kind']]: Extract<Result, { kind: K }> } = {
  initialization: {
    kind: 'initialization',
    model: 'churn',
    seen: ['data: data/train.csv, data/test.csv', 'an `mlruns` folder that could be imported'],
    decided: [
      { what: 'target', value: 'churn', because: 'the last column' },
      { what: 'positive class', value: 'Yes', because: 'guessed; please check' },
    ],
    files: [
      { path: '.github/modelyard.yml', change: 'kept' },
      { path: 'registry-data/models/churn/model.yaml', change: 'added' },
    ],
    next: ['commit them: git add -A && git commit', 'read the guide'],
  },
  validation: {
    kind: 'validation',
    outcome: 'failed',
    judged: 'commit 5555555 against 4444444',
    base: commitId('4'),
    head: COMMIT,
    checked: { models: 1, versions: 3, records: 4, files: 1017 },
    problems: [
      {
        severity: 'error',
        code: 'bad-file',
        place: { path: 'registry-data/models/churn/model.yaml', line: 3, column: 7 },
        message: '`polcy` is no key of model.yaml',
        next: 'did you mean `policy`?',
      },
      {
        severity: 'warning',
        code: 'bad-file',
        place: { path: 'registry-data/models/churn/versions/1/notes.yaml' },
        message: 'the tag `team` is empty',
        next: 'fill it or take it out',
      },
    ],
    governed: [
      {
        path: 'registry-data/models/churn/model.yaml',
        why: 'the policy changes',
        models: ['churn'],
        rules: [{ required: 1, from: ['@acme/leads'], 'not-author': true, source: 'model' }],
      },
    ],
    remarks: ['the clone is shallow: reuse of numbers was not looked at'],
  },
  registration: {
    kind: 'registration',
    model: 'churn',
    record: RECORD,
    export: ['from skl2onnx import to_onnx', 'onnx = to_onnx(model, X[:1])'],
    status: 'branched',
    reasons: [],
    files: [{ path: 'registry-data/models/churn/versions/3/version.json', change: 'added' }],
    branch: 'modelyard/churn/register-333333333333',
    commit: COMMIT,
    committer: { name: 'Ada Lovelace', email: 'ada@example.com', source: 'user.name in .git/config' },
    remarks: ['the artifact stays unopened'],
    next: ['open a pull request: git push -u origin modelyard/churn/register-333333333333'],
  },
  'model-list': {
    kind: 'model-list',
    commit: COMMIT,
    models: [
      {
        model: 'churn',
        task: 'binary-classification',
        versions: 3,
        aliases: POINTERS.aliases,
        stages: { staging: [3], production: [2], archived: [1] },
      },
      { model: 'demand', task: 'regression', versions: 1012, aliases: {}, stages: {} },
    ],
  },
  model: {
    kind: 'model',
    commit: COMMIT,
    model: 'churn',
    description: 'Which customers are about to leave.',
    task: 'binary-classification',
    target: 'churn',
    'primary-metric': 'roc-auc',
    pointers: { schema: 1, stages: { staging: [3], production: [2] }, aliases: { champion: 2 } },
    records: 4,
    'pointers-agree': false,
    versions: [
      {
        version: 3,
        stage: 'staging',
        aliases: [],
        'created-at': '2026-11-20T09:12:44Z',
        'created-by': 'Ada',
        metric: 0.8462,
        'metric-is': 'evaluated',
      },
      {
        version: 2,
        stage: 'production',
        aliases: ['champion'],
        'created-at': '2026-10-20T09:12:44Z',
        'created-by': 'Grace',
      },
    ],
    'versions-in-all': 3,
  },
  version: {
    kind: 'version',
    commit: COMMIT,
    model: 'churn',
    stage: 'staging',
    aliases: ['challenger'],
    purged: true,
    record: RECORD,
    notes: { description: 'Trained on October.', tags: { team: 'fraud', reviewed: true } },
    evidence: [
      {
        kind: 'comparison',
        digest: digest('c'),
        data: DATA,
        champion: digest('2'),
        rows: 1409,
        metrics: { 'roc-auc': -0.0021, 'log-loss': 0.0004 },
        'measured-at': '2026-11-21T10:00:00Z',
      },
    ],
    promotions: [{ record: 4, kind: 'promotion', text: 'development → staging', at: '2026-11-21T10:02:11Z' }],
  },
  search: {
    kind: 'search',
    commit: COMMIT,
    filter: 'metrics.roc-auc > 0.8',
    columns: ['metrics.roc-auc', 'tags.team'],
    found: 12,
    searched: 1012,
    versions: [
      {
        model: 'churn',
        version: 3,
        stage: 'staging',
        aliases: ['challenger'],
        'created-at': '2026-11-20T09:12:44Z',
        values: [0.8462, 'fraud'],
      },
      {
        model: 'churn',
        version: 12,
        stage: 'development',
        aliases: [],
        'created-at': '2026-11-22T09:12:44Z',
        values: [null, null],
      },
    ],
  },
  history: {
    kind: 'history',
    outcome: 'failed',
    commit: COMMIT,
    model: 'churn',
    'as-of': '2026-12-01',
    pointers: { ...POINTERS, stages: { staging: [3], production: [2], archived: [1] } },
    entries: [
      {
        record: 3,
        kind: 'promotion',
        version: 2,
        from: 'staging',
        to: 'production',
        displaces: 1,
        aliases: { champion: 2 },
        'requested-by': 'Ada',
        'requested-at': '2026-11-20T09:12:44Z',
        reason: 'better recall',
        unapproved: 'nobody was awake',
        gates: 'passed',
        evidence: [digest('e')],
        commit: COMMIT,
        'merged-at': '2026-11-20T09:42:44Z',
        'merged-by': 'Grace',
        imported: false,
        approvals: [{ login: 'grace', at: '2026-11-20T09:40:00Z' }],
      },
      {
        record: 4,
        kind: 'alias',
        aliases: { shadow: null, canary: 3 },
        'requested-by': 'Ada',
        'requested-at': '2026-11-21T09:12:44Z',
        evidence: [],
        imported: true,
      },
    ],
    'records-in-all': 4,
    problems: ['promotions/2.json was changed after it was merged'],
    remarks: ['the clone is shallow: earlier commits are not known'],
  },
  difference: {
    kind: 'difference',
    model: 'churn',
    first: 2,
    second: 3,
    changes: [
      { part: 'params', name: 'max depth', first: '3', second: '4', difference: 1 },
      { part: 'params', name: 'booster', second: 'gbtree' },
      { part: 'metrics', name: 'roc-auc', first: '0.8483', second: '0.8461', difference: -0.0022 },
      { part: 'data', name: 'train rows', first: '7043', second: '5634', difference: -1409 },
    ],
    same: ['signature', 'code'],
  },
  move: {
    kind: 'move',
    outcome: 'failed',
    action: 'promotion',
    title: 'promote version 3 to production',
    model: 'churn',
    version: 3,
    from: 'staging',
    to: 'production',
    displaces: 2,
    aliases: [
      { alias: 'champion', before: 2, after: 3 },
      { alias: 'challenger', before: 3, after: null },
    ],
    record: 5,
    reason: 'better recall',
    gates: GATES,
    approvals: {
      outcome: 'inconclusive',
      rules: [
        { required: 2, from: ['@acme/leads', '@acme/risk'], source: 'model' },
        { required: 1, source: 'floor' },
      ],
    },
    status: 'refused',
    reasons: [{ message: 'the gate `log-loss` failed', next: 'train a better version' }],
    files: [],
    remarks: ['the card is stale'],
    next: ['see why: modelyard compare churn champion 3'],
  },
  evaluation: {
    kind: 'evaluation',
    version: CHALLENGER,
    'primary-metric': 'roc-auc',
    facts: {
      ...SETTING,
      metrics: { 'roc-auc': 0.8462, 'log-loss': 0.4123 },
      undefined: { matthews: 'one class only' },
      'own-metrics': { 'saved money': { value: 1250.5, direction: 'higher', unit: 'EUR' } },
      intervals: { 'roc-auc': interval(0.8261, 0.8663) },
      confusion: [
        [930, 105],
        [170, 204],
      ],
      classes: ['No', 'Yes'],
      curves: CURVES,
      slices: [
        { column: 'contract', value: 'Two year', rows: 335, metrics: { 'roc-auc': 0.781 } },
        { column: 'female', value: '', rows: 12, metrics: {}, undefined: { 'roc-auc': 'one class only' } },
      ],
      traps: {
        'unknown-categories': [{ column: 'contract', rows: 3, examples: ['weekly', 'none'] }],
        'unused-columns': ['customer id'],
        infinite: 1,
        'not-summing': 2,
        'duplicate-keys': 4,
        'in-training-data': 17,
      },
    },
    ...MEASURED,
    importance: IMPORTANCE,
    size: { bytes: 68_087, files: 1 },
    'decided-before': 1,
    next: ['compare it: modelyard compare churn champion 3', 'see it: modelyard show churn 3'],
  },
  comparison: {
    kind: 'comparison',
    outcome: 'failed',
    champion: CHAMPION,
    challenger: CHALLENGER,
    'primary-metric': 'roc-auc',
    verdict: 'inconclusive',
    margin: 0.02,
    identical: false,
    readings: [
      { metric: 'roc-auc', reading: 'open', direction: 'higher' },
      { metric: 'log-loss', reading: 'worse', direction: 'lower' },
      { metric: 'brier', reading: 'better', direction: 'lower' },
      { metric: 'accuracy', reading: 'unread' },
    ],
    facts: {
      ...SETTING,
      metrics: {
        'roc-auc': {
          champion: 0.8483,
          challenger: 0.8462,
          difference: -0.0021,
          interval: interval(-0.0241, 0.0201),
        },
        'log-loss': {
          champion: 0.401,
          challenger: 0.512,
          difference: 0.111,
          interval: interval(0.09, 0.13),
        },
        brier: {
          champion: 0.14,
          challenger: 0.1399,
          difference: -0.0001,
          interval: interval(-0.0002, -0.00001),
        },
        accuracy: { champion: 0.8, challenger: 0.8, difference: 0 },
      },
      undefined: { matthews: 'one class only' },
      'own-metrics': {
        'saved money': {
          champion: 1200,
          challenger: 1250.5,
          difference: 50.5,
          interval: interval(-3, 104),
          direction: 'higher',
          unit: 'EUR',
        },
      },
      slices: [
        {
          column: 'contract',
          value: 'Two year',
          rows: 335,
          metrics: {
            'roc-auc': {
              champion: 0.771,
              challenger: 0.781,
              difference: 0.01,
              interval: interval(0.002, 0.018),
            },
          },
        },
        {
          column: 'contract',
          value: '',
          rows: 5,
          metrics: {
            'roc-auc': { champion: 0.5, challenger: 0.9, difference: 0.4, interval: interval(-0.3, 0.9) },
          },
        },
        { column: 'female', value: '1', rows: 12, metrics: {}, undefined: { 'roc-auc': 'one class only' } },
      ],
      disagreement: {
        rows: 96,
        'champion-right': 39,
        'challenger-right': 57,
        'p-value': 0.081,
        examples: [4, 17, 1203],
      },
      clusters: { column: 'customer id', count: 1200 },
    },
    'rows-to-settle': 12_000,
    'champion-evaluation': { ...SETTING, metrics: { 'roc-auc': 0.8483 }, curves: CURVES },
    'challenger-evaluation': {
      ...SETTING,
      metrics: { 'roc-auc': 0.8462 },
      curves: CURVES,
      traps: { 'unknown-categories': [{ column: 'contract', rows: 3, examples: ['weekly'] }] },
    },
    fairness: FAIRNESS,
    latency: LATENCY,
    reproducibility: {
      finding: 'same-predictions',
      commit: COMMIT,
      data: DATA,
      seed: 7,
      artifacts: [digest('3'), digest('4'), digest('5')],
      rows: 1409,
      tolerance: 0.000001,
      'largest-difference': 0.0000002,
      'rows-beyond': 0,
    },
    contract: {
      against: 'endpoint',
      protocol: 'rows',
      inputs: 19,
      probes: 214,
      checks: [
        { check: 'a batch equals single rows', outcome: 'kept', probes: 64 },
        { check: 'nulls', outcome: 'broken', probes: 19, detail: 'column `tenure` answered 500' },
        { check: 'unseen categories', outcome: 'not-asked', probes: 0, detail: 'no text column' },
      ],
    },
    tests: {
      format: 'pytest',
      report: digest('b'),
      passed: 41,
      failed: 1,
      errors: 1,
      skipped: 2,
      seconds: 3.21,
      failures: [{ name: 'test_features.py::test_nulls', message: 'assert nan == 0' }],
    },
    'data-change': {
      champion: { rows: 5634, sha256: digest('a') },
      challenger: { rows: 5945, sha256: digest('b') },
      added: 400,
      removed: 89,
      columns: [
        { column: 'tenure', change: 'moved', 'null-rate': [0, 0.012], distance: 0.112, 'p-value': 0.0004 },
        { column: 'total charges', change: 'type' },
        { column: 'contract', change: 'same' },
      ],
    },
    params: [
      { name: 'max depth', champion: '3', challenger: '4' },
      { name: 'booster', challenger: 'gbtree' },
    ],
    record: RECORD,
    description: 'Which customers are about to leave.',
    'judged-for': 'production',
    gates: GATES,
    'policy-commit': COMMIT,
    ...MEASURED,
    importance: IMPORTANCE,
    size: { bytes: 68_087, files: 2 },
    'decided-before': 3,
    next: [],
  },
}
