import type { InputsPlan } from '../domain/comparison/input-plan.ts'
import { rowsProtocol } from '../domain/contract/rows-protocol.ts'
import { inferAddress, v2Protocol } from '../domain/contract/v2-protocol.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { Ports, Process } from '../ports.ts'
import { type Found, type Served, taskOf } from './contract-subject.ts'
import type { Watch } from './define.ts'
import { classesOf, expectationOf } from './expected-predictions.ts'
import { probeEndpoint } from './probe-endpoint.ts'
import { withServedModel } from './served-model.ts'

/** Ports with commands, where they can be started. */
export type ContractPorts = Ports & { readonly process?: Process }

/** How the endpoint is found and asked. */
export interface EndpointInput {
  readonly url?: string | undefined
  readonly protocol?: 'rows' | 'v2' | undefined
  /** Start it by `serve` of model.yaml. */
  readonly serve: boolean
  readonly timeoutSeconds: number
}

/**
 * Holds an endpoint to the artifact that it should serve.
 *
 * @throws {ModelyardError} `not-runnable` where the artifact itself does not answer, or its endpoint does not start;
 *   `bad-input` where `serve` is missing.
 */
export async function endpointFacts(
  input: EndpointInput,
  state: ModelState,
  served: Served,
  ports: ContractPorts,
  watch: Watch,
): Promise<Found> {
  const { definition } = state
  const { columns, own, plan, remarks, rows } = served
  if (own.is !== 'answered') {
    throw new ModelyardError({
      code: 'not-runnable',
      message: `the artifact itself does not answer, so there is nothing to hold its endpoint to: ${own.why}`,
      next: `see why: modelyard contract ${state.name} ${served.version}`,
    })
  }
  const { serve } = definition
  const name = input.protocol ?? serve?.protocol ?? 'rows'
  const names = { probability: serve?.probability, label: serve?.label }
  const expected = { task: taskOf(state), classes: classesOf(own.scores) } as const
  const protocol = name === 'v2' ? v2Protocol(tensorsOf(plan), names) : rowsProtocol(columns, expected, names)
  const probe = async (base: string): Promise<Found> => {
    const url = name === 'v2' ? inferAddress(base, state.name) : base
    const checks = await probeEndpoint(
      {
        endpoint: ports.endpoint,
        url,
        protocol,
        timeoutMs: input.timeoutSeconds * 1000,
        columns,
        expectedFor: expectationOf(own.scores, definition),
      },
      rows,
      watch,
    )
    return { checks, remarks, url, protocol: name }
  }
  if (input.url !== undefined) return probe(input.url)
  if (serve === undefined) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `${state.name} does not say how it is served`,
      next: 'write `serve: {command: ..., ready: /health, path: /predict}` into its model.yaml, or name an endpoint: --url',
    })
  }
  const { process } = ports
  if (process === undefined) {
    throw new ModelyardError({
      code: 'unsupported',
      message: 'commands of model.yaml cannot be started here',
      next: 'start the endpoint yourself and name it: --url http://127.0.0.1:8000/predict',
    })
  }
  const { found, fallen } = await withServedModel(serve, served.model, { ...ports, process }, watch, probe)
  return fallen === undefined ? found : { ...found, remarks: [...found.remarks, fallen] }
}

function tensorsOf(plan: InputsPlan | undefined): InputsPlan {
  if (plan !== undefined) return plan
  throw new ModelyardError({
    code: 'bad-input',
    message: 'v2 speaks in tensors, and of a version that is no ONNX model nobody knows which',
    next: 'ask it by rows: --protocol rows',
  })
}
