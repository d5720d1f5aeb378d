import * as z from 'zod/mini'
import { isMissing, type JudgedEvidence, withoutEvidence } from './judged-evidence.ts'
import type { GateFinding } from './result.ts'

const UNITS = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 } as const
const BYTES = /^(\d+(?:\.\d+)?) ?(B|kB|MB|GB|KiB|MiB|GiB)$/

/** `{size: {max: 50MB}}`: all files of the artifact together; 1 MB is 1,000,000 bytes. */
export const SizeLimit = z.lazy(() =>
  z.strictObject({
    size: z.strictObject({
      max: z.union([
        z.string().check(z.regex(BYTES, { error: 'a size like 50MB, 1.5GB or 64MiB' })),
        z.int().check(z.minimum(1)),
      ]),
    }),
  }),
)
export type SizeLimit = z.infer<typeof SizeLimit>

/** Passes when the artifact is at most as large as the limit. */
export function evaluateSize({ size: { max } }: SizeLimit, evidence: JudgedEvidence): GateFinding {
  const limit = bytesOf(max)
  const about = { gate: 'size', wanted: { is: 'at-most', value: limit, unit: 'bytes' } } as const
  const found = evidence.of('size')
  if (isMissing(found)) return withoutEvidence(about, found)
  const { bytes } = found.evidence.facts
  const passed = bytes <= limit
  return {
    ...about,
    outcome: passed ? 'passed' : 'failed',
    observed: { value: bytes, unit: 'bytes' },
    reason: passed ? 'small enough' : 'too large',
    ...(passed ? {} : { next: 'a smaller artifact, or a change of the policy' }),
    evidence: found.digest,
  }
}

function bytesOf(size: SizeLimit['size']['max']): number {
  if (typeof size === 'number') return size
  const [, amount = '', unit = 'B'] = BYTES.exec(size) ?? []
  return Math.floor(Number(amount) * UNITS[unit as keyof typeof UNITS])
}
