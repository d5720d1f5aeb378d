import type { SourcedGate } from './index.ts'
import type { GateResult, GateTree } from './result.ts'

export interface PolicyLineFacts {
  readonly source: GateResult['source']
  readonly text: string
  readonly why?: string
}

/** The rules that a tree was judged by, as they would stand in model.yaml, each with whose it is. */
export function policyLines(policy: readonly SourcedGate[], tree: GateTree): PolicyLineFacts[] {
  return [
    ...policy.map(({ rule, source }) => ({ source, text: flow(rule) })),
    ...tree.gates
      .filter(({ source }) => source === 'default')
      .map(({ about, wanted, reason, source }) => ({
        source,
        text: flow({
          metric: about,
          'not-worse-by': wanted.value === undefined ? wanted.word : 0 - wanted.value,
        }),
        why: reason,
      })),
  ]
}

/** `{metric: roc-auc, min: 0.7}`: YAML on one line, quoted where a word could be read as something else. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(', ')}}`
  const isPlain = typeof value === 'string' && PLAIN.test(value) && !MEANS_MORE.test(value)
  return isPlain ? value : JSON.stringify(value)
}

const PLAIN = /^[a-z][\w-]*(?: [\w-]+)*$|^\d+(?:\.\d+)?(?:%|[kMG]i?B)$/i
const MEANS_MORE = /^(?:true|false|null|yes|no|on|off|y|n)$/i
