import type { SearchResult } from '../../domain/results/search.ts'
import { type Block, type Line, paragraph } from '../blocks.ts'
import { countText, metricText, plural } from '../numbers.ts'

/** `search`. */
export function describeSearch({ columns, found, searched, versions }: SearchResult): Block[] {
  const counted = paragraph(
    `${plural(found, 'version')} of ${countText(searched)}${versions.length < found ? `, the first ${countText(versions.length)} shown` : ''}.`,
  )
  if (versions.length === 0) return [counted]
  const isNumeric = columns.map((_, index) =>
    versions.every(({ values }) => typeof (values[index] ?? 0) === 'number'),
  )
  return [
    {
      block: 'table',
      columns: [
        { title: 'model' },
        { title: 'version', align: 'right' },
        { title: 'stage' },
        { title: 'aliases' },
        { title: 'made' },
        ...columns.map((title, index) => ({
          title,
          align: isNumeric[index] ? ('right' as const) : ('left' as const),
        })),
      ],
      rows: versions.map((version): Line[] => [
        version.model,
        String(version.version),
        version.stage,
        version.aliases.join(', '),
        version['created-at'].slice(0, 10),
        ...version.values.map((value, index) => valueText(value, columns[index] ?? '')),
      ]),
    },
    counted,
  ]
}

function valueText(value: string | number | boolean | null, column: string): string {
  if (value === null) return '–'
  return typeof value === 'number' && column.startsWith('metrics.') ? metricText(value) : String(value)
}
