import type { Evidence, EvidenceKind, EvidenceOf } from '../evidence/evidence.ts'
import { bindsRows, isOfNamedRows } from '../evidence/judging-rows.ts'
import { resolutionOf } from '../gates/resolution.ts'
import { marginsIn } from '../gates/rule.ts'
import { tooFine } from '../gates/warnings.ts'
import type { Problem } from '../problem.ts'
import type { ModelDefinition } from './definition.ts'
import type { ParsedVersion } from './validate-version.ts'

/**
 * Margins of a policy that the pinned evaluation rows cannot resolve, by what was measured on them last. A warning: such
 * a gate lets nothing wrong through, it only leaves an equal challenger without an answer.
 */
export function* judgeMargins({
  definition,
  versions,
}: {
  readonly definition:
    | {
        readonly value: ModelDefinition | undefined
        readonly locate: (keys: readonly PropertyKey[]) => Problem['place']
      }
    | undefined
  readonly versions: readonly ParsedVersion[]
}): Generator<Problem> {
  const data = definition?.value?.evaluate?.data
  if (definition?.value === undefined || !bindsRows(data)) return
  const measured = versions
    .flatMap(({ evidence }) => evidence.map(found => found.evidence))
    .filter(found => found !== undefined && 'data' in found.subject && isOfNamedRows(found.subject, data))
  const comparison = lastOf(measured, 'comparison')?.facts
  const evaluation = lastOf(measured, 'evaluation')?.facts
  for (const [stage, { gates = [] }] of Object.entries(definition.value.policy)) {
    for (const [index, rule] of gates.entries()) {
      for (const { metric, margin } of marginsIn(rule)) {
        const advice = tooFine(metric, margin, resolutionOf(metric, comparison, evaluation))
        if (advice === undefined) continue
        yield {
          severity: 'warning',
          code: 'bad-file',
          place: definition.locate(['policy', stage, 'gates', index, 'not-worse-by']),
          ...advice,
        }
      }
    }
  }
}

function lastOf<K extends EvidenceKind>(
  measured: readonly (Evidence | undefined)[],
  kind: K,
): EvidenceOf<K> | undefined {
  return measured.findLast((found): found is EvidenceOf<K> => found?.kind === kind)
}
