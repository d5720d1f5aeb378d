import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Contract } from '../domain/evidence/contract.ts'
import type { ContractResult } from '../domain/results/contract.ts'
import { artifactFacts } from './contract-of-artifact.ts'
import { commandFacts, readCommandSubject, servedByCommand } from './contract-of-command.ts'
import { type ContractPorts, type EndpointInput, endpointFacts } from './contract-of-endpoint.ts'
import { type Found, readSubject, servedByEngine } from './contract-subject.ts'
import { defineMeasurement, type Watch } from './define.ts'
import { withEvaluationData } from './evaluation-data.ts'
import { originOf, writeEvidence } from './evidence-writer.ts'
import { measureInputs, model, version } from './inputs.ts'
import { type EvaluationData, namedData, rowsMeasuredOn, rowsRemarks } from './labelled-scores.ts'
import type { MeasuredVersion } from './measured-version.ts'
import { openRegistry, readModel, readVersion, resolveVersion } from './registry-reader.ts'
import { sideOf } from './version-side.ts'

export const contract = defineMeasurement({
  name: 'contract',
  summary: 'Whether a version, or its endpoint, keeps what callers rely on.',
  details: `Holds an ONNX artifact to the data's columns and to the champion's signature, and asks it in batches, row by row, twice,
and with values that training never had: an answer or a clear error is due. What is no ONNX is asked by predict of
model.yaml. With --url a running endpoint is asked, with --serve the one that model.yaml starts: its predictions must be
those that the artifact itself gives here.`,
  positional: ['model', 'version'],
  examples: [
    { command: 'modelyard contract telco-churn latest', does: 'tries the newest version' },
    {
      command: 'modelyard contract telco-churn 4 --no-evidence',
      does: 'looks at what changed for callers since the champion',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  asksGitHub: true,
  input: z.strictObject({
    model,
    version,
    url: z
      .optional(z.string().check(z.minLength(1), z.maxLength(2000)))
      .check(z.describe('A running endpoint of this version: where predictions are asked, or a v2 server.')),
    protocol: z
      .optional(z.enum(['rows', 'v2']))
      .check(z.describe('What it speaks; left out: what serve of model.yaml says, otherwise rows.')),
    serve: z
      ._default(z.boolean(), false)
      .check(z.describe('Start the endpoint by serve of model.yaml, ask it and stop it.')),
    timeoutSeconds: z
      ._default(z.number().check(z.gt(0), z.maximum(600)), 10)
      .check(z.describe('How long an endpoint may take for one request.')),
    ...measureInputs,
  }),
  results: ['contract'],
  async run(input, ports: ContractPorts, watch): Promise<ContractResult> {
    const startedAt = ports.clock.now()
    refuseMixed(input)
    const registry = await openRegistry(ports.repository)
    const state = await readModel(registry, input.model)
    const record = await readVersion(
      registry,
      state.name,
      await resolveVersion(registry, state, input.version),
    )
    return withEvaluationData(state, input, [record], ports, data =>
      kept(input, { startedAt, registry, state, record, data }, ports, watch),
    )
  },
})

/** A version, and the rows that it is asked for. */
interface Asked extends MeasuredVersion {
  /** UTC, milliseconds. */
  readonly startedAt: number
  readonly data: EvaluationData
}

async function kept(
  input: EndpointInput & { readonly evidence: boolean },
  { startedAt, registry, state, record, data }: Asked,
  ports: ContractPorts,
  watch: Watch,
): Promise<ContractResult> {
  const byCommand = await readCommandSubject(registry, state, record, data, ports, watch)
  const subject = byCommand ?? (await readSubject(registry, state, record, ports))
  const atEndpoint = input.url !== undefined || input.serve
  const served = async () =>
    'command' in subject
      ? servedByCommand(subject, data, ports)
      : servedByEngine(subject, state, data, ports, watch)
  const found = atEndpoint
    ? await endpointFacts(input, state, await served(), ports, watch)
    : 'command' in subject
      ? await commandFacts(subject, data, ports, watch)
      : await artifactFacts(registry, state, subject, data, ports, watch)
  const inputs = 'command' in subject ? subject.command.columns : subject.signature.inputs
  const facts = factsOf(atEndpoint ? 'endpoint' : 'artifact', inputs.length, found)
  const evidence = {
    schema: 1,
    kind: 'contract',
    subject: { artifact: record.artifact.sha256, ...rowsMeasuredOn(data) },
    facts,
    origin: await originOf(startedAt, registry.commit, ports, []),
  } as const
  const written = input.evidence
    ? [(await writeEvidence(registry, state, record, evidence, ports)).written]
    : []
  return {
    kind: 'contract',
    outcome: facts.checks.some(({ outcome }) => outcome === 'broken') ? 'failed' : 'passed',
    model: state.name,
    commit: registry.commit,
    version: sideOf(state, record),
    ...(found.champion === undefined ? {} : { champion: sideOf(state, found.champion) }),
    ...(found.url === undefined ? {} : { url: found.url.replace(/\?.*$/s, '') }),
    facts,
    data: namedData(data),
    engine: byCommand === undefined ? ports.inference.engine : 'predict of model.yaml',
    seconds: (ports.clock.now() - startedAt) / 1000,
    evidence: written,
    remarks: [...found.remarks, ...rowsRemarks(data)],
    next: [],
  }
}

function refuseMixed({ url, serve, protocol }: EndpointInput): void {
  if (url !== undefined && serve) {
    throw new ModelyardError({
      code: 'bad-input',
      message: '--url asks an endpoint that runs already, and --serve starts one',
      next: 'leave one of them out',
    })
  }
  if (protocol !== undefined && url === undefined && !serve) {
    throw new ModelyardError({
      code: 'bad-input',
      message: '--protocol says how an endpoint is asked, and none is named',
      next: 'name it: --url http://127.0.0.1:8000/predict; or leave --protocol out to try the artifact',
    })
  }
}

function factsOf(against: Contract['against'], inputs: number, { checks, protocol }: Found): Contract {
  return {
    against,
    ...(protocol === undefined ? {} : { protocol }),
    inputs,
    probes: checks.reduce((sum, { probes }) => sum + probes, 0),
    checks: [...checks],
  }
}
