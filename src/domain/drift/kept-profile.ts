import * as z from 'zod/mini'
import { UserName } from '../registry/names.ts'
import { CategoryProfile } from './category-profile.ts'
import type { Edges } from './edges.ts'
import type { ColumnProfile, SampleProfile } from './judge-drift.ts'
import { NumberProfile } from './number-profile.ts'

/** A file of JSON has a line for each number of a list: as one text they take a fifth of the room. */
const Numbers = z
  .string()
  .check(
    z.regex(/^(?:-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?: -?\d+(?:\.\d+)?(?:e[+-]\d+)?)*)?$/),
    z.maxLength(20_000),
    z.describe('Numbers, a space between two, each the shortest text that reads back as the same double.'),
  )

const KeptNumbers = z
  .strictObject({
    ...NumberProfile.shape,
    cut: z.strictObject({ edges: Numbers, atoms: Numbers }),
    counts: Numbers,
  })
  .check(
    z.refine(kept => NumberProfile.safeParse(readNumbers(kept)).success, {
      error: 'edges must ascend, atoms be some of them, and a count be there for each cell',
    }),
  )
type KeptNumbers = z.infer<typeof KeptNumbers>

/** A reference as it is kept: what another sample is compared with, without its rows. */
export const KeptProfile = z.strictObject({
  uri: z.string().check(z.maxLength(4000), z.describe('The file that it is of.')),
  rows: z.int().check(z.minimum(0)),
  columns: z
    .array(
      z.strictObject({
        column: UserName,
        profile: z.union([
          KeptNumbers,
          CategoryProfile,
          z.strictObject({ type: z.enum(['other', 'unreadable']) }),
        ]),
      }),
    )
    .check(z.maxLength(5000), z.describe('In the order of the file.')),
})
export type KeptProfile = z.infer<typeof KeptProfile>

/**
 * What of a profile can be kept: a column whose name no file of the registry may hold is left out, and a category whose name
 * none may counts among those without a name, as it does then in whatever is compared with it.
 */
export function keepProfile(profile: SampleProfile, uri: string, rows: number): KeptProfile {
  const columns = [...profile].flatMap(([column, found]) =>
    UserName.safeParse(column).success && isKeepable(column) ? [{ column, profile: keptColumn(found) }] : [],
  )
  return { uri, rows, columns }
}

/** The profile that was kept, cell by cell. */
export function readProfile({ columns }: Pick<KeptProfile, 'columns'>): SampleProfile {
  return new Map(
    columns.map(({ column, profile }): [string, ColumnProfile] => [
      column,
      profile.type === 'number' ? readNumbers(profile) : profile,
    ]),
  )
}

function keptColumn(profile: ColumnProfile): KeptProfile['columns'][number]['profile'] {
  if (profile.type === 'category') return keptCategories(profile)
  if (profile.type !== 'number') return profile
  const { edges, atoms } = profile.cut
  return {
    ...profile,
    cut: { edges: edges.join(' '), atoms: atoms.join(' ') },
    counts: profile.counts.join(' '),
  }
}

function keptCategories({ named, others, ...profile }: CategoryProfile): CategoryProfile {
  const kept = Object.entries(named).filter(([category]) => isKeepable(category))
  const unnamed = Object.entries(named).filter(([category]) => !isKeepable(category))
  const first = Object.entries(others.first).filter(([category]) => isKeepable(category))
  return {
    ...profile,
    named: Object.fromEntries(kept),
    others: {
      rows: others.rows + unnamed.reduce((sum, [, rows]) => sum + rows, 0),
      first: Object.fromEntries(first),
    },
  }
}

/** The files of the registry hold no such text: whoever reads them into an object would be led astray by it. */
function isKeepable(category: string): boolean {
  return !category.includes('__proto__')
}

function readNumbers({ cut, counts, ...profile }: KeptNumbers): NumberProfile {
  return {
    ...profile,
    cut: { edges: parseNumbers(cut.edges), atoms: parseNumbers(cut.atoms) } satisfies Edges,
    counts: parseNumbers(counts),
  }
}

function parseNumbers(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number)
}
