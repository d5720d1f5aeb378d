import type { Cause, DriftCause, Sign } from '../../domain/monitoring/drift-cause.ts'
import {
  type Block,
  code,
  footnote,
  fullSentence,
  joinSpans,
  type Line,
  name,
  open,
  paragraph,
  type Span,
  sentence,
  strong,
} from '../blocks.ts'
import { countText, equalTo, metricText, minuteText, plural, short } from '../numbers.ts'

/** So many names stand in a line. */
const NAMED = 5

const CAUSES: Readonly<Record<Cause, readonly [is: string, whatToDo: string]>> = {
  'pipeline-change': [
    'The pipeline changed',
    'see what makes the data, and repair it there before anything is trained on them',
  ],
  seasonality: ['The season', 'compare with the same months: `reference: same-month` below `monitor`'],
  'real-shift': [
    'The world changed',
    'see whether the metrics hold, and train again on newer data where they do not',
  ],
}

const SIGNS: Readonly<Record<Sign, string>> = {
  'other-type': 'values of another type',
  gone: 'columns that are gone',
  'missing-values': 'more or fewer values are missing',
  categories: 'categories are new or gone',
  unit: 'values as if in another unit',
  'at-once': 'many features at once, from one run to the next',
  'other-reference': 'compared with another reference than in the run before',
  commits: 'commits came at that time',
  'same-months': 'as in the same months of earlier years',
  gradual: 'further away with each look before',
  performance: 'metrics of the model are below their limits since',
}

/** What is likely to be behind a drift and what to do about it, since when it is there, and what came then. */
export function causeBlocks(cause: DriftCause): Block[] {
  const { hints, onsets, classifier, untold } = cause
  return [
    hints.length === 0
      ? paragraph(open('Nobody can tell:'), ' nothing speaks for one cause more than for another.')
      : { block: 'list', items: hints.map(hintLine) },
    ...weightLines(cause).map(line => paragraph(...line)),
    ...(onsets.length === 0 ? [] : [{ block: 'list', items: onsets.map(onsetLine) } as const]),
    ...(classifier === undefined ? [] : [paragraph(apartText(classifier))]),
    ...(untold.length === 0
      ? []
      : [
          footnote(
            'Not told: ',
            ...joinSpans(
              untold.map(one => sentence(one)),
              '; ',
            ),
            '.',
          ),
        ]),
  ]
}

/** The first names, and how many more there are. */
export function namesOf(names: readonly string[]): Span[] {
  const rest = names.length - NAMED
  return [
    ...joinSpans(names.slice(0, NAMED).map(name), ', '),
    ...(rest > 0 ? [` and ${countText(rest)} more`] : []),
  ]
}

function hintLine({ cause, signs }: DriftCause['hints'][number]): Line {
  const [is, whatToDo] = CAUSES[cause]
  const seen = signs.map(({ sign, features, unit }): Line => {
    const what = `${SIGNS[sign]}${unit === undefined ? '' : `, ${unit}`}`
    return features.length === 0 ? what : [`${what} (`, ...namesOf(features), ')']
  })
  return [strong(`${is}?`), ' ', ...joinSpans(seen, '; '), '. ', ...sentence(fullSentence(whatToDo))]
}

function weightLines({ ranked, importance }: DriftCause): Span[][] {
  if (importance === undefined || ranked.length === 0) return []
  const first = ranked
    .slice(0, NAMED)
    .map(({ feature, importance: loss = 0 }): Line => [name(feature), ` ${metricText(loss)}`])
  return [
    [
      'By effect and importance: ',
      ...joinSpans(first, ', '),
      ' of the metric each, by evidence ',
      code(short(importance)),
      '.',
    ],
  ]
}

function onsetLine({ features, since, after, commits, ...more }: DriftCause['onsets'][number]): Line {
  const begun = after === undefined ? ' at least' : `, and not yet at ${minuteText(after)} UTC`
  const rest = (more['commits-in-all'] ?? 0) - (commits?.length ?? 0)
  const came = (commits ?? []).map(({ commit, subject }): Line => [code(short(commit)), ' ', name(subject)])
  return [
    ...namesOf(features),
    ` since ${minuteText(since)} UTC${begun}`,
    ...(commits === undefined
      ? []
      : commits.length === 0
        ? ['; no commit of the pipeline between']
        : [
            '; between came ',
            ...joinSpans(came, ', '),
            rest > 0 ? ` and ${plural(rest, 'more commit')}` : '',
          ]),
  ]
}

function apartText({
  auc,
  permutations,
  rows,
  features,
  ...test
}: NonNullable<DriftCause['classifier']>): string {
  const [n = 0, m = 0] = rows
  return `Over ${plural(features, 'feature')} together a classifier tells both samples apart with an area under the ROC curve of ${metricText(auc)} (0.5: not at all; p ${equalTo(test['p-value'])} by ${permutations} permutations, ${n} rows against ${m}).`
}
