import type { SealedMove, SealResult } from '../../domain/results/seal.ts'
import { type Block, footnote, fullSentence, type Line, paragraph, type Span, sentence } from '../blocks.ts'
import { short } from '../numbers.ts'

/** `seal`. */
export function describeSeal({ sealed, remarks, next }: SealResult): Block[] {
  const notes = [...remarks, ...next].map(text => footnote(...sentence(fullSentence(text))))
  if (sealed.length === 0) return [paragraph('Nothing was to be sealed.'), ...notes]
  return [
    {
      block: 'table',
      columns: [
        { title: 'Record' },
        { title: 'Moves' },
        { title: 'Merged' },
        { title: 'Approved by' },
        { title: 'Held' },
      ],
      rows: sealed.map(rowOf),
    },
    ...sealed.flatMap(detailsOf),
    ...notes,
  ]
}

function rowOf(move: SealedMove): readonly Line[] {
  const { model, record, kind, version, from, to, approvals } = move
  const pull = move['pull-request']
  const where = pull === undefined ? short(move['merge-commit']) : `#${pull.number}`
  return [
    `${model} ${record}`,
    version === undefined ? kind : `${kind}: version ${version}, ${from} → ${to}`,
    `${where} by ${move['merged-by']}`,
    approvals.length === 0 ? 'nobody' : approvals.join(', '),
    heldSpan(move.outcome),
  ]
}

function heldSpan(outcome: SealedMove['outcome']): Span {
  if (outcome === 'passed') return { is: 'good', text: 'yes' }
  return outcome === 'failed' ? { is: 'bad', text: 'no' } : { is: 'open', text: 'not known' }
}

function detailsOf({
  model,
  record,
  held,
  problems,
  closed,
  deployment,
  remarks,
  outcome,
}: SealedMove): Block[] {
  const name = `${model} ${record}: `
  return [
    ...problems.map(problem => paragraph({ is: 'bad', text: name }, ...sentence(fullSentence(problem)))),
    ...(outcome === 'inconclusive' ? (held?.reasons ?? []) : []).map(reason =>
      paragraph({ is: 'open', text: name }, ...sentence(fullSentence(reason))),
    ),
    ...(deployment === undefined ? [] : [footnote(name, ...sentence(deploymentText(deployment)))]),
    ...closed.map(({ number }) => footnote(name, `closed #${number}, which asked for the same stage.`)),
    ...remarks.map(remark => footnote(name, ...sentence(fullSentence(remark)))),
  ]
}

function deploymentText({ environment, workflow, run }: NonNullable<SealedMove['deployment']>): string {
  if (workflow === undefined) return `deployment to ${environment}; no workflow deploys this stage.`
  return `deployment to ${environment} by ${workflow}${run === undefined ? '' : `: ${run}`}.`
}
