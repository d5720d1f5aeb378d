import type { DataChange, Importance } from '../../domain/evidence/other-kinds.ts'
import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { type Block, folded, footnote, joinSpans, type Line, name, paragraph, strong } from '../blocks.ts'
import { metricLabel } from '../labels.ts'
import {
  countText,
  differenceRange,
  differenceText,
  equalTo,
  metricText,
  plural,
  pValueText,
  shareText,
} from '../numbers.ts'

/** What changed between the training data of the two. */
export function dataBlocks(change: DataChange | undefined): Block[] {
  if (change === undefined) return []
  const { champion, challenger, added, removed } = change
  const moved = change.columns.filter(({ change: kind, missing }) => kind !== 'same' || missing?.moved)
  const rows = `+${countText(added)} and −${countText(removed)} rows`
  const table: Block = {
    block: 'table',
    columns: [
      { title: 'column' },
      { title: 'change' },
      { title: 'distance', align: 'right' },
      { title: 'adjusted p', align: 'right' },
      { title: 'missing, before → after', align: 'right' },
    ],
    rows: moved.map(({ column, change: kind, missing, ...found }): Line[] => [
      column,
      kind === 'same' && missing?.moved ? 'other share missing' : CHANGE_WORDS[kind],
      distanceText(found),
      found['p-value'] === undefined ? '–' : pValueText(found['p-value']),
      found['null-rate'] === undefined
        ? '–'
        : `${found['null-rate'].map(shareText).join(' → ')}${missing?.moved ? ` (p ${equalTo(missing['p-value'])})` : ''}`,
    ]),
  }
  return [
    folded(
      'data',
      [strong('Training data'), ` · ${rows}, ${plural(moved.length, 'column')} changed`],
      paragraph(
        `${countText(champion.rows)} → ${plural(challenger.rows, 'row')}: ${countText(added)} added, ${countText(removed)} removed. ${plural(change.columns.length - moved.length, 'column')} of ${countText(change.columns.length)} as before.`,
      ),
      ...(moved.length === 0 ? [] : [table]),
      ...wordBlocks(change.columns),
      ...doubtBlocks(change.columns),
      ...(change.columns.some(({ test }) => test !== undefined) ? [METHODS] : []),
    ),
  ]
}

type Column = DataChange['columns'][number]

function distanceText({ distance, test }: Partial<Column>): string {
  if (distance === undefined) return '–'
  return `${test === undefined ? '' : test === 'kolmogorov-smirnov' ? 'D ' : 'V '}${metricText(distance)}`
}

/** Categories that came or went. */
function wordBlocks(columns: readonly Column[]): Block[] {
  const lines = columns.flatMap(({ column, 'new-words': added, 'gone-words': gone }): Line[] => {
    const parts = [...wordsLine('new', added), ...wordsLine('gone', gone)]
    return parts.length === 0 ? [] : [[name(column), ': ', ...joinSpans(parts, '; ')]]
  })
  return lines.length === 0 ? [] : [{ block: 'list', items: lines }]
}

function wordsLine(what: string, words: Column['new-words']): Line[] {
  if (words === undefined) return []
  const named = words.first.slice(0, WORDS_SHOWN)
  const more = words.count - named.length
  return [
    [
      `${what} `,
      ...joinSpans(
        named.map(word => name(word)),
        ', ',
      ),
      more === 0 ? '' : ` and ${countText(more)} more`,
    ],
  ]
}

/** Columns of which nobody can tell. */
function doubtBlocks(columns: readonly Column[]): Block[] {
  const lines = DOUBTS.flatMap(({ is, why }): Block[] => {
    const found = columns.filter(is)
    if (found.length === 0) return []
    const named = found.slice(0, WORDS_SHOWN).map(({ column }) => name(column))
    const more = found.length === named.length ? '' : ` and ${countText(found.length - named.length)} more`
    return [paragraph(`${why}: `, ...joinSpans(named, ', '), `${more}.`)]
  })
  return lines
}

const WORDS_SHOWN = 8
const DOUBTS: readonly { readonly is: (column: Column) => boolean; readonly why: string }[] = [
  { is: column => column['too-few-rows'] === true, why: 'Too few rows to see a change that matters' },
  { is: column => column['not-tested'] === 'many-words', why: 'Too many different words to compare' },
  { is: column => column['not-tested'] === 'no-values', why: 'No values to compare' },
  {
    is: column => column['no-numbers'] !== undefined,
    why: 'Compared without values that are no finite numbers',
  },
]
const METHODS = footnote(
  "Distance: the D of Kolmogorov and Smirnov for numbers, Cramér's V without what chance adds for words. Values are other ones where it is above 0.1 and p, adjusted over the columns, below 0.05; shares missing where they differ by more than 5 points, tested likewise.",
)

const CHANGE_WORDS: Readonly<Record<DataChange['columns'][number]['change'], string>> = {
  same: 'same',
  added: 'new',
  removed: 'gone',
  type: 'other type',
  moved: 'other values',
}

/** The parameters that differ. */
export function paramBlocks(params: ComparisonResult['params']): Block[] {
  if (params === undefined) return []
  if (params.length === 0)
    return [folded('params', [strong('Parameters'), ' · all the same'], paragraph('No parameter differs.'))]
  return [
    folded('params', [strong('Parameters'), ` · ${plural(params.length, 'difference')}`], {
      block: 'table',
      columns: [{ title: 'parameter' }, { title: 'champion' }, { title: 'challenger' }],
      rows: params.map(({ name: param, champion = '–', challenger = '–' }): Line[] => [
        [name(param)],
        champion,
        challenger,
      ]),
    }),
  ]
}

/** Columns that the model leans on, the most important first. */
export function importanceBlocks(importance: Importance | undefined): Block[] {
  if (importance === undefined || importance.features.length === 0) return []
  const { metric, repeats, rows, 'data-rows': all = rows } = importance
  const drawn = all > rows ? ` drawn from ${countText(all)}` : ''
  const features = [...importance.features].sort((a, b) => b.loss - a.loss)
  return [
    folded(
      'importance',
      [strong('Importance'), ' · most: ', features[0]?.column ?? ''],
      {
        block: 'table',
        columns: [
          { title: 'column' },
          { title: `loss of ${metricLabel(metric)}`, align: 'right' },
          { title: 'range', align: 'right' },
        ],
        rows: features.map((feature): Line[] => [
          feature.column,
          differenceText(feature.loss),
          differenceRange(feature),
        ]),
      },
      footnote(
        `What the metric loses when one column is shuffled; mean and range of ${plural(repeats, 'repeat')} on ${plural(rows, 'row')}${drawn}. It tells what the model leans on, not what causes the target. Columns that say the same share their importance.`,
      ),
    ),
  ]
}
