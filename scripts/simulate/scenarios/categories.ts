import { fisherExact } from '../../../src/domain/stats/fisher.ts'
import { homogeneity } from '../../../src/domain/stats/homogeneity.ts'
import { twoProportions } from '../../../src/domain/stats/two-proportions.ts'
import { countHits, countLevels, fallingChances, SAMPLE_SIZES, sizesText } from '../samples.ts'
import { ASYMPTOTIC, EXACT, LEVEL, MID_P, type Scenario, type Wanted } from '../scenario.ts'

const COLUMNS: readonly { levels: string; chances: readonly number[] }[] = [
  { levels: '2 levels, 3 to 7', chances: [0.3, 0.7] },
  { levels: '5 levels', chances: fallingChances(5) },
  { levels: '30 levels, the rare ones pooled', chances: fallingChances(30) },
]

const SHARES = [0.3, 0.05, 0.01] as const

/** By the product's own rule: below five expected rows a mid-p decides. */
const wantedOf = (share: number, sizes: readonly number[]): Wanted =>
  share * Math.min(...sizes) < 7.5 ? MID_P : ASYMPTOTIC

export const categories: readonly Scenario[] = [
  {
    name: 'homogeneity',
    kind: 'test',
    method: 'Homogeneity of two columns, chi-squared',
    data: 'Two samples of one column of categories; those with fewer than five expected rows are pooled.',
    cases: SAMPLE_SIZES.flatMap(([n, m]) =>
      COLUMNS.map(({ levels, chances }) => ({
        setting: `${sizesText(n, m)}, ${levels}`,
        wanted: ASYMPTOTIC,
        run: draws => {
          const found = homogeneity(countLevels(chances, n, draws), countLevels(chances, m, draws))
          return [found.pValue <= LEVEL]
        },
      })),
    ),
  },
  {
    name: 'fisher',
    kind: 'test',
    method: 'Fisher’s exact test',
    data: 'Two samples with a trait that is as frequent in both.',
    cases: SAMPLE_SIZES.flatMap(([n, m]) =>
      SHARES.map(share => ({
        setting: `${sizesText(n, m)}, a share of ${share}`,
        wanted: EXACT,
        run: draws => {
          const [a, c] = [countHits(share, n, draws), countHits(share, m, draws)]
          const { pValue, midP } = fisherExact(a, n - a, c, m - c)
          return [pValue <= LEVEL, midP <= LEVEL]
        },
      })),
    ),
  },
  {
    name: 'two-proportions',
    kind: 'test',
    method: 'Two shares of missing values, normal or Fisher’s mid-p',
    data: 'Two samples with values missing as often in both; mid-p where a cell expects fewer than five rows.',
    cases: SAMPLE_SIZES.flatMap(([n, m]) =>
      SHARES.map(share => ({
        setting: `${sizesText(n, m)}, a share of ${share}`,
        wanted: wantedOf(share, [n, m]),
        run: draws => {
          const [reference, current] = [n, m].map(rows => ({
            count: countHits(share, rows, draws),
            rows,
          })) as [{ count: number; rows: number }, { count: number; rows: number }]
          return [twoProportions(reference, current).pValue <= LEVEL]
        },
      })),
    ),
  },
]
