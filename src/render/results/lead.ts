import type { GateTree } from '../../domain/gates/result.ts'
import type { ComparisonResult, EvaluationResult } from '../../domain/results/measurement.ts'
import {
  type Block,
  bad,
  code,
  good,
  heading,
  open,
  paragraph,
  type Span,
  sentence,
  strong,
} from '../blocks.ts'
import { clip } from '../escape.ts'
import { metricLabel, ownName } from '../labels.ts'
import {
  countText,
  differenceRange,
  differenceText,
  equalTo,
  metricRange,
  metricText,
  movedText,
  plural,
} from '../numbers.ts'
import { nextBlocks } from './change.ts'

// The first three lines: what happened, the one number, what happens next. They are what a mail and a phone show, so
// that each stands alone, in words.

const VERDICT_SPANS = { passed: good, failed: bad, inconclusive: open } as const
const MAY = { passed: 'may go to', failed: 'may not go to', inconclusive: 'cannot go yet to' } as const

/** The first three lines of `compare`. */
export function comparisonLead(result: ComparisonResult): Block[] {
  return [
    heading(
      3,
      VERDICT_SPANS[result.outcome](
        `${result.model === undefined ? '' : `${result.model}: `}${headline(result)}`,
      ),
    ),
    paragraph(...numberLine(result)),
    paragraph(...nextLine(result)),
  ]
}

/** The first three lines of `evaluate`. */
export function evaluationLead(result: EvaluationResult): Block[] {
  const { facts, version, gates, 'judged-for': stage } = result
  const primary = result['primary-metric']
  const value = facts.metrics[primary as keyof typeof facts.metrics]
  const interval = facts.intervals?.[primary as keyof typeof facts.intervals]
  const title =
    gates === undefined || stage === undefined
      ? `${result.model}: version ${version.version} on ${plural(facts.rows, 'row')}`
      : VERDICT_SPANS[gates.outcome](
          `${result.model}: version ${version.version} ${MAY[gates.outcome]} ${stage}`,
        )
  const number: Span[] =
    value === undefined
      ? [strong('Open:'), ` ${metricLabel(primary)} has no value on these rows${whyText(facts, primary)}.`]
      : [
          `${metricLabel(primary)} `,
          strong(metricText(value)),
          ` (${interval === undefined ? 'no interval' : `95 % CI ${metricRange(interval)}`}) on ${plural(facts.rows, 'row')}.`,
        ]
  return [heading(3, title), paragraph(...number), paragraph(...nextLine(result))]
}

function headline({
  challenger,
  champion,
  outcome,
  verdict,
  identical,
  'judged-for': stage,
}: ComparisonResult) {
  const version = sideName(challenger)
  if (stage !== undefined) return `${version} ${MAY[outcome]} ${stage}`
  const than = `the champion, ${sideName(champion)}`
  if (identical) return `${version} predicts the same as ${than}`
  if (verdict === 'inconclusive') return `it is open whether ${version} is worse than ${than}`
  return `${version} is ${{ better: 'better', 'not-worse': 'not worse', worse: 'worse' }[verdict]} than ${than}`
}

/** A version of the registry, or a file. */
function sideName({ version, file }: ComparisonResult['champion']): string {
  return version === undefined ? ownName(file ?? '', 2) : `version ${version}`
}

const VERDICT_TEXTS = {
  better: 'Challenger better',
  'not-worse': 'Challenger not worse',
  worse: 'Challenger worse',
  inconclusive: 'Open',
} as const

/** For a metric that counts rows called right: on how many one model alone is, and how likely that split is by chance. */
function discordantText({ facts: { disagreement }, 'primary-metric': primary }: ComparisonResult): string {
  const p = disagreement?.['p-value']
  if (primary !== 'accuracy' || disagreement === undefined || p === undefined) return ''
  return `; ${countText(disagreement['challenger-right'])} against ${countText(disagreement['champion-right'])} discordant, McNemar p ${equalTo(p)}`
}

/** The one number that decides, with its interval. */
function numberLine(result: ComparisonResult): Span[] {
  const { facts, verdict, margin, identical } = result
  const primary = result['primary-metric']
  const paired = facts.metrics[primary as keyof typeof facts.metrics]
  if (paired === undefined)
    return [strong('Open:'), ` ${metricLabel(primary)} has no value on these rows${whyText(facts, primary)}.`]
  const rows = `on ${countText(facts.rows)} paired rows`
  const levels = movedText(paired.champion, paired.challenger)
  if (identical)
    return [
      strong('Same predictions:'),
      ` both models answer alike ${rows}; ${metricLabel(primary)} is ${metricText(paired.champion)}.`,
    ]
  const by = { better: '', 'not-worse': ' by', worse: ' by more than', inconclusive: '' }[verdict]
  const settle = result['rows-to-settle']
  return [
    strong(`${VERDICT_TEXTS[verdict]}${margin > 0 && by !== '' ? `${by} ${metricText(margin)}` : ''}:`),
    ` ${metricLabel(primary)} `,
    strong(differenceText(paired.difference)),
    ` (${paired.interval === undefined ? 'no interval' : `95 % CI ${differenceRange(paired.interval)}`}${discordantText(result)}) ${rows}: ${levels}.`,
    ...(verdict === 'inconclusive' && settle !== undefined
      ? [` About ${plural(settle, 'row')} would settle it.`]
      : []),
  ]
}

function whyText({ undefined: why }: ComparisonResult['facts'] | EvaluationResult['facts'], metric: string) {
  const text = why?.[metric as keyof typeof why]
  return text === undefined ? '' : `: ${text}`
}

/** How the gates came out, and what to do now: the first command, or what would change the answer. */
function nextLine(result: ComparisonResult | EvaluationResult): Span[] {
  const { gates, next, 'judged-for': stage } = result
  if (result.model === undefined)
    return ['Two files were compared: no policy was asked, and nothing was kept.']
  const asked =
    gates === undefined || stage === undefined ? 'No policy was asked.' : `For ${stage} ${gateCounts(gates)}.`
  return [`${asked} Next: `, ...stepSpans(next[0] ?? wantedStep(gates)), '.']
}

function gateCounts({ gates }: GateTree): string {
  const count = (wanted: string) => gates.filter(({ outcome }) => outcome === wanted).length
  const left = count('left-out')
  const parts = [
    `${count('passed')} of ${plural(gates.length - left, 'gate')} passed`,
    ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
    ...(count('inconclusive') > 0 ? [`${count('inconclusive')} inconclusive`] : []),
  ]
  return parts.join(', ')
}

function wantedStep(gates: GateTree | undefined): string {
  if (gates === undefined || gates.outcome === 'passed') return 'nothing; it stands there already'
  const failed = gates.gates.find(({ outcome }) => outcome === 'failed')
  const unclear = gates.gates.find(({ outcome }) => outcome === 'inconclusive')
  return failed?.next ?? gates.remarks[0]?.next ?? unclear?.next ?? 'see the gates below'
}

/** A step as a sentence; a command in it stands as code, whole, to be copied. */
function stepSpans(step: string): Span[] {
  const split = step.indexOf(': modelyard ')
  if (split < 0) return sentence(clip(step.replace(/\.$/, ''), 300))
  return [`${step.slice(0, split)}: `, code(step.slice(split + 2))]
}

/** The steps after the first. */
export function laterSteps({ next }: ComparisonResult | EvaluationResult): Block[] {
  return nextBlocks(next.slice(1))
}
