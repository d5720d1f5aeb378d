import { stringify } from 'yaml'
import { METRIC_DEFINITIONS as METRICS } from '../../src/domain/monitoring/metric-definitions.ts'
import type { GeneratedFile } from './files.ts'

const NOTICE = '# Made by `npm run generate` from src/domain/monitoring/metric-definitions.ts. Do not edit.\n'

/** What a team imports into Prometheus and Grafana. */
export function monitoringFiles(): GeneratedFile[] {
  return [
    { path: 'docs/monitoring/alert-rules.yml', content: `${NOTICE}${stringify(RULES, { lineWidth: 120 })}` },
    { path: 'docs/monitoring/dashboard.json', content: `${JSON.stringify(dashboard(), null, 2)}\n` },
  ]
}

/** A monitor that ran once a day is late after two. */
const LATE_SECONDS = 2 * 24 * 3600

const RULES = {
  groups: [
    {
      name: 'modelyard',
      rules: [
        alert('ModelyardServiceLevelBroken', `${METRICS.broken.name} == 1`, {
          severity: 'page',
          summary: '{{ $labels.model }} does not keep {{ $labels.level }}',
        }),
        alert('ModelyardFeatureDrifted', `${METRICS.drifted.name} == 1`, {
          severity: 'ticket',
          summary: '{{ $labels.feature }} of {{ $labels.model }} drifted',
        }),
        alert('ModelyardMonitorUntold', `${METRICS.untold.name} > 0`, {
          severity: 'ticket',
          summary: 'The monitor {{ $labels.monitor }} of {{ $labels.model }} could not tell of everything',
        }),
        alert('ModelyardMonitorLate', `time() - ${METRICS.ranAt.name} > ${LATE_SECONDS}`, {
          severity: 'ticket',
          summary: 'The monitor {{ $labels.monitor }} of {{ $labels.model }} did not run for two days',
        }),
      ],
    },
  ],
}

function alert(
  name: string,
  expression: string,
  { severity, summary }: { readonly severity: string; readonly summary: string },
) {
  return { alert: name, expr: expression, labels: { severity }, annotations: { summary } }
}

function dashboard() {
  const panels = [
    panel('Service levels that are broken', 'stat', METRICS.broken.name, '{{level}}'),
    panel('Service levels, measured', 'timeseries', METRICS.value.name, '{{level}} ({{unit}})'),
    panel('Service levels, promised', 'timeseries', METRICS.limit.name, '{{level}} ({{unit}})'),
    panel('Features that drifted', 'stat', METRICS.drifted.name, '{{feature}}'),
    panel('How far features moved', 'timeseries', METRICS.distance.name, '{{feature}}'),
    panel('What could not be told', 'timeseries', METRICS.untold.name, '{{monitor}}'),
  ]
  return {
    title: 'Modelyard',
    uid: 'modelyard',
    schemaVersion: 39,
    time: { from: 'now-30d', to: 'now' },
    templating: {
      list: [
        { name: 'source', type: 'datasource', query: 'prometheus' },
        {
          name: 'model',
          type: 'query',
          datasource: { type: 'prometheus', uid: '$source' },
          query: `label_values(${METRICS.ranAt.name}, model)`,
          refresh: 2,
        },
      ],
    },
    panels: panels.map((one, at) => ({
      id: at + 1,
      ...one,
      gridPos: { h: 8, w: 12, x: (at % 2) * 12, y: Math.floor(at / 2) * 8 },
    })),
  }
}

function panel(title: string, type: 'stat' | 'timeseries', metric: string, legendFormat: string) {
  return {
    title,
    type,
    datasource: { type: 'prometheus', uid: '$source' },
    targets: [{ refId: 'A', expr: `${metric}{model="$model"}`, legendFormat }],
  }
}
