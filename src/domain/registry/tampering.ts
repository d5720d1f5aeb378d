/**
 * What was done past the promotions: to the pointers, to what was merged and never changes, to the seals and their
 * branch, or to the configuration, without which nothing else is found.
 */
export type TamperingKind = 'pointers' | 'history' | 'seals' | 'configuration'

export interface Tampering {
  readonly kind: TamperingKind
  /** Undefined where it is about all of them, as the branch of the seals and the configuration are. */
  readonly model: string | undefined
  /** The commit that did it; undefined where none can be told. */
  readonly commit: string | undefined
  /** A sentence without its full stop, the same whenever it is found. Names in it may be anybody's. */
  readonly message: string
}

/** Findings that one issue tells of, by kind and model. */
export interface TamperingGroup {
  readonly kind: TamperingKind
  readonly model: string | undefined
  readonly findings: readonly Tampering[]
}

/** By kind and model, in the order in which they were found; the same finding once. */
export function groupTampering(findings: readonly Tampering[]): readonly TamperingGroup[] {
  const groups = new Map<string, { kind: TamperingKind; model: string | undefined; findings: Tampering[] }>()
  for (const finding of findings) {
    const { kind, model } = finding
    const key = `${kind} ${model ?? ''}`
    const group = groups.get(key) ?? { kind, model, findings: [] }
    if (!group.findings.some(({ message }) => message === finding.message)) group.findings.push(finding)
    groups.set(key, group)
  }
  return [...groups.values()]
}
