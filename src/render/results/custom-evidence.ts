import type { CustomEvidenceResult } from '../../domain/results/custom-evidence.ts'
import { type Block, code, footnote, heading, type Line, paragraph } from '../blocks.ts'
import { outcomeSpan } from '../labels.ts'
import { countText, metricText, short } from '../numbers.ts'

/** `evidence add`. */
export function describeCustomEvidence({
  model,
  version,
  facts,
  evidence,
  outcome,
}: CustomEvidenceResult): Block[] {
  const [written] = evidence
  const rows: [string, Line][] = [
    ...(outcome === undefined ? [] : [['outcome', outcomeSpan(outcome)] as [string, Line]]),
    ...Object.entries(facts.values ?? {}).map(([name, value]): [string, Line] => [
      name,
      Number.isInteger(value) ? countText(value) : metricText(value),
    ]),
    ...(facts.note === undefined ? [] : [['note', facts.note] as [string, Line]]),
  ]
  return [
    heading(2, `${model}: evidence about version ${version.version}`),
    paragraph(
      { is: 'name', text: facts.name },
      written?.is === 'repeat' ? ' was on record already.' : ' is kept.',
    ),
    { block: 'facts', rows },
    footnote('artifact ', code(short(version.artifact)), ' · evidence ', code(short(written?.digest ?? ''))),
  ]
}
