import type { MonitorHistoryResult } from '../../domain/results/monitor-history.ts'
import {
  type Block,
  bad,
  code,
  dim,
  footnote,
  heading,
  joinSpans,
  type Line,
  name,
  paragraph,
  type Span,
  sentence,
} from '../blocks.ts'
import { outcomeSpan } from '../labels.ts'
import { countText, minuteText, plural, short } from '../numbers.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { trendBlocks } from '../sections/trends.ts'

type Run = MonitorHistoryResult['runs'][number]

/** So many drifting features of a run are named. */
const NAMED = 5

/** `history --monitor`. */
export function describeMonitorHistory(result: MonitorHistoryResult): Block[] {
  const { model, commit, runs, remarks, confirm, 'as-of': asOf, 'runs-in-all': inAll } = result
  const hidden = inAll - runs.length
  return [
    heading(2, `${model}: monitoring${asOf === undefined ? '' : ` as of ${asOf}`}`),
    ...(runs.length === 0
      ? [paragraph('No run of monitoring is recorded.')]
      : [
          {
            block: 'table',
            columns: [
              { title: 'when' },
              { title: 'outcome' },
              { title: 'drifting, since' },
              { title: 'could not tell', align: 'right' },
              { title: 'rows', align: 'right', aside: true },
              { title: 'version', align: 'right', aside: true },
              { title: 'run', align: 'right', aside: true },
            ],
            rows: runs.map(runRow),
          } as const,
        ]),
    ...(hidden > 0
      ? [paragraph(dim(`${plural(hidden, 'earlier run')} not shown; --limit shows more.`))]
      : []),
    ...trendBlocks(result.trends),
    ...remarkBlocks(remarks),
    footnote(
      `newest first, times in UTC · confirmed: drifted in ${confirm.runs} of the last ${plural(confirm.of, 'run')} that could tell · branch at `,
      code(short(commit)),
    ),
  ]
}

function runRow({ at, outcome, drifting, features, current, version, run, failure }: Run): Line[] {
  const unsure = features.filter(({ status }) => status === 'insufficient-data' || status === 'error').length
  return [
    minuteText(at),
    outcomeSpan(outcome),
    failure === undefined ? driftLine(drifting) : sentence(`could not look: ${failure.message}`),
    unsure === 0 ? '–' : String(unsure),
    current === undefined ? '–' : countText(current.rows),
    version === undefined ? '–' : String(version),
    run === 'terminal' ? 'terminal' : `${run.id}${run.attempt === 1 ? '' : `.${run.attempt}`}`,
  ]
}

function driftLine(drifting: Run['drifting']): Line {
  if (drifting.length === 0) return '–'
  const named: Span[][] = drifting
    .slice(0, NAMED)
    .map(({ feature, since, confirmed }) => [
      name(feature),
      ` ${since.slice(0, 10)}`,
      ...(confirmed ? [' ', bad('confirmed')] : []),
    ])
  const rest = drifting.length - named.length
  return joinSpans([...named, ...(rest > 0 ? [[`${rest} more`]] : [])], ', ')
}
