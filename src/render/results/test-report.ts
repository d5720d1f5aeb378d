import type { TestReportResult } from '../../domain/results/test-report.ts'
import { type Block, bad, code, footnote, good, heading, open, paragraph, type Span } from '../blocks.ts'
import { countText, plural, short } from '../numbers.ts'

const FORMAT_NAMES = { junit: 'JUnit XML', tap: 'TAP', pytest: 'JSON of pytest' } as const

/** `tests`. */
export function describeTestReport({ model, version, file, facts, outcome }: TestReportResult): Block[] {
  const { passed, failed, errors, skipped, seconds, failures } = facts
  const all = passed + failed + errors + skipped
  const shown = failures.length
  return [
    heading(2, `${model}: tests of version ${version.version}`),
    paragraph(
      verdictSpan(outcome),
      ` ${plural(all, 'test')}: ${countText(passed)} passed, ${countText(failed)} failed, ${plural(errors, 'error')}, ${countText(skipped)} skipped${seconds === undefined ? '' : `, in ${seconds.toFixed(1)} s`}.`,
    ),
    ...(shown === 0
      ? []
      : [
          {
            block: 'table',
            columns: [{ title: 'test' }, { title: 'what it said' }],
            rows: failures.map(({ name, message }) => [name, message === '' ? '–' : message]),
          } as const,
        ]),
    ...(failed + errors > shown ? [paragraph(`And ${countText(failed + errors - shown)} more.`)] : []),
    footnote(
      `${FORMAT_NAMES[facts.format]}, `,
      code(file),
      ' ',
      code(short(facts.report)),
      ' · artifact ',
      code(short(version.artifact)),
    ),
  ]
}

function verdictSpan(outcome: TestReportResult['outcome']): Span {
  if (outcome === 'passed') return good('Passed:')
  return outcome === 'failed' ? bad('Failed:') : open('No test ran:')
}
