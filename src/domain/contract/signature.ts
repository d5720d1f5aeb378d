import type { ContractCheck } from '../evidence/contract.ts'
import type { InputTensor, OutputTensor, Signature } from '../registry/version.ts'
import { broken, kept } from './check.ts'

/**
 * Whether whoever calls the champion can call the challenger: the same inputs and outputs by name, datatype and sizes
 * of a row. The order in which they are declared does not matter.
 */
export function signatureChecks(champion: Signature, challenger: Signature): ContractCheck[] {
  return [
    tensorCheck('inputs-as-champion', champion.inputs, challenger.inputs),
    tensorCheck('outputs-as-champion', champion.outputs, challenger.outputs),
  ]
}

type Tensor = InputTensor | OutputTensor

function tensorCheck(check: string, before: readonly Tensor[], now: readonly Tensor[]): ContractCheck {
  const old = new Map(before.map(tensor => [tensor.name, tensor]))
  const names = new Set(now.map(({ name }) => name))
  const added = now.filter(({ name }) => !old.has(name)).map(({ name }) => `\`${name}\``)
  const removed = before.filter(({ name }) => !names.has(name)).map(({ name }) => `\`${name}\``)
  const changed = now.flatMap(tensor => {
    const was = old.get(tensor.name)
    if (was === undefined || typeText(was) === typeText(tensor)) return []
    return [`\`${tensor.name}\` from ${typeText(was)} to ${typeText(tensor)}`]
  })
  const parts = [
    ...(added.length > 0 ? [`added ${listed(added)}`] : []),
    ...(removed.length > 0 ? [`removed ${listed(removed)}`] : []),
    ...(changed.length > 0 ? [`changed ${listed(changed)}`] : []),
  ]
  return parts.length === 0 ? kept(check, now.length) : broken(check, now.length, parts.join('; '))
}

/** What a caller has to match: not the number of rows, which is declared in many ways. */
function typeText(tensor: Tensor): string {
  const columns =
    'columns' in tensor && tensor.columns !== undefined ? ` of ${tensor.columns.join(', ')}` : ''
  const sizes = tensor.shape.slice(1).map(size => (size === -1 ? '?' : size))
  return `${tensor.datatype}[${['rows', ...sizes].join(', ')}]${columns}`
}

/** Whether both know the same classes. */
export function classCheck(champion: readonly string[], challenger: readonly string[]): ContractCheck {
  const check = 'classes-as-champion'
  const added = challenger.filter(name => !champion.includes(name)).map(name => `\`${name}\``)
  const removed = champion.filter(name => !challenger.includes(name)).map(name => `\`${name}\``)
  if (added.length + removed.length === 0) return kept(check, challenger.length)
  const parts = [
    ...(added.length > 0 ? [`added ${listed(added)}`] : []),
    ...(removed.length > 0 ? [`removed ${listed(removed)}`] : []),
  ]
  return broken(check, challenger.length, parts.join('; '))
}

function listed(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ')
}
