import { readFileSync } from 'node:fs'
import { markdownTable } from 'markdown-table'
import type { Month, SeasonalLook } from './figures.ts'
import { type Errors, errorsByYear, errorsOf, openTimes } from './summary.ts'

const PAGE = new URL('../../docs/explanation/ridership.md', import.meta.url)

/** The page as what was kept makes it: its tables are put in between their marks, and the rest is as it stands. */
export function ridershipPage(months: readonly Month[], looks: readonly SeasonalLook[]): string {
  const parts = {
    alerts: alertTable(months),
    errors: errorTable(months),
    trainings: trainingTable(months),
    seasons: seasonTable(looks),
  }
  return Object.entries(parts).reduce(
    (page, [name, table]) => {
      const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`]
      const [before, rest] = page.split(begin)
      const after = rest?.split(end)[1]
      if (after === undefined) throw new Error(`docs/explanation/ridership.md has no place for ${name}`)
      return `${before}${begin}\n\n${table}\n\n${end}${after}`
    },
    readFileSync(PAGE, 'utf8'),
  )
}

function alertTable(months: readonly Month[]): string {
  const at = months.map(({ month }) => month)
  const rows = openTimes(months).map(({ kind, issue, opened, closed, isAgain }) => [
    kind,
    `#${issue}${isAgain ? ', again' : ''}`,
    opened,
    closed ?? 'still open',
    `${(closed === undefined ? at.length : at.indexOf(closed)) - at.indexOf(opened)}`,
  ])
  return markdownTable([['Alert', 'Issue', 'Opened after', 'Closed after', 'Months'], ...rows])
}

function errorTable(months: readonly Month[]): string {
  const rows = [...errorsByYear(months), errorsOf('All', months)].map(errorRow)
  const head = [
    'Year',
    'Trained again',
    'Never again',
    'Degraded months',
    'Could not be told',
    'Trainings',
    'Merged',
  ]
  return markdownTable([head, ...rows], { align: ['l', 'r', 'r', 'r', 'r', 'r', 'r'] })
}

function errorRow({ name, served, untouched, degraded, untold, trainings, merged }: Errors): string[] {
  return [name, served.toFixed(2), untouched.toFixed(2), ...[degraded, untold, trainings, merged].map(String)]
}

function trainingTable(months: readonly Month[]): string {
  const rows = months.flatMap(({ month, fired, candidate, difference }) =>
    candidate === undefined
      ? []
      : [
          [
            month,
            fired.join(', '),
            signed(difference),
            candidate.startsWith('version ') ? candidate : `no: ${candidate}`,
          ],
        ],
  )
  const head = ['After', 'What fired', 'Candidate − champion', 'Serves from then on']
  return markdownTable([head, ...rows], { align: ['l', 'l', 'r', 'l'] })
}

function signed(value: number | undefined): string {
  if (value === undefined) return ''
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`
}

function seasonTable(looks: readonly SeasonalLook[]): string {
  const rows = looks.map(({ look, ...counts }) => [
    look,
    ...[counts.months, counts.drift, counts.ok, counts.untold].map(String),
  ])
  const head = ['What is looked at', 'Months', 'Drift', 'None', 'Could not be told']
  return markdownTable([head, ...rows], { align: ['l', 'r', 'r', 'r', 'r'] })
}
