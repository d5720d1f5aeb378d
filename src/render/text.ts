import stringWidth from 'fast-string-width'
import { type Block, type Line, type Span, spansOf } from './blocks.ts'
import { visible } from './escape.ts'

export interface TextOptions {
  /** Whether to colour; a terminal without NO_COLOR. */
  readonly color: boolean
}

// Select Graphic Rendition codes: begin and end.
const STYLES = {
  strong: ['\u001b[1m', '\u001b[22m'],
  code: ['\u001b[36m', '\u001b[39m'],
  name: ['', ''],
  dim: ['\u001b[2m', '\u001b[22m'],
  good: ['\u001b[32m', '\u001b[39m'],
  bad: ['\u001b[31m', '\u001b[39m'],
  open: ['\u001b[33m', '\u001b[39m'],
} as const

/** Blocks as text for a terminal or a pipe. */
export function toText(blocks: readonly Block[], options: TextOptions): string {
  return `${joined(blocks, options)}\n`
}

function joined(blocks: readonly Block[], options: TextOptions): string {
  return blocks
    .map(block => blockText(block, options))
    .filter(text => text !== '')
    .join('\n\n')
}

function blockText(block: Block, options: TextOptions): string {
  switch (block.block) {
    case 'heading':
      return styled('strong', lineText(block.line, { color: false }), options)
    case 'paragraph':
      return lineText(block.line, options)
    case 'list':
      return block.items.map(item => `  ${lineText(item, options)}`).join('\n')
    case 'table':
      return table(...withoutAsides(block.columns, block.rows), options)
    case 'facts':
      return table(
        [{}, {}],
        block.rows.map(([name, value]) => [{ is: 'dim', text: name }, value]),
        options,
      )
    case 'code':
      return block.lines.map(line => `    ${visible(line)}`).join('\n')
    case 'fold': {
      const body = joined(block.blocks, options)
      // Charts alone are nothing here, and neither is what they stand under.
      if (body === '') return ''
      return `${styled('strong', lineText(block.title, { color: false }), options)}\n${body}`
    }
    case 'part':
      return joined(block.blocks, options)
    case 'chart':
      return ''
    case 'footnote':
      return styled('dim', lineText(block.line, { color: false }), options)
  }
}

function withoutAsides(
  columns: Extract<Block, { block: 'table' }>['columns'],
  rows: readonly (readonly Line[])[],
): [readonly Column[], readonly (readonly Line[])[]] {
  const isShown = (_: unknown, index: number) => columns[index]?.aside !== true
  return [columns.filter(isShown), rows.map(row => row.filter(isShown))]
}

interface Column {
  readonly title?: string
  readonly align?: 'left' | 'right'
}

/** Columns two spaces apart, as wide as their widest cell; characters that take two places count as two. */
function table(columns: readonly Column[], rows: readonly (readonly Line[])[], options: TextOptions): string {
  const plain = rows.map(row => row.map(cell => lineText(cell, { color: false })))
  const shown = rows.map(row => row.map(cell => lineText(cell, options)))
  const titles = columns.map(({ title = '' }) => visible(title))
  const widths = titles.map((title, index) =>
    Math.max(stringWidth(title), ...plain.map(row => stringWidth(row[index] ?? ''))),
  )
  const pad = (text: string, width: number, index: number) => {
    const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width))
    return columns[index]?.align === 'right' ? space + text : text + space
  }
  const header = titles.some(title => title !== '')
    ? [titles.map((title, index) => pad(styled('dim', title, options), stringWidth(title), index))]
    : []
  const body = shown.map((row, at) =>
    row.map((cell, index) => pad(cell, stringWidth(plain[at]?.[index] ?? ''), index)),
  )
  return [...header, ...body].map(row => `  ${row.join('  ')}`.trimEnd()).join('\n')
}

function lineText(line: Line, options: TextOptions): string {
  return spansOf(line)
    .map(span => spanText(span, options))
    .join('')
}

function spanText(span: Span, options: TextOptions): string {
  if (typeof span === 'string') return visible(span)
  const text = visible(span.text)
  return styled(span.is, span.is === 'name' ? `\`${text}\`` : text, options)
}

function styled(style: keyof typeof STYLES, text: string, { color }: TextOptions): string {
  const [begin, end] = STYLES[style]
  return color ? `${begin}${text}${end}` : text
}
