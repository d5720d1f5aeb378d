import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { parseTestReport, requireSize, TEST_REPORT_FORMATS } from '../domain/evidence/test-reports/index.ts'
import type { Tests } from '../domain/evidence/tests.ts'
import type { Outcome } from '../domain/gates/outcome.ts'
import type { TestReportResult } from '../domain/results/test-report.ts'
import type { HashedFile, Ports } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { measureInputs, model, version } from './inputs.ts'
import { identityOf, leaveFinding, readMeasuredVersion } from './measured-version.ts'

export const tests = defineMeasurement({
  name: 'tests',
  summary: 'Take the report of a test run as evidence about a version.',
  details: `Reads JUnit XML, TAP, or the JSON of pytest-json-report, and counts what passed, failed, broke and
was skipped. The tests are not run here: the report is taken at its word, with its digest.`,
  positional: ['model', 'version', 'file'],
  examples: [
    { command: 'modelyard tests telco-churn latest tests.xml', does: 'reads what pytest --junitxml wrote' },
    {
      command: 'modelyard tests telco-churn 6 out.txt --report-format tap --no-evidence',
      does: 'only counts, and says what the file is',
    },
  ],
  permission: 'write',
  doors: ['action', 'cli'],
  input: z.strictObject({
    model,
    version,
    file: z
      .string()
      .check(
        z.minLength(1),
        z.maxLength(4000),
        z.describe('The report; or a folder that holds one, such as what `run` kept of `test`.'),
      ),
    reportFormat: z
      .optional(z.enum(TEST_REPORT_FORMATS))
      .check(z.describe('What it is written in; left out: told from how it begins.')),
    evidence: measureInputs.evidence,
  }),
  results: ['test-report'],
  async run(input, ports): Promise<TestReportResult> {
    const startedAt = ports.clock.now()
    const about = await readMeasuredVersion(input, ports)
    const report = await findReport(input.file, ports)
    const facts = await readReport(report, input.reportFormat, ports)
    return {
      kind: 'test-report',
      outcome: outcomeOf(facts),
      ...identityOf(about),
      file: report.path,
      facts,
      evidence: input.evidence ? [await leaveFinding(about, { kind: 'tests', facts }, startedAt, ports)] : [],
    }
  },
})

/** What is named as reports are; a test run may leave more beside it. */
const REPORT = /(?:^|\/)[^/]*\.(?:xml|tap)$|(?:^|\/)(?:\.report|[^/]*(?:test|report)[^/]*)\.json$/i

/** @throws {ModelyardError} `bad-artifact` where a folder holds no report, or several. */
async function findReport(path: string, { artifacts }: Pick<Ports, 'artifacts'>): Promise<HashedFile> {
  const { isFolder, files } = await artifacts.hashPath(path)
  const reports = isFolder ? files.filter(file => REPORT.test(file.path)) : files
  const [first, ...others] = reports
  if (first !== undefined && others.length === 0)
    return { ...first, path: isFolder ? `${path.replace(/[\\/]+$/, '')}/${first.path}` : path }
  const found = reports.map(file => file.path).join(', ')
  throw new ModelyardError({
    code: 'bad-artifact',
    message:
      first === undefined ? `${path} holds no report of tests` : `${path} holds several reports: ${found}`,
    next:
      first === undefined
        ? 'have the tests leave one there, e.g. test: {command: pytest --junitxml=$MODELYARD_OUT/tests.xml}'
        : 'name one of them',
    place: { path },
  })
}

async function readReport(
  { path, bytes, sha256 }: HashedFile,
  format: Tests['format'] | undefined,
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<Tests> {
  // Before it is read: a report may be larger than memory.
  requireSize(path, bytes)
  const { format: told, ...counts } = parseTestReport(path, await artifacts.readAll(path), format)
  return { format: told, report: sha256, ...counts }
}

function outcomeOf({ passed, failed, errors }: Tests): Outcome {
  if (failed + errors > 0) return 'failed'
  return passed > 0 ? 'passed' : 'inconclusive'
}
