import type { Signature } from '../../domain/registry/version.ts'
import type { CandidateFate, RegistrationResult } from '../../domain/results/registration.ts'
import { type Block, heading, type Line, paragraph } from '../blocks.ts'
import { metricLabel } from '../labels.ts'
import { bytesText, countText, metricText, plural, short } from '../numbers.ts'
import { changeBlocks } from './change.ts'
import { movedFacts, otherChecks } from './move.ts'

/** `register`. */
export function describeRegistration(result: RegistrationResult): Block[] {
  return [...proposedRegistration(result), ...changeBlocks(result)]
}

/** The version by itself, without what became of it. */
export function proposedRegistration(result: RegistrationResult): Block[] {
  const { record, promotion } = result
  return [
    heading(2, `${result.model}: ${titleOf(result)}`),
    ...(record === undefined ? [] : [{ block: 'facts', rows: versionFacts(record) } as const]),
    ...(result.export.length === 0
      ? []
      : [
          paragraph('As ONNX it could be scored and compared here:'),
          { block: 'code', lines: result.export } as const,
        ]),
    ...(promotion === undefined ? [] : movedFacts(promotion)),
    ...otherChecks(result),
  ]
}

/** Of a retraining's candidate, in Markdown: why it was trained, and what becomes of it. Numbers alone, which GitHub links. */
export function candidateLines({ candidate, alerts = [], earlier }: RegistrationResult): string {
  if (candidate === undefined) return ''
  const issues = alerts.map(number => `#${number}`).join(', ')
  const why =
    issues === '' ? '' : ` It was trained again because of ${issues}, which closes by itself after good runs.`
  return `${FATES[candidate]}${why}\n\n${earlier === undefined ? '' : `${earlierText(earlier)}\n\n`}`
}

/** A sentence, in Markdown as in text: what retraining did to what the models used to be good at. */
function earlierText(earlier: NonNullable<RegistrationResult['earlier']>): string {
  const { window, rows, metric, champion, challenger, difference, interval } = earlier
  const [from, to] = [window.from.slice(0, 10), window.to.slice(0, 10)]
  const range = interval === undefined ? '' : ` (${metricText(interval.low)} to ${metricText(interval.high)})`
  return `On ${plural(rows, 'row')} before the drift, ${from} to ${to}: ${metricLabel(metric)} ${metricText(challenger)}, the champion ${metricText(champion)}, a difference of ${metricText(difference)}${range}. Shown and not judged: the models may have been trained on some of these rows.`
}

const FATES: Readonly<Record<CandidateFate, string>> = {
  ready: 'A retraining made this candidate.',
  draft:
    'A retraining made this candidate, and its gates cannot tell: what would settle it stands below. It stays a draft, and the next one takes its place. Merged as it is it would be registered, and stand in no stage.',
  closed: 'A retraining made this candidate, and its gates failed: it is closed, for the reasons below.',
}

function titleOf({ status, record, promotion }: RegistrationResult): string {
  if (record === undefined) return 'register a version'
  return promotion?.title ?? `${status === 'unchanged' ? '' : 'register '}version ${record.version}`
}

type RecordFacts = NonNullable<RegistrationResult['record']>

/** What a version's record says, a line each. */
export function versionFacts(record: RecordFacts): [string, Line][] {
  const { artifact, signature, data, params, metrics } = record
  return [
    [
      'artifact',
      `${artifact.kind ?? artifact.format}, ${bytesText(artifact.bytes)}, sha256 ${short(artifact.sha256, 12)}…`,
    ],
    ...(artifact.uri.startsWith('./') ? [] : [['at', artifact.uri] as [string, Line]]),
    ...(artifact['runs-code-when-loaded']
      ? [['careful', 'loading it runs code that it carries'] as [string, Line]]
      : []),
    ...(signature === undefined ? [] : [['signature', signatureText(signature)] as [string, Line]]),
    ...data.map(({ role, uri, rows }): [string, Line] => [
      `${role} data`,
      `${uri}${rows === undefined ? '' : `, ${plural(rows, 'row')}`}`,
    ]),
    ...listed('params', params, value => (typeof value === 'number' ? String(value) : JSON.stringify(value))),
    ...listed('metrics', metrics, metricText),
    ['trained at', `commit ${short(record.commit)}`],
    ['made', `${record['created-at']} by ${record['created-by']}`],
  ]
}

function listed<T>(
  name: string,
  values: Readonly<Record<string, T>>,
  text: (value: T) => string,
): [string, Line][] {
  const entries = Object.entries(values)
  if (entries.length === 0) return []
  const shown = entries.slice(0, 8).map(([key, value]) => `${key} ${text(value)}`)
  const more = entries.length > 8 ? ` and ${countText(entries.length - 8)} more` : ''
  return [[name, shown.join(', ') + more]]
}

export function signatureText({ inputs, outputs }: Signature): string {
  const tensor = ({ name, datatype, shape }: Signature['outputs'][number]) =>
    `${name} ${datatype}[${shape.map(size => (size === -1 ? '?' : size)).join(', ')}]`
  const some = (tensors: Signature['outputs']) =>
    tensors.slice(0, 3).map(tensor).join(', ') + (tensors.length > 3 ? ` and ${tensors.length - 3} more` : '')
  return `${some(inputs.map(({ name, datatype, shape }) => ({ name, datatype, shape })))} → ${some(outputs)}`
}
