import type { ConclusionResult } from '../../domain/results/conclusion.ts'
import { type Block, footnote, fullSentence, type Line, paragraph, type Span, sentence } from '../blocks.ts'
import { short } from '../numbers.ts'

/** `conclude`. */
export function describeConclusion(result: ConclusionResult): Block[] {
  const { outcome, description, context, sha, jobs, remarks, next } = result
  return [
    paragraph({ is: 'name', text: context }, ': ', {
      is: outcome === 'passed' ? 'good' : 'bad',
      text: description,
    }),
    {
      block: 'table',
      columns: [{ title: 'Job' }, { title: 'Ended in' }, { title: '' }],
      rows: Object.entries(jobs).map(([job, ended]): readonly Line[] => [
        job,
        endedSpan(ended),
        meaningOf(job, result),
      ]),
    },
    ...(sha === undefined ? [] : [footnote('commit ', { is: 'code', text: short(sha) })]),
    ...remarks.map(remark => footnote(...sentence(fullSentence(remark)))),
    ...next.map(step => footnote(...sentence(fullSentence(step)))),
  ]
}

function endedSpan(result: ConclusionResult['jobs'][string]): Span {
  if (result === 'success') return { is: 'good', text: result }
  return { is: result === 'failure' ? 'bad' : 'open', text: result }
}

function meaningOf(
  job: string,
  { jobs, previews, 'switched-off': switchedOff, 'nothing-for': nothingFor }: ConclusionResult,
): string {
  if (jobs[job] === 'skipped' && nothingFor.includes(job)) return 'nothing to do'
  if (previews.includes(job)) return 'a preview, not judged'
  return switchedOff.includes(job) ? 'switched off' : ''
}
