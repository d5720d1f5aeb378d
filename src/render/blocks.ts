/** A piece of a line. Plain strings are text from anywhere and are escaped by every renderer. */
export type Span =
  | string
  | { readonly is: 'strong' | 'dim'; readonly text: string }
  /** A command to copy; or a name that somebody gave, which stands in quotes everywhere. */
  | { readonly is: 'code' | 'name'; readonly text: string }
  /** An outcome or verdict: its word always stands there, a colour or sign only beside it. */
  | { readonly is: 'good' | 'bad' | 'open'; readonly text: string }

export type Line = Span | readonly Span[]

export type Block =
  | { readonly block: 'heading'; readonly level: 2 | 3; readonly line: Line }
  | { readonly block: 'paragraph'; readonly line: Line }
  /** `tasks`: each can be ticked off where Markdown is read. */
  | { readonly block: 'list'; readonly items: readonly Line[]; readonly tasks?: true }
  | {
      readonly block: 'table'
      readonly columns: readonly {
        readonly title: string
        readonly align?: 'left' | 'right'
        /** Left out by a terminal, whose 80 columns have no room for it; the answer as JSON holds it. */
        readonly aside?: true
      }[]
      readonly rows: readonly (readonly Line[])[]
    }
  /** Names with values, one a row. */
  | { readonly block: 'facts'; readonly rows: readonly (readonly [name: string, value: Line])[] }
  /** Lines to copy, as they are. */
  | { readonly block: 'code'; readonly lines: readonly string[] }
  /** What a comment folds away; a terminal shows it under its title. */
  | { readonly block: 'fold'; readonly title: Line; readonly blocks: readonly Block[] }
  /** Curves: drawn where Markdown is read; a terminal goes by what the lines around it say. */
  | { readonly block: 'chart'; readonly chart: LineChart }
  /** Blocks that a report can be shortened by, under one name. */
  | { readonly block: 'part'; readonly part: PartName; readonly blocks: readonly Block[] }
  /** Small print. */
  | { readonly block: 'footnote'; readonly line: Line }

/** Lines over evenly spaced points from `x.from` to `x.to`. */
export interface LineChart {
  readonly title: string
  /** What the picture shows, for who does not see it. */
  readonly description: string
  readonly x: Axis
  readonly y: Axis
  readonly lines: readonly { readonly name: LineName; readonly values: readonly number[] }[]
}
export interface Axis {
  readonly title: string
  readonly from: number
  readonly to: number
}
/**
 * `ideal`: where a perfect or a useless model would lie, as the chart's description says; `limit`: from where on it is bad;
 * `found`: what runs found.
 */
export type LineName = 'champion' | 'challenger' | 'model' | 'ideal' | 'limit' | 'found'

/** The parts of a report that can be shortened, in the order of a report. */
export const PARTS = [
  'gates',
  'metrics',
  'slices',
  'fairness',
  'latency',
  'reproducibility',
  'contract',
  'tests',
  'curves',
  'confusion',
  'data',
  'params',
  'importance',
  'disagreement',
  'examples',
  'traps',
  'card',
  'remarks',
] as const
export type PartName = (typeof PARTS)[number]

export const part = (name: PartName, ...blocks: Block[]): Block => ({ block: 'part', part: name, blocks })
/** A part of a report under a title that says its answer already. */
export const folded = (name: PartName, title: Line, ...blocks: Block[]): Block =>
  part(name, { block: 'fold', title, blocks })

export const strong = (text: string): Span => ({ is: 'strong', text })
export const code = (text: string): Span => ({ is: 'code', text })
export const name = (text: string): Span => ({ is: 'name', text })
export const dim = (text: string): Span => ({ is: 'dim', text })
export const good = (text: string): Span => ({ is: 'good', text })
export const bad = (text: string): Span => ({ is: 'bad', text })
export const open = (text: string): Span => ({ is: 'open', text })

export const heading = (level: 2 | 3, ...line: Span[]): Block => ({ block: 'heading', level, line })
export const paragraph = (...line: Span[]): Block => ({ block: 'paragraph', line })
export const footnote = (...line: Span[]): Block => ({ block: 'footnote', line })

export function spansOf(line: Line): readonly Span[] {
  return typeof line === 'string' || 'is' in line ? [line as Span] : line
}

/** Joins lines with a separator between them. */
export function joinSpans(parts: readonly Line[], separator: string): Span[] {
  return parts.flatMap((part, index) => (index === 0 ? [...spansOf(part)] : [separator, ...spansOf(part)]))
}

export function textOf(line: Line): string {
  return spansOf(line)
    .map(span => (typeof span === 'string' ? span : span.text))
    .join('')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A phrase of ours with a capital in front, and a full stop behind it where it has no mark of its own. */
export function fullSentence(phrase: string): string {
  return `${capital(phrase)}${/[.?!]$/.test(phrase) ? '' : '.'}`
}

/** A sentence of ours as spans: what it quotes in backticks are names, from users or of keys. */
export function sentence(text: string): Span[] {
  return text
    .split(/`([^`]*)`/)
    .flatMap((part, index): Span[] => (part === '' ? [] : [index % 2 === 1 ? name(part) : part]))
}
