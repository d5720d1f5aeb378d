import type { ContractResult } from '../../domain/results/contract.ts'
import {
  type Block,
  bad,
  code,
  dim,
  footnote,
  fullSentence,
  good,
  heading,
  type Line,
  name,
  paragraph,
  type Span,
  sentence,
  strong,
} from '../blocks.ts'
import { plural, short } from '../numbers.ts'
import { rowsText } from '../sections/provenance.ts'
import { nextBlocks } from './change.ts'

type Check = ContractResult['facts']['checks'][number]

/** `contract`. */
export function describeContract(result: ContractResult): Block[] {
  const { facts, version, champion, url } = result
  const broken = facts.checks.filter(({ outcome }) => outcome === 'broken')
  const asked = facts.checks.filter(({ outcome }) => outcome !== 'not-asked')
  const what = `${result.model}: version ${version.version} ${broken.length === 0 ? 'keeps' : 'breaks'} its contract`
  return [
    heading(2, broken.length === 0 ? good(what) : bad(what)),
    paragraph(
      strong(`${asked.length - broken.length} of ${plural(asked.length, 'promise')} kept`),
      `, ${plural(facts.probes, 'probe')}, against `,
      ...(url === undefined ? ['the artifact'] : [name(url), ` (protocol ${facts.protocol})`]),
      champion === undefined ? '.' : ` and the signature of the champion, version ${champion.version}.`,
    ),
    {
      block: 'table',
      columns: [
        { title: 'promise' },
        { title: 'outcome' },
        { title: 'probes', align: 'right' },
        { title: '' },
      ],
      rows: facts.checks.map((check): Line[] => [
        CHECK_LABELS[check.check] ?? check.check,
        outcomeWord(check),
        check.outcome === 'not-asked' ? '–' : String(check.probes),
        sentence(check.detail ?? ''),
      ]),
    },
    ...(result.remarks.length === 0
      ? []
      : [
          {
            block: 'list' as const,
            items: result.remarks.map(remark => sentence(`Note: ${fullSentence(remark)}`)),
          },
        ]),
    ...nextBlocks(result.next),
    footnote(
      `version ${version.version} `,
      code(short(version.artifact)),
      ' · data ',
      code(short(result.data.sha256)),
      ` (${rowsText(result.data)}) · ${result.engine}`,
    ),
  ]
}

function outcomeWord({ outcome }: Check): Span {
  if (outcome === 'not-asked') return dim('not asked')
  return outcome === 'kept' ? good('kept') : bad('broken')
}

/** What each check promises a caller. */
const CHECK_LABELS: Readonly<Record<string, string>> = {
  'inputs-fit-data': 'the data has its inputs',
  'inputs-as-champion': 'inputs as the champion has them',
  'outputs-as-champion': 'outputs as the champion has them',
  'classes-as-champion': 'classes as the champion has them',
  answers: 'answers rows of the data',
  'content-type': 'answers as JSON',
  'same-as-artifact': 'predicts what the artifact predicts',
  order: "keeps the rows' order",
  'batch-equals-single-rows': 'a batch equals single rows',
  'same-row-same-answer': 'the same row, the same answer',
  'no-rows': 'bears a request without rows',
  'missing-values': 'bears missing values',
  'unknown-categories': 'bears unknown categories',
  'empty-text': 'bears empty text',
  'long-text': 'bears very long text',
  'extreme-numbers': 'bears extreme numbers',
  'infinite-numbers': 'bears infinities',
  'wrong-types': 'bears values of the wrong type',
  'malformed-requests': 'refuses what is no request',
  'same-answer-afterwards': 'answers the same afterwards',
}
