import type { HistoryEntry, HistoryResult } from '../../domain/results/history.ts'
import {
  type Block,
  bad,
  capital,
  dim,
  footnote,
  fullSentence,
  heading,
  joinSpans,
  type Line,
  paragraph,
  type Span,
  sentence,
} from '../blocks.ts'
import { outcomeSpan } from '../labels.ts'
import { minuteText, plural, short } from '../numbers.ts'

/** `history`. */
export function describeHistory(result: HistoryResult): Block[] {
  const { entries, pointers } = result
  const standing = Object.entries(pointers.stages).map(
    ([stage, versions]) =>
      `${stage} ${versions.length > 8 ? plural(versions.length, 'version') : versions.join(', ')}`,
  )
  const hidden = result['records-in-all'] - entries.length
  return [
    heading(2, `${result.model}: history${result['as-of'] === undefined ? '' : ` as of ${result['as-of']}`}`),
    paragraph(standing.length === 0 ? 'No version is in a stage yet.' : `${capital(standing.join('; '))}.`),
    ...(hidden > 0
      ? [paragraph(dim(`${plural(hidden, 'earlier move')} not shown; --limit shows more.`))]
      : []),
    ...(entries.length === 0
      ? []
      : [
          {
            block: 'table',
            columns: [
              { title: '#', align: 'right' },
              { title: 'when' },
              { title: 'what' },
              { title: 'who' },
              { title: 'approved' },
              { title: 'gates' },
              { title: 'commit' },
              { title: 'why' },
            ],
            rows: entries.map(entryRow),
          } as const,
        ]),
    ...result.problems.map(problem => paragraph(bad('Tampering'), `: ${problem}.`)),
    ...result.remarks.map(remark => footnote(...sentence(fullSentence(remark)))),
  ]
}

function entryRow(entry: HistoryEntry): Line[] {
  return [
    String(entry.record),
    minuteText(entry['requested-at']),
    whatText(entry),
    entry['requested-by'],
    approvedLine(entry),
    entry.gates === undefined ? '–' : outcomeSpan(entry.gates),
    entry.commit === undefined ? '–' : short(entry.commit),
    reasonLine(entry),
  ]
}

function whatText({ kind, version, from, to, displaces, aliases, purged }: HistoryEntry): string {
  if (kind === 'alias') {
    return Object.entries(aliases)
      .map(([alias, named]) => `${alias} → ${named ?? 'nothing'}`)
      .join(', ')
  }
  const verb = kind === 'rollback' ? 'back to ' : ''
  const replaced = displaces === undefined ? '' : `, replaces ${displaces}`
  return `${verb}${version}: ${from} → ${to}${replaced}${purged ? ', purged' : ''}`
}

function approvedLine({ approvals, imported }: HistoryEntry): Line {
  if (approvals !== undefined) return approvals.map(({ login }) => login).join(', ') || 'nobody'
  return dim(imported ? 'imported' : 'not recorded')
}

function reasonLine({ reason, unapproved }: HistoryEntry): Line {
  const parts: Span[] = [
    ...(reason === undefined ? [] : [reason]),
    ...(unapproved === undefined ? [] : [`unapproved: ${unapproved}`]),
  ]
  return joinSpans(parts, '; ')
}
