import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { openPrometheus } from '../../src/adapters/http/prometheus.ts'
import { handOutMetrics } from '../../src/commands/write-metrics.ts'
import type { MetricFamily } from '../../src/domain/monitoring/metric-definitions.ts'
import { driftMetrics, serviceMetrics } from '../../src/domain/monitoring/metrics.ts'
import { parseAnswer } from '../../src/domain/service/prometheus-answer.ts'
import type { Ports } from '../../src/ports.ts'
import { renderExposition } from '../../src/render/exposition.ts'
import { startServer } from '../support/endpoints.ts'
import { projectRoot } from '../support/imports.ts'
import { RESULTS } from '../support/results.ts'
import { placeOf, runTool, testWith } from '../support/tools.ts'

const AT = Date.UTC(2026, 2, 1)
const EXPOSITION = renderExposition([
  ...serviceMetrics(RESULTS['service-levels'], AT),
  ...driftMetrics(RESULTS.drift, AT).filter(({ definition }) =>
    definition.name.startsWith('modelyard_feature'),
  ),
])

testWith('promtool')('promtool finds nothing wrong with the alert rules, and would', async () => {
  const rules = await runTool('promtool', ['check', 'rules', 'docs/monitoring/alert-rules.yml'], {
    cwd: projectRoot,
  })
  expect(rules.output).toContain('SUCCESS: 4 rules found')
  expect(rules.status, rules.errors).toBe(0)
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'bad.yml'), 'groups: [{name: a, rules: [{alert: A, expr: "up =="}]}]\n')
  expect((await runTool('promtool', ['check', 'rules', 'bad.yml'], { cwd: folder })).status).not.toBe(0)
})

testWith('prometheus')(
  'a Prometheus server that scrapes what a run left gives our figures back',
  async () => {
    const exporter = await startServer(async () => ({ type: 'text/plain; version=0.0.4', body: EXPOSITION }))
    const server = await startPrometheus(new URL(exporter).host)
    const query = 'modelyard_service_level_value{level="p95"}'
    const found = await untilFound(server, query)
    expect(found).toMatchObject([{ labels: { model: 'churn', unit: 'seconds' }, value: 0.3124 }])
    expect(await ask(server, 'modelyard_feature_drifted == 1')).toHaveLength(3)
    expect(await ask(server, 'modelyard_service_level_broken{level="throughput"}')).toMatchObject([
      { value: 0 },
    ])
    const firing = await ask(server, 'time() - modelyard_monitor_run_timestamp_seconds > 172800')
    expect(firing).toMatchObject([{ labels: { monitor: 'service-levels' } }])
  },
  60_000,
)

testWith('prometheus-pushgateway')(
  'a Pushgateway keeps what two monitors of a model and one of another hand it, and the newest of each alone',
  async () => {
    const gate = await startPushgateway()
    const push = async (model: string, monitor: string, families: readonly MetricFamily[]) => {
      const result = { model, remarks: [] }
      return handOutMetrics(result, monitor, families, { pushgateway: gate }, PUSHING, {})
    }
    const drift = driftMetrics(RESULTS.drift, AT)
    const service = serviceMetrics(RESULTS['service-levels'], AT)
    await untilReady(gate)
    expect(await push('churn', 'drift', drift)).toEqual({ model: 'churn', remarks: [] })
    expect(await push('churn', 'service-levels', service)).toMatchObject({ remarks: [] })
    expect(
      await push('fraud', 'drift', driftMetrics({ ...RESULTS.drift, model: 'fraud' }, AT)),
    ).toMatchObject({
      remarks: [],
    })
    const one = driftMetrics({ ...RESULTS.drift, features: RESULTS.drift.features.slice(0, 1) }, AT)
    expect(await push('churn', 'drift', one)).toMatchObject({ remarks: [] })
    const held = await (await fetch(`${gate}/metrics`)).text()
    const lines = (start: string) => held.split('\n').filter(line => line.startsWith(start))
    expect(lines('modelyard_monitor_run_timestamp_seconds{')).toHaveLength(3)
    expect(lines('modelyard_feature_drifted{').filter(line => line.includes('model="churn"'))).toHaveLength(1)
    expect(lines('modelyard_service_level_value{').length).toBeGreaterThan(1)
    expect(lines('modelyard_feature_drifted{')[0]).toContain('job="modelyard"')
  },
  60_000,
)

const PUSHING = {
  prometheus: openPrometheus(undefined),
  reports: { renderMetrics: renderExposition } as unknown as Ports['reports'],
  artifacts: {} as Ports['artifacts'],
}

async function startPushgateway(): Promise<string> {
  const port = await freePort()
  const folder = await temporaryFolder()
  const args = [`--web.listen-address=127.0.0.1:${port}`]
  return started(spawn(placeOf('prometheus-pushgateway'), args, { cwd: folder, stdio: 'ignore' }), port)
}

async function untilReady(server: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const reply = await openPrometheus(undefined).ask(`${server}/-/ready`, { timeoutMs: 1000 })
    if (reply.is === 'answer' && reply.status === 200) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

async function startPrometheus(target: string): Promise<string> {
  const folder = await temporaryFolder()
  const port = await freePort()
  const config = `scrape_configs: [{job_name: modelyard, scrape_interval: 1s, static_configs: [{targets: ['${target}']}]}]\n`
  await writeFile(join(folder, 'prometheus.yml'), config)
  const args = [
    '--config.file=prometheus.yml',
    '--storage.tsdb.path=data',
    `--web.listen-address=127.0.0.1:${port}`,
  ]
  return started(spawn(placeOf('prometheus'), args, { cwd: folder, stdio: 'ignore' }), port)
}

/** The address of a server that ends with the test. */
function started(child: ChildProcess, port: number): string {
  onTestFinished(async () => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill()
    await ended
  })
  return `http://127.0.0.1:${port}`
}

async function ask(server: string, query: string) {
  const url = `${server}/api/v1/query?${new URLSearchParams({ query })}`
  const answered = parseAnswer(server, await openPrometheus(undefined).ask(url, { timeoutMs: 5000 }))
  return 'samples' in answered ? answered.samples : []
}

async function untilFound(server: string, query: string) {
  for (let tries = 0; tries < 100; tries += 1) {
    const samples = await ask(server, query)
    if (samples.length > 0) return samples
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return []
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-prometheus-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
