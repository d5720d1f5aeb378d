import type { AlertKind } from '../../domain/alerts/finding.ts'
import type { AlertChange, AlertsResult } from '../../domain/results/alerts.ts'
import {
  type Block,
  bad,
  footnote,
  good,
  heading,
  joinSpans,
  type Line,
  name,
  open,
  paragraph,
  type Span,
} from '../blocks.ts'
import { minuteText } from '../numbers.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

/** So many names are shown. */
const NAMED = 5

/** What alerts are about. */
export const ALERTS: Readonly<Record<AlertKind, string>> = {
  drift: 'drift',
  degradation: 'degradation',
  'data-quality': 'data quality',
  operations: 'operations',
  'no-data': 'no data',
}

const CHANGES: Readonly<Record<AlertChange['change'], string>> = {
  none: '–',
  open: 'opened',
  update: 'brought up to date',
  close: 'closed',
  reopen: 'opened again',
  'not-asked': 'left as it is',
}

/** `alert`. */
export function describeAlerts({
  model,
  at,
  run,
  record,
  alerts,
  week,
  remarks,
  next,
}: AlertsResult): Block[] {
  return [
    heading(2, `${model}: alerts`),
    {
      block: 'table',
      columns: [{ title: 'alert' }, { title: 'this run' }, { title: 'what' }, { title: 'issue' }],
      rows: alerts.map(rowOf),
    },
    ...(week === undefined || week.change === 'none' ? [] : [paragraph(`Week ${week.week} was told.`)]),
    ...remarkBlocks(remarks),
    ...nextBlocks(next),
    footnote(
      `${minuteText(at)} UTC, ${run === 'terminal' ? 'at a terminal' : `run ${run.id}`} · ${record.is === 'written' ? 'kept' : 'stands already'} on ${record.branch} as `,
      name(record.path),
    ),
  ]
}

function rowOf({ kind, finding, bad: items, change, issue }: AlertChange): Line[] {
  const named: Span[][] = items.slice(0, NAMED).map(item => [name(item.name)])
  const rest = items.length - named.length
  return [
    ALERTS[kind],
    finding === 'bad' ? bad('bad') : finding === 'good' ? good('good') : open('not told'),
    items.length === 0 ? '–' : joinSpans([...named, ...(rest > 0 ? [[`${rest} more`]] : [])], ', '),
    issue === undefined ? CHANGES[change] : `#${issue.number} ${CHANGES[change]}`,
  ]
}
