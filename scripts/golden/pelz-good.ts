/**
 * P(D_n < d) by Pelz and Good's expansion: K₀(z) + K₁(z) / √n + K₂(z) / n + K₃(z) / n^1.5 with z = d √n.
 *
 * @param n - Sample size, above 140.
 * @see Pelz & Good 1976, doi:10.1111/j.2517-6161.1976.tb01579.x; Simard & L'Ecuyer 2011, doi:10.18637/jss.v039.i11, section 2.6
 */
export function pelzGood(n: number, d: number): number {
  const z = d * Math.sqrt(n)
  const last = Math.ceil((16 * z) / Math.PI)
  const sums = [0, 0, 0, 0]
  for (let k = last; k >= 1; k -= 1) {
    const decay = Math.exp((-((2 * k - 1) ** 2) * Math.PI ** 2) / 8 / z ** 2)
    for (const [order, factor] of oddTerms(z, 2 * k - 1).entries())
      sums[order] = (sums[order] ?? 0) + factor * decay
  }
  const [extraSecond, extraThird] = evenTerms(z, last)
  const root = Math.sqrt(2 * Math.PI)
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0] = sums
  return (
    (root * k0) / z +
    (root * k1) / (6 * z ** 4) / Math.sqrt(n) +
    ((root * k2) / (72 * z ** 7) - (root * extraSecond) / (36 * z ** 3)) / n +
    ((root * k3) / (6480 * z ** 10) + (root * extraThird) / (216 * z ** 6)) / n ** 1.5
  )
}

/** The polynomials beside exp(−odd² π² / (8 z²)) in K₀ to K₃. */
function oddTerms(z: number, odd: number): [number, number, number, number] {
  const [z2, z4, z6] = [z ** 2, z ** 4, z ** 6]
  const [p2, p4, p6] = [(Math.PI * odd) ** 2 / 4, (Math.PI * odd) ** 4 / 16, (Math.PI * odd) ** 6 / 64]
  return [
    1,
    p2 - z2,
    6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * p2 + (1 - 2 * z2) * p4,
    -30 * z6 - 90 * z ** 8 + (135 * z4 - 96 * z6) * p2 + (212 * z4 - 60 * z2) * p4 + (5 - 30 * z2) * p6,
  ]
}

/** The sums over exp(−k² π² / (2 z²)) in K₂ and K₃. */
function evenTerms(z: number, last: number): [number, number] {
  let [second, third] = [0, 0]
  for (let k = last; k >= 1; k -= 1) {
    const p2 = (Math.PI * k) ** 2
    const decay = Math.exp(-p2 / 2 / z ** 2)
    second += p2 * decay
    third += (3 * z ** 2 - p2) * p2 * decay
  }
  return [second, third]
}
