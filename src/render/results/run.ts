import type { RunResult } from '../../domain/results/run.ts'
import {
  type Block,
  bad,
  code,
  footnote,
  fullSentence,
  good,
  heading,
  name,
  paragraph,
  type Span,
  sentence,
} from '../blocks.ts'
import { ownName } from '../labels.ts'
import { bytesText, countText, plural, short } from '../numbers.ts'
import { costText, failureText, lastWords } from '../sections/command-report.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

/** `run`. */
export function describeRun(result: RunResult): Block[] {
  const { command, made, outcome } = result
  return [
    heading(2, `${result.model}: ${command.step}`),
    paragraph(...outcomeLine(result)),
    ...(outcome === 'failed' ? lastWords(command) : []),
    ...(made.length === 0 ? [] : [madeTable(made)]),
    ...remarkBlocks(result.remarks),
    ...nextBlocks(result.next),
    footnote(...provenance(result), costText(command)),
  ]
}

function outcomeLine({ outcome, command, why, out, predictions }: RunResult): Span[] {
  if (outcome === 'failed') {
    return [
      bad('Failed:'),
      ' ',
      ...(why === undefined ? [`${failureText(command)}.`] : sentence(fullSentence(why))),
    ]
  }
  return [
    good('Passed:'),
    ' ',
    code(command.command),
    ` ended well${predictions === undefined ? '' : `, and predicted ${plural(predictions, 'row')}`}.`,
    ...(out === undefined ? [] : [' What it made is in ', name(ownName(out)), '.']),
  ]
}

function madeTable(made: RunResult['made']): Block {
  return {
    block: 'table',
    columns: [{ title: 'made' }, { title: 'size', align: 'right' }, { title: 'SHA-256' }],
    rows: made.map(({ name: called, bytes, files, sha256 }) => [
      name(called),
      files === undefined ? bytesText(bytes) : `${bytesText(bytes)} in ${countText(files)} files`,
      code(short(sha256)),
    ]),
  }
}

function provenance({ commit, data, artifact, seed }: RunResult): Span[] {
  return [
    ...(commit === undefined ? [] : ['commit ', code(short(commit)), ' · ']),
    ...(data === undefined
      ? []
      : [
          'data ',
          name(ownName(data.uri)),
          ' ',
          code(short(data.sha256)),
          data.rows === undefined ? ' · ' : ` (${plural(data.rows, 'row')}) · `,
        ]),
    ...(artifact === undefined ? [] : ['model ', code(short(artifact)), ' · ']),
    `seed ${seed} · `,
  ]
}
