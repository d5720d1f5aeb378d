import type { MetricFamily } from '../domain/monitoring/metric-definitions.ts'

/**
 * Metrics in Prometheus' text format 0.0.4; those without a sample are left out.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function renderExposition(families: readonly MetricFamily[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(({ definition: { name, help, type, labels }, samples }) =>
      renderFamily(
        name,
        help,
        type,
        samples.map(sample => [
          `{${labels.map((label, at) => `${label}="${escaped(sample.labels[at] ?? '')}"`).join(',')}}`,
          sample.value,
        ]),
      ),
    )
    .join('')
}

/** One metric; what stands behind its name in a line is written as it is given. */
export function renderFamily(
  name: string,
  help: string,
  type: 'counter' | 'gauge' | 'histogram',
  samples: readonly (readonly [suffix: string, value: number])[],
): string {
  const lines = samples.map(([suffix, value]) => `${name}${suffix} ${numberText(value)}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

/** A value of a label, which comes from data: nothing in it ends the quotes or the line. */
function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf'
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value)
}
