import type { ModelListResult, ModelResult, VersionResult } from '../../domain/results/model.ts'
import { type Block, bad, good, heading, type Line, name, paragraph } from '../blocks.ts'
import { metricLabel } from '../labels.ts'
import { countText, differenceText, metricText, plural, short } from '../numbers.ts'
import { versionFacts } from './registration.ts'

/** `show` without a model. */
export function describeModelList({ models, commit }: ModelListResult): Block[] {
  if (models.length === 0) return [paragraph('There is no model yet. Make one: modelyard init')]
  return [
    heading(2, `Models at ${short(commit)}`),
    {
      block: 'table',
      columns: [
        { title: 'model' },
        { title: 'task' },
        { title: 'versions', align: 'right' },
        { title: 'stages' },
        { title: 'aliases' },
      ],
      rows: models.map(({ model, task, versions, stages, aliases }): Line[] => [
        model,
        task,
        countText(versions),
        Object.entries(stages)
          .map(([stage, numbers]) => `${stage} ${listText(numbers)}`)
          .join(', '),
        Object.entries(aliases)
          .map(([alias, version]) => `${alias} ${version}`)
          .join(', '),
      ]),
    },
  ]
}

/** `show MODEL`. */
export function describeModel(result: ModelResult): Block[] {
  const { pointers, records } = result
  const agree = result['pointers-agree']
  return [
    heading(2, result.model),
    ...(result.description === undefined ? [] : [paragraph(result.description)]),
    {
      block: 'facts',
      rows: [
        ['task', `${result.task} of ${result.target}, by ${metricLabel(result['primary-metric'])}`],
        ...Object.entries(pointers.stages).map(([stage, versions]): [string, Line] => [
          stage,
          listText(versions),
        ]),
        ...Object.entries(pointers.aliases).map(([alias, version]): [string, Line] => [
          alias,
          String(version),
        ]),
        [
          'pointers',
          agree
            ? [good('agree'), ` with ${plural(records, 'record')}`]
            : [
                bad('disagree'),
                ` with the ${plural(records, 'record')}: see modelyard history ${result.model}`,
              ],
        ],
      ],
    },
    ...versionTable(result),
  ]
}

function versionTable({ versions, ...result }: ModelResult): Block[] {
  if (versions.length === 0)
    return [paragraph(`No version yet. Make one: modelyard register ${result.model} FILE`)]
  const table: Block = {
    block: 'table',
    columns: [
      { title: 'version', align: 'right' },
      { title: 'stage' },
      { title: 'aliases' },
      { title: metricLabel(result['primary-metric']), align: 'right' },
      { title: '' },
      { title: 'made' },
      { title: 'by' },
    ],
    rows: versions.map((line): Line[] => [
      String(line.version),
      line.stage,
      line.aliases.join(', '),
      line.metric === undefined ? '–' : metricText(line.metric),
      line['metric-is'] ?? '',
      line['created-at'].slice(0, 10),
      line['created-by'],
    ]),
  }
  const hidden = result['versions-in-all'] - versions.length
  return hidden === 0
    ? [table]
    : [
        table,
        paragraph(`${plural(hidden, 'earlier version')} not shown: modelyard search --model ${result.model}`),
      ]
}

/** `show MODEL VERSION`. */
export function describeVersion(result: VersionResult): Block[] {
  const { record, notes } = result
  return [
    heading(
      2,
      `${result.model} version ${record.version}: ${result.stage}${result.aliases.map(alias => `, ${alias}`).join('')}`,
    ),
    ...(notes.description === undefined ? [] : [paragraph(notes.description)]),
    {
      block: 'facts',
      rows: [
        ...versionFacts(record),
        ...(result.card === undefined ? [] : [['card', [name(result.card)]] as [string, Line]]),
        ...(result.purged ? [['purged', 'the bytes of the artifact were removed'] as [string, Line]] : []),
        ...Object.entries(notes.tags ?? {}).map(([tag, value]): [string, Line] => [
          `tag ${tag}`,
          String(value),
        ]),
      ],
    },
    ...evidenceBlocks(result),
    ...promotionBlocks(result),
  ]
}

function evidenceBlocks({ evidence }: VersionResult): Block[] {
  if (evidence.length === 0) return []
  return [
    heading(3, 'Evidence'),
    {
      block: 'table',
      columns: [
        { title: 'kind' },
        { title: 'digest' },
        { title: 'data' },
        { title: 'rows', align: 'right' },
        { title: 'measured' },
        { title: 'says' },
      ],
      rows: evidence.map((found): Line[] => [
        found.kind,
        short(found.digest, 12),
        found.data === undefined ? '–' : short(found.data, 12),
        found.rows === undefined ? '–' : countText(found.rows),
        found['measured-at'].slice(0, 10),
        Object.entries(found.metrics)
          .slice(0, 3)
          .map(
            ([name, value]) =>
              `${metricLabel(name)} ${found.kind === 'comparison' ? differenceText(value) : metricText(value)}`,
          )
          .join(', '),
      ]),
    },
  ]
}

function promotionBlocks({ promotions }: VersionResult): Block[] {
  if (promotions.length === 0) return []
  return [
    heading(3, 'Moves'),
    {
      block: 'table',
      columns: [
        { title: 'record', align: 'right' },
        { title: 'kind' },
        { title: 'what' },
        { title: 'asked for' },
      ],
      rows: promotions.map(({ record, kind, text, at }): Line[] => [String(record), kind, text, at]),
    },
  ]
}

/** `1, 2, 3 … 9 (12 in all)`. */
function listText(versions: readonly number[]): string {
  if (versions.length <= 8) return versions.join(', ')
  return `${versions.slice(0, 3).join(', ')} … ${versions.at(-1)} (${versions.length} in all)`
}
