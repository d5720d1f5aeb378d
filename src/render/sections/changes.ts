import type { DataChange, Importance } from '../../domain/evidence/other-kinds.ts'
import type { ComparisonResult } from '../../domain/results/measurement.ts'
import { type Block, folded, footnote, type Line, name, paragraph, strong } from '../blocks.ts'
import { metricLabel } from '../labels.ts'
import { countText, differenceRange, differenceText, metricText, plural, shareText } from '../numbers.ts'

/** What changed between the training data of the two. */
export function dataBlocks(change: DataChange | undefined): Block[] {
  if (change === undefined) return []
  const { champion, challenger, added, removed } = change
  const moved = change.columns.filter(({ change: kind }) => kind !== 'same')
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
    rows: moved.map(({ column, change: kind, distance, ...found }): Line[] => [
      column,
      CHANGE_WORDS[kind],
      distance === undefined ? '–' : metricText(distance),
      found['p-value'] === undefined ? '–' : metricText(found['p-value']),
      found['null-rate'] === undefined ? '–' : found['null-rate'].map(shareText).join(' → '),
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
    ),
  ]
}

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
