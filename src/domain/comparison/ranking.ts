import { ascendingRanking } from '../stats/order.ts'

/** Rows by their score, ready to be walked along as often as a bootstrap wants. */
export interface Ranking {
  /** [n] the rows, ascending by score. */
  readonly order: Uint32Array
  /** [n] 1 or 0, in that order. */
  readonly sortedPositive: Uint8Array
  /** [n] 1 where the next row has another score: a group of ties ends. */
  readonly ends: Uint8Array
}

const known = new WeakMap<Float64Array, Ranking & { readonly positive: Uint8Array }>()

/** Several metrics and curves ask for the order of the same scores, which is sorted once. */
export function rankingOf(positive: Uint8Array, scores: Float64Array): Ranking {
  const before = known.get(scores)
  if (before?.positive === positive) return before
  const { order, ends } = ascendingRanking(scores)
  const sortedPositive = new Uint8Array(order.length)
  for (let at = 0; at < order.length; at += 1) sortedPositive[at] = positive[order[at] as number] as number
  const ranking = { order, sortedPositive, ends, positive }
  known.set(scores, ranking)
  return ranking
}

/**
 * Ranks some rows of a ranking by walking along it, which takes a tenth of the time of sorting them. Whoever asks for the
 * order of the part's scores next is given this one.
 *
 * @param rows - Row numbers in the whole, ascending.
 */
export function rankPart(
  whole: Ranking,
  rows: Uint32Array,
  { positive, probability }: { readonly positive: Uint8Array; readonly probability: Float64Array },
): Ranking {
  // 0 where a row is none of the part's.
  const places = new Uint32Array(whole.order.length)
  for (let at = 0; at < rows.length; at += 1) places[rows[at] as number] = at + 1
  const order = new Uint32Array(rows.length)
  const sortedPositive = new Uint8Array(rows.length)
  const ends = new Uint8Array(rows.length)
  let found = 0
  for (let at = 0; at < whole.order.length; at += 1) {
    const place = places[whole.order[at] as number] as number
    if (place > 0) {
      order[found] = place - 1
      sortedPositive[found] = whole.sortedPositive[at] as number
      found += 1
    }
    if (whole.ends[at] === 1 && found > 0) ends[found - 1] = 1
  }
  const ranking = { order, sortedPositive, ends, positive }
  known.set(probability, ranking)
  return ranking
}

/** What the order of rows says. All are NaN where a class has no row. */
export interface RankFigures {
  /** Area under the ROC curve, ties counting half. */
  readonly area: number
  /** Average precision: the step sum over the distinct scores. */
  readonly precision: number
  /** The largest true-positive rate minus false-positive rate over the thresholds, ≥ 0. */
  readonly separation: number
  /** The share of positives among the highest scores, as a multiple of their share in all rows. */
  readonly lift: number
}

/**
 * One walk from the highest score down.
 *
 * The separation is the two-sample Kolmogorov–Smirnov distance of the positives' scores above the negatives'; a model
 * that ranks backwards has none. The highest `liftAt` of the rows may end inside a row or a group of ties, which
 * then counts in part.
 *
 * @param counts - [n] how often each row counts; left out: once.
 */
export function rankFigures(ranking: Ranking, liftAt: number, counts?: Uint32Array): RankFigures {
  const { sortedPositive, ends } = ranking
  const { weights, all, allPositives } = weighted(ranking, counts)
  const allNegatives = all - allPositives
  if (allPositives === 0 || allNegatives === 0)
    return { area: Number.NaN, precision: Number.NaN, separation: Number.NaN, lift: Number.NaN }
  const looked = liftAt * all
  let [positives, negatives, tiedPositives, tiedNegatives] = [0, 0, 0, 0]
  let [area, precision, separation, lifted] = [0, 0, 0, 0]
  for (let at = sortedPositive.length - 1; at >= 0; at -= 1) {
    // Products rather than branches: which class comes next cannot be foreseen.
    const count = weights[at] as number
    const hits = count * (sortedPositive[at] as number)
    tiedPositives += hits
    tiedNegatives += count - hits
    if (at > 0 && ends[at - 1] === 0) continue
    area += tiedNegatives * (positives + tiedPositives / 2)
    if (tiedPositives > 0) {
      const room = looked - positives - negatives
      if (room > 0) lifted += tiedPositives * Math.min(1, room / (tiedPositives + tiedNegatives))
      positives += tiedPositives
      negatives += tiedNegatives
      precision += tiedPositives * (positives / (positives + negatives))
      // It grows nowhere else.
      separation = Math.max(separation, positives / allPositives - negatives / allNegatives)
      tiedPositives = 0
    } else negatives += tiedNegatives
    tiedNegatives = 0
  }
  return {
    area: area / (allPositives * allNegatives),
    precision: precision / allPositives,
    separation,
    lift: lifted / looked / (allPositives / all),
  }
}

/** The area of {@link rankFigures} alone, in half of its time. */
export function rankArea(ranking: Ranking, counts?: Uint32Array): number {
  const { sortedPositive, ends } = ranking
  const { weights, all, allPositives } = weighted(ranking, counts)
  let [positives, tiedPositives, tiedNegatives, area] = [0, 0, 0, 0]
  for (let at = sortedPositive.length - 1; at >= 0; at -= 1) {
    const count = weights[at] as number
    const hits = count * (sortedPositive[at] as number)
    tiedPositives += hits
    tiedNegatives += count - hits
    if (at > 0 && ends[at - 1] === 0) continue
    area += tiedNegatives * (positives + tiedPositives / 2)
    positives += tiedPositives
    tiedPositives = 0
    tiedNegatives = 0
  }
  return area / (allPositives * (all - allPositives))
}

/** Room for weights, which a bootstrap asks for thousands of times. */
let scratch = new Uint32Array(0)

/** How often each row of the order counts, until the next call; over all rows, and over those of the positive class. */
function weighted({ order, sortedPositive }: Ranking, counts: Uint32Array | undefined) {
  if (scratch.length < order.length) scratch = new Uint32Array(order.length)
  const weights = scratch
  let [all, allPositives] = [0, 0]
  for (let at = 0; at < order.length; at += 1) {
    const count = counts === undefined ? 1 : (counts[order[at] as number] as number)
    weights[at] = count
    all += count
    allPositives += count * (sortedPositive[at] as number)
  }
  return { weights, all, allPositives }
}
