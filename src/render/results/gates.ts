import type { GatePart, GateResult, GateTree } from '../../domain/gates/result.ts'
import type { GatesResult } from '../../domain/results/gates.ts'
import {
  type Block,
  bad,
  code,
  footnote,
  fullSentence,
  good,
  heading,
  type Line,
  name,
  open,
  paragraph,
  type Span,
  sentence,
  strong,
} from '../blocks.ts'
import { metricLabel, outcomeSpan } from '../labels.ts'
import { plural, short } from '../numbers.ts'
import { nextBlocks } from './change.ts'
import { observedText, shortfall, wantedText } from './gate-numbers.ts'
import { gateTitle } from './gate-titles.ts'

export { gateTitle } from './gate-titles.ts'

/** `gates`. */
export function describeGates(result: GatesResult): Block[] {
  const { gates, version, champion, data, stage } = result
  const items = openGateLines(gates)
  return [
    heading(2, HEADLINES[result.outcome](`${result.model}: ${headline(result)}`)),
    ...(result['as-if'] === undefined
      ? []
      : [
          paragraph(
            strong('As if:'),
            ' judged by the policy in ',
            name(result['as-if']),
            ', not by the one in effect. Nothing is promoted by this answer.',
          ),
        ]),
    {
      block: 'facts',
      rows: [
        [
          `version ${version.version}`,
          [`stands in ${result['stands-in']}, artifact `, code(short(version.artifact))],
        ],
        [
          'champion',
          champion === undefined
            ? 'none to compare with'
            : [`version ${champion.version}, artifact `, code(short(champion.artifact))],
        ],
        ...(data === undefined ? [] : [['evaluation data', evaluationRows(data)] as [string, Line]]),
      ],
    },
    ...policyBlocks(result),
    ...(items.length === 0 ? [] : [{ block: 'list', items } as const]),
    ...gateBlocks(gates),
    ...result.remarks.map(remark => paragraph(...sentence(fullSentence(remark)))),
    ...nextBlocks(result.next),
    footnote(`policy of ${stage} at `, code(short(result['policy-commit']))),
  ]
}

const HEADLINES = { passed: good, failed: bad, inconclusive: open } as const

function headline({ version, stage, outcome }: GatesResult): string {
  const may = { passed: 'may go to', failed: 'may not go to', inconclusive: 'cannot go yet to' }[outcome]
  return `version ${version.version} ${may} ${stage}, by the gates`
}

/** The policy in effect, a line for each rule with whose it is. */
function policyBlocks({ policy, stage, 'as-if': file }: GatesResult): Block[] {
  if (policy === undefined) return []
  const whose = (source: keyof typeof SOURCES): Line =>
    source === 'model' && file !== undefined ? [name(file)] : SOURCES[source]
  const rows = policy.gates.map(({ source, text, why }): Line[] => [
    whose(source),
    [code(text), ...(why === undefined ? [] : sentence(`: ${why}`))],
  ])
  const approvals = policy.approvals.map(({ required, from, source }): Line[] => [
    whose(source),
    `${plural(required, 'approval')} by ${from?.join(' or ') ?? 'people with `maintain`'}`,
  ])
  return [
    heading(3, `The policy of ${stage} ${file === undefined ? 'in effect' : 'as it would be'}`),
    {
      block: 'table',
      columns: [{ title: 'from' }, { title: 'line' }],
      rows: [...rows, ...approvals],
    },
  ]
}

const SOURCES = { model: 'model.yaml', floor: 'floor', default: 'default' } as const

/** The tree of gate results: what each saw, what it wanted, how it came out; then what it looked at in parts. */
export function gateBlocks(tree: GateTree): Block[] {
  const rows = tree.gates.map((gate): Line[] => [
    gateTitle(gate),
    outcomeSpan(gate.outcome),
    observedText(gate, gate.observed),
    wantedText(gate),
  ])
  const table: Block = {
    block: 'table',
    columns: [
      { title: 'gate' },
      // Where a phone cuts the table off, the answer still shows.
      { title: 'outcome' },
      { title: 'observed', align: 'right' },
      { title: 'wanted', align: 'right' },
    ],
    rows,
  }
  return [
    ...(rows.length === 0 ? [] : [table]),
    ...tree.gates.flatMap(partBlocks),
    ...tree.remarks.map(({ message, next }) => paragraph(...sentence(fullSentence(`${message}: ${next}`)))),
    ...warningBlocks(tree.warnings ?? []),
  ]
}

/** What one gate looked at: a row for each part with what was seen there and why it came out so. */
function partBlocks(gate: GateResult): Block[] {
  const { parts = [] } = gate
  if (parts.length === 0) return []
  const judged = parts.filter(({ outcome }) => outcome !== 'left-out')
  const passed = judged.filter(({ outcome }) => outcome === 'passed').length
  return [
    {
      block: 'fold',
      title: [
        strong(PART_TITLES[gate.gate] ?? 'Parts'),
        ` · ${passed} of ${judged.length} passed${leftOutText(parts)}`,
      ],
      blocks: [
        paragraph(...sentence(fullSentence(gateTitle(gate)))),
        {
          block: 'table',
          columns: [
            { title: 'part' },
            { title: 'observed', align: 'right' },
            { title: 'outcome' },
            { title: 'why' },
          ],
          rows: parts.map((part): Line[] => [
            gate.gate === 'guardrails' ? metricLabel(part.name) : part.name,
            observedText(gate, part.observed),
            outcomeSpan(part.outcome),
            sentence(part.reason),
          ]),
        },
      ],
    },
  ]
}

/** A folded title is HTML, so that it names nothing of the user's. */
const PART_TITLES: Readonly<Partial<Record<GateResult['gate'], string>>> = {
  guardrails: 'Guardrails',
  'slice-limit': 'Slices',
  'slice-not-worse': 'Slices against the champion',
  fairness: 'Groups',
  'fairness-change': 'Groups against the champion',
  contract: 'Promises of the contract',
  data: 'Training data',
  tests: 'Tests that failed',
}

function leftOutText(parts: readonly GatePart[]): string {
  const count = parts.filter(({ outcome }) => outcome === 'left-out').length
  return count === 0 ? '' : `, ${count} left out`
}

function warningBlocks(warnings: NonNullable<GateTree['warnings']>): Block[] {
  if (warnings.length === 0) return []
  return [
    {
      block: 'list',
      items: warnings.map(({ message, next }) =>
        sentence(`Note: ${fullSentence(message)} ${fullSentence(next)}`),
      ),
    },
  ]
}

/** Why gates did not pass, a sentence each, with what would change the answer. */
export function openGateLines(tree: GateTree): Span[][] {
  return tree.gates
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'inconclusive')
    .map((gate): Span[] => [
      outcomeSpan(gate.outcome),
      ...sentence(
        `${shortfall(gate)}: ${gateTitle(gate)}: ${gate.reason}.${gate.next === undefined ? '' : ` What would change it: ${gate.next}.`}`,
      ),
    ])
}

function evaluationRows({ uri, sha256, time, 'window-days': days }: NonNullable<GatesResult['data']>): Line {
  if (time !== undefined && days !== undefined) return `${uri}, ${plural(days, 'day')} by ${time}`
  return sha256 === undefined ? `${uri}, not pinned` : [`${uri}, `, code(short(sha256))]
}
