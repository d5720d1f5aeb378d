import type { Evidence, EvidenceKind, StoredEvidence } from '../domain/evidence/evidence.ts'
import type { CardFacts } from '../domain/registry/card-facts.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import { type Block, code, heading, type Line, name, paragraph, type Span } from './blocks.ts'
import { fairnessLabel, metricLabel } from './labels.ts'
import { toMarkdown } from './markdown.ts'
import { bytesText, countText, metricRange, metricText, plural, short } from './numbers.ts'
import { trapBlocks } from './sections/confusion.ts'

/**
 * The model card of a version, `versions/N/card.md`, in the form that Hugging Face's readers know: YAML front matter
 * with a model index, then sections. No stage is in it, since a promotion must not make it stale. What no evidence
 * supports is listed as a limitation, never filled in.
 *
 * @see https://huggingface.co/docs/hub/model-cards
 */
export function renderCard(facts: CardFacts): string {
  const { model, definition, record, notes } = facts
  const blocks: Block[] = [
    heading(2, `${model}, version ${record.version}`),
    ...(notes.description === undefined ? [] : [paragraph(notes.description)]),
    heading(3, 'Model details'),
    { block: 'facts', rows: detailRows(facts) },
    heading(3, 'Intended use'),
    paragraph(
      definition.description ??
        'Not described: model.yaml has no description, so nobody said what this model is for.',
    ),
    paragraph(...taskSpans(definition)),
    heading(3, 'Training data'),
    ...trainingBlocks(record),
    heading(3, 'Evaluation'),
    ...evaluationBlocks(facts),
    heading(3, 'Fairness'),
    ...fairnessBlocks(facts),
    heading(3, 'Limitations'),
    { block: 'list', items: limitations(facts) },
  ]
  return `${frontMatter(facts)}\n${toMarkdown(blocks)}`
}

/** Metrics that the Hub knows by another name than ours with its hyphens taken for underscores. */
const HUB_METRICS: Readonly<Record<string, string>> = {
  brier: 'brier_score',
  matthews: 'matthews_correlation',
  r2: 'r_squared',
}

/**
 * The metadata that the Hub reads. A license is known only where the notes carry it as a tag.
 *
 * @see https://github.com/huggingface/hub-docs/blob/main/modelcard.md
 */
function frontMatter({ model, definition, record, notes, evidence }: CardFacts): string {
  const tabular = definition.task === 'regression' ? 'tabular-regression' : 'tabular-classification'
  const evaluation = newest(evidence, 'evaluation', record)
  const license = notes.tags?.license
  const metrics = Object.entries(evaluation?.evidence.facts.metrics ?? {}).map(([metric, value]) => ({
    metric,
    value,
    type: HUB_METRICS[metric] ?? metric.replaceAll('-', '_'),
  }))
  const data = yamlText(definition.evaluate?.data.uri ?? 'evaluation data')
  return [
    '---',
    ...(license === undefined ? [] : [`license: ${yamlText(String(license))}`]),
    ...(record.artifact.format === 'onnx' ? ['library_name: onnx'] : []),
    `pipeline_tag: ${tabular}`,
    'tags:',
    '- modelyard',
    ...(evaluation === undefined || metrics.length === 0
      ? []
      : [
          'metrics:',
          ...metrics.map(({ type }) => `- ${type}`),
          'model-index:',
          `- name: ${yamlText(`${model} version ${record.version}`)}`,
          '  results:',
          '  - task:',
          `      type: ${tabular}`,
          '    dataset:',
          `      name: ${data}`,
          `      type: ${data}`,
          // Unquoted, a digest without letters would be a number.
          `      revision: ${yamlText(evaluation.evidence.subject.data)}`,
          '    metrics:',
          ...metrics.flatMap(({ metric, value, type }) => [
            `    - type: ${type}`,
            `      name: ${yamlText(metricLabel(metric))}`,
            `      value: ${yamlNumber(value)}`,
          ]),
        ]),
    '---',
    '',
  ].join('\n')
}

/** A text as JSON writes it, which YAML takes as it is; what YAML calls unprintable or a line break is escaped too. */
function yamlText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A number that YAML 1.1 reads as one too: there `1e-7`, without a point, is a text. */
function yamlNumber(value: number): string {
  return String(value).replace(/^(-?\d+)e/, '$1.0e')
}

function detailRows({ definition, record, notes }: CardFacts): [string, Line][] {
  const { artifact } = record
  return [
    ['made by', record['created-by']],
    ['made at', record['created-at']],
    ['trained at', [code(`commit ${short(record.commit, 12)}`)]],
    ['artifact', `${artifact.kind ?? artifact.format}, ${bytesText(artifact.bytes)}`],
    ['sha256', [code(artifact.sha256)]],
    ...(artifact['runs-code-when-loaded']
      ? [['careful', 'loading it runs code that it carries'] as [string, Line]]
      : []),
    ...(definition.owners === undefined ? [] : [['owners', definition.owners.join(', ')] as [string, Line]]),
    ...Object.entries(record.params).map(([param, value]): [string, Line] => [
      `param ${param}`,
      JSON.stringify(value),
    ]),
    ...Object.entries(notes.tags ?? {}).map(([tag, value]): [string, Line] => [`tag ${tag}`, String(value)]),
  ]
}

