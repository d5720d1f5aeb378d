import type { LatencyResult } from '../../domain/results/latency.ts'
import {
  type Block,
  bad,
  code,
  footnote,
  fullSentence,
  good,
  heading,
  type Line,
  open,
  paragraph,
  type Span,
  sentence,
  strong,
} from '../blocks.ts'
import { countText, plural, short } from '../numbers.ts'
import { rowsText } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

type Ratio = LatencyResult['facts']['quantiles']['p50']['ratio']

/** `bench`. */
export function describeLatency(result: LatencyResult): Block[] {
  const { facts, champion, challenger } = result
  const { p50, p95 } = facts.quantiles
  return [
    heading(2, `${result.model}: version ${challenger.version} against version ${champion.version}, latency`),
    paragraph(
      strong(`p50 ${ratioText(p50.ratio)}`),
      ` of the champion's time (${rangeText(p50.ratio)}), `,
      strong(`p95 ${ratioText(p95.ratio)}`),
      ` (${rangeText(p95.ratio)}), over ${countText(facts.pairs)} pairs of requests of ${plural(facts['rows-per-request'], 'row')}.`,
    ),
    ...noiseBlocks(result),
    quantileTable(result),
    paragraph(
      'Service time of single requests, one at a time, in one process with one thread: no queue and no network is in it. p99 is for information.',
    ),
    ...(result.remarks.length === 0
      ? []
      : [
          {
            block: 'list' as const,
            items: result.remarks.map(remark => sentence(`Note: ${fullSentence(remark)}`)),
          },
        ]),
    ...nextBlocks(result.next),
    footnote(
      `champion v${champion.version} `,
      code(short(champion.artifact)),
      ` · challenger v${challenger.version} `,
      code(short(challenger.artifact)),
      ' · data ',
      code(short(result.data.sha256)),
      ` (${rowsText(result.data)}) · ${result.engine} · 95 % intervals over ${plural(facts.blocks, 'block')} of pairs, seed ${facts.seed}`,
    ),
  ]
}

/** A machine that cannot tell a model from itself cannot tell two apart: it comes before their figures. */
function noiseBlocks({ facts, noisy }: LatencyResult): Block[] {
  if (noisy.length === 0) return []
  const seen = noisy.map(name => `${name} ${rangeText(facts['same-against-same'][name])}`)
  return [
    paragraph(
      open('The machine is too noisy'),
      `: the champion against itself shows ${seen.join(' and ')}, where ×1.00 is true.`,
    ),
  ]
}

function quantileTable({ facts }: LatencyResult): Block {
  const same = facts['same-against-same']
  return {
    block: 'table',
    columns: [
      { title: '' },
      { title: 'champion', align: 'right' },
      { title: 'challenger', align: 'right' },
      { title: 'ratio', align: 'right' },
      { title: '95 % interval', align: 'right' },
      { title: 'champion against itself', align: 'right' },
      { title: '' },
    ],
    rows: (['p50', 'p95', 'p99'] as const).map((name): Line[] => {
      const found = facts.quantiles[name]
      return [
        name,
        msText(found['champion-ms']),
        msText(found['challenger-ms']),
        ratioText(found.ratio),
        rangeText(found.ratio),
        rangeText(same[name]),
        readingSpan(found.ratio),
      ]
    }),
  }
}

function readingSpan({ low, high }: Ratio): Span {
  if (low > 1) return bad('slower')
  return high < 1 ? good('faster') : 'open'
}

function ratioText({ value }: Ratio): string {
  return `×${value.toFixed(2)}`
}

function rangeText({ low, high }: Ratio): string {
  return `×${low.toFixed(2)} to ×${high.toFixed(2)}`
}

/** Three digits that count: 0.0412 ms, 3.21 ms, 120 ms. */
function msText(ms: number): string {
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(ms)))
  return `${ms.toFixed(Math.min(decimals, 6))} ms`
}
