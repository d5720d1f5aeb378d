import type { SampleResult } from '../../domain/results/sample.ts'
import {
  type Block,
  code,
  footnote,
  good,
  heading,
  joinSpans,
  type Line,
  name,
  paragraph,
} from '../blocks.ts'
import { bytesText, countText, plural, shareText, short } from '../numbers.ts'
import { nextBlocks } from './change.ts'

/** So many strata are shown; there may be a thousand. */
const SHOWN = 20

/** `sample`. */
export function describeSample(result: SampleResult): Block[] {
  const { data, stratify, strata, uncertain } = result
  return [
    heading(
      2,
      `${result.model}: ${uncertain === undefined ? 'a sample of the training data' : 'rows to label'}`,
    ),
    paragraph(
      good(uncertain === undefined ? 'Drawn:' : 'Picked:'),
      ` ${countText(result.rows)} of ${plural(data.rows, 'row')} (${shareText(result.share)}) stand in `,
      name(result.path),
      ...(stratify === undefined ? [] : [', stratified by ', name(stratify)]),
      '.',
    ),
    ...(stratify === undefined ? [] : strataBlocks(result)),
    ...(uncertain === undefined ? [] : rowBlocks(uncertain, result.rows)),
    ...nextBlocks(result.next),
    footnote(
      `${bytesText(result.bytes)} `,
      code(short(result.sha256)),
      ' · drawn from ',
      name(data.uri),
      ' ',
      code(short(data.sha256)),
      ` · seed ${result.seed}`,
      ...(uncertain === undefined
        ? []
        : [
            ' · predictions of ',
            name(uncertain.predictions.uri),
            ' ',
            code(short(uncertain.predictions.sha256)),
          ]),
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

function rowBlocks(uncertain: NonNullable<SampleResult['uncertain']>, picked: number): Block[] {
  const { rows } = uncertain
  const more = picked - rows.length
  return [
    paragraph(
      'The model is least sure of these: the likeliest class lies at most ',
      `${shareText(uncertain['largest-margin'])} above the next.`,
    ),
    { block: 'list', tasks: true, items: rows.map(rowLine) },
    ...(more > 0 ? [paragraph(`${plural(more, 'more row stands', 'more rows stand')} in the file.`)] : []),
  ]
}

function rowLine({ row, key, classes }: NonNullable<SampleResult['uncertain']>['rows'][number]): Line {
  const predicted = classes.map(
    ({ class: label, probability }): Line => [name(label), ` ${shareText(probability)}`],
  )
  return [
    `Row ${countText(row)}`,
    ...(key === undefined ? [] : [' ', name(key)]),
    ': ',
    ...joinSpans(predicted, ', '),
  ]
}
