import type { Latency, LatencyQuantile } from '../../domain/evidence/latency.ts'
import { type Block, folded, footnote, type Line, strong } from '../blocks.ts'
import { countText, plural, ratioText } from '../numbers.ts'

const QUANTILES: readonly LatencyQuantile[] = ['p50', 'p95', 'p99']

/** Service times of both models, the ratio first; beside it what the machine shows where nothing differs. */
export function latencyBlocks(latency: Latency | undefined): Block[] {
  if (latency === undefined) return []
  const { quantiles, pairs, blocks } = latency
  const p95 = quantiles.p95.ratio
  const rows = QUANTILES.map((quantile): Line[] => {
    const { ratio, ...times } = quantiles[quantile]
    const same = latency['same-against-same'][quantile]
    return [
      quantile === 'p99' ? 'p99 (info)' : quantile,
      ratioText(ratio.value),
      ratioRange(ratio),
      `${millisecondsText(times['champion-ms'])} → ${millisecondsText(times['challenger-ms'])}`,
      `${ratioText(same.value)} (${ratioRange(same)})`,
    ]
  })
  return [
    folded(
      'latency',
      [strong('Latency'), ` · p95 ${ratioText(p95.value)} (${ratioRange(p95)})`],
      {
        block: 'table',
        columns: [
          { title: 'quantile' },
          { title: 'ratio', align: 'right' },
          { title: '95 % interval', align: 'right' },
          { title: 'from → to', align: 'right' },
          { title: 'against itself', align: 'right' },
        ],
        rows,
      },
      footnote(
        `Service time of single requests of ${plural(latency['rows-per-request'], 'row')}, one at a time, both models interleaved in one process; no queue is in it. Against itself: the champion twice, what this machine shows where nothing differs. ${countText(pairs)} pairs in ${countText(blocks)} blocks after ${countText(latency['warm-up'])} for warming up, seed ${latency.seed}.`,
      ),
    ),
  ]
}

type Ratio = Latency['quantiles']['p50']['ratio']

function ratioRange({ low, high }: Ratio): string {
  return `${low.toFixed(2)} to ${high.toFixed(2)}`
}

/** `0.42 ms`, `12.3 ms`, `1,204 ms`. */
export function millisecondsText(ms: number): string {
  const text = ms >= 1000 ? countText(Math.round(ms)) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(ms >= 1 ? 2 : 3)
  return `${text} ms`
}
