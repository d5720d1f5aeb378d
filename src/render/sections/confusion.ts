import type { Evaluation, Traps } from '../../domain/evidence/evaluation.ts'
import { type Block, folded, type Line, name, part, type Span, strong } from '../blocks.ts'
import { countText, plural, shareText } from '../numbers.ts'

/** Actual classes against predicted ones. */
export function confusionBlocks({ confusion, classes, rows }: Evaluation): Block[] {
  if (confusion === undefined || classes === undefined) return []
  const right = confusion.reduce((sum, row, at) => sum + (row[at] ?? 0), 0)
  return [
    folded('confusion', [strong('Confusion'), ` · ${shareText(right / rows)} of the rows called rightly`], {
      block: 'table',
      columns: [
        { title: 'actual, by row' },
        ...classes.map(label => ({ title: `as ${label}`, align: 'right' as const })),
      ],
      rows: confusion.map((row, at): Line[] => [[name(classes[at] ?? '')], ...row.map(countText)]),
    }),
  ]
}

/**
 * What would otherwise pass in silence, a line each; nothing where nothing was found.
 *
 * @param champion - What was found of the champion; what is the same for both is said once.
 */
export function trapBlocks(traps: Traps | undefined, rows: number, champion?: Traps): Block[] {
  const own = linesOf(traps, rows)
  const said = new Set(own.map(line => JSON.stringify(line)))
  const others = linesOf(champion, rows).filter(line => !said.has(JSON.stringify(line)))
  const items: Span[][] = [
    ...own.map((line): Span[] => ['Careful: ', ...line]),
    ...others.map((line): Span[] => ['Careful, of the champion: ', ...line]),
  ]
  return items.length === 0 ? [] : [part('traps', { block: 'list', items })]
}

function linesOf(traps: Traps | undefined, rows: number): Span[][] {
  if (traps === undefined) return []
  return [
    ...(traps['unknown-categories'] ?? []).map(({ column, rows: found, examples }): Span[] => [
      `${plural(found, 'row')} with a category that the model does not know in `,
      name(column),
      ...(examples.length === 0 ? [] : [`, such as ${examples.map(word => word || 'nothing').join(', ')}`]),
      '.',
    ]),
    ...counted(traps['unused-columns'], columns => [
      `${plural(columns.length, 'column')} of the data that the model does not read: ${columns.slice(0, 8).join(', ')}${columns.length > 8 ? ' …' : ''}.`,
    ]),
    ...counted(traps.infinite, found => [`${plural(found, 'prediction')} without a finite value.`]),
    ...counted(traps['not-summing'], found => [
      `${plural(found, 'row')} whose probabilities do not sum to 1.`,
    ]),
    ...counted(traps['duplicate-keys'], found => [
      `${plural(found, 'row')} that another row repeats: the same key, or all of it.`,
    ]),
    ...counted(traps['in-training-data'], found => [
      `${plural(found, 'row')} of ${countText(rows)} ${found === 1 ? 'stands' : 'stand'} in the training data too: figures on them flatter the model.`,
    ]),
  ]
}

function counted<T>(found: T | undefined, say: (found: T) => Span[]): Span[][] {
  return found === undefined ? [] : [say(found)]
}
