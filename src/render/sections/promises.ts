import type { Contract } from '../../domain/evidence/contract.ts'
import type { Size } from '../../domain/evidence/other-kinds.ts'
import type { Reproducibility } from '../../domain/evidence/reproducibility.ts'
import type { Tests } from '../../domain/evidence/tests.ts'
import {
  type Block,
  bad,
  code,
  folded,
  good,
  type Line,
  open,
  paragraph,
  type Span,
  strong,
} from '../blocks.ts'
import { bytesText, countText, metricText, plural, short } from '../numbers.ts'

/** Whether the version comes out again from its commit, data and seed. */
export function reproducibilityBlocks(found: Reproducibility | undefined): Block[] {
  if (found === undefined) return []
  const [word, text] = FINDINGS[found.finding]
  const trainings = found.artifacts.length - 1
  return [
    folded(
      'reproducibility',
      [strong('Reproducibility'), ` · ${text}`],
      paragraph(
        word,
        `: trained again ${trainings === 1 ? 'once' : `${trainings} times`} from commit `,
        code(short(found.commit)),
        ', data ',
        code(short(found.data)),
        ` and seed ${found.seed}: ${text}${comparedText(found)}.`,
      ),
    ),
  ]
}

const FINDINGS: Readonly<Record<Reproducibility['finding'], readonly [Span, string]>> = {
  'same-bytes': [good('same'), 'same bytes'],
  'same-predictions': [good('same'), 'other bytes, same predictions'],
  different: [bad('different'), 'other predictions'],
}

function comparedText({ rows, tolerance, ...found }: Reproducibility): string {
  if (rows === undefined) return ''
  const largest = found['largest-difference']
  const beyond = found['rows-beyond']
  return [
    `, compared on ${plural(rows, 'row')}`,
    ...(largest === undefined ? [] : [`the largest difference is ${metricText(largest)}`]),
    ...(beyond === undefined || tolerance === undefined
      ? []
      : [`${plural(beyond, 'row')} beyond the tolerance of ${metricText(tolerance)}`]),
  ].join(', ')
}

const CHECK_SPANS: Readonly<Record<Contract['checks'][number]['outcome'], Span>> = {
  kept: good('kept'),
  broken: bad('broken'),
  'not-asked': 'not asked',
}

/** What the model or its endpoint promises, and whether it was kept. */
export function contractBlocks(contract: Contract | undefined): Block[] {
  if (contract === undefined) return []
  const { checks, inputs, probes, against, protocol } = contract
  const broken = checks.filter(({ outcome }) => outcome === 'broken').length
  const answer = broken === 0 ? 'all kept' : `${broken} broken`
  const whom = protocol === undefined ? against : `${against}, protocol ${protocol}`
  return [
    folded(
      'contract',
      [strong('Contract'), ` · ${plural(checks.length, 'check')}, ${answer}`],
      {
        block: 'table',
        columns: [
          { title: 'promise' },
          { title: '' },
          { title: 'probes', align: 'right' },
          { title: 'detail' },
        ],
        // What is broken is what people look for.
        rows: [...checks]
          .sort((a, b) => Number(b.outcome === 'broken') - Number(a.outcome === 'broken'))
          .map(({ check, outcome, probes: asked, detail = '' }): Line[] => [
            check,
            CHECK_SPANS[outcome],
            countText(asked),
            detail,
          ]),
      },
      paragraph(`${plural(probes, 'probe')} of ${plural(inputs, 'input')} against the ${whom}.`),
    ),
  ]
}

/** What a test run reported. */
export function testBlocks(tests: Tests | undefined): Block[] {
  if (tests === undefined) return []
  const { passed, failed, errors, skipped, failures } = tests
  const broken = failed + errors
  const counts = [
    `${countText(passed)} passed`,
    ...(failed > 0 ? [`${countText(failed)} failed`] : []),
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(skipped > 0 ? [`${countText(skipped)} skipped`] : []),
  ].join(', ')
  const word = broken > 0 ? bad('failed') : passed > 0 ? good('passed') : open('no test ran')
  return [
    folded(
      'tests',
      [strong('Tests'), ` · ${counts}`],
      paragraph(
        word,
        `: ${counts}, by ${tests.format}${tests.seconds === undefined ? '' : ` in ${tests.seconds.toFixed(1)} s`}.`,
      ),
      ...(failures.length === 0
        ? []
        : [{ block: 'list', items: failures.map(({ name, message }) => `${name}: ${message}`) } as const]),
    ),
  ]
}

/** `68.1 kB in 1 file`. */
export function sizeText({ bytes, files }: Size): string {
  return `${bytesText(bytes)} in ${plural(files, 'file')}`
}
