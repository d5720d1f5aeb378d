import type { SampleResult } from '../../domain/results/sample.ts'
import { type Block, code, footnote, good, heading, name, paragraph } from '../blocks.ts'
import { bytesText, countText, plural, shareText, short } from '../numbers.ts'
import { nextBlocks } from './change.ts'

/** So many strata are shown; there may be a thousand. */
const SHOWN = 20

/** `sample`. */
export function describeSample(result: SampleResult): Block[] {
  const { data, stratify, strata } = result
  return [
    heading(2, `${result.model}: a sample of the training data`),
    paragraph(
      good('Drawn:'),
      ` ${countText(result.rows)} of ${plural(data.rows, 'row')} (${shareText(result.share)}) stand in `,
      name(result.path),
      ...(stratify === undefined ? [] : [', stratified by ', name(stratify)]),
      '.',
    ),
    ...(stratify === undefined ? [] : strataBlocks(result)),
    ...nextBlocks(result.next),
    footnote(
      `${bytesText(result.bytes)} `,
      code(short(result.sha256)),
      ' · drawn from ',
      name(data.uri),
      ' ',
      code(short(data.sha256)),
      ` · seed ${result.seed}`,
      ...(strata.length > SHOWN ? [` · ${strata.length - SHOWN} smaller strata are not shown`] : []),
    ),
  ]
}

function strataBlocks({ strata, rows, data }: SampleResult): Block[] {
  const largest = strata.toSorted((a, b) => b.rows - a.rows).slice(0, SHOWN)
  return [
    {
      block: 'table',
      columns: [
        { title: 'value' },
        { title: 'rows', align: 'right' },
        { title: 'share', align: 'right' },
        { title: 'sampled', align: 'right' },
        { title: 'share of the sample', align: 'right' },
      ],
      rows: largest.map(stratum => [
        stratum.value === '' ? 'missing' : name(stratum.value),
        countText(stratum.rows),
        shareText(stratum.rows / data.rows),
        countText(stratum.sampled),
        shareText(stratum.sampled / rows),
      ]),
    },
  ]
}
