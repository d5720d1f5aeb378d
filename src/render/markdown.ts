import { markdownTable } from 'markdown-table'
import { type Block, type Line, type Span, spansOf } from './blocks.ts'
import { codeSpan, escapeHtml, escapeLineStart, escapeMarkdown, visible } from './escape.ts'
import { mermaidLines } from './mermaid.ts'

const SIGNS = { good: '✅', bad: '❌', open: '⚠️' } as const

/** Blocks as Markdown for GitHub. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${joined(blocks)}\n`
}

function joined(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n')
}

function blockText(block: Block): string {
  switch (block.block) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineText(block.line)}`
    case 'paragraph':
      return escapeLineStart(lineText(block.line))
    case 'list':
      return block.items
        .map(item => `- ${block.tasks ? '[ ] ' : ''}${escapeLineStart(lineText(item))}`)
        .join('\n')
    case 'table':
      return table(
        block.columns.map(({ title, align }) => ({ title, align: align ?? 'left' })),
        block.rows,
      )
    case 'facts':
      return table(
        [
          { title: '', align: 'left' },
          { title: '', align: 'left' },
        ],
        block.rows,
      )
    case 'code':
      return ['```', ...block.lines.map(line => visible(line).replaceAll('```', '` ` `')), '```'].join('\n')
    case 'fold':
      return `<details><summary>${htmlText(block.title)}</summary>\n\n${joined(block.blocks)}\n\n</details>`
    case 'part':
      return joined(block.blocks)
    case 'chart':
      return ['```mermaid', ...mermaidLines(block.chart), '```'].join('\n')
    case 'footnote':
      return `<sub>${lineText(block.line)}</sub>`
  }
}

function table(
  columns: readonly { readonly title: string; readonly align: 'left' | 'right' }[],
  rows: readonly (readonly Line[])[],
): string {
  return markdownTable(
    [
      columns.map(({ title }) => escapeMarkdown(title)),
      ...rows.map(row => row.map((cell, at) => unbroken(lineText(cell), columns[at]?.align))),
    ],
    {
      align: columns.map(({ align }) => align),
      alignDelimiters: false,
    },
  )
}

/** How long a number with its interval is: longer cells may be broken. */
const LONGEST_NUMBER = 22

/** Numbers stay on one line, which a phone scrolls to, instead of one under the other; a sign stays beside its word. */
function unbroken(cell: string, align: 'left' | 'right' | undefined): string {
  if (align === 'right' && cell.length <= LONGEST_NUMBER) return cell.replaceAll(' ', '\u00a0')
  return cell.replace(/^(✅|❌|⚠️) /u, '$1\u00a0')
}

function lineText(line: Line): string {
  return spansOf(line).map(spanText).join('')
}

/** A line inside HTML, where Markdown is not read. */
function htmlText(line: Line): string {
  return spansOf(line)
    .map(span => {
      if (typeof span === 'string') return escapeHtml(span)
      return span.is === 'strong' ? `<b>${escapeHtml(span.text)}</b>` : escapeHtml(span.text)
    })
    .join('')
}

function spanText(span: Span): string {
  if (typeof span === 'string') return escapeMarkdown(span)
  switch (span.is) {
    case 'strong':
      // Markdown takes no emphasis that ends in a space.
      return `**${escapeMarkdown(span.text).trim()}**`
    case 'code':
    case 'name':
      return codeSpan(span.text)
    case 'dim':
      return escapeMarkdown(span.text)
    default:
      return `${SIGNS[span.is]} ${escapeMarkdown(span.text)}`
  }
}
