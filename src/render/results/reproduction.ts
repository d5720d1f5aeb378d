import type { ReproductionResult } from '../../domain/results/reproduction.ts'
import {
  type Block,
  bad,
  code,
  footnote,
  fullSentence,
  good,
  heading,
  open,
  paragraph,
  type Span,
  sentence,
} from '../blocks.ts'
import { countText, metricText, plural, short } from '../numbers.ts'
import { costText, failureText, lastWords } from '../sections/command-report.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

/** `reproduce`. */
export function describeReproduction(result: ReproductionResult): Block[] {
  const { facts, training, version, furthest } = result
  const failed = facts === undefined && result.outcome === 'failed'
  return [
    heading(2, `${result.model}: version ${version.version}, trained again`),
    paragraph(...findingLine(result)),
    ...(failed ? lastWords(training) : []),
    ...(facts?.finding === 'different' && furthest.length > 0 ? [furthestTable(furthest)] : []),
    ...remarkBlocks(result.remarks),
    ...nextBlocks(result.next),
    footnote(
      'commit ',
      code(short(result['trained-at'])),
      ...(facts === undefined ? [] : [' · training data ', code(short(facts.data)), ` · seed ${facts.seed}`]),
      ' · registered ',
      code(short(version.artifact)),
      ...(facts === undefined ? [] : [', again ', code(short(facts.artifacts[1] ?? ''))]),
      ` · ${costText(training)}`,
    ),
  ]
}

function findingLine({ facts, training }: ReproductionResult): Span[] {
  if (facts === undefined) {
    return training.status === 0
      ? [open('Not found out:'), ' other bytes came out, and what they predict could not be compared.']
      : [bad('Not trained:'), ` ${failureText(training)}.`]
  }
  const { rows = 0, tolerance = 0, why } = facts
  const largest = differenceSize(facts['largest-difference'] ?? 0)
  switch (facts.finding) {
    case 'same-bytes':
      return [good('Reproduced:'), ' the same bytes came out.']
    case 'same-predictions':
      return [
        good('Reproduced:'),
        ` other bytes came out, and of ${plural(rows, 'row')} none is predicted otherwise by more than ${tolerance}; the most is ${largest}.`,
      ]
    case 'different':
      return why === undefined
        ? [
            bad('Different:'),
            ` ${countText(facts['rows-beyond'] ?? 0)} of ${plural(rows, 'row')} are predicted otherwise by more than ${tolerance}, the furthest by ${largest}.`,
          ]
        : [bad('Different:'), ' ', ...sentence(fullSentence(why))]
  }
}

function furthestTable(furthest: ReproductionResult['furthest']): Block {
  return {
    block: 'table',
    columns: [
      { title: 'row', align: 'right' },
      { title: 'registered', align: 'right' },
      { title: 'again', align: 'right' },
    ],
    rows: furthest.map(({ row, registered, again }) => [
      countText(row + 1),
      registered.toPrecision(7),
      again.toPrecision(7),
    ]),
  }
}

/** Differences span many sizes: two digits of a small one. */
function differenceSize(value: number): string {
  if (value === Number.MAX_VALUE) return 'more than can be said'
  return value > 0 && value < 0.001 ? value.toExponential(1) : metricText(value)
}
