import type { Latency, LatencyQuantile } from '../../domain/evidence/latency.ts'
import { millisecondsText } from '../sections/latency.ts'
import { type ChartSpecification, framed, PALETTES, type Theme } from './theme.ts'

const QUANTILES: readonly LatencyQuantile[] = ['p50', 'p95', 'p99']
const WIDTH = 340

/** Ratios of service times by quantile; beside each what the champion against itself shows on this machine. */
export function latencyChart(latency: Latency | undefined, theme: Theme): ChartSpecification | undefined {
  if (latency === undefined) return undefined
  const palette = PALETTES[theme]
  const values = QUANTILES.flatMap(quantile => {
    const { ratio, ...times } = latency.quantiles[quantile]
    const said = `${millisecondsText(times['champion-ms'])} → ${millisecondsText(times['challenger-ms'])}`
    return [
      { quantile, against: 'challenger / champion', ...ratio, said },
      { quantile, against: 'champion against itself', ...latency['same-against-same'][quantile], said: '' },
    ]
  })
  const color = {
    field: 'against',
    type: 'nominal',
    scale: {
      domain: ['challenger / champion', 'champion against itself'],
      range: [palette.challenger, palette.champion],
    },
  }
  const shape = {
    field: 'against',
    type: 'nominal',
    scale: { domain: ['challenger / champion', 'champion against itself'], range: ['circle', 'square'] },
  }
  const yOffset = { field: 'against', type: 'nominal', sort: null }
  return framed(theme, 'Latency', 'ratio of service times, one request at a time, with 95 % intervals', {
    width: WIDTH,
    height: { step: 30 },
    data: { values },
    encoding: {
      y: {
        field: 'quantile',
        type: 'nominal',
        title: null,
        axis: { domain: false, ticks: false, labelPadding: 10 },
      },
    },
    layer: [
      {
        mark: { type: 'rule', strokeDash: [4, 4], color: palette.text },
        encoding: { x: { datum: 1, type: 'quantitative' }, y: null },
      },
      {
        mark: { type: 'rule', strokeWidth: 3 },
        encoding: {
          x: {
            field: 'low',
            type: 'quantitative',
            title: 'ratio (1: as fast)',
            scale: { zero: false },
            axis: { tickCount: 5, format: '.2~f' },
          },
          x2: { field: 'high' },
          color,
          yOffset,
        },
      },
      {
        mark: { type: 'point', filled: true, size: 130, opacity: 1 },
        encoding: { x: { field: 'value', type: 'quantitative' }, color, shape, yOffset },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: { value: WIDTH + 14 }, yOffset, text: { field: 'said', type: 'nominal' } },
      },
    ],
  })
}
