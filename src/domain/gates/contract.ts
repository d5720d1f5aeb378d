import * as z from 'zod/mini'
import type { ContractCheck } from '../evidence/contract.ts'
import { isMissing, type JudgedEvidence, withoutEvidence } from './judged-evidence.ts'
import { fromParts } from './parts.ts'
import type { GateFinding, GatePart } from './result.ts'

/** `{contract: true}`: every promise is kept; `artifact` or `endpoint` says what must have been asked. */
export const ContractKept = z.lazy(() =>
  z.strictObject({
    contract: z.union([z.literal(true), z.enum(['artifact', 'endpoint'])]),
  }),
)
export type ContractKept = z.infer<typeof ContractKept>

/** Passes when no check is broken and at least one is kept. */
export function evaluateContract({ contract }: ContractKept, evidence: JudgedEvidence): GateFinding {
  const about = {
    gate: 'contract',
    ...(contract === true ? {} : { about: contract }),
    wanted: { is: 'equal', word: 'kept' },
  } as const
  const found =
    contract === true
      ? evidence.of('contract')
      : evidence.of('contract', {
          suits: ({ against }) => against === contract,
          named: `contract check of the ${contract}`,
        })
  if (isMissing(found)) return withoutEvidence(about, found)
  const parts = found.evidence.facts.checks.map(
    ({ check, outcome, detail }): GatePart => ({
      name: check,
      outcome: OUTCOMES[outcome],
      observed: { word: outcome },
      reason: detail ?? REASONS[outcome],
    }),
  )
  return fromParts(about, parts, found.digest, {
    passed: 'every promise is kept',
    none: 'no check has a meaning for this model',
    next: 'a version that keeps it, or another promise',
  })
}

const OUTCOMES: Readonly<Record<ContractCheck['outcome'], GatePart['outcome']>> = {
  kept: 'passed',
  broken: 'failed',
  'not-asked': 'left-out',
}

const REASONS = { kept: 'kept', broken: 'broken', 'not-asked': 'has no meaning for this model' } as const
