import type { JudgementResult } from '../src/domain/results/judgement.ts'
import type { CheckAnnotation, CheckAnswer, Ports } from '../src/ports.ts'
import { annotationsOf } from '../src/render/annotations.ts'
import { render } from '../src/render/index.ts'
import { judgementTitle } from '../src/render/results/judgement.ts'
import { spokenHere } from './spoken-here.ts'

/** GitHub takes 65,535 characters. */
const MOST_CHARACTERS = 65_535

/** What the check run of a judgement says. */
export function checkAnswer(
  judged: JudgementResult,
  { hash }: Pick<Ports['artifacts'], 'hash'>,
): CheckAnswer {
  const result = spokenHere(judged)
  return {
    name: result.check,
    head: result.head,
    conclusion: result.conclusion,
    title: judgementTitle(result).slice(0, 250),
    summary: render(result, 'markdown', { limit: MOST_CHARACTERS, whole: 'modelyard gates, in a clone' }),
    annotations: annotationsOf(result).flatMap(({ level, title = '', message, place }): CheckAnnotation[] =>
      place === undefined ? [] : [{ path: place.path, line: place.line ?? 1, level, title, message }],
    ),
    buttons: result.buttons,
    digest: hash(new TextEncoder().encode(JSON.stringify(result))),
  }
}
