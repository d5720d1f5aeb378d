import * as z from 'zod/mini'

/** One series of an instant vector. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** What a server said, or what is wrong with it: where, what, and what to do. */
export type Answered = { readonly samples: readonly Sample[] } | { readonly wrong: string }

/** What came over the wire, as the port of endpoints has it. */
export type WireReply =
  | { readonly is: 'answer'; readonly status: number; readonly contentType: string; readonly text: string }
  | {
      readonly is: 'nothing'
      readonly why: 'timed-out' | 'too-large' | 'redirected' | 'unreachable' | 'cut'
      readonly detail: string
    }

const Point = z.tuple([z.number(), z.string()])
const Success = z.object({
  status: z.literal('success'),
  data: z.discriminatedUnion('resultType', [
    z.object({
      resultType: z.literal('vector'),
      result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.optional(Point) })),
    }),
    z.object({ resultType: z.literal('scalar'), result: Point }),
  ]),
})
const Refusal = z.object({ status: z.literal('error'), errorType: z.string(), error: z.string() })

const NEXT = {
  'timed-out': 'see whether it is overloaded, or ask for a shorter window',
  'too-large': 'ask for fewer series, by `labels`',
  redirected: 'name the address that it leads to; nothing else is asked, and no token is sent there',
  unreachable: 'see that it runs and that its name and port can be reached from here',
  cut: 'run the command again in a while',
} as const
const TOO_LONG = 200

/**
 * The samples of an answer of Prometheus' HTTP API to an instant query.
 *
 * @param place - Who was asked: scheme, host and path, no query and no secret.
 */
export function parseAnswer(place: string, reply: WireReply): Answered {
  if (reply.is === 'nothing')
    return { wrong: `${place} did not answer (${reply.why}: ${reply.detail}); ${NEXT[reply.why]}` }
  const { status, contentType, text } = reply
  if (status === 401 || status === 403)
    return {
      wrong: `${place} refuses (status ${status}); give a token in the environment, MODELYARD_PROMETHEUS_TOKEN`,
    }
  const body = jsonOf(text)
  if (body === undefined)
    return {
      wrong: `${place} answers with what is no whole JSON (status ${status}, ${contentType || 'no type'}); name the address of the Prometheus server itself, without /api/v1`,
    }
  const refusal = Refusal.safeParse(body)
  if (refusal.success) {
    const { errorType, error } = refusal.data
    return {
      wrong: `${place} refuses the query (${errorType}: ${error.slice(0, TOO_LONG)}); see \`sla.from.prometheus\` in model.yaml`,
    }
  }
  const success = Success.safeParse(body)
  if (status !== 200 || !success.success)
    return {
      wrong: `${place} answers otherwise than a Prometheus server (status ${status}); name the address of the server itself, and queries that give one number`,
    }
  const { data } = success.data
  const points =
    data.resultType === 'scalar'
      ? [{ metric: {}, value: data.result }]
      : // One of native histograms has none.
        data.result
  const samples = points.map(({ metric, value }) => ({ labels: metric, value: floatOf(value?.[1]) }))
  return { samples }
}

/** `+Inf`, `-Inf` and `NaN` are among what it writes. */
export function floatOf(text: string | undefined): number {
  if (text === '+Inf' || text === 'Inf') return Number.POSITIVE_INFINITY
  if (text === '-Inf') return Number.NEGATIVE_INFINITY
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined
  } catch {
    return undefined
  }
}
