import type { RetrainingResult } from '../../domain/results/retraining.ts'
import {
  type Block,
  bad,
  capital,
  code,
  footnote,
  good,
  heading,
  joinSpans,
  type Line,
  name,
  open,
  paragraph,
  type Span,
  sentence,
} from '../blocks.ts'
import { countText, metricText, minuteText, short } from '../numbers.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

type Trigger = RetrainingResult['triggers'][number]
type Hold = RetrainingResult['holds'][number]

/** So many figures of a trigger are named. */
const NAMED = 5

/** `retrain`. */
export function describeRetraining(result: RetrainingResult): Block[] {
  const { model, triggers, holds, trained, commit, remarks, next } = result
  return [
    heading(2, `${model}: retraining`),
    paragraph(...leadSpans(result)),
    ...(triggers.length === 0
      ? [paragraph('Nothing asks for it: model.yaml names no trigger.')]
      : [
          {
            block: 'table',
            columns: [{ title: 'asks for it' }, { title: '' }, { title: 'why' }],
            rows: triggers.map(one => [one.trigger, TRIGGER_WORDS[one.is], triggerWhy(one)]),
          } as const,
        ]),
    {
      block: 'table',
      columns: [{ title: 'holds it back' }, { title: '' }, { title: 'why' }],
      rows: holds.map(one => [one.hold, HOLD_WORDS[one.is], holdWhy(one)]),
    },
    ...remarkBlocks(remarks),
    ...nextBlocks(next),
    footnote(
      `decided ${minuteText(result['decided-at'])} UTC`,
      ...(trained === undefined ? [] : [` · version ${trained.version} of ${minuteText(trained.at)}`]),
      ' · registry at ',
      code(short(commit)),
    ),
  ]
}

function leadSpans({ decision, triggers, holds, from, started }: RetrainingResult): Span[] {
  if (started !== undefined)
    return [good('Started:'), ` run ${started.run} of ${started.workflow} trains it again.`]
  if (decision === 'retrain')
    return [good('Retrain:'), ` ${namesOf(triggers, FIRED)} fired, and nothing holds it back.`]
  if (decision === 'not-due') return ['Not due: nothing fired.']
  if (decision === 'cannot-tell')
    return [open('It cannot be told:'), ` nothing fired, and ${namesOf(triggers, ['unknown'])} is not known.`]
  const back = holds.filter(({ is }) => is === 'holds' || is === 'unknown').map(({ hold }) => hold)
  const until = from === undefined ? '' : `, until ${minuteText(from)} UTC`
  return [
    bad('Held back:'),
    ` ${namesOf(triggers, FIRED)} fired; ${listed(back)} ${back.length === 1 ? 'holds' : 'hold'} it back${until}.`,
  ]
}

const FIRED: readonly Trigger['is'][] = ['fired', 'unconfirmed']

function namesOf(triggers: readonly Trigger[], wanted: readonly Trigger['is'][]): string {
  return listed(triggers.filter(({ is }) => wanted.includes(is)).map(({ trigger }) => trigger))
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const TRIGGER_WORDS: Readonly<Record<Trigger['is'], Span>> = {
  fired: bad('fired'),
  unconfirmed: open('unconfirmed'),
  quiet: 'quiet',
  unknown: open('unknown'),
}

const HOLD_WORDS: Readonly<Record<Hold['is'], Span>> = {
  holds: bad('holds'),
  overridden: open('overridden'),
  unknown: open('unknown'),
  free: 'free',
}

function triggerWhy({ trigger, why, figures }: Trigger): Line {
  const text = trigger === 'new-rows' ? countText : metricText
  const shown = figures
    .slice(0, NAMED)
    .map(({ of, value, limit }): Span[] => [name(of), ` ${text(value)}, limit ${text(limit)}`])
  const more = figures.length - shown.length
  const parts = [...shown, ...(more > 0 ? [[`${more} more`]] : [])]
  return [...sentence(capital(why)), ...(parts.length === 0 ? [] : [': ', ...joinSpans(parts, '; ')])]
}

function holdWhy({ why, until, is }: Hold): Line {
  return [
    ...sentence(capital(why)),
    until !== undefined && is === 'holds' ? `, until ${minuteText(until)} UTC` : '',
  ]
}
