import type { Comparison } from '../../domain/evidence/comparison.ts'
import { type Block, folded, paragraph, part, strong } from '../blocks.ts'
import { countText, equalTo, plural, shareText } from '../numbers.ts'

/** Where two classifiers call a row differently, and who is right there. */
export function disagreementBlocks({ disagreement, rows: all }: Comparison): Block[] {
  if (disagreement === undefined) return []
  const { rows, examples } = disagreement
  const right = disagreement['challenger-right']
  const p = disagreement['p-value']
  const midP = disagreement['mid-p-value']
  const neither = rows - right - disagreement['champion-right']
  return [
    folded(
      'disagreement',
      [
        strong('Where they disagree'),
        ` · ${countText(rows)} of ${plural(all, 'row')}; the challenger is right in ${countText(right)}`,
      ],
      paragraph(
        `They call ${plural(rows, 'row')} differently (${shareText(rows / all)}). There the champion is right in ${countText(disagreement['champion-right'])}, the challenger in ${countText(right)}${neither === 0 ? '' : `, neither in ${countText(neither)}`}${p === undefined ? '' : ` (McNemar p ${equalTo(p)}${midP === undefined ? '' : `, mid-p ${equalTo(midP)}`})`}.`,
      ),
      ...(examples.length === 0
        ? []
        : [
            part(
              'examples',
              paragraph(
                `Rows where they are furthest apart, counted from 0: ${examples.map(countText).join(' · ')}.`,
              ),
            ),
          ]),
    ),
  ]
}