function taskSpans({ task, target, ...definition }: ModelDefinition): Span[] {
  const positive = definition['positive-class']
  return [
    `It predicts `,
    name(target),
    ` (${task.replaceAll('-', ' ')}`,
    ...(positive === undefined ? [] : [', positive class ', name(positive)]),
    ').',
  ]
}

function trainingBlocks({ data }: VersionRecord): Block[] {
  if (data.length === 0) return [paragraph('Not recorded.')]
  return [
    {
      block: 'table',
      columns: [{ title: 'role' }, { title: 'file' }, { title: 'rows', align: 'right' }, { title: 'sha256' }],
      rows: data.map(({ role, uri, rows, sha256 }): Line[] => [
        role,
        uri,
        rows === undefined ? 'not recorded' : countText(rows),
        [code(short(sha256, 12))],
      ]),
    },
  ]
}

function evaluationBlocks({ evidence, record }: CardFacts): Block[] {
  const found = newest(evidence, 'evaluation', record)
  if (found === undefined) return [paragraph('Not evaluated: there is no evidence of this version.')]
  const { facts, subject } = found.evidence
  return [
    paragraph(`On ${plural(facts.rows, 'row')} of the data `, code(short(subject.data, 12)), ':'),
    {
      block: 'table',
      columns: [
        { title: 'metric' },
        { title: 'value', align: 'right' },
        { title: '95 % interval', align: 'right' },
      ],
      rows: [
        ...Object.entries(facts.metrics).map(([metric, value]): Line[] => {
          const interval = facts.intervals?.[metric as keyof typeof facts.intervals]
          return [
            metricLabel(metric),
            metricText(value),
            interval === undefined ? 'not measured' : metricRange(interval),
          ]
        }),
        ...Object.entries(facts['own-metrics'] ?? {}).map(([metric, { value, unit }]): Line[] => [
          unit === undefined ? metric : `${metric} (${unit})`,
          metricText(value),
          'not measured',
        ]),
      ],
    },
    ...trapBlocks(facts.traps, facts.rows),
  ]
}

function fairnessBlocks({ evidence, record }: CardFacts): Block[] {
  const found = newest(evidence, 'fairness', record)
  if (found === undefined) return [paragraph('Not measured.')]
  const rows = found.evidence.facts.columns.flatMap(({ column, measures, groups }) =>
    measures.map(({ measure, challenger }): Line[] => [
      column,
      fairnessLabel(measure),
      metricText(challenger.value),
      metricRange(challenger),
      `${groups.filter(({ status }) => status === 'judged').length} of ${groups.length}`,
    ]),
  )
  if (rows.length === 0) return [paragraph('Insufficient data: no two groups are large enough to compare.')]
  return [
    {
      block: 'table',
      columns: [
        { title: 'by' },
        { title: 'measure' },
        { title: 'value', align: 'right' },
        { title: '95 % bounds', align: 'right' },
        { title: 'groups judged', align: 'right' },
      ],
      rows,
    },
  ]
}

const WITHOUT: readonly (readonly [EvidenceKind, string])[] = [
  ['evaluation', 'How well it predicts was not measured on held-out rows.'],
  ['fairness', 'How it treats groups of people or things was not measured.'],
  ['latency', 'How fast it answers was not measured.'],
  ['reproducibility', 'Whether it can be trained again with the same outcome was not tried.'],
  ['contract', 'What it answers to missing, unseen or extreme values was not tried.'],
  ['importance', 'Which columns it leans on was not measured.'],
]

/** What no evidence says, and what the evidence says against the model. */
function limitations({ evidence, record, definition }: CardFacts): Line[] {
  const missing = WITHOUT.filter(([kind]) => newest(evidence, kind, record) === undefined).map(
    ([, text]) => text,
  )
  const repeated = newest(evidence, 'reproducibility', record)?.evidence.facts.finding
  const broken = newest(evidence, 'contract', record)?.evidence.facts.checks.filter(
    ({ outcome }) => outcome === 'broken',
  )
  return [
    `Its figures hold for rows like the evaluation data; for others${definition.evaluate === undefined ? ', and without any such data named,' : ''} nothing is known.`,
    ...missing,
    ...(repeated === 'different'
      ? ['Trained again from the same commit, data and seed it came out different.']
      : []),
    ...(broken ?? []).map(
      ({ check, detail }) => `Broken promise: ${check}${detail === undefined ? '' : `, ${detail}`}.`,
    ),
  ]
}

type OfKind<K extends EvidenceKind> = StoredEvidence<Extract<Evidence, { kind: K }>>

/** The last evidence of a kind about this very artifact. */
function newest<K extends EvidenceKind>(
  evidence: readonly StoredEvidence[],
  kind: K,
  { artifact }: VersionRecord,
): OfKind<K> | undefined {
  return evidence.findLast(
    ({ evidence: found }) => found.kind === kind && found.subject.artifact === artifact.sha256,
  ) as OfKind<K> | undefined
}
