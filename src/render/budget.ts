import { type Block, footnote, type Line, type PartName, type Span, spansOf } from './blocks.ts'
import { clip } from './escape.ts'

/** What a comment may hold by GitHub's limit of 65,536 characters, with room for a marker in front. */
export const COMMENT_LIMIT = 65_000

/** A part of a report, and how much of it stays: rows of its tables and items of its lists; none: nothing of it. */
interface Step {
  readonly part: PartName
  readonly keep: number
}

/**
 * In which order a report gets shorter. What explains the answer least goes first; the gates are the answer, and are
 * touched last. Nothing here touches the first three lines.
 */
export const STEPS: readonly Step[] = [
  { part: 'examples', keep: 0 },
  { part: 'importance', keep: 20 },
  { part: 'params', keep: 30 },
  { part: 'data', keep: 30 },
  { part: 'slices', keep: 40 },
  { part: 'fairness', keep: 40 },
  { part: 'importance', keep: 0 },
  { part: 'params', keep: 0 },
  { part: 'card', keep: 0 },
  { part: 'data', keep: 0 },
  { part: 'slices', keep: 15 },
  { part: 'curves', keep: 0 },
  { part: 'confusion', keep: 0 },
  { part: 'tests', keep: 0 },
  { part: 'contract', keep: 0 },
  { part: 'reproducibility', keep: 0 },
  { part: 'latency', keep: 0 },
  { part: 'disagreement', keep: 0 },
  { part: 'fairness', keep: 10 },
  { part: 'traps', keep: 5 },
  { part: 'remarks', keep: 5 },
  { part: 'metrics', keep: 20 },
  { part: 'fairness', keep: 0 },
  { part: 'slices', keep: 0 },
  { part: 'traps', keep: 0 },
  { part: 'remarks', keep: 0 },
  { part: 'metrics', keep: 0 },
  { part: 'gates', keep: 40 },
  { part: 'gates', keep: 10 },
]

/** How long a single text may be, in code points: as it comes, then so that ten gates fit whatever they say. */
const TEXT_LENGTHS = [2000, 200, 60]

const PART_NAMES: Readonly<Record<PartName, string>> = {
  gates: 'gates',
  metrics: 'metrics',
  slices: 'slices',
  fairness: 'fairness',
  latency: 'latency',
  reproducibility: 'reproducibility',
  contract: 'contract',
  tests: 'tests',
  curves: 'curves',
  confusion: 'confusion',
  data: 'training data',
  params: 'parameters',
  importance: 'importance',
  disagreement: 'where they disagree',
  examples: 'examples of disagreement',
  traps: 'what to be careful about',
  card: 'model card',
  remarks: 'notes',
}

/**
 * A report that fits: as it is, or shortened step by step until it does, with a line at its end that says what was
 * left out and where the whole is.
 *
 * @param write - Blocks as the text that is limited.
 * @param limit - Characters (UTF-16 code units, never fewer than GitHub counts).
 * @param whole - Where the whole is, e.g. `the summary of the job`.
 */
export function fitBlocks(
  blocks: readonly Block[],
  write: (blocks: readonly Block[]) => string,
  limit: number,
  whole: string,
): string {
  const text = write(blocks)
  if (text.length <= limit) return text
  let last = text
  for (const most of TEXT_LENGTHS) {
    const drafts = blocks.map(block => draftOf(clipTexts(block, most), write))
    const kept = new Map<PartName, number>()
    for (const { part, keep } of STEPS) {
      kept.set(part, keep)
      for (const draft of drafts) if (draft.parts.has(part)) rewrite(draft, kept, write)
      const removed = new Set(drafts.flatMap(draft => [...draft.removed]))
      const end = footnote(omission(removed, whole))
      // Written block by block, two line ends between them, so that a step costs what it changes.
      if (drafts.reduce((sum, { length }) => sum + length + 2, 0) + write([end]).length > limit) continue
      last = write([...drafts.flatMap(({ body }) => body), end])
      if (last.length <= limit) return last
    }
  }
  return last
}

