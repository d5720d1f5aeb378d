import type { MoveResult } from '../../domain/results/move.ts'
import type { RegistrationResult } from '../../domain/results/registration.ts'
import {
  type Block,
  bad,
  code,
  footnote,
  fullSentence,
  good,
  joinSpans,
  type Line,
  paragraph,
  type Span,
  sentence,
} from '../blocks.ts'
import { short } from '../numbers.ts'

type ChangeFacts = Pick<
  MoveResult | RegistrationResult,
  | 'status'
  | 'pull-request'
  | 'reasons'
  | 'why'
  | 'branch'
  | 'commit'
  | 'committer'
  | 'remarks'
  | 'next'
  | 'files'
>

/** What became of a change, and what to do now: the end of every answer of a change. */
export function changeBlocks(change: ChangeFacts): Block[] {
  const remarks = change.remarks.map(remark => footnote(...sentence(fullSentence(remark))))
  return [...remarks, paragraph(...statusLine(change)), ...reasonBlocks(change), ...nextBlocks(change.next)]
}

function statusLine({
  status,
  why,
  branch,
  'pull-request': pull,
  commit,
  committer,
  files,
}: ChangeFacts): Span[] {
  const by =
    committer === undefined ? '' : ` as ${committer.name} <${committer.email}>, from ${committer.source}`
  const at = commit === undefined ? [] : [', commit ', code(short(commit))]
  switch (status) {
    case 'planned':
      return [
        `Nothing was changed. It would write ${files.length === 1 ? 'one file' : `${files.length} files`} on `,
        code(branch ?? ''),
        '.',
      ]
    case 'branched':
      return [good('Done'), ' on the branch ', code(branch ?? ''), ...at, `${by}.`]
    case 'proposed':
      return [good('Done'), ` as pull request ${pull?.number ?? ''} from `, code(branch ?? ''), ...at, '.']
    case 'left':
      return [good('Done'), ': the GitHub App opens the pull request from ', code(branch ?? ''), '.']
    case 'merged':
      return [good('Merged'), ' into ', code(branch ?? ''), ...at, `${by}.`]
    case 'unchanged':
      return [good('Nothing to do'), ': ', ...sentence(`${why ?? 'it is so already'}.`)]
    case 'refused':
      return [bad('Refused'), '; nothing was changed.']
  }
}

function reasonBlocks({ status, reasons }: ChangeFacts): Block[] {
  if (status !== 'refused') return []
  return [
    {
      block: 'list',
      items: reasons.map(
        ({ message, next }): Line => sentence(`${fullSentence(message)} ${fullSentence(next)}`),
      ),
    },
  ]
}

/** Commands to copy stand on lines of their own; everything else is a sentence. */
export function nextBlocks(next: readonly string[]): Block[] {
  if (next.length === 0) return []
  const items = next.map((step): Line => {
    // What it names stands in backticks already.
    if (step.includes('`')) return sentence(step)
    const split = commandAt(step)
    return split < 0 ? step : [`${step.slice(0, split)}: `, code(step.slice(split + 2))]
  })
  return [
    {
      block: 'list',
      items: items.map((item, index) => joinSpans([index === 0 ? 'Next: ' : '      ', item], '')),
    },
  ]
}

/** Where the colon before a command stands, one in quotes aside; -1 where there is none. */
function commandAt(step: string): number {
  return step.replace(/`[^`]*`/g, quoted => '`'.repeat(quoted.length)).indexOf(': ')
}
