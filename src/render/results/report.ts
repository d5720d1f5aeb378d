import type { Failure } from '../../domain/results/failure.ts'
import type { ReportResult } from '../../domain/results/report.ts'
import {
  type Block,
  bad,
  code,
  fullSentence,
  heading,
  name,
  paragraph,
  type Span,
  sentence,
} from '../blocks.ts'
import { nextBlocks } from './change.ts'

/** `report`: where it is to be seen. What was reported follows. */
export function reportLead({
  part,
  shown,
  change,
  comment,
  shortened,
  removed,
  ...result
}: ReportResult): Block[] {
  const place = placeText(result)
  return [
    heading(2, shown === 'comment' ? `Report ${CHANGES[change]} ${place}` : `Report, not shown on ${place}`),
    ...(part === '' && comment === undefined ? [] : [paragraph(...whereSpans(part, comment?.url))]),
    ...(removed === 0 ? [] : [paragraph(`Comments that stood there twice were merged: ${removed}.`)]),
    ...(shortened ? [paragraph('The comment is shortened; the whole report stands here.')] : []),
    ...result.remarks.map(remark => paragraph(...sentence(fullSentence(remark)))),
    ...nextBlocks(result.next),
  ]
}

const CHANGES = {
  created: 'is new on',
  updated: 'is brought up to date on',
  unchanged: 'stands unchanged on',
  superseded: 'is left as a later run wrote it on',
  none: 'is not on',
} as const

function placeText({ on, number, sha }: Pick<ReportResult, 'on' | 'number' | 'sha'>): string {
  if (on === 'commit') return sha === undefined ? 'a commit' : `commit ${sha.slice(0, 12)}`
  const what = on === 'issue' ? 'issue' : 'pull request'
  return number === undefined ? `any ${what}` : `${what} ${number}`
}

function whereSpans(part: string, url: string | undefined): Span[] {
  return [
    ...(part === '' ? [] : ['As part ', name(part), url === undefined ? '.' : ': ']),
    ...(url === undefined ? [] : [code(url)]),
  ]
}

/** A step that could not answer. */
export function describeFailure({ message, next, place }: Failure): Block[] {
  const at = place === undefined ? [] : [code([place.path, place.line].filter(Boolean).join(':')), ': ']
  return [
    heading(2, bad('A step could not answer')),
    paragraph(...at, ...sentence(fullSentence(message))),
    paragraph(...sentence(fullSentence(next))),
  ]
}
