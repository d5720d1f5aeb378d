import { broken, kept } from '../domain/contract/check.ts'
import type { Row } from '../domain/contract/probes.ts'
import type { ContractCheck } from '../domain/evidence/contract.ts'
import type { AskedArtifact } from './ask-artifact.ts'

/** Each type of tensor that the model takes, given as another one: text as numbers, numbers as text. */
export async function wrongTypeCheck(artifact: AskedArtifact, row: Row): Promise<ContractCheck> {
  const check = 'wrong-types'
  const { plan } = artifact
  const firstOfType = [...new Map(plan.inputs.map(input => [input.datatype, input])).values()]
  let answered = 0
  for (const { name, datatype, columns: positions } of firstOfType) {
    const wrong = datatype === 'BYTES' ? ('FP32' as const) : ('BYTES' as const)
    const kind = datatype === 'BYTES' ? ('number' as const) : ('text' as const)
    const behind = plan.columns.length
    const asked = await artifact.askOtherwise(
      {
        ...plan,
        columns: [...plan.columns, ...positions.map(at => ({ name: plan.columns[at]?.name ?? '', kind }))],
        inputs: plan.inputs.map(input =>
          input.name === name
            ? { ...input, datatype: wrong, columns: positions.map((_, index) => behind + index) }
            : input,
        ),
      },
      [[...row, ...positions.map(() => (kind === 'number' ? 1 : 'not a number'))]],
    )
    if (asked.is === 'broke')
      return broken(check, firstOfType.length, `\`${name}\` as ${wrong}: ${asked.why}`)
    if (asked.is === 'answered') answered += 1
  }
  const refused = firstOfType.length - answered
  return kept(check, firstOfType.length, `${refused} of ${firstOfType.length} types refused`)
}