/** A block of the report on its way to being short enough. */
interface Draft {
  readonly block: Block
  readonly parts: ReadonlySet<PartName>
  body: readonly Block[]
  length: number
  removed: ReadonlySet<PartName>
}

function draftOf(block: Block, write: (blocks: readonly Block[]) => string): Draft {
  return { block, parts: partsIn(block), body: [block], length: write([block]).length, removed: new Set() }
}

function rewrite(
  draft: Draft,
  kept: ReadonlyMap<PartName, number>,
  write: (blocks: readonly Block[]) => string,
): void {
  const removed = new Set<PartName>()
  draft.body = shorten(draft.block, kept, undefined, removed)
  draft.length = draft.body.length === 0 ? 0 : write(draft.body).length
  draft.removed = removed
}

function partsIn(block: Block): ReadonlySet<PartName> {
  if (!('blocks' in block)) return new Set()
  const own = block.block === 'part' ? [block.part] : []
  return new Set([...own, ...block.blocks.flatMap(inner => [...partsIn(inner)])])
}

function omission(removed: ReadonlySet<PartName>, whole: string): string {
  const names = [...removed].map(part => PART_NAMES[part])
  const what = names.length === 0 ? 'the ends of long texts' : `all or a part of: ${names.join(', ')}`
  return `Shortened to fit into a comment. Left out: ${what}. The whole report is in ${whole}.`
}

function shorten(
  block: Block,
  kept: ReadonlyMap<PartName, number>,
  within: number | undefined,
  removed: Set<PartName>,
  cut: Set<Block> = new Set(),
): Block[] {
  switch (block.block) {
    case 'part': {
      const keep = kept.get(block.part)
      if (keep === 0) removed.add(block.part)
      if (keep === 0) return []
      const cut = new Set<Block>()
      const blocks = block.blocks.flatMap(inner => shorten(inner, kept, keep ?? within, removed, cut))
      if (cut.size > 0) removed.add(block.part)
      return [{ ...block, blocks }]
    }
    case 'fold':
      return [{ ...block, blocks: block.blocks.flatMap(inner => shorten(inner, kept, within, removed, cut)) }]
    case 'table': {
      if (within === undefined || block.rows.length <= within) return [block]
      cut.add(block)
      const left = block.rows.length - within
      const more: readonly Line[] = block.columns.map((_, at) => (at === 0 ? `… and ${left} more` : ''))
      return [{ ...block, rows: [...block.rows.slice(0, within), more] }]
    }
    case 'list': {
      if (within === undefined || block.items.length <= within) return [block]
      cut.add(block)
      const left = block.items.length - within
      return [{ ...block, items: [...block.items.slice(0, within), `… and ${left} more`] }]
    }
    default:
      return [block]
  }
}

/** The same block, no text in it longer than `most`. */
function clipTexts(block: Block, most: number): Block {
  const line = (given: Line): Span[] =>
    spansOf(given).map(span =>
      typeof span === 'string' ? clip(span, most) : { ...span, text: clip(span.text, most) },
    )
  switch (block.block) {
    case 'heading':
    case 'paragraph':
    case 'footnote':
      return { ...block, line: line(block.line) }
    case 'list':
      return { ...block, items: block.items.map(line) }
    case 'table':
      return { ...block, rows: block.rows.map(row => row.map(line)) }
    case 'facts':
      return { ...block, rows: block.rows.map(([name, value]) => [clip(name, most), line(value)] as const) }
    case 'code':
      return { ...block, lines: block.lines.map(text => clip(text, most)) }
    case 'fold':
      return { ...block, title: line(block.title), blocks: block.blocks.map(inner => clipTexts(inner, most)) }
    case 'part':
      return { ...block, blocks: block.blocks.map(inner => clipTexts(inner, most)) }
    case 'chart':
      return block
  }
}
