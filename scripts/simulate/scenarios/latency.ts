import { quantileRatio } from '../../../src/domain/stats/quantile-ratio.ts'
import type { Draws } from '../draws.ts'
import { GATE, type Scenario, type Wanted } from '../scenario.ts'

const MARGIN = 1.1
const DATA =
  'Log-normal times; a disturbance of both models that fades over 20 pairs (half of the variance of the logarithm). The challenger takes 1.1 times as long, as long, or 1 / 1.1.'

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
  return { champion, challenger }
}

const SETTINGS: readonly { pairs: number; blocks: number; share: number; wanted: Wanted }[] = [
  { pairs: 300, blocks: 20, share: 0.5, wanted: GATE },
  { pairs: 1_409, blocks: 40, share: 0.5, wanted: GATE },
  { pairs: 1_409, blocks: 40, share: 0.95, wanted: GATE },
  { pairs: 1_409, blocks: 40, share: 0.99, wanted: 'stated' },
]

export const latency: Scenario = {
  name: 'latency-gate',
  kind: 'gate',
  method: 'Latency ratio, bootstrap of blocks',
  data: DATA,
  share: 0.2,
  cases: SETTINGS.map(({ pairs, blocks, share, wanted }) => ({
    setting: `${pairs.toLocaleString('en')} pairs in ${blocks} blocks, p${100 * share}`,
    wanted,
    run: draws =>
      [MARGIN, 1, 1 / MARGIN].map(factor => {
        const how = { blocks, resamples: 1_000, seed: draws.seed() }
        const ratio = quantileRatio(times(pairs, factor, draws), share, how)
        return ratio !== undefined && ratio.high < MARGIN
      }),
  })),
}
