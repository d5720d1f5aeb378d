import type { Latency } from '../../../src/domain/evidence/latency.ts'
import { quantileRatiosOverBlocks } from '../../../src/domain/latency/block-ratio.ts'
import { planPairs } from '../../../src/domain/latency/schedule.ts'
import type { Draws } from '../draws.ts'
import { letsThrough } from '../judging.ts'
import { GATE, type Scenario } from '../scenario.ts'

const MARGIN = 0.1
/** The product draws 2,000; with 500 a bound's own noise lets about 0.1 points more through. */
const RESAMPLES = 500
const DATA =
  'Log-normal times; a disturbance of both models that fades over 20 pairs (half of the variance of the logarithm). The challenger takes 1.1 times as long, as long, or 1 / 1.1; the champion against itself is timed before.'

/** Pairs of times whose shared part is an autoregression. */
function times(pairs: number, factor: number, draws: Draws) {
  const [champion, challenger] = [new Float64Array(pairs), new Float64Array(pairs)]
  const memory = Math.exp(-1 / 20)
  let disturbance = draws.normal()
  for (let pair = 0; pair < pairs; pair += 1) {
    disturbance = memory * disturbance + Math.sqrt(1 - memory ** 2) * draws.normal()
    const time = () => Math.exp(0.15 * (disturbance + draws.normal()))
    champion[pair] = time()
    challenger[pair] = factor * time()
  }
  return [champion, challenger] as const
}

/** What `bench` says of a challenger that takes so many times as long. */
function measure(pairs: number, blocks: number, factors: readonly number[], draws: Draws): Latency[] {
  const ratiosOf = (factor: number) => {
    const how = { blocks, resamples: RESAMPLES, seed: draws.seed() }
    return quantileRatiosOverBlocks(...times(pairs, factor, draws), how)
  }
  const same = ratiosOf(1)
  return factors.map(factor => {
    const { p50, p95, p99 } = ratiosOf(factor)
    const quantile = ({ first, second, ratio }: typeof p50) => ({
      'champion-ms': first,
      'challenger-ms': second,
      ratio,
    })
    return {
      'rows-per-request': 1,
      pairs,
      'warm-up': 0,
      blocks,
      seed: 0,
      'same-against-same': { p50: same.p50.ratio, p95: same.p95.ratio, p99: same.p99.ratio },
      quantiles: { p50: quantile(p50), p95: quantile(p95), p99: quantile(p99) },
    }
  })
}

const known = new WeakMap<Draws, readonly Latency[]>()

export const latency: Scenario = {
  name: 'latency-gate',
  kind: 'gate',
  gates: ['latency'],
  method: 'Latency ratio, bootstrap of blocks',
  data: DATA,
  cases: [300, 1_409].flatMap(asked =>
    (['p50', 'p95'] as const).map(quantile => {
      // As many as fit a budget of so many milliseconds, at one each.
      const { pairs, blocks } = planPairs(asked, 1)
      return {
        setting: `${pairs.toLocaleString('en')} pairs in ${blocks} blocks, ${quantile}`,
        wanted: GATE,
        share: asked < 1_000 ? 0.4 : 0.2,
        stream: `latency, ${pairs}`,
        run: draws => {
          const measured =
            known.get(draws) ?? measure(pairs, blocks, [1 + MARGIN, 1, 1 / (1 + MARGIN)], draws)
          known.set(draws, measured)
          return measured.map(facts =>
            letsThrough({ latency: quantile, 'not-slower-by': MARGIN }, { latency: facts }),
          )
        },
      }
    }),
  ),
}
