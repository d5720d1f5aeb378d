import type { DataColumn } from '../comparison/input-plan.ts'
import { sameLabel } from '../comparison/predictions.ts'
import type { Row } from './probes.ts'
import {
  type Decoded,
  type Expected,
  flatNumbers,
  labelText,
  type Protocol,
  parseAnswer,
  type ServedNames,
} from './protocol.ts'

/**
 * POST a JSON list of row objects, get the list of predictions in the same order. A prediction is a number (of a
 * regression, or the positive class's probability), a label, a list of probabilities in the order of the classes, or
 * an object with the fields that `serve` names: a probability (a number, a list, or an object by class) and a label.
 */
export function rowsProtocol(
  columns: readonly DataColumn[],
  expected: Expected,
  { probability = 'probability', label = 'label' }: ServedNames,
): Protocol {
  const objectOf = (row: Row) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))
  return {
    name: 'rows',
    encode: rows => JSON.stringify(rows.map(objectOf)),
    decode(text) {
      const parsed = parseAnswer(text)
      if ('unreadable' in parsed) return parsed
      if (!Array.isArray(parsed.value)) return { unreadable: 'the answer is no list of predictions' }
      return predictionsOf(parsed.value, expected, { probability, label })
    },
    malformed: [
      { what: 'no JSON', body: '{"rows": [' },
      { what: 'a text instead of rows', body: '"rows"' },
      { what: 'numbers instead of rows', body: '[1, 2]' },
    ],
  }
}

function predictionsOf(items: readonly unknown[], expected: Expected, names: Required<ServedNames>): Decoded {
  const rows = items.length
  const parts = items.map(item => partsOf(item, expected, names))
  const wrong = parts.findIndex(({ numbers, label }) => numbers === undefined && label === undefined)
  if (wrong >= 0) {
    const seen = JSON.stringify(items[wrong])?.slice(0, 80)
    return { unreadable: `the prediction of row ${wrong} is neither a number nor a label: \`${seen}\`` }
  }
  const width = parts[0]?.numbers?.length
  const allNumbers = parts.every(({ numbers }) => numbers?.length === width)
  const labels = parts.flatMap(({ label }) => (label === undefined ? [] : [label]))
  if (labels.length > 0 && labels.length < rows)
    return { unreadable: 'some predictions have a label and some none' }
  if (width !== undefined && !allNumbers)
    return { unreadable: 'predictions have different numbers of numbers' }
  return {
    predicted: {
      rows,
      labels: labels.length > 0 ? labels : undefined,
      numbers:
        width === undefined ? undefined : { width, values: parts.flatMap(({ numbers }) => numbers ?? []) },
    },
  }
}

interface Parts {
  readonly numbers?: readonly number[] | undefined
  readonly label?: string | undefined
}

function partsOf(item: unknown, { task, classes }: Expected, names: Required<ServedNames>): Parts {
  if (typeof item !== 'object' || Array.isArray(item)) {
    const text = labelText(item)
    const isLabel =
      task === 'classification' &&
      text !== undefined &&
      (typeof item !== 'number' || classes.some(name => sameLabel(name, text)))
    return isLabel ? { label: text } : { numbers: flatNumbers(item) }
  }
  const fields = (item ?? {}) as Readonly<Record<string, unknown>>
  const value =
    fieldOf(fields, names.probability ?? '') ??
    (task === 'regression' ? fieldOf(fields, 'prediction') : undefined)
  const byClass =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? classes.map(name => fieldOf(value as Readonly<Record<string, unknown>>, name))
      : value
  return {
    numbers: byClass === undefined ? undefined : flatNumbers(byClass),
    label: labelText(fieldOf(fields, names.label ?? '')),
  }
}

function fieldOf(fields: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}
