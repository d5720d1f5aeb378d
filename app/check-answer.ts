import type { JudgementResult } from '../src/domain/results/judgement.ts'
import type { CheckAnnotation, CheckAnswer, Ports } from '../src/ports.ts'
import { annotationsOf } from '../src/render/annotations.ts'
import { render } from '../src/render/index.ts'
import { judgementTitle } from '../src/render/results/judgement.ts'
import { spokenHere } from './spoken-here.ts'

/** GitHub takes 65,535 characters. */
const MOST_CHARACTERS = 65_535
const WHOLE = 'modelyard gates, in a clone'
/** GitHub takes so many in one call. */
const MOST_ANNOTATIONS = 50

/** What the check run of a judgement says. */
export function checkAnswer(
  judged: JudgementResult,
  { hash }: Pick<Ports['artifacts'], 'hash'>,
): CheckAnswer {
  const result = spokenHere(judged)
  const found = annotationsOf(result).flatMap(({ level, title = '', message, place }): CheckAnnotation[] =>
    place === undefined ? [] : [{ path: place.path, line: place.line ?? 1, level, title, message }],
  )
  const note = leftOutNote(found.length)
  const limit = MOST_CHARACTERS - note.length
  const text = render(result, 'markdown', { limit, whole: WHOLE })
  return {
    name: result.check,
    head: result.head,
    conclusion: result.conclusion,
    title: judgementTitle(result).slice(0, 250),
    summary: cutTo(limit, text) + note,
    annotations: found.slice(0, MOST_ANNOTATIONS),
    buttons: result.buttons,
    digest: hash(new TextEncoder().encode(JSON.stringify(result))),
  }
}

/** Who reads the lines alone would take those that are shown for all that is wrong. */
function leftOutNote(found: number): string {
  if (found <= MOST_ANNOTATIONS) return ''
  return `\n\n${MOST_ANNOTATIONS} of ${found} problems stand beside their lines, the worst first; ${found - MOST_ANNOTATIONS} do not.\n`
}

/** What is shortened as reports are may be too long still: GitHub would not take it, and an older answer would stand. */
function cutTo(limit: number, text: string): string {
  if (text.length <= limit) return text
  const end = `\n\nThe rest did not fit. The whole is in ${WHOLE}.`
  return text.slice(0, Math.max(0, text.lastIndexOf('\n', limit - end.length))) + end
}
