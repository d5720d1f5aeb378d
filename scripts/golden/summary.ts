import type { Checked } from './finding.ts'

/** Tells which fields were compared, with which tolerance, and which were not and why. */
export function printSummary(vectors: readonly { readonly kind: string; readonly checked: Checked }[]): void {
  for (const kind of new Set(vectors.map(vector => vector.kind))) {
    const checked = vectors.filter(vector => vector.kind === kind).map(vector => vector.checked)
    console.log(`\n${kind}, compared:`)
    printCounted(
      checked
        .flatMap(({ compared }) => compared)
        .map(({ field, tolerance, measure }) =>
          measure === 'equal' ? `${field}: equal` : `${field}: ${tolerance.toExponential(0)} ${measure}`,
        ),
    )
    const leftOut = checked.flatMap(vector => vector.leftOut).map(({ field, why }) => `${field}: ${why}`)
    if (leftOut.length > 0) {
      console.log(`${kind}, not compared:`)
      printCounted(leftOut)
    }
  }
  if (vectors.some(({ kind }) => kind === 'ks_2samp')) console.log(`\n${NOTE}\n`)
}

const NOTE = `p_exact and p_exact_rational ignore ties, as scipy does: they hold our recursion, told of no ties. What the product
reports for samples with ties is p_exact_ties_permutation. p_asymp, and p_auto where the larger sample has more than
10,000 rows, are a one-sample distribution that the product does not use: they hold its reconstruction in
scripts/golden, and beside it the series that the product uses there, within 5e-3.`

function printCounted(lines: readonly string[]): void {
  for (const line of new Set(lines)) {
    console.log(`  ${line} (${lines.filter(other => other === line).length} vectors)`)
  }
}
