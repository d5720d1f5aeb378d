import type { InputsPlan } from '../domain/comparison/input-plan.ts'
import { broken, kept, notAsked } from '../domain/contract/check.ts'
import { classCheck, signatureChecks } from '../domain/contract/signature.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { ContractCheck } from '../domain/evidence/contract.ts'
import { championOf, type ModelState } from '../domain/registry/model-state.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { Ports } from '../ports.ts'
import { askedBy, type Found, planOf, readSubject, rowsToAsk, type Subject } from './contract-subject.ts'
import type { Watch } from './define.ts'
import { classesOf } from './expected-predictions.ts'
import type { EvaluationData, ModelScores } from './labelled-scores.ts'
import { probeArtifact } from './probe-artifact.ts'
import { type RegistryAt, readVersion } from './registry-reader.ts'

/** Holds an artifact to the data's columns, to the champion's signature, and to itself. */
export async function artifactFacts(
  registry: RegistryAt,
  state: ModelState,
  subject: Subject,
  data: EvaluationData,
  ports: Ports,
  watch: Watch,
): Promise<Found> {
  const champion = await readChampion(registry, state, subject.record, ports)
  const signatures =
    champion === undefined
      ? ['inputs', 'outputs'].map(part => notAsked(`${part}-as-champion`, NO_CHAMPION))
      : signatureChecks(champion.signature, subject.signature)
  let plan: InputsPlan
  try {
    plan = await planOf(subject, state, data, ports)
  } catch (error) {
    if (!(error instanceof ModelyardError && error.code === 'bad-data')) throw error
    const unfit = broken('inputs-fit-data', subject.signature.inputs.length, error.message)
    return { checks: [unfit, ...signatures], remarks: [], champion: champion?.record }
  }
  const rows = await rowsToAsk(plan, data, ports)
  const artifact = askedBy(subject, plan, state, ports, watch)
  const { checks, scores } = await probeArtifact(artifact, rows, watch)
  return {
    checks: [
      kept('inputs-fit-data', subject.signature.inputs.length),
      ...signatures,
      ...checks,
      await classesAsChampion(scores, champion, state, data, ports, watch),
    ],
    remarks: plan.remarks,
    champion: champion?.record,
  }
}

const NO_CHAMPION = 'there is no other version that serves, or it is no ONNX model'

async function readChampion(
  registry: RegistryAt,
  state: ModelState,
  { version: number }: VersionRecord,
  ports: Ports,
): Promise<Subject | undefined> {
  const current = championOf(state.pointers)
  if (current === undefined || current === number) return undefined
  const record = await readVersion(registry, state.name, current)
  return record.artifact.format === 'onnx' ? readSubject(registry, state, record, ports) : undefined
}

async function classesAsChampion(
  scores: ModelScores | undefined,
  champion: Subject | undefined,
  state: ModelState,
  data: EvaluationData,
  ports: Ports,
  watch: Watch,
): Promise<ContractCheck> {
  const check = 'classes-as-champion'
  if (champion === undefined) return notAsked(check, NO_CHAMPION)
  if (state.definition.task === 'regression') return notAsked(check, 'a regression has no classes')
  if (scores === undefined) return notAsked(check, 'it does not answer for rows of the data')
  try {
    const plan = await planOf(champion, state, data, ports)
    const rows = await rowsToAsk(plan, data, ports)
    const asked = await askedBy(champion, plan, state, ports, watch).ask(rows)
    return asked.is === 'answered'
      ? classCheck(classesOf(asked.scores), classesOf(scores))
      : notAsked(check, `the champion does not answer: ${asked.why}`)
  } catch (error) {
    if (!(error instanceof ModelyardError && error.code === 'bad-data')) throw error
    return notAsked(check, `the champion cannot be asked: ${error.message}`)
  }
}
